package dev.weir.bgp.mrt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.bgp.octets.Octets;
import dev.weir.bgp.octets.OctetsWriter;
import dev.weir.inet.Asn;
import dev.weir.inet.Ipv4Address;
import dev.weir.inet.Prefix;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MrtLawTest {
  private final List<Damage> damages = new ArrayList<>();

  @Test
  void sessionsAreWrittenBackOctetForOctet() throws IOException {
    int sessions = 0;
    for (Path file : SharedArchives.all()) {
      for (MrtRecord record : records(SharedArchives.read(file))) {
        Bgp4mp value = Bgp4mp.read(record);
        if (value != null) {
          OctetsWriter out = new OctetsWriter();
          new MrtWriter(out).session(value);
          assertThat(out.toOctets()).as(file + " " + record).isEqualTo(record.octets());
          sessions++;
        }
      }
    }
    assertThat(sessions).isGreaterThan(200_000);
  }

  @Test
  void everyTruncationAndFlipIsWalkedWithoutAnException() {
    byte[] archive = sample();
    Random random = new Random(8050);
    for (int length = 0; length < archive.length; length++) {
      walk(Arrays.copyOf(archive, length));
    }
    for (int i = 0; i < 20_000; i++) {
      byte[] changed = archive.clone();
      for (int flips = random.nextInt(4); flips >= 0; flips--) {
        changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
      }
      walk(changed);
    }
  }

  @Test
  void findsTheNextRecordsBehindJunk() {
    byte[] good = sample();
    byte[] junk = new byte[100];
    Arrays.fill(junk, (byte) 0x5a);
    byte[] archive = new OctetsWriter().bytes(good).bytes(junk).bytes(good).toOctets().toBytes();
    int each = records(good).size();
    assertThat(records(archive)).hasSize(2 * each);
    assertThat(damages).hasSize(1);
    assertThat(damages.getFirst().position()).isEqualTo(good.length);
    assertThat(damages.getFirst().skipped()).isEqualTo(100);
  }

  @Test
  void findsTheNextRecordsWhereALengthLies() {
    byte[] good = sample();
    List<MrtRecord> all = records(good);
    int second = (int) all.get(1).position();
    good[second + 11] += 5;
    assertThat(records(good)).hasSizeGreaterThanOrEqualTo(all.size() - 1);
    assertThat(damages).isNotEmpty();
  }

  private List<MrtRecord> records(byte[] archive) {
    damages.clear();
    RecordFramer framer = new RecordFramer(damages::add);
    framer.feed(archive, 0, archive.length, 0, true);
    List<MrtRecord> found = new ArrayList<>();
    while (framer.next() == RecordFramer.Step.RECORD) {
      found.add(framer.record());
    }
    return found;
  }

  private void walk(byte[] archive) {
    RouteCursor route = new RouteCursor();
    BgpdumpPrinter printer = new BgpdumpPrinter(route);
    for (MrtRecord record : records(archive)) {
      Octets octets = record.octets();
      printer.print(octets.array(), octets.offset(), octets.end());
      Bgp4mp.read(record);
    }
    assertThat(printer.length()).isBetween(0, 1 << 20);
  }

  /// A table of two peers, and messages.
  private static byte[] sample() {
    OctetsWriter out = new OctetsWriter();
    MrtWriter writer = new MrtWriter(out);
    Ipv4Address one = Ipv4Address.parse("192.0.2.1");
    Ipv4Address two = Ipv4Address.parse("192.0.2.2");
    writer.peers(
        1_700_000_000,
        one,
        "view",
        List.of(PeerEntry.of(one, one, new Asn(64496)), PeerEntry.of(two, two, new Asn(64497))));
    Octets attributes =
        Octets.parseHex(
            "400101004002060201" + "0000fbf0" + "400304c0000201" + "c00808fbf00001fbf00002");
    for (int i = 0; i < 3; i++) {
      writer.beginPrefix(1_700_000_000, Prefix.parse("10." + i + ".0.0/16"), i == 2, i);
      writer.entry(0, 1_600_000_000, 7, attributes);
      writer.entry(1, 1_600_000_001, 8, attributes);
      writer.endPrefix();
    }
    Session session = new Session(new Asn(64496), new Asn(64500), 0, one, two);
    OctetsWriter body = new OctetsWriter();
    body.u16(3).bytes(new byte[] {16, 10, 9}).u16(attributes.length()).octets(attributes);
    body.bytes(new byte[] {16, 10, 8, 24, 10, 7, 1});
    OctetsWriter message = new OctetsWriter();
    message.u64(-1).u64(-1).u16(19 + body.length()).u8(2).octets(body.toOctets());
    for (int i = 0; i < 3; i++) {
      writer.session(
          new Bgp4mp(1_700_000_000 + i, 5, MrtSubtype.MESSAGE_AS4, session, message.toOctets()));
    }
    return out.toOctets().toBytes();
  }
}
