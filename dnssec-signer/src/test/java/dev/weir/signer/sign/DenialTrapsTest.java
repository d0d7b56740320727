package dev.weir.signer.sign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.dns.check.Report;
import dev.weir.dns.dnssec.Base32Hex;
import dev.weir.dns.dnssec.DigestHash;
import dev.weir.dns.dnssec.Nsec3Hash;
import dev.weir.dns.name.Name;
import dev.weir.dns.octets.Octets;
import dev.weir.dns.workers.Workers;
import dev.weir.dns.zone.Zone;
import dev.weir.signer.SigningFault;
import dev.weir.signer.keys.KeyRole;
import dev.weir.signer.keys.SigningAlgorithm;
import dev.weir.signer.keys.SigningKey;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The chains and the digest: a test for each way to get them wrong.
class DenialTrapsTest {
  private static final int NEXT_AT = 6;
  private static final int NSEC3_BITMAP_AT = 26;

  @Test
  void theChainFollowsTheOrderOfRfc4034() {
    List<String> order =
        List.of(
            "example.",
            "a.example.",
            "yljkjljk.a.example.",
            "Z.a.example.",
            "zABC.a.example.",
            "z.example.",
            "\\001.z.example.",
            "*.z.example.",
            "\\200.z.example.");
    List<String> lines = new ArrayList<>();
    for (String name : order.subList(1, order.size()).reversed()) {
      lines.add(name + " 3600 TXT x");
    }
    String head = "example. 3600 IN SOA a. b. 1 2 3 4 5\nexample. 3600 NS a.\n";
    Zone signed = sound(Signing.parse(head + String.join("\n", lines) + "\n"), Signing.policy());
    for (int i = 0; i < order.size(); i++) {
      String next = order.get((i + 1) % order.size());
      assertThat(next(signed, order.get(i))).hasToString(next);
    }
  }

  @Test
  void onlyAsciiLettersFold() {
    Zone signed =
        sound(Signing.example("\\192 TXT a", "\\224 TXT b", "\\215 TXT c"), Signing.policy());
    assertThat(Signing.lines(signed, "\\192.example.", "NSEC")).hasSize(1);
    assertThat(Signing.lines(signed, "\\224.example.", "NSEC")).hasSize(1);
    assertThat(next(signed, "\\192.example.")).hasToString("\\215.example.");
  }

  @Test
  void theNextNameKeepsItsCase() {
    Zone signed = sound(Signing.example("a TXT x", "Www TXT x"), Signing.policy());
    assertThat(next(signed, "ns.example.")).hasToString("Www.example.");
  }

  @Test
  void anOwnerInTwoSpellingsIsOneName() {
    Zone signed = sound(Signing.example("WWW A 192.0.2.1", "www A 192.0.2.2"), Signing.policy());
    assertThat(Signing.lines(signed, "WWW.example.", "A")).hasSize(2);
    assertThat(Signing.lines(signed, "WWW.example.", "NSEC")).hasSize(1);
    assertThat(Signing.lines(signed, "WWW.example.", "RRSIG/A")).hasSize(1);
  }

  @Test
  void theTtlIsTheLowerOfTheTwoOfTheSoa() {
    String text = "example. %d IN SOA a. b. 1 2 3 4 %d\nexample. 60 NS a.\n";
    for (SigningPolicy policy : List.of(Signing.policy(), Signing.nsec3(false))) {
      String type = policy.denial() instanceof Denial.Nsec ? "NSEC" : "NSEC3";
      for (long[] ttls : new long[][] {{100, 50, 50}, {50, 100, 50}, {70, 4_294_967_295L, 70}}) {
        Zone signed = sound(Signing.parse(text.formatted(ttls[0], ttls[1])), policy);
        assertThat(Signing.lines(signed))
            .anyMatch(line -> line.contains(" " + ttls[2] + " " + type + " "))
            .anyMatch(line -> line.contains(" " + ttls[2] + " RRSIG/" + type + " "));
      }
    }
  }

  @Test
  void bitmapsShowWhatIsThere() {
    Zone zone =
        Signing.example(
            "www A 192.0.2.1",
            "safe NS ns.test.",
            "safe DS 1 13 2 " + "AA".repeat(32),
            "open NS ns.open",
            "open TXT occluded",
            "ns.open A 192.0.2.2");
    Zone nsec = sound(zone, Signing.policy());
    assertThat(types(nsec, "example.")).isEqualTo("NS SOA RRSIG NSEC DNSKEY");
    assertThat(types(nsec, "www.example.")).isEqualTo("A RRSIG NSEC");
    assertThat(types(nsec, "safe.example.")).isEqualTo("NS DS RRSIG NSEC");
    assertThat(types(nsec, "open.example.")).isEqualTo("NS RRSIG NSEC");
    Zone nsec3 = sound(zone, Signing.nsec3(false));
    assertThat(types3(nsec3, "example.")).isEqualTo("NS SOA RRSIG DNSKEY NSEC3PARAM");
    assertThat(types3(nsec3, "www.example.")).isEqualTo("A RRSIG");
    assertThat(types3(nsec3, "safe.example.")).isEqualTo("NS DS RRSIG");
    assertThat(types3(nsec3, "open.example.")).isEqualTo("NS");
  }

  @Test
  void emptyNonTerminalsHaveNoNsecButAnNsec3() {
    Zone zone = Signing.example("a.b.c.d TXT x", "z.c.d TXT y");
    Zone nsec = sound(zone, Signing.policy());
    assertThat(next(nsec, "example.")).hasToString("a.b.c.d.example.");
    assertThat(Signing.lines(nsec, "c.d.example.", "NSEC")).isEmpty();
    Zone nsec3 = sound(zone, Signing.nsec3(false));
    assertThat(types3(nsec3, "d.example.")).isEmpty();
    assertThat(types3(nsec3, "c.d.example.")).isEmpty();
    assertThat(types3(nsec3, "b.c.d.example.")).isEmpty();
    assertThat(chain(nsec3)).hasSize(7);
  }

  @Test
  void theLastNameLeadsBackToTheApexAsItIsSpelled() {
    String text = "Example.COM. 60 IN SOA a. b. 1 2 3 4 5\nExample.COM. 60 NS a.\n";
    List<SigningKey> keys =
        List.of(Signing.key(Name.parse("example.com."), SigningAlgorithm.ED25519, KeyRole.CSK, 1));
    Zone alone = Signing.sign(Signing.parse(text), Signing.policy(), keys, 1).zone();
    assertThat(next(alone, "Example.COM.")).hasToString("Example.COM.");
    Zone two =
        Signing.sign(
                Signing.parse(text + "z.example.com. 60 A 1.2.3.4\n"), Signing.policy(), keys, 1)
            .zone();
    assertThat(next(two, "z.Example.COM.")).hasToString("Example.COM.");
    Zone hashed = Signing.sign(Signing.parse(text), Signing.nsec3(true), keys, 1).zone();
    assertThat(Signing.verify(hashed, keys, false, 1).sound()).isTrue();
    assertThat(chain(hashed)).hasSize(1);
  }

  @Test
  void optOutLeavesOutWhatOnlyInsecureDelegationsNeed() {
    String ds = "AA".repeat(32);
    Zone insecure = Signing.example("x.ent NS ns.test.", "y.deep.ent NS ns.test.");
    Zone signed = sound(insecure, Signing.nsec3(true));
    assertThat(chain(signed)).hasSize(2);
    Zone secure =
        sound(
            Signing.example(
                "x.ent NS ns.test.", "y.deep.ent NS ns.test.", "y.deep.ent DS 1 13 2 " + ds),
            Signing.nsec3(true));
    assertThat(chain(secure)).hasSize(5);
    assertThat(types3(secure, "ent.example.")).isEmpty();
    assertThat(types3(secure, "deep.ent.example.")).isEmpty();
    assertThat(types3(secure, "y.deep.ent.example.")).isEqualTo("NS DS RRSIG");
    assertThat(chain(sound(insecure, Signing.nsec3(false)))).hasSize(6);
  }

  @Test
  void theOptOutFlagIsOnRecordsAndNotOnParameters() {
    for (boolean optOut : new boolean[] {false, true}) {
      Zone signed = sound(Signing.example("x NS ns.test."), Signing.nsec3(optOut));
      assertThat(Signing.rdata(signed, "example.", "NSEC3PARAM")).hasToString("0100000000");
      assertThat(chain(signed)).allMatch(rdata -> rdata.u8(1) == (optOut ? 1 : 0));
    }
  }

  @Test
  void saltAndIterationsAreUsed() {
    Denial.Nsec3 salted = new Denial.Nsec3(Octets.parseHex("aabbccdd"), 12, false);
    Zone signed = sound(Signing.example("a A 192.0.2.1"), Signing.policy().with(salted));
    assertThat(Signing.rdata(signed, "example.", "NSEC3PARAM")).hasToString("0100000c04aabbccdd");
    // RFC 5155 appendix A.
    assertThat(Signing.lines(signed, "0p9mhaveqvm6t7vbl5lop2u3t2rp3tom.example.", "NSEC3"))
        .hasSize(1);
    assertThat(Signing.lines(signed, "35mthgpgcu1qg68fab165klnsnk3dpvl.example.", "NSEC3"))
        .hasSize(1);
  }

  @Test
  void aNameThatEqualsAHashKeepsItsOwnTypes() {
    String hash = hash("www.example.");
    Zone zone =
        Signing.example("www A 192.0.2.1", hash + " TXT here", "x." + hash + " A 192.0.2.2");
    Zone signed = sound(zone, Signing.nsec3(false));
    assertThat(types3(signed, "www.example.")).isEqualTo("A RRSIG");
    assertThat(types3(signed, hash + ".example.")).isEqualTo("TXT RRSIG");
    assertThat(Signing.lines(signed, hash + ".example.", "RRSIG/NSEC3")).hasSize(1);
    assertThat(Signing.lines(signed, hash + ".example.", "RRSIG/TXT")).hasSize(1);
    Zone optOut =
        sound(Signing.example("www A 192.0.2.1", hash + " NS ns.test."), Signing.nsec3(true));
    assertThat(Signing.lines(optOut, hash + ".example.", "RRSIG/NSEC3")).hasSize(1);
    assertThat(Signing.lines(optOut, hash + ".example.", "RRSIG/NS")).isEmpty();
  }

  @Test
  void refusesTwoNamesWithOneHash() {
    Zone zone = Signing.example();
    Denial.Nsec3 plain = Denial.Nsec3.plain(false);
    Nsec3Names names = Nsec3Names.of(zone, zone.ranges(100).getFirst(), plain);
    try (Workers workers = Workers.of(1)) {
      assertThat(Nsec3Chain.of(List.of(names), plain, workers).size()).isEqualTo(2);
      assertThatThrownBy(() -> Nsec3Chain.of(List.of(names, names), plain, workers))
          .isInstanceOf(SigningFault.class)
          .hasMessageContaining("choose another salt");
    }
  }

  @Test
  void refusesAnApexThatLeavesNoRoomForHashes() {
    Name apex = Name.ROOT;
    for (int octets : new int[] {63, 63, 63, 29}) {
      apex = apex.child("l".repeat(octets).getBytes(StandardCharsets.US_ASCII));
    }
    Zone zone = Signing.parse(apex + " 60 IN SOA a. b. 1 2 3 4 5\n" + apex + " 60 IN NS a.\n");
    List<SigningKey> keys = List.of(Signing.key(apex, SigningAlgorithm.ED25519, KeyRole.CSK, 1));
    assertThat(Signing.sign(zone, Signing.policy(), keys, 1).signatures()).isEqualTo(4);
    assertThatThrownBy(() -> Signing.sign(zone, Signing.nsec3(false), keys, 1))
        .isInstanceOf(SigningFault.class)
        .hasMessageContaining("222 octets");
  }

  @Test
  void theDigestIsInTheBitmapAndCoversTheZone() {
    for (SigningPolicy policy : List.of(Signing.policy(), Signing.nsec3(true))) {
      for (DigestHash hash : List.of(DigestHash.SHA_384, DigestHash.SHA_512)) {
        Zone zone =
            Signing.example(
                "@ ZONEMD 7 1 241 " + "AA".repeat(48),
                "@ ZONEMD 6 1 1 " + "BB".repeat(48),
                "sub NS ns.sub",
                "ns.sub A 192.0.2.2");
        Zone signed = Signing.sign(zone, policy.with(hash));
        Report report = Signing.verify(signed, Signing.pair(), true, 1);
        assertThat(report.findings()).isEmpty();
        Octets zonemd = Signing.rdata(signed, "example.", "ZONEMD");
        assertThat(zonemd.i32(0)).isEqualTo(7);
        assertThat(zonemd.u16(4)).isEqualTo(0x100 | hash.code());
        assertThat(zonemd.length()).isEqualTo(6 + hash.octets());
      }
    }
  }

  @Test
  void theDigestFollowsTheNewSerial() {
    SigningPolicy usual = Signing.policy();
    SigningPolicy policy =
        new SigningPolicy(
            usual.denial(),
            usual.validity(),
            SerialPolicy.COUNTER,
            usual.now(),
            DigestHash.SHA_384,
            false,
            -1);
    Zone signed = Signing.sign(Signing.example(), policy);
    assertThat(Signing.rdata(signed, "example.", "ZONEMD").i32(0)).isEqualTo(8);
    assertThat(Signing.verify(signed, Signing.pair(), true, 1).findings()).isEmpty();
  }

  @Test
  void aDigestOfTheInputIsDroppedWithANote() {
    Zone zone = Signing.example("@ ZONEMD 7 1 1 " + "BB".repeat(48));
    SignedZone signed = Signing.sign(zone, Signing.policy(), Signing.pair(), 1);
    assertThat(Signing.lines(signed.zone(), "example.", "ZONEMD")).isEmpty();
    assertThat(signed.notes()).singleElement().asString().contains("ZONEMD");
    assertThat(Signing.sign(Signing.example(), Signing.policy(), Signing.pair(), 1).notes())
        .isEmpty();
  }

  /// Signs, and checks that nothing worse than a warning is found.
  private static Zone sound(Zone zone, SigningPolicy policy) {
    Zone signed = Signing.sign(zone, policy);
    assertThat(Signing.verify(signed, Signing.pair(), false, 1).findings())
        .noneMatch(finding -> finding.severity() == dev.weir.dns.check.Severity.ERROR);
    return signed;
  }

  private static Name next(Zone zone, String owner) {
    return Name.read(Signing.rdata(zone, owner, "NSEC"));
  }

  private static String types(Zone zone, String owner) {
    Octets rdata = Signing.rdata(zone, owner, "NSEC");
    return Signing.types(rdata, Name.read(rdata).length());
  }

  /// The types of the NSEC3 record of a name, without salt.
  private static String types3(Zone zone, String owner) {
    return Signing.types(Signing.rdata(zone, hash(owner) + ".example.", "NSEC3"), NSEC3_BITMAP_AT);
  }

  /// The data of all NSEC3 records; checks that each leads to the next.
  private static List<Octets> chain(Zone zone) {
    List<String> lines =
        Signing.lines(zone).stream().filter(line -> line.contains(" NSEC3 ")).toList();
    List<Octets> chain = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      Octets rdata = Octets.parseHex(line.substring(line.lastIndexOf(' ') + 1));
      byte[] label = new byte[32];
      Base32Hex.encode(rdata.toBytes(), NEXT_AT, NEXT_AT + Nsec3Hash.OCTETS, label, 0);
      String next = new String(label, StandardCharsets.US_ASCII);
      assertThat(lines.get((i + 1) % lines.size())).startsWith(next + ".");
      chain.add(rdata);
    }
    return chain;
  }

  private static String hash(String owner) {
    byte[] wire = Name.parse(owner).canonicalWire();
    byte[] hash = new byte[Nsec3Hash.OCTETS];
    new Nsec3Hash().hash(wire, 0, wire.length, new byte[0], 0, hash, 0);
    byte[] label = new byte[32];
    Base32Hex.encode(hash, 0, hash.length, label, 0);
    return new String(label, StandardCharsets.US_ASCII);
  }
}
