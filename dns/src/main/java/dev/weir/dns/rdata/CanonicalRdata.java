package dev.weir.dns.rdata;

import dev.weir.dns.name.Name;
import dev.weir.dns.octets.OctetBuffer;

/// The canonical form of record data: small letters in the names that RFC 4034 §6.2 lists, as
/// corrected by RFC 6840 §5.1.
public final class CanonicalRdata {
  private CanonicalRdata() {}

  /// Whether record data is in canonical form as it stands.
  public static boolean canonical(int type, byte[] rdata, int from, int length) {
    int start = namesAt(type, rdata, from, length);
    for (int i = start; i >= 0 && i < from + namesEnd(type, length); i++) {
      if (Name.fold(rdata[i]) != rdata[i]) {
        return false;
      }
    }
    return true;
  }

  /// Appends the canonical form of record data, as long as the data itself.
  public static void append(int type, byte[] rdata, int from, int length, OctetBuffer out) {
    int at = out.length();
    out.bytes(rdata, from, length);
    int start = namesAt(type, rdata, from, length);
    byte[] array = out.array();
    for (int i = start; i >= 0 && i < from + namesEnd(type, length); i++) {
      array[at + i - from] = Name.fold(rdata[i]);
    }
  }

  private static int namesEnd(int type, int length) {
    return type == 6 ? length - 20 : length;
  }

  private static int namesAt(int type, byte[] rdata, int from, int length) {
    return switch (type) {
      case 2, 3, 4, 5, 6, 7, 8, 9, 12, 14, 17, 39 -> from;
      case 15, 18, 21, 26, 36 -> from + 2;
      case 33 -> from + 6;
      case 24, 46 -> -1;
      case 35 -> strings(rdata, from + 4, from + length);
      default -> -1;
    };
  }

  private static int strings(byte[] rdata, int from, int to) {
    int at = from;
    for (int i = 0; i < 3 && at < to; i++) {
      at += 1 + (rdata[at] & 0xff);
    }
    return at;
  }
}
