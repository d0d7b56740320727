package dev.weir.dns.dnssec;

import dev.weir.dns.octets.Octets;
import dev.weir.dns.workers.Workers;
import dev.weir.dns.zone.Zone;
import dev.weir.dns.zone.ZoneCursor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Holds the ZONEMD records of a zone against its content (RFC 8976 §4).
///
/// One record that fits is enough; records of unknown schemes and hash algorithms count for nothing
/// either way, so that a zone may carry a number from the future.
///
/// @param outcomes one for each ZONEMD record of the apex, in canonical order; empty if there is
///   none
public record ZoneDigestCheck(List<Outcome> outcomes) {

  /// What became of one ZONEMD record.
  public enum Verdict {
    /// The digest fits the zone.
    FITS,
    /// The digest is another than the zone's.
    DIFFERS,
    /// The serial is not that of the SOA record.
    OTHER_SERIAL,
    /// The scheme is not SIMPLE.
    UNKNOWN_SCHEME,
    /// The hash algorithm is not known.
    UNKNOWN_HASH,
    /// The digest does not have the octets of its algorithm, or fewer than twelve.
    WRONG_LENGTH,
    /// Another record has the same scheme and hash algorithm; neither counts (RFC 8976 §2.2.2).
    REPEATED;

    /// Whether the record can be passed over without doubt about the zone.
    public boolean unknown() {
      return this == UNKNOWN_SCHEME || this == UNKNOWN_HASH;
    }
  }

  /// What became of one ZONEMD record.
  ///
  /// @param serial the serial in the record
  /// @param scheme its scheme
  /// @param hash the number of its hash algorithm
  /// @param verdict what became of it
  /// @param computed the digest of the zone, empty where none was computed
  public record Outcome(int serial, int scheme, int hash, Verdict verdict, Octets computed) {}

  private static final int SOA = 6;
  private static final int ZONEMD = 63;
  private static final int SHORTEST_DIGEST = 12;

  /// Checks a zone.
  ///
  /// @param workers render the zone's records where a digest must be computed
  public static ZoneDigestCheck of(Zone zone, Workers workers) {
    ZoneCursor apex = zone.find(new byte[0]);
    if (apex == null) {
      return new ZoneDigestCheck(List.of());
    }
    boolean hasSoa = apex.findSet(SOA, 0) && apex.nextRecord();
    int serial = hasSoa ? Octets.i32(apex.page(), apex.rdataFrom() + apex.rdataLength() - 20) : 0;
    List<Octets> records = new ArrayList<>();
    if (apex.findSet(ZONEMD, 0)) {
      while (apex.nextRecord()) {
        records.add(apex.rdata());
      }
    }
    List<Verdict> verdicts = new ArrayList<>();
    Set<DigestHash> needed = EnumSet.noneOf(DigestHash.class);
    for (Octets record : records) {
      Verdict verdict = judge(record, records, serial);
      verdicts.add(verdict);
      DigestHash hash = DigestHash.find(record.length() < 6 ? 0 : record.u8(5));
      if (verdict == Verdict.FITS && hash != null) {
        needed.add(hash);
      }
    }
    Map<DigestHash, byte[]> digests =
        needed.isEmpty() ? Map.of() : ZoneDigest.compute(zone, needed, workers);
    List<Outcome> outcomes = new ArrayList<>();
    for (int i = 0; i < records.size(); i++) {
      outcomes.add(outcome(records.get(i), verdicts.get(i), digests));
    }
    return new ZoneDigestCheck(List.copyOf(outcomes));
  }

  /// Whether some record fits the zone.
  public boolean fits() {
    return outcomes.stream().anyMatch(outcome -> outcome.verdict() == Verdict.FITS);
  }

  /// Whether the zone has digest records that could be judged, and none of them fits.
  public boolean refuted() {
    return !fits() && outcomes.stream().anyMatch(outcome -> !outcome.verdict().unknown());
  }

  /// All that can be said before the zone is hashed; FITS means that only the digest is open.
  private static Verdict judge(Octets record, List<Octets> all, int serial) {
    if (record.length() < ZoneDigest.HEADER + SHORTEST_DIGEST) {
      return Verdict.WRONG_LENGTH;
    }
    if (repeated(record, all)) {
      return Verdict.REPEATED;
    }
    if (record.i32(0) != serial) {
      return Verdict.OTHER_SERIAL;
    }
    if (record.u8(4) != ZoneDigest.SIMPLE) {
      return Verdict.UNKNOWN_SCHEME;
    }
    DigestHash hash = DigestHash.find(record.u8(5));
    if (hash == null) {
      return Verdict.UNKNOWN_HASH;
    }
    return record.length() == ZoneDigest.HEADER + hash.octets()
        ? Verdict.FITS
        : Verdict.WRONG_LENGTH;
  }

  private static boolean repeated(Octets record, List<Octets> all) {
    Set<Octets> same = new HashSet<>();
    for (Octets other : all) {
      if (other.length() >= ZoneDigest.HEADER && other.u16(4) == record.u16(4)) {
        same.add(other);
      }
    }
    return same.size() > 1;
  }

  private static Outcome outcome(Octets record, Verdict verdict, Map<DigestHash, byte[]> digests) {
    boolean headed = record.length() >= ZoneDigest.HEADER;
    int scheme = headed ? record.u8(4) : 0;
    int code = headed ? record.u8(5) : 0;
    DigestHash hash = DigestHash.find(code);
    byte[] digest = verdict == Verdict.FITS && hash != null ? digests.get(hash) : null;
    if (digest == null) {
      return new Outcome(headed ? record.i32(0) : 0, scheme, code, verdict, Octets.EMPTY);
    }
    byte[] claimed = record.from(ZoneDigest.HEADER).toBytes();
    Verdict last = Arrays.equals(claimed, digest) ? Verdict.FITS : Verdict.DIFFERS;
    return new Outcome(record.i32(0), scheme, code, last, Octets.of(digest));
  }
}
