package dev.weir.signer.verify;

import dev.weir.dns.check.Findings;
import dev.weir.dns.dnssec.Base32Hex;
import dev.weir.dns.dnssec.Nsec3Hash;
import dev.weir.dns.name.Name;
import dev.weir.dns.name.NameKey;
import dev.weir.dns.octets.OctetBuffer;
import dev.weir.dns.zone.Zone;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

// The idea: base 32 with the extended hex alphabet sorts as the hashes do, so that a walk over the
// zone meets the records of a chain in the order of their hashes. The index is what such a walk
// finds: the hashes, twenty octets each in one array, and where each record's data is. One binary
// search finds the record of a hash or the one that covers it, and a loop over neighbours is the
// full sweep that proves the ring (it alone finds overlapping chains).

/// All NSEC3 records of one chain, in the order of their hashes.
final class Nsec3Index {
  /// What one range of the zone has of a chain.
  static final class Run {
    private final OctetBuffer hashes = new OctetBuffer(1024);
    private final List<byte[]> pages = new ArrayList<>();
    private int[] places = new int[3 * 256];
    private int count;

    /// Adds a record; they come in the order of the walk.
    @SuppressWarnings(
        "ReferenceEquality") // a page is an array; the question is whether it is the same
    void add(byte[] hash, byte[] page, int from, int length) {
      hashes.bytes(hash, 0, Nsec3Hash.OCTETS);
      if (pages.isEmpty() || pages.getLast() != page) {
        pages.add(page);
      }
      if (3 * count == places.length) {
        places = Arrays.copyOf(places, 6 * count);
      }
      places[3 * count] = pages.size() - 1;
      places[3 * count + 1] = from;
      places[3 * count + 2] = length;
      count++;
    }
  }

  private static final int OPT_OUT = 1;

  private final Zone zone;
  private final byte[] hashes;
  private final byte[][] pages;
  private final int[] places;
  private final int size;
  private final byte[] taken;
  private final int dataAt;

  /// Joins the runs of all ranges, in order.
  Nsec3Index(Zone zone, Nsec3Parameters parameters, List<Run> runs) {
    this.zone = zone;
    this.size = runs.stream().mapToInt(run -> run.count).sum();
    this.hashes = new byte[size * Nsec3Hash.OCTETS];
    this.places = new int[3 * size];
    this.taken = new byte[size];
    this.dataAt = Nsec3Parameters.HEADER + parameters.salt().length();
    List<byte[]> all = new ArrayList<>();
    int at = 0;
    for (Run run : runs) {
      System.arraycopy(
          run.hashes.array(), 0, hashes, at * Nsec3Hash.OCTETS, run.count * Nsec3Hash.OCTETS);
      for (int i = 0; i < run.count; i++) {
        places[3 * (at + i)] = run.places[3 * i] + all.size();
        places[3 * (at + i) + 1] = run.places[3 * i + 1];
        places[3 * (at + i) + 2] = run.places[3 * i + 2];
      }
      at += run.count;
      all.addAll(run.pages);
    }
    this.pages = all.toArray(byte[][]::new);
  }

  /// Records in the chain.
  int size() {
    return size;
  }

  /// The number of the record whose owner is `hash[at, at + 20)`, or `-1 - n` where record `n`
  /// would follow it.
  int search(byte[] hash, int at) {
    int low = 0;
    int high = size;
    while (low < high) {
      int middle = (low + high) >>> 1;
      int from = middle * Nsec3Hash.OCTETS;
      int order =
          Arrays.compareUnsigned(
              hashes, from, from + Nsec3Hash.OCTETS, hash, at, at + Nsec3Hash.OCTETS);
      if (order == 0) {
        return middle;
      }
      if (order < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return -1 - low;
  }

  /// Whether the record that covers a hash, as [#search] told it, has the opt-out flag.
  boolean optOut(int notFound) {
    if (size == 0) {
      return false;
    }
    int before = -1 - notFound - 1;
    int covering = before < 0 ? size - 1 : before;
    return (page(covering)[places[3 * covering + 1] + 1] & OPT_OUT) != 0;
  }

  /// Marks a record as that of a name.
  ///
  /// @return false if another name has it already
  boolean take(int index) {
    boolean free = taken[index] == 0;
    taken[index] = 1;
    return free;
  }

  /// The array that holds a record's data.
  byte[] page(int index) {
    return pages[places[3 * index]];
  }

  /// Where the type bitmap of a record begins in [#page]; its end if the record is cut short.
  int bitmapFrom(int index) {
    int next = places[3 * index + 1] + dataAt;
    int end = end(index);
    return next < end ? Math.min(end, next + 1 + (page(index)[next] & 0xff)) : end;
  }

  /// Where a record's data ends in [#page].
  int end(int index) {
    return places[3 * index + 1] + places[3 * index + 2];
  }

  /// The name that owns a record.
  Name owner(int index) {
    OctetBuffer key = new OctetBuffer(40);
    int from = index * Nsec3Hash.OCTETS;
    Base32Hex.encode(hashes, from, from + Nsec3Hash.OCTETS, key);
    return NameKey.name(key.u8(0).toBytes(), zone.apex());
  }

  /// Sweeps the chain: each record leads to the next, the last to the first; and each was taken by
  /// a name.
  void sweep(Findings findings) {
    for (int i = 0; i < size; i++) {
      int index = i;
      int following = i + 1 < size ? i + 1 : 0;
      int next = places[3 * i + 1] + dataAt;
      byte[] page = page(i);
      boolean whole = next + 1 + Nsec3Hash.OCTETS <= end(i) && page[next] == Nsec3Hash.OCTETS;
      if (!whole || !leads(page, next + 1, following)) {
        findings.add(
            DnssecRule.NSEC3_NEXT,
            owner(i),
            Types.NSEC3,
            () ->
                "leads to "
                    + (whole ? text(page, next + 1) : "no hash")
                    + ", but the next record is that of "
                    + owner(following).toString());
      }
      if (taken[i] == 0) {
        findings.add(
            DnssecRule.NSEC3_UNWANTED,
            owner(index),
            Types.NSEC3,
            () -> "the hash is that of no name in the zone");
      }
    }
  }

  private boolean leads(byte[] page, int from, int following) {
    int to = following * Nsec3Hash.OCTETS;
    return Arrays.equals(page, from, from + Nsec3Hash.OCTETS, hashes, to, to + Nsec3Hash.OCTETS);
  }

  private static String text(byte[] hash, int from) {
    OctetBuffer text = new OctetBuffer(40);
    Base32Hex.encode(hash, from, from + Nsec3Hash.OCTETS, text);
    return new String(text.array(), 0, text.length(), StandardCharsets.US_ASCII);
  }
}
