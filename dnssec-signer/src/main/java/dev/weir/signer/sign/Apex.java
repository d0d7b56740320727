package dev.weir.signer.sign;

import dev.weir.dns.dnssec.DigestHash;
import dev.weir.dns.dnssec.Nsec3Hash;
import dev.weir.dns.octets.OctetBuffer;
import dev.weir.dns.octets.Octets;
import dev.weir.dns.type.RecordType;
import dev.weir.dns.type.Serial;
import dev.weir.dns.zone.PageBuilder;
import dev.weir.dns.zone.Zone;
import dev.weir.dns.zone.ZoneCursor;
import dev.weir.dns.zone.ZoneEdit;
import dev.weir.signer.SigningFault;
import dev.weir.signer.keys.PublicKeyRecord;
import dev.weir.signer.keys.SigningKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The sets at the apex, taken out of a zone, changed as signing asks, and put back.
final class Apex {
  private static final byte[] KEY = {};
  private static final int SOA = RecordType.SOA.code();
  private static final int NS = RecordType.NS.code();
  private static final int DNSKEY = RecordType.DNSKEY.code();
  private static final int NSEC3PARAM = RecordType.NSEC3PARAM.code();
  private static final int ZONEMD = RecordType.ZONEMD.code();
  private static final int SIMPLE = 1;
  private static final int SOA_NUMBERS = 20;

  /// A set: its TTL in seconds, whether canonical form differs, and its records.
  private record Set(int ttl, boolean folds, List<Octets> records) {}

  private final Zone zone;
  private final TreeMap<Integer, Set> sets = new TreeMap<>(Integer::compareUnsigned);
  private final @Nullable Octets spelling;

  private Apex(Zone zone, ZoneCursor at) {
    this.zone = zone;
    spelling = at.spelled() ? new Octets(at.page(), at.spellingFrom(), at.keyLength()) : null;
    at.rewind();
    while (at.nextSet()) {
      List<Octets> records = new ArrayList<>();
      while (at.nextRecord()) {
        records.add(at.rdata());
      }
      sets.put(at.type() << 16 | at.covered(), new Set(at.ttl(), at.folds(), records));
    }
  }

  /// The apex of a zone.
  ///
  /// @throws SigningFault if the zone lacks SOA or NS there
  static Apex of(Zone zone) {
    ZoneCursor at = apexOf(zone);
    if (!at.findSet(SOA, 0) || at.records() != 1) {
      throw new SigningFault("zone " + zone.apex() + " has not exactly one SOA record at its top");
    }
    if (!at.findSet(NS, 0)) {
      throw new SigningFault("zone " + zone.apex() + " has no NS record at its top");
    }
    return new Apex(zone, at);
  }

  /// The zone with this apex.
  Zone toZone() {
    PageBuilder out = new PageBuilder();
    if (spelling == null) {
      out.beginNode(KEY, 0, 0, -1);
    } else {
      out.beginNode(spelling.array(), 0, 0, spelling.offset());
    }
    sets.forEach((key, set) -> {
      out.beginSet(key >>> 16, key & 0xffff, set.ttl, set.folds);
      set.records.forEach(r -> out.record(r.array(), r.offset(), r.length()));
    });
    out.endNode();
    return ZoneEdit.with(zone, KEY, out.finish());
  }

  /// The serial of the SOA record.
  Serial serial() {
    Octets soa = soa();
    return new Serial(soa.i32(soa.length() - SOA_NUMBERS));
  }

  /// Sets the serial of the SOA record.
  void serial(Serial serial) {
    OctetBuffer changed = new OctetBuffer().octets(soa());
    int at = changed.length() - SOA_NUMBERS;
    changed.putU16(at, serial.bits() >>> 16);
    changed.putU16(at + 2, serial.bits());
    Set old = get(SOA);
    put(SOA, old.ttl, old.folds, List.of(Octets.of(changed.toBytes())));
  }

  /// The TTL of the SOA record in seconds.
  int soaTtl() {
    return get(SOA).ttl;
  }

  /// The TTL of NSEC and NSEC3 records: the lower of the SOA's TTL and its minimum field (RFC 9077
  /// §3).
  int denialTtl() {
    Octets soa = soa();
    long minimum = soa.u32(soa.length() - 4);
    return (int) Math.min(soaTtl(), minimum);
  }

  /// Puts the keys into the DNSKEY set.
  ///
  /// Keys of the zone file stay in a zone that was not signed yet, as stand-by keys do; every
  /// algorithm among them must sign. In a zone that was signed they go, with their signatures.
  ///
  /// @param ttl seconds, or -1 to keep the set's, or take that of the SOA
  /// @throws SigningFault if a key that stays has an algorithm that no signing key has
  void keys(List<SigningKey> keys, boolean wasSigned, int ttl) {
    List<PublicKeyRecord> records = new ArrayList<>();
    keys.forEach(key -> records.add(key.publicKey()));
    Set old = sets.get(DNSKEY << 16);
    if (old != null && !wasSigned) {
      for (Octets rdata : old.records) {
        PublicKeyRecord kept = PublicKeyRecord.read(rdata);
        if (!records.contains(kept)) {
          checkAlgorithm(kept, keys);
          records.add(kept);
        }
      }
    }
    int oldTtl = old == null ? soaTtl() : old.ttl;
    put(
        DNSKEY,
        ttl < 0 ? oldTtl : ttl,
        false,
        records.stream().map(PublicKeyRecord::rdata).toList());
  }

  private void checkAlgorithm(PublicKeyRecord kept, List<SigningKey> keys) {
    if (keys.stream().noneMatch(key -> key.algorithm() == kept.algorithm().code())) {
      throw new SigningFault(
          "the zone file has a DNSKEY of algorithm "
              + kept.algorithm()
              + " (tag "
              + kept.keyTag()
              + "), and no signing key is of that algorithm (RFC 4035 §2.2): give one, or remove"
              + " the record");
    }
  }

  /// Puts or removes the NSEC3PARAM record (RFC 5155 §4); its flags are 0 whatever the chain's.
  void parameters(Denial denial) {
    sets.remove(NSEC3PARAM << 16);
    if (denial instanceof Denial.Nsec3 nsec3) {
      OctetBuffer rdata = new OctetBuffer().u8(Nsec3Hash.SHA_1).u8(0).u16(nsec3.iterations());
      rdata.u8(nsec3.salt().length()).octets(nsec3.salt());
      put(NSEC3PARAM, 0, false, List.of(Octets.of(rdata.toBytes())));
    }
  }

  /// Removes the ZONEMD set; true if there was one.
  boolean removeDigest() {
    return sets.remove(ZONEMD << 16) != null;
  }

  /// Puts a ZONEMD record of scheme SIMPLE (RFC 8976 §2.2).
  void digest(DigestHash hash, byte[] digest) {
    OctetBuffer rdata = new OctetBuffer().i32(serial().bits()).u8(SIMPLE).u8(hash.code());
    put(ZONEMD, soaTtl(), false, List.of(Octets.of(rdata.bytes(digest).toBytes())));
  }

  /// A zone that holds nothing but the ZONEMD set.
  Zone digestAlone() {
    Set set = get(ZONEMD);
    PageBuilder out = new PageBuilder();
    out.beginNode(KEY, 0, 0, -1);
    out.beginSet(ZONEMD, 0, set.ttl, false);
    set.records.forEach(r -> out.record(r.array(), r.offset(), r.length()));
    out.endNode();
    return Zone.of(zone.apex(), List.of(out.finish()));
  }

  /// Takes over the signatures of another zone's apex.
  void adoptSignatures(Zone other) {
    Apex theirs = new Apex(other, apexOf(other));
    theirs.sets.forEach((key, set) -> {
      if (key >>> 16 == RecordType.RRSIG.code()) {
        sets.put(key, set);
      }
    });
  }

  private static ZoneCursor apexOf(Zone zone) {
    ZoneCursor at = zone.find(KEY);
    if (at == null) {
      throw new SigningFault("zone " + zone.apex() + " is empty");
    }
    return at;
  }

  private void put(int type, int ttl, boolean folds, List<Octets> records) {
    List<Octets> sorted = new ArrayList<>(records);
    sorted.sort(Comparator.comparing(record -> record, Octets::compareUnsigned));
    sets.put(type << 16, new Set(ttl, folds, sorted));
  }

  private Octets soa() {
    return get(SOA).records.getFirst();
  }

  private Set get(int type) {
    Set set = sets.get(type << 16);
    if (set == null) {
      throw new IllegalStateException("no set of type " + type + " at the apex");
    }
    return set;
  }
}
