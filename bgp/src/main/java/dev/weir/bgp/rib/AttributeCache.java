package dev.weir.bgp.rib;

import dev.weir.bgp.octets.Octets;
import dev.weir.bgp.path.PathAttributes;
import java.util.Arrays;

/// Remembers what attribute octets were taken apart to, for the octets seen lately.
///
/// Direct mapped: octets have one place, by their hash, and push out what is there. An entry keeps
/// a copy of the octets, because readers reuse their buffers, and counts as one use of its set and
/// next hop.
final class AttributeCache {
  /// Longer octets are not remembered; those of table entries are seldom a tenth as long.
  static final int LONGEST = 1024;

  private static final int SIZE = 1 << 15;
  private static final byte[] NONE = new byte[0];

  private final byte[][] octets = new byte[SIZE][];
  private final int[] lengths = new int[SIZE];
  private final long[] hashes = new long[SIZE];
  private final int[] sets = new int[SIZE];
  private final int[] hops = new int[SIZE];
  private int last;
  private long hash;

  AttributeCache() {
    Arrays.fill(octets, NONE);
  }

  /// Returns the entry of these octets, or, complemented, the place where to put them.
  int find(PathAttributes attributes, Octets hop, boolean reachFirst) {
    int key = key(attributes, hop, reachFirst);
    if (isSame(last, key, attributes, hop)) {
      return last;
    }
    Octets all = attributes.octets();
    hash = OctetTable.hash(all.array(), all.offset(), all.length());
    if (!hop.isEmpty()) {
      hash ^= Long.rotateLeft(OctetTable.hash(hop.array(), hop.offset(), hop.length()), 17);
    }
    int place = (int) (hash >>> 17) & SIZE - 1;
    if (hashes[place] == hash && isSame(place, key, attributes, hop)) {
      last = place;
      return place;
    }
    return ~place;
  }

  private boolean isSame(int entry, int key, PathAttributes attributes, Octets hop) {
    Octets all = attributes.octets();
    int length = all.length();
    byte[] mine = octets[entry];
    return sets[entry] != 0
        && lengths[entry] == key
        && Arrays.equals(mine, 0, length, all.array(), all.offset(), all.end())
        && Arrays.equals(mine, length, length + hop.length(), hop.array(), hop.offset(), hop.end());
  }

  /// Both lengths, which next hop counts, and the width of AS numbers as one number.
  private static int key(PathAttributes attributes, Octets hop, boolean reachFirst) {
    return attributes.octets().length() << 9
        | (reachFirst ? 256 : 0)
        | hop.length() << 1
        | (attributes.fourOctetAsn() ? 1 : 0);
  }

  /// Puts octets into the place that [#find] named.
  void put(
      int place, PathAttributes attributes, Octets hop, boolean reachFirst, int set, int nextHop) {
    int length = attributes.octets().length() + hop.length();
    byte[] into = octets[place];
    if (into.length < length || into.length > length * 4 + 64) {
      into = new byte[length];
      octets[place] = into;
    }
    hop.copyTo(into, attributes.octets().copyTo(into, 0));
    lengths[place] = key(attributes, hop, reachFirst);
    hashes[place] = hash;
    sets[place] = set;
    hops[place] = nextHop;
    last = place;
  }

  /// Returns how many places there are.
  int size() {
    return SIZE;
  }

  /// Returns the set of an entry, 0 if there is none.
  int set(int entry) {
    return sets[entry];
  }

  /// Returns the next hop of an entry.
  int hop(int entry) {
    return hops[entry];
  }

  /// Forgets all.
  void clear() {
    Arrays.fill(sets, 0);
    Arrays.fill(hops, 0);
    Arrays.fill(octets, NONE);
  }

  /// Returns how many octets of memory everything takes.
  long octets() {
    long total = 32L * SIZE;
    for (byte[] each : octets) {
      total += each.length == 0 ? 0 : 16 + each.length;
    }
    return total;
  }
}
