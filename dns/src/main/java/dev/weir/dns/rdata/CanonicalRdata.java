package dev.weir.dns.rdata;

import dev.weir.dns.name.Name;
import dev.weir.dns.octets.OctetBuffer;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

// A label's length octet is at most 63, below `A`, so that a whole name can be searched for
// capitals
// and folded octet by octet without regard to where its labels begin.

/// The canonical form of record data: names in the types of RFC 4034 §6.2 (as corrected by RFC 6840
/// §5.1) in small letters, all else as it is.
///
/// The data given here is uncompressed and valid, as the readers of text and wire make it; from
/// where it is not, it is left as it is.
public final class CanonicalRdata {
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

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
    if (layout.folded() == layout.size() && !hasCapital(rdata, at, from + length)) {
      return true;
    }
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

  /// Looks at eight octets at once: of an octet below 128, adding 63 sets the top bit from `A` on,
  /// and adding 37 from behind `Z` on.
  private static boolean hasCapital(byte[] array, int from, int to) {
    int i = from;
    for (; i <= to - Long.BYTES; i += Long.BYTES) {
      long octets = (long) LONG.get(array, i);
      long low = octets & 0x7f7f_7f7f_7f7f_7f7fL;
      long fromA = low + 0x3f3f_3f3f_3f3f_3f3fL;
      long behindZ = low + 0x2525_2525_2525_2525L;
      if ((fromA & ~behindZ & ~octets & 0x8080_8080_8080_8080L) != 0) {
        return true;
      }
    }
    for (; i < to; i++) {
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
