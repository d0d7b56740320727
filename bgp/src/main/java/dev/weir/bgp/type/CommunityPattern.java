package dev.weir.bgp.type;

import dev.weir.bgp.octets.Octets;
import dev.weir.inet.Ipv4Address;
import dev.weir.inet.MalformedInet;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/// Communities of one kind that look alike: each part is a number, a range of numbers, or anything.
///
/// | text | matches |
/// |---|---|
/// | `65000:100`, `65000:*`, `*:666`, `65000:100-200` | communities of four octets |
/// | `no-export`, `blackhole` | one of four octets with a well-known name |
/// | `65000:1:*`, `*:*:100-199` | large communities |
/// | `rt:65000:*`, `rt:*`, `ro:192.0.2.1:5` | route targets and origins of every format: with AS numbers of two and four octets and with IPv4 addresses |
/// | `0x0002fde8*`, `0x4?02????????????` | extended communities by their hexadecimal digits, `?` for any digit, `*` at the end for all that follow |
///
/// A pattern is a list of tests, all of which must hold, or several such lists, one of which must.
/// It reads the octets of the attribute in place and allocates nothing.
public final class CommunityPattern {
  private static final String HEX = "0123456789abcdef";

  /// One test: some octets as an unsigned number, masked, lie in a range.
  private record Test(int offset, int octets, long mask, long from, long to) {
    boolean holds(byte[] array, int community) {
      long number = 0;
      for (int i = 0; i < octets; i++) {
        number = number << 8 | array[community + offset + i] & 0xff;
      }
      number &= mask;
      return Long.compareUnsigned(number, from) >= 0 && Long.compareUnsigned(number, to) <= 0;
    }

    static Test of(int offset, int octets, long[] range) {
      return new Test(offset, octets, -1, range[0], range[1]);
    }
  }

  private final String text;
  private final int width;
  private final Test[][] options;

  private CommunityPattern(String text, int width, Test[]... options) {
    this.text = text;
    this.width = width;
    this.options = options;
  }

  /// Parses a pattern.
  ///
  /// @throws MalformedPattern if it is none; says where and what to do
  public static CommunityPattern parse(String text) {
    try {
      return of(text, Community.parse(text));
    } catch (MalformedCommunity notOne) {
      return new Parser(text).pattern();
    }
  }

  /// Returns the pattern that matches one community only.
  public static CommunityPattern of(Community community) {
    return of(community.toString(), community);
  }

  private static CommunityPattern of(String text, Community community) {
    byte[] octets = new byte[community.width()];
    community.write(octets, 0);
    Test[] tests = new Test[octets.length / 4];
    for (int i = 0; i < tests.length; i++) {
      long number = Integer.toUnsignedLong(Parts.read32(octets, 4 * i));
      tests[i] = Test.of(4 * i, 4, new long[] {number, number});
    }
    return new CommunityPattern(text, octets.length, tests);
  }

  /// Returns how many octets the communities have: 4 for COMMUNITIES (RFC 1997), 8 for EXTENDED
  /// COMMUNITIES (RFC 4360), 12 for LARGE_COMMUNITY (RFC 8092). It says which attribute to look
  /// into.
  public int width() {
    return width;
  }

  /// Returns whether a community is of the kind and matches.
  public boolean matches(Community community) {
    if (community.width() != width) {
      return false;
    }
    byte[] octets = new byte[width];
    community.write(octets, 0);
    return matchesAt(octets, 0);
  }

  /// Returns whether any community in the value of an attribute matches. Octets behind the last
  /// whole community are left out.
  ///
  /// @param value of the attribute that [#width] belongs to
  public boolean matchesAny(Octets value) {
    return matchesAny(value.array(), value.offset(), value.length());
  }

  /// Returns whether any community in the value of an attribute matches, see [#matchesAny(Octets)].
  public boolean matchesAny(byte[] array, int offset, int length) {
    Objects.checkFromIndexSize(offset, length, array.length);
    for (int at = offset; offset + length - at >= width; at += width) {
      if (matchesAt(array, at)) {
        return true;
      }
    }
    return false;
  }

  /// Returns whether the community whose octets begin at an offset matches.
  public boolean matchesAt(byte[] array, int offset) {
    for (Test[] tests : options) {
      boolean holds = true;
      for (int i = 0; i < tests.length && holds; i++) {
        holds = tests[i].holds(array, offset);
      }
      if (holds) {
        return true;
      }
    }
    return false;
  }

  /// Returns the pattern as it was written.
  @Override
  public String toString() {
    return text;
  }

  private static final class Parser {
    private final String text;

    Parser(String text) {
      this.text = text;
    }

    CommunityPattern pattern() {
      if (text.startsWith("0x")) {
        return hex();
      }
      int[] colons = colons();
      if (text.startsWith("rt:") || text.startsWith("ro:")) {
        return extended(colons, text.startsWith("rt:") ? 2 : 3);
      }
      return switch (colons.length) {
        case 1 -> {
          long[] asn = range(0, colons[0], 0xffff);
          long[] value = range(colons[0] + 1, text.length(), 0xffff);
          yield new CommunityPattern(
              text, 4, new Test[] {Test.of(0, 2, asn), Test.of(2, 2, value)});
        }
        case 2 -> {
          long[] asn = range(0, colons[0], 0xffff_ffffL);
          long[] first = range(colons[0] + 1, colons[1], 0xffff_ffffL);
          long[] second = range(colons[1] + 1, text.length(), 0xffff_ffffL);
          yield new CommunityPattern(
              text,
              12,
              new Test[] {Test.of(0, 4, asn), Test.of(4, 4, first), Test.of(8, 4, second)});
        }
        default ->
            throw new MalformedPattern(
                text,
                1,
                "expected a well-known name, or a pattern such as 65000:*, 65000:1:*, rt:65000:*"
                    + " or 0x0002*");
      };
    }

    private int[] colons() {
      return IntStream.range(0, text.length()).filter(i -> text.charAt(i) == ':').toArray();
    }

    /// Route target or origin: the part behind the name says which formats may match (RFC 4360
    /// section 3.1 and 3.2, RFC 5668).
    private CommunityPattern extended(int[] colons, int subtype) {
      if (text.length() == 4 && text.charAt(3) == '*') {
        return new CommunityPattern(
            text, 8, option(0, subtype), option(1, subtype), option(2, subtype));
      }
      if (colons.length != 2) {
        throw new MalformedPattern(
            text, text.length() + 1, "expected two parts behind the name, as in rt:65000:*");
      }
      String asn = text.substring(3, colons[1]);
      if (asn.indexOf('.') >= 0) {
        long[] value = range(colons[1] + 1, text.length(), 0xffff);
        long address = address(asn);
        return new CommunityPattern(
            text,
            8,
            option(1, subtype, Test.of(2, 4, new long[] {address, address}), Test.of(6, 2, value)));
      }
      long[] range = range(3, colons[1], 0xffff_ffffL);
      long[] value = range(colons[1] + 1, text.length(), 0xffff_ffffL);
      List<Test[]> options = new ArrayList<>();
      options.add(option(0, subtype, Test.of(2, 2, range), Test.of(4, 4, value)));
      options.add(option(2, subtype, Test.of(2, 4, range), Test.of(6, 2, value)));
      if (asn.equals("*")) {
        options.add(option(1, subtype, Test.of(6, 2, value)));
      }
      return new CommunityPattern(text, 8, options.toArray(new Test[0][]));
    }

    private static Test[] option(int type, int subtype, Test... more) {
      List<Test> tests = new ArrayList<>();
      long kind = type * 256L + subtype;
      tests.add(Test.of(0, 2, new long[] {kind, kind}));
      tests.addAll(List.of(more));
      return tests.toArray(new Test[0]);
    }

    private long address(String part) {
      try {
        return Integer.toUnsignedLong(Ipv4Address.parse(part).bits());
      } catch (MalformedInet malformed) {
        throw new MalformedPattern(
            text, 4, "'" + part + "' is neither an AS number nor an address");
      }
    }

    private CommunityPattern hex() {
      long mask = 0;
      long value = 0;
      int at = 2;
      for (; at < text.length() && at < 18; at++) {
        int digit = HEX.indexOf(Character.toLowerCase(text.charAt(at)));
        if (digit < 0 && text.charAt(at) != '?') {
          break;
        }
        mask |= (digit < 0 ? 0L : 0xfL) << 4 * (17 - at);
        value |= Math.max(digit, 0L) << 4 * (17 - at);
      }
      boolean rest = at < text.length() && text.charAt(at) == '*';
      if (rest ? at + 1 < text.length() : at < 18 || text.length() > 18) {
        throw new MalformedPattern(
            text,
            (rest ? at + 1 : at) + 1,
            "expected 16 hexadecimal digits behind 0x, '?' for any digit, or '*' at the end");
      }
      return new CommunityPattern(text, 8, new Test[] {new Test(0, 8, mask, value, value)});
    }

    /// Reads `*`, `5` or `5-9`.
    private long[] range(int from, int to, long max) {
      if (to - from == 1 && text.charAt(from) == '*') {
        return new long[] {0, max};
      }
      int dash = text.indexOf('-', from);
      if (dash < 0 || dash >= to) {
        long number = number(from, to, max);
        return new long[] {number, number};
      }
      long first = number(from, dash, max);
      long last = number(dash + 1, to, max);
      if (first > last) {
        throw new MalformedPattern(text, from + 1, "the range ends before it begins");
      }
      return new long[] {first, last};
    }

    private long number(int from, int to, long max) {
      long number = 0;
      for (int i = from; i < to; i++) {
        char digit = text.charAt(i);
        if (digit < '0' || digit > '9') {
          throw new MalformedPattern(
              text, i + 1, "expected a number, a range such as 100-200, or * alone");
        }
        number = Math.min(number * 10 + digit - '0', max + 1);
      }
      if (from == to) {
        throw new MalformedPattern(text, from + 1, "a number is missing here; * stands for any");
      }
      if (number > max) {
        throw new MalformedPattern(text, from + 1, "this part is at most " + max);
      }
      return number;
    }
  }
}
