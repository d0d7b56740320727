package dev.weir.dns.text;

import dev.weir.dns.octets.OctetBuffer;

/// IPv4 addresses as four decimal octets and IPv6 addresses as RFC 4291 §2.2 reads and RFC 5952
/// prints them.
final class AddressText {
  private AddressText() {}

  /// Reads the current token as an IPv4 address.
  ///
  /// @throws EntryFault if it is none
  static void readIpv4(Tokens in, OctetBuffer out) throws EntryFault {
    if (!readIpv4(in.text, in.start, in.end, out)) {
      throw in.fault("is no IPv4 address");
    }
  }

  /// Reads the current token as an IPv6 address.
  ///
  /// @throws EntryFault if it is none
  static void readIpv6(Tokens in, OctetBuffer out) throws EntryFault {
    if (!readIpv6(in.text, in.start, in.end, out)) {
      throw in.fault("is no IPv6 address");
    }
  }

  /// Reads `text[from, to)` and appends four octets; false, and nothing appended, if it is no IPv4
  /// address. Octets have no leading zeros, which some would read as octal.
  static boolean readIpv4(byte[] text, int from, int to, OctetBuffer out) {
    int bits = 0;
    int i = from;
    for (int octet = 0; octet < 4; octet++) {
      if (octet > 0 && (i >= to || text[i++] != '.')) {
        return false;
      }
      int first = i;
      int value = 0;
      while (i < to && text[i] >= '0' && text[i] <= '9' && i - first < 3) {
        value = value * 10 + text[i++] - '0';
      }
      if (i == first || value > 255 || (i - first > 1 && text[first] == '0')) {
        return false;
      }
      bits = bits << 8 | value;
    }
    if (i != to) {
      return false;
    }
    out.i32(bits);
    return true;
  }

  /// Reads `text[from, to)` and appends sixteen octets; false, and nothing appended, if it is no
  /// IPv6 address.
  static boolean readIpv6(byte[] text, int from, int to, OctetBuffer out) {
    int start = out.length();
    int gap = -1;
    int i = from;
    if (to - from >= 2 && text[i] == ':' && text[i + 1] == ':') {
      gap = start;
      i += 2;
    }
    while (i < to) {
      int first = i;
      int value = 0;
      int digit;
      while (i < to && i - first < 4 && (digit = Hexadecimal.value(text[i])) >= 0) {
        value = value << 4 | digit;
        i++;
      }
      if (i < to && text[i] == '.') {
        i = readIpv4(text, first, to, out) ? to : -1;
        break;
      }
      if (i == first) {
        i = -1;
        break;
      }
      out.u16(value);
      if (i == to) {
        break;
      }
      if (text[i++] != ':' || i == to) {
        i = -1;
        break;
      }
      if (text[i] == ':') {
        i = gap >= 0 ? -1 : i + 1;
        if (i < 0) {
          break;
        }
        gap = out.length();
      }
    }
    int octets = out.length() - start;
    if (i != to || (gap < 0 ? octets != 16 : octets > 14)) {
      out.truncate(start);
      return false;
    }
    if (gap >= 0) {
      fillGap(out, start, gap, 16 - octets);
    }
    return true;
  }

  private static void fillGap(OctetBuffer out, int start, int gap, int zeros) {
    int behind = out.length() - gap;
    out.reserve(zeros);
    byte[] array = out.array();
    System.arraycopy(array, gap, array, start + 16 - behind, behind);
    for (int i = gap; i < gap + zeros; i++) {
      array[i] = 0;
    }
    out.advance(zeros);
  }

  /// Appends the IPv4 address at `at`.
  static void printIpv4(byte[] octets, int at, OctetBuffer out) {
    for (int i = 0; i < 4; i++) {
      if (i > 0) {
        out.u8('.');
      }
      NumberText.print(octets[at + i] & 0xff, out);
    }
  }

  /// Appends the IPv6 address at `at`: small letters, the longest run of two or more zero groups as
  /// `::`, addresses mapped from IPv4 with four decimal octets (RFC 5952 §4, §5).
  static void printIpv6(byte[] octets, int at, OctetBuffer out) {
    int runStart = -1;
    int runLength = 1;
    int zeros = 0;
    for (int group = 0; group < 8; group++) {
      zeros = group(octets, at, group) == 0 ? zeros + 1 : 0;
      if (zeros > runLength) {
        runLength = zeros;
        runStart = group + 1 - zeros;
      }
    }
    boolean mapped = runStart == 0 && runLength == 5 && group(octets, at, 5) == 0xffff;
    int groups = mapped ? 6 : 8;
    for (int group = 0; group < groups; group++) {
      if (group == runStart) {
        out.u8(':').u8(':');
        group += runLength - 1;
        continue;
      }
      if (group > 0 && group != runStart + runLength) {
        out.u8(':');
      }
      printGroup(group(octets, at, group), out);
    }
    if (mapped) {
      out.u8(':');
      printIpv4(octets, at + 12, out);
    }
  }

  private static int group(byte[] octets, int at, int group) {
    return (octets[at + 2 * group] & 0xff) << 8 | (octets[at + 2 * group + 1] & 0xff);
  }

  private static void printGroup(int value, OctetBuffer out) {
    boolean printed = false;
    for (int shift = 12; shift >= 0; shift -= 4) {
      int digit = value >> shift & 0xf;
      printed |= digit != 0 || shift == 0;
      if (printed) {
        out.u8(Character.forDigit(digit, 16));
      }
    }
  }
}
