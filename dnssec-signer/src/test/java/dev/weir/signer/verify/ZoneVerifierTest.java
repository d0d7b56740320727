package dev.weir.signer.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.dns.check.Finding;
import dev.weir.dns.check.Rule;
import dev.weir.dns.check.Severity;
import dev.weir.dns.dnssec.DigestHash;
import dev.weir.dns.dnssec.ZoneDigest;
import dev.weir.dns.name.Name;
import dev.weir.dns.octets.OctetBuffer;
import dev.weir.dns.octets.Octets;
import dev.weir.dns.type.RecordType;
import dev.weir.dns.workers.Workers;
import dev.weir.dns.zone.Zone;
import dev.weir.signer.engine.Engines;
import dev.weir.signer.keys.PublicKeyRecord;
import dev.weir.signer.verify.SignedSketch.Key;
import dev.weir.signer.verify.SignedSketch.Line;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Each test breaks one thing in a sound zone, and asks for exactly that finding.
class ZoneVerifierTest {
  @Test
  void acceptsASoundZoneWithEitherChain() {
    assertThat(rules(SignedSketch.nsec())).isEmpty();
    assertThat(rules(SignedSketch.nsec3(false))).isEmpty();
    assertThat(rules(SignedSketch.nsec3(true))).isEmpty();
  }

  @Test
  void countsWhatItSaw() {
    Verdict verdict = verify(SignedSketch.nsec().zone(), VerifyOptions.at(SignedSketch.NOW));

    assertThat(verdict.sound()).isTrue();
    assertThat(verdict.names()).isEqualTo(9);
    assertThat(verdict.denial()).isEqualTo("NSEC");
    assertThat(verdict.earliestExpiry()).isEqualTo(SignedSketch.EXPIRATION);
    assertThat(verdict.signatures()).isEqualTo(verdict.sets());
  }

  @Test
  void saysThatAZoneIsNotSigned() {
    SignedSketch sketch = SignedSketch.plain().drop("example.", 48);

    assertThat(rules(sketch)).containsExactly(DnssecRule.UNSIGNED);
  }

  // Signatures.

  @Test
  void findsAFlippedBit() {
    SignedSketch sketch = SignedSketch.nsec();
    sketch.edit("ns1.example.", 46, rdata -> flip(rdata, rdata.length - 1));

    assertThat(rules(sketch)).containsExactly(DnssecRule.SIGNATURE_INVALID);
  }

  @Test
  void findsChangedData() {
    SignedSketch sketch = SignedSketch.nsec();
    sketch.edit("a.b.c.example.", 16, rdata -> flip(rdata, 2));

    Finding finding = findings(sketch).getFirst();

    assertThat(rules(sketch)).containsExactly(DnssecRule.SIGNATURE_INVALID);
    assertThat(finding.owner()).isEqualTo(Name.parse("a.b.c.example."));
    assertThat(finding.type()).isEqualTo(RecordType.TXT);
    assertThat(finding.toString()).startsWith("error: a.b.c.example. TXT: signature by key ");
  }

  @Test
  void findsAMissingSignature() {
    assertThat(rules(SignedSketch.nsec().dropSignatures("secure.example.", 43)))
        .containsExactly(DnssecRule.SIGNATURE_MISSING);
  }

  @Test
  void findsAnAlgorithmThatDoesNotSign() {
    SignedSketch sketch = SignedSketch.plain();
    byte[] key =
        Base64.getDecoder()
            .decode(
                "GojIhhXUN/u4v54ZQqGSnyhWJwaubCvTmeexv7bR6edbkrSqQpF64cYbcB7wNcP+e+MAnLr+Wi9xMWyQ"
                    + "Lc8NAA==");
    sketch.add(
        SignedSketch.APEX,
        48,
        SignedSketch.TTL,
        new OctetBuffer().u16(256).u8(3).u8(13).bytes(key).toBytes());
    sketch.chain().sign();

    assertThat(rules(sketch)).containsOnly(DnssecRule.SIGNATURE_MISSING);
    assertThat(findings(sketch).getFirst().text()).contains("ECDSAP256SHA256");
  }

  @Test
  void findsExpiredAndEarlySignatures() {
    SignedSketch expired = SignedSketch.plain().chain();
    expired.expiration = (int) SignedSketch.NOW - 1;
    SignedSketch early = SignedSketch.plain().chain();
    early.inception = (int) SignedSketch.NOW + 1;

    assertThat(rules(expired.sign())).containsOnly(DnssecRule.SIGNATURE_EXPIRED);
    assertThat(rules(early.sign())).containsOnly(DnssecRule.SIGNATURE_EARLY);
  }

  @Test
  void takesAnExpiredSignatureBesideAGoodOneForLitter() {
    SignedSketch sketch = SignedSketch.nsec();
    sketch.expiration = (int) SignedSketch.NOW - 1;
    sketch.lines.add(sketch.signature(sketch.set("ns1.example.", 1), sketch.keys.get(1)));

    Verdict verdict = verify(sketch.zone(), VerifyOptions.at(SignedSketch.NOW));

    assertThat(verdict.sound()).isTrue();
    assertThat(verdict.report().findings())
        .extracting(Finding::severity)
        .containsExactly(Severity.WARNING);
  }

  @Test
  void comparesTimesOnTheCircle() {
    long wrapped = (1L << 32) + 1000;
    SignedSketch sketch = SignedSketch.plain().chain();
    sketch.inception = -5000;
    sketch.expiration = 5000;
    sketch.sign();

    assertThat(verify(sketch.zone(), VerifyOptions.at(wrapped)).sound()).isTrue();
    assertThat(verify(sketch.zone(), VerifyOptions.at(wrapped + 5000)).sound()).isFalse();
  }

  @Test
  void refusesAValidityOfSixtyEightYears() {
    SignedSketch sketch = SignedSketch.plain().chain();
    sketch.expiration = sketch.inception + Integer.MIN_VALUE;

    assertThat(rules(sketch.sign())).containsOnly(DnssecRule.SIGNATURE_WINDOW);
  }

  @Test
  void findsWrongFieldsOfASignature() {
    SignedSketch labels = SignedSketch.nsec().dropSignatures("*.wild.example.", 16);
    labels.lines.add(
        labels.signature(labels.set("*.wild.example.", 16), labels.keys.get(1), 3, 3600));
    SignedSketch original = SignedSketch.nsec().dropSignatures("ns1.example.", 1);
    original.lines.add(
        original.signature(original.set("ns1.example.", 1), original.keys.get(1), 2, 60));
    SignedSketch ttl = SignedSketch.nsec();
    Line signature = ttl.signatures("ns1.example.", 1).getFirst();
    ttl.replace(signature, new Line(signature.owner(), 46, 60, signature.rdata()));
    SignedSketch signer = SignedSketch.nsec();
    signer.edit("ns1.example.", 46, rdata -> flip(rdata, 20));
    SignedSketch cut = SignedSketch.nsec();
    cut.edit("ns1.example.", 46, rdata -> Arrays.copyOf(rdata, 18));

    assertThat(rules(labels)).containsExactly(DnssecRule.SIGNATURE_LABELS);
    assertThat(rules(original)).containsExactly(DnssecRule.SIGNATURE_ORIGINAL_TTL);
    assertThat(rules(ttl)).containsExactly(DnssecRule.SIGNATURE_TTL);
    assertThat(rules(signer)).containsExactly(DnssecRule.SIGNATURE_SIGNER);
    assertThat(rules(cut)).containsExactly(DnssecRule.SIGNATURE_FORM);
  }

  @Test
  void findsASignatureByAKeyThatIsNotPublished() {
    SignedSketch sketch = SignedSketch.nsec().dropSignatures("ns1.example.", 1);
    Key stranger = SignedSketch.unpublished(256, 99);
    sketch.lines.add(sketch.signature(sketch.set("ns1.example.", 1), stranger));

    assertThat(rules(sketch)).containsExactly(DnssecRule.SIGNATURE_KEY);
  }

  @Test
  void findsSignaturesWhereNoneBelong() {
    SignedSketch orphan = SignedSketch.nsec();
    Line line = new Line(Name.parse("ns1.example."), 28, 3600, new byte[16]);
    orphan.lines.add(orphan.signature(List.of(line), orphan.keys.get(1)));
    SignedSketch cut = SignedSketch.nsec();
    cut.lines.add(cut.signature(cut.set("secure.example.", 2), cut.keys.get(1)));
    SignedSketch glue = SignedSketch.nsec();
    glue.lines.add(glue.signature(glue.set("ns.secure.example.", 1), glue.keys.get(1)));
    SignedSketch twice = SignedSketch.nsec();
    twice.lines.add(twice.signature(twice.signatures("ns1.example.", 1), twice.keys.get(1)));

    assertThat(rules(orphan)).containsExactly(DnssecRule.SIGNATURE_ORPHAN);
    assertThat(rules(cut)).containsExactly(DnssecRule.SIGNATURE_UNWANTED);
    assertThat(rules(glue)).containsExactly(DnssecRule.SIGNATURE_UNWANTED);
    assertThat(rules(twice)).containsExactly(DnssecRule.SIGNATURE_OF_SIGNATURE);
  }

  // NSEC.

  @Test
  void findsAMissingNsecRecord() {
    SignedSketch sketch = SignedSketch.plain().chain().drop("ns1.example.", 47).sign();
    SignedSketch apex = SignedSketch.plain().chain().drop("example.", 47).sign();
    SignedSketch all = SignedSketch.plain().sign();

    assertThat(rules(sketch)).containsExactly(DnssecRule.NSEC_MISSING);
    assertThat(rules(apex)).containsExactly(DnssecRule.NSEC_MISSING);
    assertThat(rules(all)).containsExactly(DnssecRule.DENIAL_MISSING);
  }

  @Test
  void findsNsecRecordsThatLeadAstray() {
    SignedSketch skip = SignedSketch.plain().chain();
    byte[] target = Name.parse("secure.example.").canonicalWire();
    skip.edit(
        "ns1.example.", 47, rdata -> next(rdata, Name.parse("wild.example.").canonicalWire()));
    SignedSketch open = SignedSketch.plain().chain();
    open.edit("*.wild.example.", 47, rdata -> next(rdata, target));
    SignedSketch outside = SignedSketch.plain().chain();
    outside.edit("ns1.example.", 47, rdata -> next(rdata, Name.parse("other.").canonicalWire()));

    assertThat(rules(skip.sign())).containsExactly(DnssecRule.NSEC_NEXT);
    assertThat(rules(open.sign())).containsExactly(DnssecRule.NSEC_NEXT);
    assertThat(rules(outside.sign())).containsExactly(DnssecRule.NSEC_NEXT);
  }

  @Test
  void findsWrongTypesInNsecRecords() {
    SignedSketch extra = SignedSketch.plain().chain();
    extra.edit("ns1.example.", 47, rdata -> setBit(rdata, 16));
    SignedSketch glue = SignedSketch.plain().chain();
    glue.edit("insecure.example.", 47, rdata -> setBit(rdata, 1));

    assertThat(rules(extra.sign())).containsExactly(DnssecRule.NSEC_TYPES);
    assertThat(rules(glue.sign())).containsExactly(DnssecRule.NSEC_TYPES);
    assertThat(findings(extra).getFirst().text()).contains("has TXT");
  }

  @Test
  void findsNsecRecordsWhereNoneBelong() {
    SignedSketch sketch = SignedSketch.plain().chain();
    Name glue = Name.parse("ns.secure.example.");
    byte[] rdata = new OctetBuffer().octets(glue.wire()).bytes(new byte[] {0, 1, 0x40}).toBytes();
    sketch.add(glue, 47, 300, rdata);
    SignedSketch two = SignedSketch.plain().chain();
    Name name = Name.parse("ns1.example.");
    two.add(
        name, 47, 300, next(two.set("ns1.example.", 47).getFirst().rdata(), glue.canonicalWire()));

    assertThat(rules(sketch.sign())).containsExactly(DnssecRule.NSEC_UNWANTED);
    assertThat(rules(two.sign())).contains(DnssecRule.NSEC_SEVERAL);
  }

  @Test
  void warnsOfOtherTtlsOfDenial() {
    SignedSketch sketch = SignedSketch.plain();
    sketch.denialTtl = 3600;
    SignedSketch hashed = SignedSketch.plain();
    hashed.denialTtl = 3600;

    assertThat(rules(sketch.chain().sign())).containsOnly(DnssecRule.DENIAL_TTL);
    assertThat(rules(hashed.hashedChain("", 0, false).sign())).containsOnly(DnssecRule.DENIAL_TTL);
    assertThat(verify(sketch.zone(), VerifyOptions.at(SignedSketch.NOW)).sound()).isTrue();
  }

  // NSEC3.

  @Test
  void findsMissingNsec3Records() {
    for (String name : List.of("ns1.example.", "example.", "b.c.example.", "insecure.example.")) {
      SignedSketch sketch = SignedSketch.plain().hashedChain("", 0, false);
      Name owner = owner(name);
      sketch.drop(line -> line.type() == 50 && line.owner().equals(owner));

      assertThat(rules(sketch.sign()))
          .as(name)
          .containsExactlyInAnyOrder(DnssecRule.NSEC3_MISSING, DnssecRule.NSEC3_NEXT);
    }
  }

  @Test
  void asksForOptOutOverInsecureDelegations() {
    SignedSketch sketch = SignedSketch.plain().hashedChain("", 0, true);
    for (Line line : List.copyOf(sketch.lines)) {
      if (line.type() == 50) {
        byte[] rdata = line.rdata().clone();
        rdata[1] = 0;
        sketch.replace(line, new Line(line.owner(), 50, line.ttl(), rdata));
      }
    }

    Verdict verdict = verify(sketch.sign().zone(), VerifyOptions.at(SignedSketch.NOW));

    assertThat(verdict.report().counts()).containsOnlyKeys(DnssecRule.NSEC3_MISSING);
    assertThat(verdict.report().findings())
        .extracting(finding -> finding.owner().toString())
        .containsExactly("ent.example.", "only.ent.example.", "insecure.example.");
  }

  @Test
  void acceptsBothFormsOfEmptyNonTerminalsUnderOptOut() {
    SignedSketch sketch = SignedSketch.plain().hashedChain("", 0, false);
    for (Line line : List.copyOf(sketch.lines)) {
      if (line.type() == 50) {
        byte[] rdata = line.rdata().clone();
        rdata[1] = 1;
        sketch.replace(line, new Line(line.owner(), 50, line.ttl(), rdata));
      }
    }

    assertThat(rules(sketch.sign())).isEmpty();
  }

  @Test
  void findsASecondRing() {
    SignedSketch sketch = SignedSketch.plain().hashedChain("", 0, false);
    byte[] stray = HexFormat.of().parseHex("00".repeat(19) + "01");
    byte[] rdata = sketch.lines.getLast().rdata().clone();
    System.arraycopy(stray, 0, rdata, 6, 20);
    sketch.add(SignedSketch.hashed(stray), 50, 300, rdata);

    assertThat(rules(sketch.sign()))
        .contains(DnssecRule.NSEC3_UNWANTED)
        .containsOnly(DnssecRule.NSEC3_UNWANTED, DnssecRule.NSEC3_NEXT);
  }

  @Test
  void findsWrongTypesAndFlagsInNsec3Records() {
    SignedSketch types = SignedSketch.plain().hashedChain("", 0, false);
    types.edit(owner("ns1.example.").toString(), 50, rdata -> setBit3(rdata, 16));
    SignedSketch flags = SignedSketch.plain().hashedChain("", 0, false);
    flags.edit(owner("ns1.example.").toString(), 50, rdata -> flip(rdata, 1, 0x80));
    SignedSketch announced = SignedSketch.plain();
    announced.hashedChain("", 0, false).edit("example.", 51, rdata -> flip(rdata, 1, 1));

    assertThat(rules(types.sign())).containsExactly(DnssecRule.NSEC3_TYPES);
    assertThat(rules(flags.sign())).containsExactly(DnssecRule.NSEC3_FLAGS);
    assertThat(rules(announced.sign())).containsExactly(DnssecRule.NSEC3PARAM_FLAGS);
  }

  @Test
  void warnsOfIterationsAndSalt() {
    SignedSketch sketch = SignedSketch.plain().hashedChain("abcd", 3, false).sign();

    Verdict verdict = verify(sketch.zone(), VerifyOptions.at(SignedSketch.NOW));

    assertThat(verdict.sound()).isTrue();
    assertThat(verdict.report().counts())
        .containsOnlyKeys(DnssecRule.NSEC3_ITERATIONS, DnssecRule.NSEC3_SALT);
  }

  @Test
  void findsChainsThatNobodyAnnounces() {
    SignedSketch none = SignedSketch.plain().hashedChain("", 0, false).drop("example.", 51);
    none.edit(owner("example.").toString(), 50, rdata -> flip(rdata, rdata.length - 1, 0x10));
    SignedSketch other = SignedSketch.plain().hashedChain("", 0, false);
    Line line = other.set(owner("ns1.example.").toString(), 50).getFirst();
    byte[] rdata = line.rdata().clone();
    rdata[3] = 9;
    other.add(line.owner(), 50, 300, rdata);

    assertThat(rules(none.sign())).containsExactly(DnssecRule.NSEC3_PARAMETERS);
    assertThat(rules(other.sign())).containsExactly(DnssecRule.NSEC3_PARAMETERS);
  }

  @Test
  void findsAnNsec3RecordWhoseOwnerIsNoHash() {
    SignedSketch sketch = SignedSketch.plain().hashedChain("", 0, false);
    byte[] rdata = sketch.set(owner("ns1.example.").toString(), 50).getFirst().rdata();
    sketch.add(Name.parse("nohash.example."), 50, 300, rdata);

    assertThat(rules(sketch.sign())).containsExactly(DnssecRule.NSEC3_OWNER);
  }

  @Test
  void warnsOfTwoChains() {
    SignedSketch sketch = SignedSketch.plain();
    sketch.add(SignedSketch.APEX, 51, 0, new byte[] {1, 0, 0, 0, 0});
    sketch.chain();
    SignedSketch twin = SignedSketch.plain().hashedChain("", 0, false);
    sketch.lines.addAll(twin.lines.stream().filter(line -> line.type() == 50).toList());

    assertThat(rules(sketch.sign())).containsExactly(DnssecRule.DENIAL_TWICE);
  }

  // Keys, delegations, digests.

  @Test
  void asksForASignatureByAnEntryPoint() {
    SignedSketch sketch = SignedSketch.nsec().dropSignatures("example.", 48);
    sketch.lines.add(sketch.signature(sketch.set("example.", 48), sketch.keys.get(1)));

    assertThat(rules(sketch)).containsExactly(DnssecRule.KEY_SELF);
  }

  @Test
  void findsKeysThatAreNone() {
    SignedSketch form = SignedSketch.plain();
    form.add(SignedSketch.APEX, 48, 3600, new byte[] {1, 1, 4, 15, 0});
    SignedSketch flags = SignedSketch.plain();
    flags.add(SignedSketch.APEX, 48, 3600, new byte[] {0, 0, 3, 15, 0});
    SignedSketch place = SignedSketch.plain();
    byte[] key = place.keys.getFirst().record().rdata().toBytes();
    place.add(Name.parse("ns1.example."), 48, 3600, key);
    place.chain().sign();
    place.dropSignatures("ns1.example.", 48);
    place.lines.add(place.signature(place.set("ns1.example.", 48), place.keys.get(1)));

    assertThat(rules(form.chain().sign())).containsExactly(DnssecRule.KEY_FORM);
    assertThat(rules(place)).containsExactly(DnssecRule.KEY_PLACE);
    assertThat(rules(flags.chain().sign()).stream().anyMatch(DnssecRule.KEY_FORM::equals)).isTrue();
  }

  @Test
  void holdsTheKeysAgainstAnAnchor() {
    SignedSketch sketch = SignedSketch.nsec();
    PublicKeyRecord entry = sketch.keys.get(0).record();
    PublicKeyRecord zone = sketch.keys.get(1).record();
    Anchor key = new Anchor(RecordType.DNSKEY, entry.rdata());

    assertThat(rules(sketch, key)).isEmpty();
    assertThat(rules(sketch, ds(entry, 0))).isEmpty();
    assertThat(rules(sketch, new Anchor(RecordType.DNSKEY, zone.rdata())))
        .containsExactly(DnssecRule.ANCHOR);
    assertThat(rules(sketch, ds(entry, 1)))
        .containsExactlyInAnyOrder(DnssecRule.ANCHOR, DnssecRule.ANCHOR_UNUSED);
    assertThat(rules(sketch, key, ds(entry, 1))).containsExactly(DnssecRule.ANCHOR_UNUSED);
  }

  @Test
  void readsAnchorsAsTheyAreWritten() {
    PublicKeyRecord entry = SignedSketch.nsec().keys.getFirst().record();
    String text =
        "; a key\nexample. 3600 IN DNSKEY " + entry + "\nother. IN DNSKEY " + entry + "\n";

    List<Anchor> anchors = AnchorText.parse(text, SignedSketch.APEX);

    assertThat(anchors).containsExactly(new Anchor(RecordType.DNSKEY, entry.rdata()));
    assertThat(
            AnchorText.parse(
                "example. IN DS 1 13 2 (\n" + "00".repeat(16) + " ; x\n" + "01".repeat(16) + " )",
                SignedSketch.APEX))
        .hasSize(1);
  }

  @Test
  void findsDelegationRecordsWithoutADelegation() {
    SignedSketch apex = SignedSketch.plain();
    byte[] ds = apex.set("secure.example.", 43).getFirst().rdata();
    apex.add(SignedSketch.APEX, 43, 3600, ds);
    SignedSketch inside = SignedSketch.plain();
    inside.add(Name.parse("ns1.example."), 43, 3600, ds);

    assertThat(rules(apex.chain().sign())).containsExactly(DnssecRule.DS_PLACE);
    assertThat(rules(inside.chain().sign())).containsExactly(DnssecRule.DS_PLACE);
  }

  @Test
  void checksWhatTheParentIsAskedFor() {
    byte[] delete = {0, 0, 0, 0, 0};
    SignedSketch fine = SignedSketch.plain();
    PublicKeyRecord entry = fine.keys.getFirst().record();
    byte[] ds = ds(entry, 0).rdata().toBytes();
    fine.add(SignedSketch.APEX, 59, 3600, ds);
    fine.add(SignedSketch.APEX, 60, 3600, entry.rdata().toBytes());
    SignedSketch both = SignedSketch.plain();
    both.add(SignedSketch.APEX, 59, 3600, ds).add(SignedSketch.APEX, 59, 3600, delete);
    SignedSketch alone = SignedSketch.plain();
    alone.add(SignedSketch.APEX, 59, 3600, delete);
    SignedSketch stranger = SignedSketch.plain();
    stranger.add(SignedSketch.APEX, 59, 3600, ds(entry, 1).rdata().toBytes());
    SignedSketch breaks = SignedSketch.plain();
    byte[] zsk = breaks.keys.get(1).record().rdata().toBytes();
    breaks.add(SignedSketch.APEX, 60, 3600, zsk);
    SignedSketch differs = SignedSketch.plain();
    differs.add(SignedSketch.APEX, 59, 3600, ds);
    differs.add(SignedSketch.APEX, 60, 3600, entry.rdata().toBytes());
    differs.add(SignedSketch.APEX, 60, 3600, zsk);

    assertThat(rules(fine.chain().sign())).isEmpty();
    assertThat(rules(both.chain().sign())).containsExactly(DnssecRule.CDS_DELETE);
    assertThat(rules(alone.chain().sign())).isEmpty();
    assertThat(rules(stranger.chain().sign())).containsExactly(DnssecRule.CDS_KEY);
    assertThat(rules(breaks.chain().sign())).containsExactly(DnssecRule.CDS_BREAKS);
    assertThat(rules(differs.chain().sign())).containsExactly(DnssecRule.CDS_DIFFERS);
  }

  @Test
  void asksForAnEntryPointToSignTheRequest() {
    SignedSketch sketch = SignedSketch.plain();
    sketch.add(SignedSketch.APEX, 60, 3600, sketch.keys.getFirst().record().rdata().toBytes());
    sketch.chain().sign().dropSignatures("example.", 60);
    sketch.lines.add(sketch.signature(sketch.set("example.", 60), sketch.keys.get(1)));

    assertThat(rules(sketch)).containsExactly(DnssecRule.CDS_SIGNER);
  }

  @Test
  void checksTheZoneDigest() {
    SignedSketch sketch = SignedSketch.plain();
    sketch.add(SignedSketch.APEX, 63, 3600, new byte[54]);
    sketch.chain().sign();
    byte[] record;
    try (Workers workers = Workers.of(2)) {
      record = ZoneDigest.record(sketch.zone(), DigestHash.SHA_384, workers);
    }
    sketch.drop("example.", 63).dropSignatures("example.", 63);
    sketch.add(SignedSketch.APEX, 63, 3600, record);
    sketch.lines.add(sketch.signature(sketch.set("example.", 63), sketch.keys.get(1)));
    VerifyOptions needed = new VerifyOptions(SignedSketch.NOW, List.of(), true, 100);

    assertThat(verify(sketch.zone(), needed).report().findings()).isEmpty();
    assertThat(verify(SignedSketch.nsec().zone(), needed).report().counts())
        .containsOnlyKeys(DnssecRule.DIGEST_MISSING);

    sketch.edit("example.", 63, rdata -> flip(rdata, 20));
    assertThat(verify(sketch.zone(), needed).report().counts())
        .containsOnlyKeys(DnssecRule.DIGEST_DIFFERS, DnssecRule.SIGNATURE_INVALID);
  }

  @Test
  void givesTheSameVerdictWithAnyNumberOfThreads() {
    SignedSketch sketch = SignedSketch.nsec();
    sketch.drop(line -> line.type() == 46 && line.covered() != 48);
    VerifyOptions few = new VerifyOptions(SignedSketch.NOW, List.of(), false, 3);

    Verdict verdict = verify(sketch.zone(), few);

    assertThat(verdict.report().findings()).hasSize(3);
    assertThat(verdict.report().errors()).isEqualTo(verdict.sets() - 1);
    try (Workers one = Workers.of(1)) {
      assertThat(
              ZoneVerifier.verify(sketch.zone(), few, Engines::verifier, one)
                  .report()
                  .findings()
                  .toString())
          .isEqualTo(verdict.report().findings().toString());
    }
  }

  // Tools.

  private static List<Rule> rules(SignedSketch sketch, Anchor... anchors) {
    return findings(sketch, anchors).stream().map(Finding::rule).toList();
  }

  private static List<Finding> findings(SignedSketch sketch, Anchor... anchors) {
    VerifyOptions options = new VerifyOptions(SignedSketch.NOW, List.of(anchors), false, 100);
    return verify(sketch.zone(), options).report().findings();
  }

  private static Verdict verify(Zone zone, VerifyOptions options) {
    try (Workers workers = Workers.of(2)) {
      return ZoneVerifier.verify(zone, options, Engines::verifier, workers);
    }
  }

  private static Name owner(String name) {
    return SignedSketch.hashed(
        HexFormat.of().parseHex(SignedSketch.hash(Name.parse(name), new byte[0], 0)));
  }

  private static Anchor ds(PublicKeyRecord key, int damage) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(SignedSketch.APEX.canonicalWire());
      byte[] hash = digest.digest(key.rdata().toBytes());
      hash[0] ^= (byte) damage;
      return new Anchor(
          RecordType.DS,
          Octets.of(
              new OctetBuffer()
                  .u16(key.keyTag())
                  .u8(key.algorithm().code())
                  .u8(2)
                  .bytes(hash)
                  .toBytes()));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] flip(byte[] rdata, int at) {
    return flip(rdata, at, 1);
  }

  private static byte[] flip(byte[] rdata, int at, int bits) {
    rdata[at] ^= (byte) bits;
    return rdata;
  }

  private static byte[] next(byte[] rdata, byte[] name) {
    int end = Name.read(Octets.of(rdata)).length();
    return new OctetBuffer().bytes(name).bytes(rdata, end, rdata.length - end).toBytes();
  }

  private static byte[] setBit(byte[] rdata, int type) {
    int end = Name.read(Octets.of(rdata)).length();
    rdata[end + 2 + (type >> 3)] |= (byte) (0x80 >> (type & 7));
    return rdata;
  }

  private static byte[] setBit3(byte[] rdata, int type) {
    rdata[5 + 21 + 2 + (type >> 3)] |= (byte) (0x80 >> (type & 7));
    return rdata;
  }
}
