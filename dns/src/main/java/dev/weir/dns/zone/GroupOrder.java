package dev.weir.dns.zone;

import dev.weir.dns.octets.Octets;
import java.util.Arrays;

/// The groups of a run in the order of their keys; groups of equal keys keep the order of the file.
///
/// The first eight octets of each key are compared as one number, and the rest only on a tie.
final class GroupOrder {
  private final RecordRun run;
  private final int[] order;

  private GroupOrder(RecordRun run, int[] order) {
    this.run = run;
    this.order = order;
  }

  static GroupOrder of(RecordRun run) {
    int count = run.groupCount();
    int[] order = new int[count];
    for (int i = 0; i < count; i++) {
      order[i] = i;
    }
    if (!run.sorted()) {
      long[] prefixes = new long[count];
      for (int i = 0; i < count; i++) {
        prefixes[i] = prefix(run.array(), run.groupAt(i));
      }
      sort(run, prefixes, order, new int[count], 0, count);
    }
    return new GroupOrder(run, order);
  }

  RecordRun run() {
    return run;
  }

  int size() {
    return order.length;
  }

  /// The group that comes at `place` in order.
  int group(int place) {
    return order[place];
  }

  /// Where the data of the group at `place` begins.
  int at(int place) {
    return run.groupAt(order[place]);
  }

  /// The first place whose key is not below `key`.
  int search(byte[] key) {
    int low = 0;
    int high = order.length;
    byte[] array = run.array();
    while (low < high) {
      int middle = (low + high) >>> 1;
      int at = at(middle);
      int end = at + 2 + Octets.u16(array, at);
      if (Arrays.compareUnsigned(array, at + 2, end, key, 0, key.length) < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  byte[] key(int place) {
    int at = at(place);
    return Arrays.copyOfRange(run.array(), at + 2, at + 2 + Octets.u16(run.array(), at));
  }

  /// Compares the keys of two groups of any runs, given by array and offset.
  static int compare(byte[] a, int aAt, byte[] b, int bAt) {
    return Arrays.compareUnsigned(
        a, aAt + 2, aAt + 2 + Octets.u16(a, aAt), b, bAt + 2, bAt + 2 + Octets.u16(b, bAt));
  }

  private static long prefix(byte[] array, int at) {
    int length = Octets.u16(array, at);
    long prefix = 0;
    for (int i = 0; i < 8; i++) {
      prefix = prefix << 8 | (i < length ? array[at + 2 + i] & 0xff : 0);
    }
    return prefix;
  }

  private static void sort(
      RecordRun run, long[] prefixes, int[] order, int[] spare, int from, int to) {
    if (to - from < 2) {
      return;
    }
    int middle = (from + to) >>> 1;
    sort(run, prefixes, order, spare, from, middle);
    sort(run, prefixes, order, spare, middle, to);
    if (compare(run, prefixes, order[middle - 1], order[middle]) <= 0) {
      return;
    }
    System.arraycopy(order, from, spare, from, middle - from);
    int left = from;
    int right = middle;
    int at = from;
    while (left < middle && right < to) {
      boolean takeLeft = compare(run, prefixes, spare[left], order[right]) <= 0;
      order[at++] = takeLeft ? spare[left++] : order[right++];
    }
    System.arraycopy(spare, left, order, at, middle - left);
  }

  private static int compare(RecordRun run, long[] prefixes, int a, int b) {
    int first = Long.compareUnsigned(prefixes[a], prefixes[b]);
    return first != 0 ? first : compare(run.array(), run.groupAt(a), run.array(), run.groupAt(b));
  }
}
