package dev.weir.signer.verify;

import dev.weir.dns.check.Findings;
import dev.weir.dns.octets.Octets;
import dev.weir.dns.zone.Zone;
import dev.weir.dns.zone.ZoneCursor;
import dev.weir.signer.keys.PublicKeyRecord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/// Checks the keys of a zone: their form, who signs their set, the trust anchors, and what the zone
/// asks of its parent with CDS and CDNSKEY records (RFC 7344, RFC 8078).
final class KeyCheck {
  private static final int MOST_SHARED = 3;
  private static final Octets CDS_DELETE = Octets.parseHex("0000000000");
  private static final Octets CDNSKEY_DELETE = Octets.parseHex("0000030000");

  private final Zone zone;
  private final ZoneKeys keys;
  private final SignatureCheck signatures;
  private final Findings findings;
  private final BitSet selfSigners;

  KeyCheck(Zone zone, ZoneKeys keys, SignatureCheck signatures, Findings findings) {
    this.zone = zone;
    this.keys = keys;
    this.signatures = signatures;
    this.findings = findings;
    this.selfSigners = signers(Types.DNSKEY);
  }

  void run(List<Anchor> anchors) {
    form();
    tags();
    entryPoints();
    if (!anchors.isEmpty()) {
      anchors(anchors);
    }
    requests();
  }

  /// The keys by which a set of the apex is validly signed; what is wrong with its signatures is
  /// found elsewhere.
  private BitSet signers(int type) {
    ZoneCursor set = zone.find(new byte[0]);
    ZoneCursor covering = zone.find(new byte[0]);
    if (set == null || covering == null || !set.findSet(type, 0)) {
      return new BitSet();
    }
    signatures.check(set, covering, new Findings(0));
    return (BitSet) signatures.signers().clone();
  }

  private void form() {
    int type = Types.DNSKEY;
    keys.unreadable()
        .forEach(key -> findings.add(DnssecRule.KEY_FORM, zone.apex(), type, key::message));
    keys.others()
        .forEach(key ->
            findings.add(
                DnssecRule.KEY_FLAGS,
                zone.apex(),
                type,
                () -> word(key) + " lacks the zone flag and signs nothing"));
    for (PublicKeyRecord key : keys.keys()) {
      int algorithm = key.algorithm().code();
      if (key.known() == null) {
        findings.add(
            DnssecRule.KEY_ALGORITHM_UNKNOWN,
            zone.apex(),
            type,
            () -> word(key) + " cannot be computed here; its signatures are not verified");
      }
      if (algorithm < 8 || algorithm == 12) {
        findings.add(
            DnssecRule.KEY_ALGORITHM_OLD,
            zone.apex(),
            type,
            () -> word(key) + ": validators may treat the zone as insecure");
      }
    }
  }

  private static String word(PublicKeyRecord key) {
    return "key " + key.keyTag() + " (" + key.algorithm() + ")";
  }

  private void tags() {
    for (int i = 0; i < keys.size(); i++) {
      int same = 0;
      boolean first = true;
      for (int j = 0; j < keys.size(); j++) {
        boolean alike = keys.tag(i) == keys.tag(j) && keys.algorithm(i) == keys.algorithm(j);
        same += alike ? 1 : 0;
        first &= !alike || j >= i;
      }
      if (same > 1 && first) {
        int count = same;
        PublicKeyRecord key = keys.keys().get(i);
        findings.add(
            same > MOST_SHARED ? DnssecRule.KEY_TAGS : DnssecRule.KEY_TAG_SHARED,
            zone.apex(),
            Types.DNSKEY,
            () -> count + " keys share the tag of " + word(key));
      }
    }
  }

  private void entryPoints() {
    boolean some = false;
    boolean signing = selfSigners.isEmpty();
    for (int i = 0; i < keys.size(); i++) {
      PublicKeyRecord key = keys.keys().get(i);
      if (key.entryPoint() && !key.revoked()) {
        some = true;
        signing |= selfSigners.get(i);
      }
    }
    if (!some) {
      findings.add(
          DnssecRule.KEY_NO_SEP, zone.apex(), Types.DNSKEY, () -> "no key has the SEP flag");
    } else if (!signing) {
      findings.add(
          DnssecRule.KEY_SELF,
          zone.apex(),
          Types.DNSKEY,
          () -> "no key with the SEP flag signs the key set");
    }
  }

  private void anchors(List<Anchor> anchors) {
    boolean trusted = false;
    for (Anchor anchor : anchors) {
      int found = find(anchor);
      trusted |= found >= 0 && selfSigners.get(found);
      if (found < 0) {
        findings.add(
            DnssecRule.ANCHOR_UNUSED,
            zone.apex(),
            anchor.type().code(),
            () -> "no key of the zone matches the anchor " + tag(anchor));
      }
    }
    if (!trusted) {
      findings.add(
          DnssecRule.ANCHOR,
          zone.apex(),
          Types.DNSKEY,
          () -> "no trust anchor matches a key that signs the key set");
      return;
    }
    int[] algorithms =
        anchors.stream().filter(Anchor::digest).mapToInt(Anchor::algorithm).distinct().toArray();
    for (int algorithm : algorithms) {
      boolean signed = selfSigners.stream().anyMatch(i -> keys.algorithm(i) == algorithm);
      if (!signed) {
        findings.add(
            DnssecRule.ANCHOR_ALGORITHM,
            zone.apex(),
            Types.DNSKEY,
            () ->
                "no key of algorithm "
                    + algorithm
                    + ", which a DS record names, signs the key set");
      }
    }
  }

  private static String tag(Anchor anchor) {
    return anchor.digest()
        ? "with tag " + anchor.rdata().u16(0)
        : "with tag " + PublicKeyRecord.read(anchor.rdata()).keyTag();
  }

  private int find(Anchor anchor) {
    for (int i = 0; i < keys.size(); i++) {
      PublicKeyRecord key = keys.keys().get(i);
      boolean same =
          anchor.digest() ? matches(anchor.rdata(), i) : key.rdata().equals(anchor.rdata());
      if (same && !key.revoked()) {
        return i;
      }
    }
    return -1;
  }

  private boolean matches(Octets ds, int key) {
    return KeyDigest.match(ds, zone.canonicalApex(), keys.keys().get(key).rdata(), keys.tag(key));
  }

  /// CDS and CDNSKEY: what the parent is asked for.
  private void requests() {
    List<Octets> digests = records(Types.CDS);
    List<Octets> wanted = records(Types.CDNSKEY);
    BitSet byDigest = asked(Types.CDS, digests, CDS_DELETE);
    BitSet byKey = asked(Types.CDNSKEY, wanted, CDNSKEY_DELETE);
    boolean both = !digests.isEmpty() && !wanted.isEmpty();
    boolean oneDeletes = digests.contains(CDS_DELETE) != wanted.contains(CDNSKEY_DELETE);
    if (both && (!byDigest.equals(byKey) || oneDeletes)) {
      findings.add(
          DnssecRule.CDS_DIFFERS,
          zone.apex(),
          Types.CDS,
          () -> "CDS and CDNSKEY records ask for different keys");
    }
  }

  private List<Octets> records(int type) {
    List<Octets> records = new ArrayList<>();
    ZoneCursor apex = zone.find(new byte[0]);
    if (apex != null && apex.findSet(type, 0)) {
      while (apex.nextRecord()) {
        records.add(apex.rdata());
      }
    }
    return records;
  }

  /// Judges one of the two sets, and tells which keys it asks for.
  private BitSet asked(int type, List<Octets> records, Octets delete) {
    BitSet asked = new BitSet();
    if (records.isEmpty()) {
      return asked;
    }
    boolean deletes = records.contains(delete);
    if (deletes && records.size() > 1) {
      findings.add(
          DnssecRule.CDS_DELETE,
          zone.apex(),
          type,
          () -> "the request to delete stands beside others");
    }
    for (Octets record : records) {
      if (record.equals(delete)) {
        continue;
      }
      int key = type == Types.CDS ? byDigest(record) : byKey(record);
      if (key >= 0) {
        asked.set(key);
      } else {
        findings.add(
            DnssecRule.CDS_KEY, zone.apex(), type, () -> "the zone has no key for " + record);
      }
    }
    if (!asked.isEmpty() && !asked.intersects(selfSigners) && !selfSigners.isEmpty()) {
      findings.add(
          DnssecRule.CDS_BREAKS,
          zone.apex(),
          type,
          () -> "none of the keys that the parent is asked to trust signs the key set");
    }
    signer(type);
    return asked;
  }

  private void signer(int type) {
    BitSet by = signers(type);
    boolean entry = false;
    boolean some = false;
    for (int i = 0; i < keys.size(); i++) {
      some |= keys.keys().get(i).entryPoint();
      entry |= by.get(i) && keys.keys().get(i).entryPoint();
    }
    if (some && !entry && !by.isEmpty()) {
      findings.add(
          DnssecRule.CDS_SIGNER,
          zone.apex(),
          type,
          () -> "the set is signed by key " + tags(by) + ", and by no key with the SEP flag");
    }
  }

  private String tags(BitSet by) {
    int[] tags = by.stream().map(keys::tag).toArray();
    return Arrays.toString(tags).replaceAll("[\\[\\]]", "");
  }

  private int byDigest(Octets cds) {
    for (int i = 0; cds.length() > 4 && i < keys.size(); i++) {
      if (matches(cds, i)) {
        return i;
      }
    }
    return -1;
  }

  private int byKey(Octets cdnskey) {
    for (int i = 0; i < keys.size(); i++) {
      if (keys.keys().get(i).rdata().equals(cdnskey)) {
        return i;
      }
    }
    return -1;
  }
}
