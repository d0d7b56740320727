package dev.weir.signer.sign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.dns.name.Name;
import dev.weir.dns.octets.Octets;
import dev.weir.dns.type.DigestType;
import dev.weir.dns.zone.Zone;
import dev.weir.signer.SigningFault;
import dev.weir.signer.keys.DelegationRecord;
import dev.weir.signer.keys.KeyRole;
import dev.weir.signer.keys.SigningAlgorithm;
import dev.weir.signer.keys.SigningKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What is signed, by which key, and with which fields: a test for each way to get it wrong.
class SigningTrapsTest {
  private static final int LABELS_AT = 3;
  private static final int TTL_AT = 4;
  private static final int EXPIRATION_AT = 8;
  private static final int INCEPTION_AT = 12;
  private static final int TAG_AT = 16;

  @Test
  void signsNothingBelowADelegationAndKeepsItAll() {
    Zone zone =
        Signing.example(
            "sub NS ns.sub",
            "sub A 192.0.2.9",
            "ns.sub A 192.0.2.2",
            "deep.ns.sub NS elsewhere.test.",
            "deep.ns.sub DS 1 13 2 " + "AA".repeat(32),
            "www.sub TXT occluded");
    Zone signed = sound(zone, Signing.policy());
    assertThat(Signing.lines(signed)).containsAll(Signing.lines(zone));
    assertThat(Signing.lines(signed, "sub.example.", "RRSIG/NSEC")).hasSize(1);
    assertThat(owned(signed, "sub.example.", "RRSIG")).isEqualTo(1);
    assertThat(owned(signed, "ns.sub.example.", "")).isEqualTo(1);
    assertThat(owned(signed, "deep.ns.sub.example.", "")).isEqualTo(2);
    assertThat(owned(signed, "www.sub.example.", "")).isEqualTo(1);
  }

  @Test
  void signsADnameAndNothingBelowIt() {
    Zone zone = Signing.example("old DNAME new.example.", "old TXT here", "www.old A 192.0.2.3");
    Zone signed = sound(zone, Signing.policy());
    assertThat(Signing.lines(signed, "old.example.", "RRSIG/DNAME")).hasSize(1);
    assertThat(Signing.lines(signed, "old.example.", "RRSIG/TXT")).hasSize(1);
    assertThat(owned(signed, "www.old.example.", "")).isEqualTo(1);
  }

  @Test
  void aDnameAtTheApexOccludesTheWholeZone() {
    Zone zone = Signing.example("@ DNAME new.test.", "www A 192.0.2.3", "sub NS ns.sub");
    Zone signed = sound(zone, Signing.policy());
    assertThat(owned(signed, "www.example.", "")).isEqualTo(1);
    assertThat(owned(signed, "sub.example.", "")).isEqualTo(1);
    sound(zone, Signing.nsec3(false));
  }

  @Test
  void signsTheDsOfADelegationAndNotItsNs() {
    Zone zone = Signing.example("sub NS ns.test.", "sub DS 1 13 2 " + "AA".repeat(32));
    Zone signed = sound(zone, Signing.policy());
    assertThat(Signing.lines(signed, "sub.example.", "RRSIG/DS")).hasSize(1);
    assertThat(Signing.lines(signed, "sub.example.", "RRSIG/NS")).isEmpty();
  }

  @Test
  void tellsOfDsWhereNothingIsDelegated() {
    String ds = " DS 1 13 2 " + "AA".repeat(32);
    Zone zone = Signing.example("@" + ds, "www" + ds, "safe NS ns.test.", "safe" + ds);
    assertThat(Signing.sign(zone, Signing.nsec3(false), Signing.pair(), 1).notes())
        .singleElement()
        .asString()
        .startsWith("2 DS sets");
  }

  @Test
  void tellsOfOneSerialForTwoSignedZones() {
    Zone once = Signing.sign(Signing.example(), Signing.policy());
    SignedZone twice = Signing.sign(once, Signing.policy(), Signing.pair(), 1);
    assertThat(twice.notes()).singleElement().asString().contains("serial 7");
    Instant soon = Signing.NOW.plusSeconds(60);
    assertThat(Signing.resign(once, Signing.policy(), Signing.pair(), 1, soon).notes()).isEmpty();
  }

  @Test
  void apexTypesBelowTheApexAreOrdinaryData() {
    String digest = "AA".repeat(32);
    Zone zone =
        Signing.example(
            "_dsboot CDS 1 13 2 " + digest,
            "_dsboot CDNSKEY 257 3 13 " + "A".repeat(86) + "==",
            "_dsboot CSYNC 1 3 A NS",
            "_dsboot ZONEMD 7 1 1 " + "BB".repeat(48));
    Zone signed = sound(zone, Signing.policy());
    int zsk = Signing.pair().get(1).keyTag();
    for (String type : List.of("CDS", "CDNSKEY", "CSYNC", "ZONEMD")) {
      assertThat(Signing.rdata(signed, "_dsboot.example.", "RRSIG/" + type).u16(TAG_AT))
          .as(type)
          .isEqualTo(zsk);
    }
  }

  @Test
  void theKeySigningKeySpeaksForTheKeys() {
    List<SigningKey> pair = Signing.pair();
    SigningKey ksk = pair.get(0);
    DelegationRecord cds = DelegationRecord.of(ksk.zone(), ksk.publicKey(), new DigestType(2));
    Zone signed = sound(Signing.example("@ CDS " + cds), Signing.policy());
    assertThat(Signing.rdata(signed, "example.", "RRSIG/DNSKEY").u16(TAG_AT))
        .isEqualTo(ksk.keyTag());
    assertThat(Signing.rdata(signed, "example.", "RRSIG/CDS").u16(TAG_AT)).isEqualTo(ksk.keyTag());
    assertThat(Signing.rdata(signed, "example.", "RRSIG/SOA").u16(TAG_AT))
        .isEqualTo(pair.get(1).keyTag());
  }

  @Test
  void allKeysSignTheKeySetIfAsked() {
    SigningPolicy usual = Signing.policy();
    SigningPolicy all =
        new SigningPolicy(
            usual.denial(), usual.validity(), usual.serial(), usual.now(), null, true, -1);
    Zone signed = sound(Signing.example(), all);
    assertThat(Signing.lines(signed, "example.", "RRSIG/DNSKEY")).hasSize(2);
    assertThat(Signing.lines(signed, "example.", "RRSIG/SOA")).hasSize(1);
  }

  @Test
  void everyAlgorithmSignsEverySet() {
    Name apex = Name.parse("example.");
    List<SigningKey> keys = new ArrayList<>(Signing.pair());
    keys.add(Signing.key(apex, SigningAlgorithm.ECDSAP256SHA256, KeyRole.ZSK, 5));
    Zone signed =
        Signing.sign(Signing.example("www A 192.0.2.1"), Signing.policy(), keys, 1).zone();
    assertThat(Signing.lines(signed, "example.", "RRSIG/DNSKEY")).hasSize(2);
    assertThat(Signing.lines(signed, "www.example.", "RRSIG/A")).hasSize(2);
    assertThat(Signing.lines(signed, "www.example.", "RRSIG/NSEC")).hasSize(2);
    assertThat(Signing.verify(signed, keys, false, 1).findings()).isEmpty();
  }

  @Test
  void refusesAStandByKeyOfAnAlgorithmThatNoKeySignsWith() {
    Zone zone = Signing.example("@ DNSKEY 257 3 13 " + "A".repeat(86) + "==");
    assertThatThrownBy(() -> Signing.sign(zone, Signing.policy()))
        .isInstanceOf(SigningFault.class)
        .hasMessageContaining("RFC 4035 §2.2");
  }

  @Test
  void keepsAStandByKeyOfTheSameAlgorithm() {
    Zone zone = Signing.example("@ DNSKEY 257 3 15 " + "A".repeat(43) + "=");
    assertThat(Signing.lines(sound(zone, Signing.policy()), "example.", "DNSKEY")).hasSize(3);
  }

  @Test
  void signsNoSignatureAndDropsWhatWasLeftBehind() {
    String rrsig = "A 15 2 300 20261201000000 20261101000000 1 example. AAAA";
    Zone zone =
        Signing.example(
            "www 300 A 192.0.2.1",
            "www 300 RRSIG " + rrsig,
            "gone NSEC www.example. A",
            "sub NS ns.sub",
            "ns.sub A 192.0.2.2",
            "ns.sub 300 RRSIG " + rrsig,
            "0p9mhaveqvm6t7vbl5lop2u3t2rp3tom NSEC3 1 0 0 - 0p9mhaveqvm6t7vbl5lop2u3t2rp3ton A");
    for (SigningPolicy policy : List.of(Signing.policy(), Signing.nsec3(true))) {
      Zone signed = sound(zone, policy);
      assertThat(Signing.lines(signed, "www.example.", "RRSIG/A")).hasSize(1);
      assertThat(Signing.lines(signed, "www.example.", "RRSIG/RRSIG")).isEmpty();
      assertThat(owned(signed, "ns.sub.example.", "")).isEqualTo(1);
      assertThat(owned(signed, "gone.example.", "")).isZero();
      assertThat(owned(signed, "0p9mhaveqvm6t7vbl5lop2u3t2rp3tom.example.", "")).isZero();
    }
  }

  @Test
  void oldKeysAndChainsGoWithTheirSignatures() {
    Zone zone = Signing.example("www A 192.0.2.1", "www AAAA 2001:db8::1", "alias CNAME www");
    List<SigningKey> others =
        List.of(Signing.key(zone.apex(), SigningAlgorithm.ECDSAP256SHA256, KeyRole.CSK, 9));
    for (SigningPolicy before : List.of(Signing.policy(), Signing.nsec3(true))) {
      Zone old = Signing.sign(zone, before, others, 1).zone();
      for (SigningPolicy after : List.of(Signing.policy(), Signing.nsec3(false))) {
        assertThat(Signing.lines(sound(old, after))).isEqualTo(Signing.lines(sound(zone, after)));
      }
    }
  }

  @Test
  void signaturesStandBesideACname() {
    Zone signed = sound(Signing.example("alias CNAME www"), Signing.policy());
    assertThat(Signing.lines(signed, "alias.example.", "RRSIG/CNAME")).hasSize(1);
    assertThat(owned(signed, "alias.example.", "")).isEqualTo(4);
  }

  @Test
  void countsLabelsWithoutALeadingAsterisk() {
    Zone zone =
        Signing.example(
            "*.a TXT one", "\\042.b TXT two", "c.*.a TXT three", "*.*.d TXT four", "*x.a TXT five");
    Zone signed = sound(zone, Signing.policy());
    assertThat(labels(signed, "*.a.example.")).isEqualTo(2);
    assertThat(labels(signed, "*.b.example.")).isEqualTo(2);
    assertThat(labels(signed, "c.*.a.example.")).isEqualTo(4);
    assertThat(labels(signed, "*.*.d.example.")).isEqualTo(3);
    assertThat(labels(signed, "*x.a.example.")).isEqualTo(3);
  }

  @Test
  void countsNoLabelsAtTheRootAndItsWildcard() {
    Zone zone =
        Signing.parse(
            ". 60 IN SOA a. b. 1 2 3 4 5\n"
                + ". 60 IN NS a.\n"
                + ". 60 TXT x\n"
                + "*. 60 IN TXT y\n"
                + "a. 60 A 1.2.3.4\n");
    List<SigningKey> keys =
        List.of(Signing.key(Name.ROOT, SigningAlgorithm.ED25519, KeyRole.CSK, 1));
    Zone signed = Signing.sign(zone, Signing.policy(), keys, 1).zone();
    assertThat(labels(signed, ".")).isZero();
    assertThat(labels(signed, "*.")).isZero();
    assertThat(Signing.verify(signed, keys, false, 1).sound()).isTrue();
  }

  @Test
  void countsNoAsteriskOfAnApexThatIsAWildcard() {
    Name apex = Name.parse("*.example.");
    Zone zone =
        Signing.parse(
            "*.example. 60 IN SOA a. b. 1 2 3 4 5\n*.example. 60 NS a.\n*.example. 60 TXT x\n");
    List<SigningKey> keys = List.of(Signing.key(apex, SigningAlgorithm.ED25519, KeyRole.CSK, 1));
    Zone signed = Signing.sign(zone, Signing.policy(), keys, 1).zone();
    assertThat(labels(signed, "*.example.")).isEqualTo(1);
    assertThat(Signing.verify(signed, keys, false, 1).sound()).isTrue();
  }

  @Test
  void theTtlIsThatOfTheSetAndOfSeveralTheLowest() {
    Zone signed =
        sound(Signing.example("www 300 A 192.0.2.1", "www 200 A 192.0.2.2"), Signing.policy());
    assertThat(Signing.lines(signed, "www.example.", "A"))
        .hasSize(2)
        .allMatch(line -> line.startsWith("www.example. 200 "));
    assertThat(Signing.lines(signed, "www.example.", "RRSIG/A").getFirst())
        .startsWith("www.example. 200 ");
    assertThat(Signing.rdata(signed, "www.example.", "RRSIG/A").i32(TTL_AT)).isEqualTo(200);
  }

  @Test
  void recordsThatDifferInCaseAloneAreOne() {
    Zone signed =
        sound(Signing.example("@ MX 10 MAIL.example.", "@ MX 10 mail.example."), Signing.policy());
    assertThat(Signing.lines(signed, "example.", "MX")).hasSize(1);
  }

  @Test
  void theOrderOfTheFileDoesNotMatter() {
    Zone one = Signing.example("@ MX 10 B", "@ MX 10 a", "@ MX 9 z", "@ TXT a", "@ TXT ab");
    Zone two = Signing.example("@ TXT ab", "@ MX 9 z", "@ MX 10 a", "@ TXT a", "@ MX 10 B");
    assertThat(Signing.lines(sound(one, Signing.policy())))
        .isEqualTo(Signing.lines(sound(two, Signing.policy())));
  }

  @Test
  void theGenericFormOfAKnownTypeIsTheSame() {
    Zone plain = sound(Signing.example("@ MX 10 A."), Signing.policy());
    Zone generic = sound(Signing.example("@ TYPE15 \\# 5 000a014100"), Signing.policy());
    Zone small = sound(Signing.example("@ MX 10 a."), Signing.policy());
    Octets signature = Signing.rdata(plain, "example.", "RRSIG/MX");
    assertThat(Signing.rdata(generic, "example.", "RRSIG/MX")).isEqualTo(signature);
    assertThat(Signing.rdata(small, "example.", "RRSIG/MX")).isEqualTo(signature);
  }

  @Test
  void unknownTypesAreOpaqueAndMayBeEmpty() {
    Zone zone =
        Signing.example(
            "x TYPE65534 \\# 0", "x TYPE65280 \\# 3 014100", "x TYPE65280 \\# 3 016100", "x TXT a");
    Zone signed = sound(zone, Signing.policy());
    assertThat(Signing.lines(signed, "x.example.", "TYPE65280")).hasSize(2);
    assertThat(Signing.lines(signed, "x.example.", "RRSIG/TYPE65534")).hasSize(1);
    assertThat(Signing.types(Signing.rdata(signed, "x.example.", "NSEC"), 9))
        .isEqualTo("TXT RRSIG NSEC TYPE65280 TYPE65534");
  }

  @Test
  void signaturesMayRunOverTheEndsOfTheClock() {
    Instant late = Instant.ofEpochSecond(0x1_0000_0000L - 1000);
    Validity validity = new Validity(late, late.plus(Duration.ofDays(30)), 0);
    SigningPolicy usual = Signing.policy();
    SigningPolicy policy =
        new SigningPolicy(usual.denial(), validity, usual.serial(), late, null, false, -1);
    Octets rrsig = Signing.rdata(Signing.sign(Signing.example(), policy), "example.", "RRSIG/SOA");
    assertThat(rrsig.u32(INCEPTION_AT)).isEqualTo(0x1_0000_0000L - 1000);
    assertThat(rrsig.u32(EXPIRATION_AT)).isEqualTo(30 * 86_400 - 1000);
  }

  @Test
  void refusesPeriodsThatAreNone() {
    Instant now = Signing.NOW;
    assertThatThrownBy(() -> new Validity(now, now, 0)).isInstanceOf(SigningFault.class);
    assertThatThrownBy(() -> new Validity(now, now.plusSeconds(1L << 31), 0))
        .isInstanceOf(SigningFault.class);
    assertThatThrownBy(() -> new Validity(now, now.plusSeconds(60), 60))
        .isInstanceOf(SigningFault.class);
  }

  @Test
  void jitterSpreadsTheEndsAndRepeats() {
    String[] names = new String[200];
    for (int i = 0; i < names.length; i++) {
      names[i] = "n" + i + " A 192.0.2.1";
    }
    Validity usual = Validity.usual(Signing.NOW);
    SigningPolicy policy =
        new SigningPolicy(
            new Denial.Nsec(),
            new Validity(usual.inception(), usual.expiration(), 86_400),
            SerialPolicy.KEEP,
            Signing.NOW,
            null,
            false,
            -1);
    Zone signed = sound(Signing.example(names), policy);
    assertThat(Signing.lines(Signing.sign(Signing.example(names), policy)))
        .isEqualTo(Signing.lines(signed));
    int[] hours = new int[24];
    for (int i = 0; i < names.length; i++) {
      long end = Signing.rdata(signed, "n" + i + ".example.", "RRSIG/A").u32(EXPIRATION_AT);
      long earlier = usual.expiration().getEpochSecond() - end;
      assertThat(earlier).isBetween(0L, 86_400L);
      hours[(int) Math.min(23, earlier / 3600)]++;
    }
    assertThat(hours).doesNotContain(0);
  }

  @Test
  void refusesKeysThatCannotSignTheZone() {
    Zone zone = Signing.example();
    SigningKey stranger =
        Signing.key(Name.parse("example.net."), SigningAlgorithm.ED25519, KeyRole.CSK, 1);
    SigningKey own = Signing.pair().get(0);
    SigningKey noZoneKey =
        new SigningKey(own.zone(), own.publicKey().withFlags(0), own.privateMaterial());
    assertRefused(zone, List.of(), "no key");
    assertRefused(zone, List.of(stranger), "belongs to zone example.net.");
    assertRefused(zone, List.of(own, own), "given twice");
    assertRefused(zone, List.of(noZoneKey), "RFC 4034 §2.1.1");
  }

  private static void assertRefused(Zone zone, List<SigningKey> keys, String words) {
    assertThatThrownBy(() -> Signing.sign(zone, Signing.policy(), keys, 1))
        .isInstanceOf(SigningFault.class)
        .hasMessageContaining(words);
  }

  /// Signs, and checks that nothing worse than a warning is found.
  private static Zone sound(Zone zone, SigningPolicy policy) {
    Zone signed = Signing.sign(zone, policy);
    assertThat(Signing.verify(signed, Signing.pair(), false, 1).findings())
        .noneMatch(finding -> finding.severity() == dev.weir.dns.check.Severity.ERROR);
    return signed;
  }

  /// Records of an owner whose type starts with `prefix`.
  private static long owned(Zone zone, String owner, String prefix) {
    return Signing.lines(zone).stream()
        .map(line -> line.split(" "))
        .filter(words -> words[0].equals(owner) && words[2].startsWith(prefix))
        .count();
  }

  private static int labels(Zone zone, String owner) {
    return Signing.rdata(zone, owner, "RRSIG/TXT").u8(LABELS_AT);
  }
}
