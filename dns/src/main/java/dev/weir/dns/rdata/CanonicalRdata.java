package dev.weir.dns.rdata;

import dev.weir.dns.name.Name;
import dev.weir.dns.octets.OctetBuffer;

// A label's length octet is at most 63, below `A`, so that a whole name can be searched for
// capitals
// and folded octet by octet without regard to where its labels begin.

/// The canonical form of record data: names in the types of RFC 4034 §6.2 (as corrected by RFC 6840
/// §5.1) in small letters, all else as it is.
///
/// The data given here is uncompressed and valid, as the readers of text and wire make it; from
/// where it is not, it is left as it is.
public final class CanonicalRdata {
  private CanonicalRdata() {}

  /// Whether record data is in canonical form already: no name that folds has a capital letter.
  ///
  /// @param type the record type's number
  /// @param rdata the array that holds the data
  /// @param from where the data begins
  /// @param length its octets
  public static boolean canonical(int type, byte[] rdata, int from, int length) {
    RdataLayout layout = RdataLayout.of(type);
    if (!layout.folds()) {
      return true;
    }
    int at = from + layout.leadOctets();
    for (int i = layout.lead(); i < layout.folded(); i++) {
      Field field = layout.field(i);
      int end = field.end(rdata, from, at, from + length);
      if (end < 0) {
        break;
      }
      if (field.folds() && hasCapital(rdata, at, end)) {
        return false;
      }
      at = end;
    }
    return true;
  }

  /// Appends the canonical form of record data.
  ///
  /// @param type the record type's number
  /// @param rdata the array that holds the data
  /// @param from where the data begins
  /// @param length its octets
  /// @param out where to append
  public static void append(int type, byte[] rdata, int from, int length, OctetBuffer out) {
    RdataLayout layout = RdataLayout.of(type);
    int start = out.length();
    out.bytes(rdata, from, length);
    int at = from + layout.leadOctets();
    for (int i = layout.lead(); i < layout.folded(); i++) {
      Field field = layout.field(i);
      int end = field.end(rdata, from, at, from + length);
      if (end < 0) {
        break;
      }
      if (field.folds()) {
        fold(out.array(), start + at - from, start + end - from);
      }
      at = end;
    }
  }

  private static boolean hasCapital(byte[] array, int from, int to) {
    for (int i = from; i < to; i++) {
      if (array[i] >= 'A' && array[i] <= 'Z') {
        return true;
      }
    }
    return false;
  }

  private static void fold(byte[] array, int from, int to) {
    for (int i = from; i < to; i++) {
      array[i] = Name.fold(array[i]);
    }
  }
}
