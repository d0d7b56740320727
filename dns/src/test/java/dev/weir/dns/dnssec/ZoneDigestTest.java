package dev.weir.dns.dnssec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.dns.dnssec.ZoneDigestCheck.Outcome;
import dev.weir.dns.dnssec.ZoneDigestCheck.Verdict;
import dev.weir.dns.name.Name;
import dev.weir.dns.octets.OctetBuffer;
import dev.weir.dns.octets.Octets;
import dev.weir.dns.workers.Workers;
import dev.weir.dns.zone.Zone;
import dev.weir.dns.zone.ZoneBuilder;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class ZoneDigestTest {
  private static final int SERIAL = 2018031900;

  /// RFC 8976 appendix A.1.
  private static final String SIMPLE_384 =
      "c68090d90a7aed716bc459f9340e3d7c1370d4d24b7e2fc3"
          + "a1ddc0b9a87153b9a9713b3c9ae5cc27777f98b8e730044c";

  /// The digests of the same zone as the RFC 8976 A.1 zone, with the name servers.
  @Test
  void digestsTheSimpleZoneOfTheStandard() {
    Zone zone = new Sketch().simple().zone();

    assertThat(digest(zone, DigestHash.SHA_384)).isEqualTo(SIMPLE_384);
  }

  @Test
  void leavesOutOnlyTheDigestOfTheApexAndItsSignatures() {
    Sketch sketch = new Sketch().simple();
    sketch.add("example.", 63, zonemd(SERIAL, 1, 1, SIMPLE_384));
    sketch.add("example.", 46, new OctetBuffer().u16(63).bytes(new byte[40]).toBytes());
    assertThat(digest(sketch.zone(), DigestHash.SHA_384)).isEqualTo(SIMPLE_384);

    sketch.add("ns1.example.", 63, zonemd(SERIAL, 1, 1, SIMPLE_384));
    assertThat(digest(sketch.zone(), DigestHash.SHA_384)).isNotEqualTo(SIMPLE_384);
  }

  @Test
  void digestsNamesInSmallLetters() {
    Zone zone =
        new Sketch()
            .add("EXAMPLE.", 6, soa("NS1.example.", "ADMIN.Example."))
            .add("example.", 2, name("Ns1.EXAMPLE."))
            .add("example.", 2, name("ns2.example."))
            .add("NS1.example.", 1, new byte[] {(byte) 203, 0, 113, 63})
            .add("ns2.example.", 28, v6())
            .zone();

    assertThat(digest(zone, DigestHash.SHA_384)).isEqualTo(SIMPLE_384);
  }

  @Test
  void findsTheRecordThatFits() {
    Sketch sketch = new Sketch().simple();
    sketch.add("example.", 63, zonemd(SERIAL, 1, 1, SIMPLE_384));

    ZoneDigestCheck check = check(sketch.zone());

    assertThat(check.fits()).isTrue();
    assertThat(check.outcomes()).extracting(Outcome::verdict).containsExactly(Verdict.FITS);
  }

  @Test
  void passesOverSchemesAndHashesItDoesNotKnow() {
    Sketch sketch = new Sketch().simple();
    sketch.add("example.", 63, zonemd(SERIAL, 1, 241, SIMPLE_384));
    sketch.add("example.", 63, zonemd(SERIAL, 240, 1, SIMPLE_384));

    ZoneDigestCheck check = check(sketch.zone());

    assertThat(check.fits()).isFalse();
    assertThat(check.refuted()).isFalse();
    assertThat(check.outcomes())
        .extracting(Outcome::verdict)
        .containsExactly(Verdict.UNKNOWN_HASH, Verdict.UNKNOWN_SCHEME);
  }

  @Test
  void refutesOtherSerialsDigestsAndLengths() {
    String flipped = SIMPLE_384.replace("c6809", "c6808");
    assertThat(verdictOf(zonemd(SERIAL + 1, 1, 1, SIMPLE_384))).isEqualTo(Verdict.OTHER_SERIAL);
    assertThat(verdictOf(zonemd(SERIAL, 1, 1, flipped))).isEqualTo(Verdict.DIFFERS);
    assertThat(verdictOf(zonemd(SERIAL, 1, 1, SIMPLE_384.substring(2))))
        .isEqualTo(Verdict.WRONG_LENGTH);
    assertThat(verdictOf(zonemd(SERIAL, 1, 241, "0011"))).isEqualTo(Verdict.WRONG_LENGTH);
  }

  @Test
  void countsNeitherOfTwoRecordsWithOneSchemeAndHash() {
    Sketch sketch = new Sketch().simple();
    sketch.add("example.", 63, zonemd(SERIAL, 1, 1, SIMPLE_384));
    sketch.add("example.", 63, zonemd(SERIAL, 1, 1, "00" + SIMPLE_384.substring(2)));

    ZoneDigestCheck check = check(sketch.zone());

    assertThat(check.refuted()).isTrue();
    assertThat(check.outcomes())
        .extracting(Outcome::verdict)
        .containsExactly(Verdict.REPEATED, Verdict.REPEATED);
  }

  @Test
  void writesTheRecordThatItLaterFinds() {
    Zone plain = new Sketch().simple().zone();
    for (DigestHash hash : DigestHash.values()) {
      Sketch sketch = new Sketch().simple();
      try (Workers workers = Workers.of(2)) {
        sketch.add("example.", 63, ZoneDigest.record(plain, hash, workers));
      }
      assertThat(check(sketch.zone()).fits()).isTrue();
    }
  }

  @Test
  void asksForTheSerial() {
    Zone zone = new Sketch().add("example.", 2, name("ns1.example.")).zone();
    try (Workers workers = Workers.of(1)) {
      assertThatThrownBy(() -> ZoneDigest.record(zone, DigestHash.SHA_384, workers))
          .hasMessageContaining("SOA");
    }
  }

  private static Verdict verdictOf(byte[] zonemd) {
    return check(new Sketch().simple().add("example.", 63, zonemd).zone())
        .outcomes()
        .getFirst()
        .verdict();
  }

  private static ZoneDigestCheck check(Zone zone) {
    try (Workers workers = Workers.of(2)) {
      return ZoneDigestCheck.of(zone, workers);
    }
  }

  private static String digest(Zone zone, DigestHash hash) {
    try (Workers workers = Workers.of(2)) {
      return HexFormat.of().formatHex(ZoneDigest.compute(zone, hash, workers));
    }
  }

  private static byte[] zonemd(int serial, int scheme, int hash, String digest) {
    return new OctetBuffer()
        .i32(serial)
        .u8(scheme)
        .u8(hash)
        .bytes(HexFormat.of().parseHex(digest))
        .toBytes();
  }

  private static byte[] name(String text) {
    return Name.parse(text).wire().toBytes();
  }

  private static byte[] soa(String primary, String mailbox) {
    return new OctetBuffer()
        .bytes(name(primary))
        .bytes(name(mailbox))
        .i32(SERIAL)
        .i32(1800)
        .i32(900)
        .i32(604800)
        .i32(86400)
        .toBytes();
  }

  private static byte[] v6() {
    return HexFormat.of().parseHex("20010db8000000000000000000000063");
  }

  /// A zone `example.` in the making.
  private static final class Sketch {
    private final List<Name> owners = new ArrayList<>();
    private final List<ZoneBuilder.Data> records = new ArrayList<>();

    Sketch simple() {
      return add("example.", 6, soa("ns1.example.", "admin.example."))
          .add("example.", 2, name("ns1.example."))
          .add("example.", 2, name("ns2.example."))
          .add("ns1.example.", 1, new byte[] {(byte) 203, 0, 113, 63})
          .add("ns2.example.", 28, v6());
    }

    Sketch add(String owner, int type, byte[] rdata) {
      owners.add(Name.parse(owner));
      records.add(
          new ZoneBuilder.Data(type, type == 2 || type < 30 ? ttl(type) : 86400, Octets.of(rdata)));
      return this;
    }

    private static int ttl(int type) {
      return type == 1 || type == 28 ? 3600 : 86400;
    }

    Zone zone() {
      return ZoneBuilder.of(Name.parse("example."), owners, records);
    }
  }
}
