package dev.weir.bgp.rib;

/// A hash table of numbers: open addressing, linear probing.
///
/// A place holds a number in its low 32 bits and the hash of what it stands for in the others, 0 if
/// it is empty. So a search looks at what a number stands for, which is far away in memory, only if
/// the hashes are equal, and a larger table is filled without looking at all.
final class Hashing {
  private static final int SMALLEST = 64;

  private long[] table = new long[SMALLEST];
  private int used;

  /// Returns the first place to look at.
  int first(int hash) {
    return hash & table.length - 1;
  }

  /// Returns the place to look at after another one.
  int after(int place) {
    return place + 1 & table.length - 1;
  }

  /// Returns what is in a place: a hash and a number, 0 if it is empty.
  long at(int place) {
    return table[place];
  }

  /// Puts a number into an empty place.
  void put(int place, int hash, int number) {
    table[place] = (long) hash << 32 | number;
    if (++used > table.length - (table.length >> 2)) {
      resize(table.length * 2);
    }
  }

  /// Takes a number out, and moves up what was pushed behind it, so that no search ends early (D.
  /// Knuth, The Art of Computer Programming, volume 3, section 6.4, algorithm R).
  void remove(int hash, int number) {
    long sought = (long) hash << 32 | number;
    int hole = first(hash);
    while (table[hole] != sought) {
      hole = after(hole);
    }
    int mask = table.length - 1;
    for (int at = after(hole); table[at] != 0; at = after(at)) {
      int home = (int) (table[at] >>> 32) & mask;
      if ((at - home & mask) >= (at - hole & mask)) {
        table[hole] = table[at];
        hole = at;
      }
    }
    table[hole] = 0;
    used--;
    if (table.length > SMALLEST && used < table.length >> 3) {
      resize(table.length >> 1);
    }
  }

  /// Takes all out.
  void clear() {
    table = new long[SMALLEST];
    used = 0;
  }

  /// Returns how many octets of memory the table takes.
  long octets() {
    return 8L * table.length;
  }

  private void resize(int length) {
    long[] old = table;
    table = new long[length];
    for (long entry : old) {
      if (entry != 0) {
        int at = first((int) (entry >>> 32));
        while (table[at] != 0) {
          at = after(at);
        }
        table[at] = entry;
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
