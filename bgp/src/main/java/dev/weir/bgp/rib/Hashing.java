package dev.weir.bgp.rib;

import java.util.function.IntUnaryOperator;

/// What the hash tables of numbers have in common: open addressing, linear probing, 0 for an empty
/// place.
final class Hashing {
  private Hashing() {}

  /// Empties a place and moves up what was pushed behind it, so that no search ends early (D.
  /// Knuth, The Art of Computer Programming, volume 3, section 6.4, algorithm R).
  ///
  /// @param table its length is a power of two
  /// @param hash the hash of a number in the table
  static void close(int[] table, int place, IntUnaryOperator hash) {
    int mask = table.length - 1;
    int hole = place;
    int at = hole;
    while (true) {
      at = at + 1 & mask;
      int id = table[at];
      if (id == 0) {
        table[hole] = 0;
        return;
      }
      int home = hash.applyAsInt(id) & mask;
      if ((at - home & mask) >= (at - hole & mask)) {
        table[hole] = id;
        hole = at;
      }
    }
  }

  /// Mixes three numbers.
  static int mix(int a, int b, int c) {
    long hash = (a * 0x9e37_79b9_7f4a_7c15L ^ b) * 0xc2b2_ae3d_27d4_eb4fL;
    hash = (hash ^ hash >>> 31 ^ c) * 0x9e37_79b9_7f4a_7c15L;
    return (int) (hash ^ hash >>> 32);
  }
}
