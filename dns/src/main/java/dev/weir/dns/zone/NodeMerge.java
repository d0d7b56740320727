package dev.weir.dns.zone;

import dev.weir.dns.octets.OctetBuffer;
import dev.weir.dns.octets.Octets;
import dev.weir.dns.rdata.CanonicalRdata;
import java.util.Arrays;

/// Gathers the records of one owner, from wherever in the file they came, and writes the node.
///
/// Records are put in the order of type, covered type and canonical data; records that are the same
/// in canonical form count once, the first as it was written (RFC 2181 §5). A set whose records
/// have different TTLs gets the lowest (RFC 2181 §5.2).
final class NodeMerge {
  private static final int INSERTION_LIMIT = 32;

  private byte[][] arrays = new byte[16][];
  private int[] places = new int[16];
  private int count;
  private boolean sorted = true;
  private byte[] ownerArray = new byte[0];
  private int ownerAt;
  private final OctetBuffer left = new OctetBuffer();
  private final OctetBuffer right = new OctetBuffer();
  private long duplicates;
  private long mixedTtls;

  /// Records that were dropped because another is the same.
  long duplicates() {
    return duplicates;
  }

  /// Sets whose records had different TTLs.
  long mixedTtls() {
    return mixedTtls;
  }

  /// Begins with the owner as the first of its groups has it.
  void begin(byte[] array, int groupAt) {
    ownerArray = array;
    ownerAt = groupAt;
    count = 0;
    sorted = true;
  }

  /// Adds the records of a group.
  void add(byte[] array, int groupAt, int groupEnd) {
    int keyLength = Octets.u16(array, groupAt);
    int at = groupAt + 3 + keyLength;
    if (array[at - 1] != 0) {
      at += keyLength;
    }
    while (at < groupEnd) {
      append(array, at);
      at += RecordRun.RECORD_HEADER + Octets.u16(array, at + 9);
    }
  }

  /// Writes the node with its sets.
  void write(PageBuilder out) {
    sort();
    int keyLength = Octets.u16(ownerArray, ownerAt);
    boolean spelled = ownerArray[ownerAt + 2 + keyLength] != 0;
    out.beginNode(ownerArray, ownerAt + 2, keyLength, spelled ? ownerAt + 3 + keyLength : -1);
    int from = 0;
    while (from < count) {
      int to = from + 1;
      while (to < count && setKey(to) == setKey(from)) {
        to++;
      }
      writeSet(from, to, out);
      from = to;
    }
    out.endNode();
  }

  private void writeSet(int from, int to, PageBuilder out) {
    int ttl = Octets.i32(arrays[from], places[from] + 4);
    boolean folds = false;
    boolean mixed = false;
    for (int i = from; i < to; i++) {
      int other = Octets.i32(arrays[i], places[i] + 4);
      mixed |= other != ttl;
      ttl = Math.min(ttl, other);
      folds |= arrays[i][places[i] + 8] != 0;
    }
    mixedTtls += mixed ? 1 : 0;
    int key = setKey(from);
    out.beginSet(key >>> 16, key & 0xffff, ttl, folds);
    for (int i = from; i < to; i++) {
      if (i > from && compareData(i - 1, arrays[i], places[i]) == 0) {
        duplicates++;
      } else {
        int length = Octets.u16(arrays[i], places[i] + 9);
        out.record(arrays[i], places[i] + RecordRun.RECORD_HEADER, length);
      }
    }
  }

  private void append(byte[] array, int at) {
    if (count == places.length) {
      arrays = Arrays.copyOf(arrays, count * 2);
      places = Arrays.copyOf(places, count * 2);
    }
    arrays[count] = array;
    places[count] = at;
    sorted &= count == 0 || compare(count - 1, array, at) <= 0;
    count++;
  }

  /// Sorts the records; those that compare equal keep their order.
  private void sort() {
    if (sorted) {
      return;
    }
    if (count > INSERTION_LIMIT) {
      sortMany();
      return;
    }
    for (int i = 1; i < count; i++) {
      byte[] array = arrays[i];
      int at = places[i];
      int j = i;
      while (j > 0 && compare(j - 1, array, at) > 0) {
        arrays[j] = arrays[j - 1];
        places[j] = places[j - 1];
        j--;
      }
      arrays[j] = array;
      places[j] = at;
    }
  }

  private void sortMany() {
    Integer[] order = new Integer[count];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, (a, b) -> compare(a, arrays[b], places[b]));
    byte[][] sortedArrays = new byte[count][];
    int[] sortedPlaces = new int[count];
    for (int i = 0; i < count; i++) {
      sortedArrays[i] = arrays[order[i]];
      sortedPlaces[i] = places[order[i]];
    }
    arrays = sortedArrays;
    places = sortedPlaces;
  }

  private int compare(int index, byte[] array, int at) {
    int byKey = Integer.compareUnsigned(setKey(index), setKey(array, at));
    return byKey != 0 ? byKey : compareData(index, array, at);
  }

  private int compareData(int index, byte[] array, int at) {
    byte[] mine = arrays[index];
    int from = places[index];
    int mineLength = Octets.u16(mine, from + 9);
    int length = Octets.u16(array, at + 9);
    int data = from + RecordRun.RECORD_HEADER;
    int other = at + RecordRun.RECORD_HEADER;
    if (mine[from + 8] == 0 && array[at + 8] == 0) {
      return Arrays.compareUnsigned(mine, data, data + mineLength, array, other, other + length);
    }
    int type = Octets.u16(array, at);
    left.clear();
    right.clear();
    CanonicalRdata.append(type, mine, data, mineLength, left);
    CanonicalRdata.append(type, array, other, length, right);
    return Arrays.compareUnsigned(left.array(), 0, left.length(), right.array(), 0, right.length());
  }

  private int setKey(int index) {
    return setKey(arrays[index], places[index]);
  }

  private static int setKey(byte[] array, int at) {
    return Octets.i32(array, at);
  }
}
