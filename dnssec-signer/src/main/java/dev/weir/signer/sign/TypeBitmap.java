package dev.weir.signer.sign;

import dev.weir.dns.octets.OctetBuffer;
import java.util.Arrays;

/// The set of types at one name, written as NSEC and NSEC3 do (RFC 4034 §4.1.2).
///
/// One thread; [#clear] and refill for each name.
final class TypeBitmap {
  private static final int WINDOW_TYPES = 256;

  private int[] types = new int[32];
  private int count;

  void clear() {
    count = 0;
  }

  /// Adds a type; in any order, more than once does no harm.
  void add(int type) {
    if (count == types.length) {
      types = Arrays.copyOf(types, count * 2);
    }
    int at = count;
    while (at > 0 && types[at - 1] > type) {
      types[at] = types[at - 1];
      at--;
    }
    types[at] = type;
    count++;
  }

  /// Appends the window blocks in ascending order, none empty and none with a trailing zero octet.
  void write(OctetBuffer out) {
    int i = 0;
    while (i < count) {
      int window = types[i] / WINDOW_TYPES;
      int last = i;
      while (last + 1 < count && types[last + 1] / WINDOW_TYPES == window) {
        last++;
      }
      int octets = types[last] % WINDOW_TYPES / 8 + 1;
      out.u8(window).u8(octets);
      out.reserve(octets);
      int at = out.length();
      byte[] array = out.array();
      Arrays.fill(array, at, at + octets, (byte) 0);
      for (; i <= last; i++) {
        int bit = types[i] % WINDOW_TYPES;
        array[at + bit / 8] |= (byte) (0x80 >> bit % 8);
      }
      out.advance(octets);
    }
  }
}
