package dev.weir.dns.text;

import dev.weir.dns.octets.OctetBuffer;
import dev.weir.dns.octets.Octets;
import dev.weir.dns.type.ServiceKey;

// Keys that came after `dohpath` are printed as `key8` and so on, their values as plain octets:
// every
// reader of SVCB takes that form, and many refuse the whole zone at a name that they do not know
// yet.

/// Prints the service parameters of SVCB and HTTPS (RFC 9460 §2.1).
final class ServiceParamPrinter {
  private static final int LAST_COMMON = ServiceKey.DOHPATH.code();

  private ServiceParamPrinter() {}

  /// Appends valid parameters, a blank between them.
  static void print(byte[] rdata, int from, int to, OctetBuffer out) {
    int end;
    for (int at = from; at < to; at = end) {
      int key = Octets.u16(rdata, at);
      end = at + 4 + Octets.u16(rdata, at + 2);
      if (at > from) {
        out.u8(' ');
      }
      printKey(key, out);
      if (end > at + 4) {
        out.u8('=');
        if (key > LAST_COMMON) {
          StringText.print(rdata, at + 4, end, out);
        } else {
          printValue(key, rdata, at + 4, end, out);
        }
      }
    }
  }

  private static void printKey(int key, OctetBuffer out) {
    if (key > LAST_COMMON) {
      out.latin1("key");
      NumberText.print(key, out);
    } else {
      out.latin1(new ServiceKey(key).toString());
    }
  }

  private static void printValue(int key, byte[] rdata, int from, int to, OctetBuffer out) {
    switch (key) {
      case 0 -> {
        for (int at = from; at < to; at += 2) {
          comma(at > from, out);
          printKey(Octets.u16(rdata, at), out);
        }
      }
      case 1 -> printItems(rdata, from, to, out);
      case 3 -> NumberText.print(Octets.u16(rdata, from), out);
      case 4 -> {
        for (int at = from; at < to; at += 4) {
          comma(at > from, out);
          AddressText.printIpv4(rdata, at, out);
        }
      }
      case 5 -> Base64Text.print(rdata, from, to, out);
      case 6 -> {
        for (int at = from; at < to; at += 16) {
          comma(at > from, out);
          AddressText.printIpv6(rdata, at, out);
        }
      }
      default -> StringText.print(rdata, from, to, out);
    }
  }

  private static void comma(boolean needed, OctetBuffer out) {
    if (needed) {
      out.u8(',');
    }
  }

  /// Items with commas between them: a comma or backslash in an item is escaped for the list, and
  /// then the list for the string that it stands in.
  private static void printItems(byte[] rdata, int from, int to, OctetBuffer out) {
    out.u8('"');
    int end;
    for (int at = from; at < to; at = end) {
      end = at + 1 + (rdata[at] & 0xff);
      comma(at > from, out);
      for (int i = at + 1; i < end; i++) {
        if (rdata[i] == ',') {
          out.latin1("\\\\,");
        } else if (rdata[i] == '\\') {
          out.latin1("\\\\\\\\");
        } else {
          StringText.printBare(rdata, i, i + 1, out);
        }
      }
    }
    out.u8('"');
  }
}
