package dev.weir.dns.wire;

import dev.weir.dns.name.Name;
import dev.weir.dns.octets.OctetBuffer;

// The idea: a name can end in a pointer to any name, or tail of a name, that was written before. So
// each tail that is written goes into a hash table by its place in the message; a later name looks
// up its tails from the longest, and the first that is found becomes the pointer.
//
// The representation: open addressing over ints, a slot being the generation in its upper 18 bits
// and the offset in its lower 14 (a pointer can say no more). A slot of another generation is free,
// so a new message costs one increment, not a sweep. Offset 0 marks a slot whose tail was taken
// back.
//
// The cost: a hash of each tail from the right, each from the one before and a few octets of its
// first label, then one probe for each tail; a probe that meets too many others gives up. When the
// table is three quarters full, nothing more goes in: compression is a favour, not a duty.

/// The names of a message being written, for compression (RFC 1035 §4.1.4).
final class NameTable {
  private static final int SLOTS = 2048;
  private static final int MAX_USED = SLOTS * 3 / 4;
  private static final int MAX_PROBES = 16;
  private static final int MAX_OFFSET = 0x3fff;
  private static final int MAX_GENERATION = (1 << 18) - 1;

  private final int[] slots = new int[SLOTS];
  private final int[] labels = new int[128];
  private final int[] hashes = new int[128];
  private final boolean exact;
  private int generation;
  private int used;

  NameTable(boolean exact) {
    this.exact = exact;
  }

  /// Forgets all names: a new message begins.
  void clear() {
    used = 0;
    if (++generation > MAX_GENERATION) {
      java.util.Arrays.fill(slots, 0);
      generation = 1;
    }
  }

  /// Forgets the tails that begin at `offset` or later: that part of the message was taken back.
  void forget(int offset) {
    for (int i = 0; i < SLOTS; i++) {
      if (slots[i] >>> 14 == generation && (slots[i] & MAX_OFFSET) >= offset) {
        slots[i] = generation << 14;
      }
    }
  }

  /// Appends a name, ending it in a pointer if a tail of it stands in the message already.
  ///
  /// @param wire the array that holds the name, uncompressed and valid
  /// @param at where the name begins
  /// @param start where the message begins in `out`
  /// @param out where to append
  void append(byte[] wire, int at, int start, OctetBuffer out) {
    int count = hash(wire, at);
    int hit = 0;
    int target = 0;
    while (hit < count) {
      target = find(wire, labels[hit], hashes[hit], start, out.array());
      if (target != 0) {
        break;
      }
      hit++;
    }
    int offset = out.length() - start;
    for (int i = 0; i < hit; i++) {
      add(hashes[i], offset + labels[i] - at);
    }
    if (hit < count) {
      out.bytes(wire, at, labels[hit] - at);
      out.u16(0xc000 | target);
    } else {
      out.bytes(wire, at, labels[count] + 1 - at);
    }
  }

  /// Fills in where the labels begin and the hashes of the tails; how many labels there are.
  private int hash(byte[] wire, int at) {
    int count = 0;
    int label = at;
    while (wire[label] != 0) {
      labels[count++] = label;
      label += wire[label] + 1;
    }
    labels[count] = label;
    int hash = 0;
    for (int i = count - 1; i >= 0; i--) {
      int from = labels[i];
      int length = wire[from];
      int first = wire[from + 1] | 0x20;
      int middle = wire[from + 1 + length / 2] | 0x20;
      int last = wire[from + length] | 0x20;
      hash = (hash + (length << 24 ^ first << 16 ^ middle << 8 ^ last)) * 0x9e3779b1;
      hash ^= hash >>> 15;
      hashes[i] = hash;
    }
    return count;
  }

  /// The offset of a tail that was written before, or 0.
  private int find(byte[] wire, int label, int hash, int start, byte[] message) {
    int slot = slot(hash);
    for (int i = 0; i < MAX_PROBES && slots[slot] >>> 14 == generation; i++) {
      int offset = slots[slot] & MAX_OFFSET;
      if (offset != 0 && same(wire, label, message, start, offset)) {
        return offset;
      }
      slot = (slot + 1) & (SLOTS - 1);
    }
    return 0;
  }

  private void add(int hash, int offset) {
    if (offset > MAX_OFFSET || used == MAX_USED) {
      return;
    }
    int slot = slot(hash);
    for (int i = 0; i < MAX_PROBES; i++) {
      if (slots[slot] >>> 14 != generation) {
        slots[slot] = generation << 14 | offset;
        used++;
        return;
      }
      slot = (slot + 1) & (SLOTS - 1);
    }
  }

  private static int slot(int hash) {
    return (hash * 0x9e3779b1) >>> 21;
  }

  /// Whether the tail in `wire` is the name at an offset of the message.
  private boolean same(byte[] wire, int label, byte[] message, int start, int offset) {
    int at = label;
    int other = start + offset;
    while (true) {
      while (message[other] < 0) {
        other = start + ((message[other] & 0x3f) << 8 | (message[other + 1] & 0xff));
      }
      int length = wire[at];
      if (length != message[other]) {
        return false;
      }
      if (length == 0) {
        return true;
      }
      for (int i = 1; i <= length; i++) {
        byte a = wire[at + i];
        byte b = message[other + i];
        if (a != b && (exact || Name.fold(a) != Name.fold(b))) {
          return false;
        }
      }
      at += length + 1;
      other += length + 1;
    }
  }
}
