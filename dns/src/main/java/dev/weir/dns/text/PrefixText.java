package dev.weir.dns.text;

import dev.weir.dns.octets.OctetBuffer;
import dev.weir.dns.octets.Octets;

/// The address prefixes of APL: `1:192.0.2.0/24 !2:2001:db8::/32` (RFC 3123 §5).
final class PrefixText {
  private static final int IPV4 = 1;
  private static final int IPV6 = 2;

  private PrefixText() {}

  /// Reads all tokens that follow; there may be none.
  ///
  /// @throws EntryFault if one is no prefix of IPv4 or IPv6
  static void read(Tokens in, OctetBuffer out) throws EntryFault {
    while (in.more()) {
      in.take("address prefix");
      readItem(in, out);
    }
  }

  private static void readItem(Tokens in, OctetBuffer out) throws EntryFault {
    byte[] text = in.text;
    int end = in.end;
    boolean negated = in.start < end && text[in.start] == '!';
    int at = in.start + (negated ? 1 : 0);
    int slash = end - 1;
    while (slash > at && text[slash] != '/') {
      slash--;
    }
    if (slash <= at + 2 || text[at + 1] != ':') {
      throw in.fault("is no address prefix; write 1:192.0.2.0/24 or !2:2001:db8::/32");
    }
    int family = text[at] - '0';
    int start = out.length();
    out.u16(family).u8(0).u8(0);
    boolean sound =
        (family == IPV4 && AddressText.readIpv4(text, at + 2, slash, out))
            || (family == IPV6 && AddressText.readIpv6(text, at + 2, slash, out));
    if (!sound) {
      throw in.fault("is no prefix of address family 1 (IPv4) or 2 (IPv6)");
    }
    int width = out.length() - start - 4;
    in.start = slash + 1;
    int prefix = (int) NumberText.read(in, 8L * width);
    byte[] array = out.array();
    int octets = width;
    while (octets > 0 && array[start + 3 + octets] == 0) {
      octets--;
    }
    out.truncate(start + 4 + octets);
    array[start + 2] = (byte) prefix;
    array[start + 3] = (byte) ((negated ? 0x80 : 0) | octets);
  }

  /// Prints the items; returns false if one has an address family without a text form.
  static boolean print(byte[] rdata, int from, int to, OctetBuffer out) {
    int octets;
    for (int at = from; at < to; at += 4 + octets) {
      int family = Octets.u16(rdata, at);
      octets = rdata[at + 3] & 0x7f;
      if (family != IPV4 && family != IPV6) {
        return false;
      }
      byte[] address = new byte[16];
      System.arraycopy(rdata, at + 4, address, 0, octets);
      if (at > from) {
        out.u8(' ');
      }
      if (rdata[at + 3] < 0) {
        out.u8('!');
      }
      NumberText.print(family, out);
      out.u8(':');
      if (family == IPV4) {
        AddressText.printIpv4(address, 0, out);
      } else {
        AddressText.printIpv6(address, 0, out);
      }
      out.u8('/');
      NumberText.print(rdata[at + 2] & 0xff, out);
    }
    return true;
  }
}
