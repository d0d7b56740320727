package dev.weir.bgp.rib;

import dev.weir.bgp.octets.Octets;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/// Strings of octets, each stored once and known by a small number.
///
/// **Representation.** The octets lie in blocks of 4-octet units ([Slabs], [OctetPages]). A number
/// has a place (shared with snapshots) and a count of its users (the writer's own). A hash table of
/// numbers ([Hashing]) finds the number of given octets.
///
/// **Cost.** With 22 octets in an AS path: 24 octets in the page, 8 in the columns, 11 to 21 in the
/// hash table.
///
/// **Reclamation.** Whoever interns a string has one use of it and must release it. Without users
/// the octets and the number are free for the next; when the table runs empty everything goes.
final class OctetTable implements Slabs.Pages {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long PRIME = 0x9e37_79b9_7f4a_7c15L;

  private ByteColumn octets = new ByteColumn();
  private IntColumn places = new IntColumn();
  private IntColumn counts = new IntColumn();
  private Slabs slabs = new Slabs(this, OctetPages.PAGE_SHIFT, false);
  private final IntStack idle = new IntStack();
  private final Hashing table = new Hashing();
  private int next = 1;
  private int live;

  OctetTable() {
    places.reach(0);
    counts.reach(0);
  }

  /// Mixes octets into a number.
  static long hash(byte[] array, int offset, int length) {
    long hash = length * PRIME;
    int at = offset;
    int end = offset + length;
    for (; end - at >= 8; at += 8) {
      hash = (hash ^ (long) LONGS.get(array, at)) * PRIME;
      hash ^= hash >>> 29;
    }
    long tail = 0;
    for (; at < end; at++) {
      tail = tail << 8 | array[at] & 0xff;
    }
    hash = (hash ^ tail) * PRIME;
    return hash ^ hash >>> 32;
  }

  /// Returns the number of these octets, which are copied if they are new; the caller has one use
  /// of it more.
  int intern(byte[] array, int offset, int length) {
    if (length == 0) {
      return 0;
    }
    int hash = (int) hash(array, offset, length);
    int at = table.first(hash);
    for (long entry = table.at(at); entry != 0; entry = table.at(at)) {
      int id = (int) entry;
      if ((int) (entry >>> 32) == hash && isSame(id, array, offset, length)) {
        counts.set(id, counts.get(id) + 1);
        return id;
      }
      at = table.after(at);
    }
    int id = idle.isEmpty() ? next++ : idle.pop();
    places.reach(id);
    counts.reach(id);
    places.set(id, store(array, offset, length) + 1);
    counts.set(id, 1);
    table.put(at, hash, id);
    live++;
    return id;
  }

  /// Returns the number of these octets, or -1 if they are not here.
  int find(byte[] array, int offset, int length) {
    if (length == 0) {
      return 0;
    }
    int hash = (int) hash(array, offset, length);
    int at = table.first(hash);
    for (long entry = table.at(at); entry != 0; entry = table.at(at)) {
      int id = (int) entry;
      if ((int) (entry >>> 32) == hash && isSame(id, array, offset, length)) {
        return id;
      }
      at = table.after(at);
    }
    return -1;
  }

  /// Adds a use.
  void retain(int id) {
    if (id != 0) {
      counts.set(id, counts.get(id) + 1);
    }
  }

  /// Ends a use; the last one frees the string.
  void release(int id) {
    if (id == 0) {
      return;
    }
    int left = counts.get(id) - 1;
    counts.set(id, left);
    if (left > 0) {
      return;
    }
    Octets string = get(id);
    table.remove((int) hash(string.array(), string.offset(), string.length()), id);
    int place = places.get(id) - 1;
    byte[] page = octets.pages()[place >>> OctetPages.PAGE_SHIFT];
    int at = (place & (1 << OctetPages.PAGE_SHIFT) - 1) << OctetPages.UNIT_SHIFT;
    slabs.free(place, units(OctetPages.length(page, at)));
    places.set(id, 0);
    idle.push(id);
    if (--live == 0) {
      clear();
    }
  }

  /// Returns how many strings there are, the empty one not counted.
  int live() {
    return live;
  }

  /// Returns how many users a string has.
  int users(int id) {
    return counts.get(id);
  }

  /// The octets of a string, until the next change.
  Octets get(int id) {
    return view().get(id);
  }

  private OctetPages view() {
    return new OctetPages(octets.pages(), places.pages(), next);
  }

  /// Hands the strings to a reader, for which they will not change.
  OctetPages share() {
    return new OctetPages(octets.share(), places.share(), next);
  }

  /// Returns how many octets of memory everything takes.
  long octets() {
    return octets.octets()
        + places.octets()
        + counts.octets()
        + slabs.octets()
        + table.octets()
        + 4L * idle.size();
  }

  @Override
  public void open(int page, int units) {
    octets.put(page, new byte[units << OctetPages.UNIT_SHIFT]);
  }

  @Override
  public void close(int page) {
    octets.drop(page);
  }

  private boolean isSame(int id, byte[] array, int offset, int length) {
    int place = places.get(id) - 1;
    byte[] page = octets.pages()[place >>> OctetPages.PAGE_SHIFT];
    int at = (place & (1 << OctetPages.PAGE_SHIFT) - 1) << OctetPages.UNIT_SHIFT;
    if (OctetPages.length(page, at) != length) {
      return false;
    }
    int from = at + OctetPages.header(length);
    return Arrays.equals(page, from, from + length, array, offset, offset + length);
  }

  private int store(byte[] array, int offset, int length) {
    int place = slabs.allocate(units(length));
    byte[] page = octets.writable(place >>> OctetPages.PAGE_SHIFT);
    int at = (place & (1 << OctetPages.PAGE_SHIFT) - 1) << OctetPages.UNIT_SHIFT;
    if (length < 0x8000) {
      page[at++] = (byte) (length >>> 8);
    } else {
      page[at++] = (byte) (length >>> 24 | 0x80);
      page[at++] = (byte) (length >>> 16);
      page[at++] = (byte) (length >>> 8);
    }
    page[at++] = (byte) length;
    System.arraycopy(array, offset, page, at, length);
    return place;
  }

  private static int units(int length) {
    return OctetPages.header(length) + length + 3 >>> OctetPages.UNIT_SHIFT;
  }

  private void clear() {
    octets = new ByteColumn();
    places = new IntColumn();
    counts = new IntColumn();
    slabs = new Slabs(this, OctetPages.PAGE_SHIFT, false);
    idle.clear();
    table.clear();
    next = 1;
    places.reach(0);
    counts.reach(0);
  }
}
