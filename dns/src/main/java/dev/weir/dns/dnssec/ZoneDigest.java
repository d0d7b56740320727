package dev.weir.dns.dnssec;

import dev.weir.dns.octets.OctetBuffer;
import dev.weir.dns.octets.Octets;
import dev.weir.dns.rdata.CanonicalRdata;
import dev.weir.dns.workers.Workers;
import dev.weir.dns.zone.Zone;
import dev.weir.dns.zone.ZoneCursor;
import dev.weir.dns.zone.ZoneRange;
import java.security.MessageDigest;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

// The idea: the SIMPLE scheme (RFC 8976 §3.3) is one hash over all records in canonical order and
// form. A hash is a chain and cannot be cut, but what goes into it can: ranges of the zone are
// rendered on all cores and the calling thread hashes them in order, so that wall time is that of
// the hash alone (about 0.6 GB/s a core).
//
// What counts: every record of the zone, glue and occluded data and all signatures among them; left
// out are the ZONEMD records of the apex and the signatures over them (RFC 8976 §3.3.1). The zone
// store has already sorted the records, dropped duplicates, and refused what lies outside.

/// The digest of a whole zone by the SIMPLE scheme (RFC 8976 §3.3).
public final class ZoneDigest {
  /// The number of the SIMPLE scheme, the only one there is (RFC 8976 §2.2.2).
  public static final int SIMPLE = 1;

  /// Octets of ZONEMD record data before the digest: serial, scheme and hash algorithm.
  public static final int HEADER = 6;

  private static final int SOA = 6;
  private static final int RRSIG = 46;
  private static final int ZONEMD = 63;
  private static final int CLASS_IN = 1;
  private static final int PAGES_PER_RANGE = 8;

  private ZoneDigest() {}

  /// Computes a zone's digest.
  ///
  /// @param zone the zone; its apex may or may not have ZONEMD records
  /// @param hash with which algorithm
  /// @param workers render the records; the caller's thread hashes
  /// @return the digest, as many octets as the algorithm has
  public static byte[] compute(Zone zone, DigestHash hash, Workers workers) {
    byte[] digest = compute(zone, Set.of(hash), workers).get(hash);
    if (digest == null) {
      throw new IllegalStateException("no digest by " + hash);
    }
    return digest;
  }

  /// Computes several digests of a zone in one walk.
  public static Map<DigestHash, byte[]> compute(
      Zone zone, Set<DigestHash> hashes, Workers workers) {
    Map<DigestHash, MessageDigest> running = new EnumMap<>(DigestHash.class);
    hashes.forEach(hash -> running.put(hash, hash.open()));
    List<ZoneRange> ranges = zone.ranges(PAGES_PER_RANGE);
    workers.inOrder(
        ranges.size(),
        i -> render(zone, ranges.get(i)),
        (OctetBuffer text) ->
            running.values().forEach(digest -> digest.update(text.array(), 0, text.length())));
    Map<DigestHash, byte[]> digests = new EnumMap<>(DigestHash.class);
    running.forEach((hash, digest) -> digests.put(hash, digest.digest()));
    return digests;
  }

  /// The record data of the ZONEMD record that fits a zone (RFC 8976 §2.2).
  ///
  /// @throws IllegalArgumentException if the zone has no SOA record, whose serial the record
  ///   repeats
  public static byte[] record(Zone zone, DigestHash hash, Workers workers) {
    int serial = serial(zone);
    byte[] digest = compute(zone, hash, workers);
    return new OctetBuffer(HEADER + digest.length)
        .i32(serial)
        .u8(SIMPLE)
        .u8(hash.code())
        .bytes(digest)
        .toBytes();
  }

  private static int serial(Zone zone) {
    ZoneCursor apex = zone.find(new byte[0]);
    if (apex == null || !apex.findSet(SOA, 0) || !apex.nextRecord()) {
      throw new IllegalArgumentException(
          "zone "
              + zone.apex()
              + " has no SOA record, so that no digest fits it (RFC 8976 §2.2.1)");
    }
    return Octets.i32(apex.page(), apex.rdataFrom() + apex.rdataLength() - 20);
  }

  private static OctetBuffer render(Zone zone, ZoneRange range) {
    OctetBuffer out = new OctetBuffer(512 * 1024);
    OctetBuffer owner = new OctetBuffer(256);
    ZoneCursor cursor = zone.cursor(range);
    while (cursor.next()) {
      owner.clear();
      cursor.owner(true, owner);
      boolean apex = cursor.keyLength() == 0;
      while (cursor.nextSet()) {
        if (!apex || !digestOfZone(cursor)) {
          renderSet(cursor, owner, out);
        }
      }
    }
    return out;
  }

  private static boolean digestOfZone(ZoneCursor set) {
    return set.type() == ZONEMD || (set.type() == RRSIG && set.covered() == ZONEMD);
  }

  private static void renderSet(ZoneCursor set, OctetBuffer owner, OctetBuffer out) {
    int type = set.type();
    int ttl = set.ttl();
    boolean folds = set.folds();
    while (set.nextRecord()) {
      out.bytes(owner.array(), 0, owner.length()).u16(type).u16(CLASS_IN).i32(ttl);
      out.u16(set.rdataLength());
      if (folds) {
        CanonicalRdata.append(type, set.page(), set.rdataFrom(), set.rdataLength(), out);
      } else {
        out.bytes(set.page(), set.rdataFrom(), set.rdataLength());
      }
    }
  }
}
