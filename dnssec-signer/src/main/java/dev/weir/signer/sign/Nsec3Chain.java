package dev.weir.signer.sign;

import dev.weir.dns.dnssec.Base32Hex;
import dev.weir.dns.dnssec.Nsec3Hash;
import dev.weir.dns.octets.OctetBuffer;
import dev.weir.dns.workers.Workers;
import dev.weir.signer.SigningFault;
import dev.weir.signer.sign.NodeSigner.DenialSet;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

// The idea: hashes are thrown into buckets by their leading ten bits, which spread evenly, and the
// buckets sorted on all cores. Within a bucket an entry is one long: forty more bits of its hash
// above its number, so that sorting is the sorting of primitives; where forty bits are not enough,
// neighbours are compared in full.
//
// The representation: all hashes in order, 20 octets each, and for each the bitmap of its name.

/// All names that need an NSEC3 record, in the order of their hashes (RFC 5155 §7.1).
final class Nsec3Chain {
  /// Octets of the key of an NSEC3 owner: its one label and the separator.
  static final int KEY_OCTETS = 33;

  private static final int NSEC3 = 50;
  private static final int OCTETS = Nsec3Hash.OCTETS;
  private static final int BUCKETS = 1024;
  private static final int NUMBER_BITS = 24;
  private static final int OPT_OUT = 1;

  private final Denial.Nsec3 parameters;
  private final byte[] hashes;
  private final byte[][] bitmaps;
  private final int size;

  private Nsec3Chain(Denial.Nsec3 parameters, byte[] hashes, byte[][] bitmaps, int size) {
    this.parameters = parameters;
    this.hashes = hashes;
    this.bitmaps = bitmaps;
    this.size = size;
  }

  /// Sorts the names of all ranges.
  ///
  /// @throws SigningFault if two names have one hash
  static Nsec3Chain of(List<Nsec3Names> sources, Denial.Nsec3 parameters, Workers workers) {
    int[] ends = bucketEnds(sources);
    int count = ends[BUCKETS];
    byte[] hashes = new byte[count * OCTETS];
    byte[][] bitmaps = new byte[count][];
    int[] next = Arrays.copyOf(ends, BUCKETS);
    for (Nsec3Names source : sources) {
      for (int i = 0; i < source.count(); i++) {
        int place = next[bucket(source.hashes(), i)]++;
        System.arraycopy(source.hashes(), i * OCTETS, hashes, place * OCTETS, OCTETS);
        bitmaps[place] = source.bitmap(i);
      }
    }
    workers.map(BUCKETS, b -> sortBucket(hashes, bitmaps, ends[b], ends[b + 1]));
    return new Nsec3Chain(parameters, hashes, bitmaps, unique(hashes, bitmaps));
  }

  /// Where each bucket begins, and the last ends.
  private static int[] bucketEnds(List<Nsec3Names> sources) {
    int[] ends = new int[BUCKETS + 1];
    for (Nsec3Names source : sources) {
      for (int i = 0; i < source.count(); i++) {
        ends[bucket(source.hashes(), i) + 1]++;
      }
    }
    for (int i = 0; i < BUCKETS; i++) {
      ends[i + 1] += ends[i];
    }
    return ends;
  }

  private static int bucket(byte[] hashes, int index) {
    int at = index * OCTETS;
    return (hashes[at] & 0xff) << 2 | (hashes[at + 1] & 0xff) >>> 6;
  }

  private static boolean sortBucket(byte[] hashes, byte[][] bitmaps, int from, int to) {
    int count = to - from;
    long[] entries = new long[count];
    for (int i = 0; i < count; i++) {
      int at = (from + i) * OCTETS;
      long bits = (long) (hashes[at + 1] & 0x3f) << 32 | (hashes[at + 2] & 0xffL) << 24;
      bits |= (hashes[at + 3] & 0xff) << 16 | (hashes[at + 4] & 0xff) << 8 | hashes[at + 5] & 0xff;
      entries[i] = bits << NUMBER_BITS | i;
    }
    Arrays.sort(entries);
    byte[] oldHashes = Arrays.copyOfRange(hashes, from * OCTETS, to * OCTETS);
    byte[][] oldBitmaps = Arrays.copyOfRange(bitmaps, from, to);
    for (int i = 0; i < count; i++) {
      int old = (int) entries[i] & ((1 << NUMBER_BITS) - 1);
      int place = from + i;
      while (place > from && compare(hashes, place - 1, oldHashes, old) > 0) {
        System.arraycopy(hashes, (place - 1) * OCTETS, hashes, place * OCTETS, OCTETS);
        bitmaps[place] = bitmaps[place - 1];
        place--;
      }
      System.arraycopy(oldHashes, old * OCTETS, hashes, place * OCTETS, OCTETS);
      bitmaps[place] = oldBitmaps[old];
    }
    return true;
  }

  private static int compare(byte[] a, int indexA, byte[] b, int indexB) {
    int atA = indexA * OCTETS;
    int atB = indexB * OCTETS;
    return Arrays.compareUnsigned(a, atA, atA + OCTETS, b, atB, atB + OCTETS);
  }

  /// Drops empty non-terminals that two ranges found, and gives how many names are left.
  private static int unique(byte[] hashes, byte[][] bitmaps) {
    int kept = 0;
    for (int i = 0; i < bitmaps.length; i++) {
      if (kept > 0 && compare(hashes, kept - 1, hashes, i) == 0) {
        if (bitmaps[kept - 1].length != 0 || bitmaps[i].length != 0) {
          throw new SigningFault(
              "two names of the zone have the NSEC3 hash "
                  + HexFormat.of().formatHex(hashes, i * OCTETS, (i + 1) * OCTETS)
                  + "; choose another salt");
        }
      } else {
        System.arraycopy(hashes, i * OCTETS, hashes, kept * OCTETS, OCTETS);
        bitmaps[kept++] = bitmaps[i];
      }
    }
    return kept;
  }

  /// Records in the chain.
  int size() {
    return size;
  }

  /// Writes the key, relative to the apex, of the record at `place` in hash order.
  ///
  /// @param out takes [#KEY_OCTETS] octets
  void key(int place, byte[] out) {
    Base32Hex.encode(hashes, place * OCTETS, (place + 1) * OCTETS, out, 0);
    out[KEY_OCTETS - 1] = 0;
  }

  /// The first place whose key is not below `key`.
  int search(byte[] key) {
    byte[] here = new byte[KEY_OCTETS];
    int low = 0;
    int high = size;
    while (low < high) {
      int middle = (low + high) >>> 1;
      key(middle, here);
      if (Arrays.compareUnsigned(here, key) < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /// Fills in the record at `place` (RFC 5155 §3.2).
  void fill(int place, DenialSet denial) {
    OctetBuffer rdata = denial.rdata();
    rdata.clear();
    rdata.u8(Nsec3Hash.SHA_1).u8(parameters.optOut() ? OPT_OUT : 0);
    rdata.u16(parameters.iterations());
    rdata.u8(parameters.salt().length()).octets(parameters.salt());
    int next = place + 1 == size ? 0 : place + 1;
    rdata.u8(OCTETS).bytes(hashes, next * OCTETS, OCTETS).bytes(bitmaps[place]);
  }

  /// An empty record of the chain, to be filled.
  static DenialSet record(int ttl) {
    return new DenialSet(NSEC3, ttl);
  }
}
