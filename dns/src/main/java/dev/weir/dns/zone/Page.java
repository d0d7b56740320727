package dev.weir.dns.zone;

import dev.weir.dns.octets.Octets;
import java.util.Arrays;

// A leaf of the zone tree: some nodes in canonical order, back to back in one array, and behind
// them
// the offset of each, four octets apiece, for binary search.
//
//   page    node* offset(i32)*
//   node    keyLength(u16) key flags(u8) [spelling] sets(u16) set*
//   set     length(i32, of what follows) type(u16) covered(u16) ttl(i32) count(i32) record*
//   record  length(u16) rdata
//
// The key is relative to the apex (see NameKey). The spelling, as long as the key, is there if the
// zone file wrote the owner with capitals. Sets are ordered by type and, for RRSIG (46), by the
// type
// they cover, which keeps signatures with a TTL of their own apart. The top bit of the count says
// that some record data has capitals in a name that canonical form folds, so that nearly all sets
// can be signed and digested as they stand. Records are in canonical order without duplicates.

/// A leaf of the zone tree: nodes in canonical order in one array, with a summary.
final class Page implements Tree {
  /// Node flag: a spelling follows the key.
  static final int SPELLED = 1;

  /// Count flag: the set's canonical form differs from what is stored.
  static final int FOLDS = 1 << 31;

  /// Octets of a set before its records, the length field included.
  static final int SET_HEADER = 16;

  private final byte[] bytes;
  private final int count;
  private final Summary summary;

  Page(byte[] bytes, int count, Summary summary) {
    this.bytes = bytes;
    this.count = count;
    this.summary = summary;
  }

  byte[] bytes() {
    return bytes;
  }

  /// Nodes on this page, at least one.
  int count() {
    return count;
  }

  /// Where node `index` begins.
  int nodeAt(int index) {
    return Octets.i32(bytes, bytes.length - 4 * (count - index));
  }

  /// Where node `index` ends, exclusive.
  int nodeEnd(int index) {
    return index + 1 < count ? nodeAt(index + 1) : bytes.length - 4 * count;
  }

  @Override
  public Summary summary() {
    return summary;
  }

  @Override
  public byte[] firstKey() {
    return Arrays.copyOfRange(bytes, 2, 2 + Octets.u16(bytes, 0));
  }

  /// Whether the keys of all nodes are below `key`.
  boolean endsBefore(byte[] key) {
    int at = nodeAt(count - 1);
    int length = Octets.u16(bytes, at);
    return Arrays.compareUnsigned(bytes, at + 2, at + 2 + length, key, 0, key.length) < 0;
  }

  /// The index of the first node whose key is not below `key`; the count if there is none.
  int search(byte[] key) {
    int low = 0;
    int high = count;
    while (low < high) {
      int middle = (low + high) >>> 1;
      int at = nodeAt(middle);
      int length = Octets.u16(bytes, at);
      if (Arrays.compareUnsigned(bytes, at + 2, at + 2 + length, key, 0, key.length) < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /// Where the sets count of the node at `at` stands.
  static int setsAt(byte[] bytes, int at) {
    int length = Octets.u16(bytes, at);
    boolean spelled = (bytes[at + 2 + length] & SPELLED) != 0;
    return at + 3 + length + (spelled ? length : 0);
  }
}
