package dev.weir.inet;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;

/// An IPv6 address.
///
/// @param high the first 64 bits
/// @param low the last 64 bits
public record Ipv6Address(long high, long low) implements IpAddress {
  private static final int GROUPS = 8;

  /// Parses hexadecimal groups, with at most one `::` and possibly an IPv4 tail (RFC 4291 section
  /// 2.2). A zone (`%eth0`) is refused: it has no meaning outside one host.
  ///
  /// @throws MalformedInet if the text is no IPv6 address
  public static Ipv6Address parse(CharSequence text) {
    return new GroupParser(text).parse();
  }

  /// Reads sixteen octets in network order.
  public static Ipv6Address read(byte[] from, int offset) {
    Objects.checkFromIndexSize(offset, 16, from.length);
    long high = 0;
    long low = 0;
    for (int i = 0; i < 8; i++) {
      high = high << 8 | from[offset + i] & 0xff;
      low = low << 8 | from[offset + 8 + i] & 0xff;
    }
    return new Ipv6Address(high, low);
  }

  @Override
  public int width() {
    return 128;
  }

  @Override
  public boolean bit(int index) {
    Objects.checkIndex(index, 128);
    return ((index < 64 ? high >>> 63 - index : low >>> 127 - index) & 1) != 0;
  }

  @Override
  public Ipv6Address truncated(int length) {
    return new Ipv6Address(high & highMask(length), low & lowMask(length));
  }

  @Override
  public int write(byte[] into, int offset) {
    Objects.checkFromIndexSize(offset, 16, into.length);
    for (int i = 0; i < 8; i++) {
      into[offset + i] = (byte) (high >>> 56 - 8 * i);
      into[offset + 8 + i] = (byte) (low >>> 56 - 8 * i);
    }
    return offset + 16;
  }

  /// Returns the one recommended form (RFC 5952): lower case, no leading zeros, the longest run of
  /// two or more zero groups (the first of equals) as `::`, and the tail of an IPv4-mapped address
  /// in dotted decimal.
  @Override
  public String toString() {
    if (high == 0 && low >>> 32 == 0xffff) {
      return "::ffff:" + new Ipv4Address((int) low);
    }
    int start = -1;
    int longest = 1;
    for (int i = 0; i < GROUPS; i++) {
      int end = zerosFrom(i);
      if (end - i > longest) {
        start = i;
        longest = end - i;
      }
    }
    StringBuilder text = new StringBuilder(39);
    for (int i = 0; i < GROUPS; i++) {
      if (i == start) {
        text.append("::");
        i += longest - 1;
      } else {
        if (!text.isEmpty() && text.charAt(text.length() - 1) != ':') {
          text.append(':');
        }
        text.append(Integer.toHexString(group(i)));
      }
    }
    return text.toString();
  }

  /// Compares as unsigned 128-bit numbers.
  int compareBits(Ipv6Address other) {
    int first = Long.compareUnsigned(high, other.high);
    return first != 0 ? first : Long.compareUnsigned(low, other.low);
  }

  static long highMask(int length) {
    Objects.checkIndex(length, 129);
    return length == 0 ? 0 : length >= 64 ? -1L : -1L << 64 - length;
  }

  static long lowMask(int length) {
    Objects.checkIndex(length, 129);
    return length <= 64 ? 0 : -1L << 128 - length;
  }

  private int group(int index) {
    long half = index < 4 ? high : low;
    return (int) (half >>> 48 - 16 * (index & 3)) & 0xffff;
  }

  private int zerosFrom(int index) {
    int end = index;
    while (end < GROUPS && group(end) == 0) {
      end++;
    }
    return end;
  }

  /// Reads groups from left to right into eight places; what stands behind a `::` is moved to the
  /// end when the text is over.
  private static final class GroupParser {
    private final CharSequence text;
    private final int[] groups = new int[GROUPS];
    private int count;
    private int gap = -1;
    private int at;

    GroupParser(CharSequence text) {
      this.text = text;
    }

    Ipv6Address parse() {
      if (startsWithGap()) {
        takeGap();
      }
      while (at < text.length()) {
        takeGroup();
        if (at < text.length()) {
          takeSeparator();
        }
      }
      return finish();
    }

    private boolean startsWithGap() {
      return text.length() > 1 && text.charAt(at) == ':' && text.charAt(at + 1) == ':';
    }

    private void takeGap() {
      if (gap >= 0) {
        throw new MalformedInet(text, at, "'::' may stand once (RFC 4291 section 2.2)");
      }
      gap = count;
      at += 2;
    }

    private void takeSeparator() {
      if (text.charAt(at) != ':') {
        throw new MalformedInet(text, at, "expected ':' or a hexadecimal digit");
      }
      if (at + 1 < text.length() && text.charAt(at + 1) == ':') {
        takeGap();
      } else {
        at++;
        if (at == text.length()) {
          throw new MalformedInet(text, at - 1, "an address does not end with one ':'");
        }
      }
    }

    private void takeGroup() {
      int start = at;
      int value = 0;
      while (at < text.length() && HexFormat.isHexDigit(text.charAt(at)) && at - start < 5) {
        value = value << 4 | HexFormat.fromHexDigit(text.charAt(at));
        at++;
      }
      if (at < text.length() && text.charAt(at) == '.') {
        takeTail(start);
        return;
      }
      if (at == start || at - start > 4) {
        throw new MalformedInet(text, start, "a group has one to four hexadecimal digits");
      }
      put(start, value);
    }

    private void takeTail(int start) {
      int bits = Ipv4Address.parse(text, start, text.length());
      put(start, bits >>> 16);
      put(start, bits & 0xffff);
      at = text.length();
    }

    private void put(int start, int value) {
      if (count == GROUPS) {
        throw new MalformedInet(text, start, "an IPv6 address has eight groups");
      }
      groups[count++] = value;
    }

    private Ipv6Address finish() {
      if (gap < 0 ? count < GROUPS : count == GROUPS) {
        throw new MalformedInet(text, at, "an IPv6 address has eight groups, '::' stands for one");
      }
      if (gap >= 0) {
        int behind = count - gap;
        System.arraycopy(groups, gap, groups, GROUPS - behind, behind);
        Arrays.fill(groups, gap, GROUPS - behind, 0);
      }
      return new Ipv6Address(half(0), half(4));
    }

    private long half(int from) {
      long bits = 0;
      for (int i = from; i < from + 4; i++) {
        bits = bits << 16 | groups[i];
      }
      return bits;
    }
  }
}
