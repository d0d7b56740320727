package dev.weir.bgp.capture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.bgp.octets.Octets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CaptureReaderTest {
  private static final String BODY = "deadbeef";

  @Test
  void readsPcapOfBothByteOrdersAndUnits() {
    String header = "00020004" + "00000000".repeat(2) + "00040000" + "00000065";
    String packet = "00000007" + "00000009" + "00000004" + "00000010" + BODY;
    String swappedHeader = "02000400" + "00000000".repeat(2) + "00000400" + "65000000";
    String swappedPacket = "07000000" + "09000000" + "04000000" + "10000000" + BODY;
    assertOnePacket("a1b2c3d4" + header + packet, 7_000_009_000L);
    assertOnePacket("a1b23c4d" + header + packet, 7_000_000_009L);
    assertOnePacket("d4c3b2a1" + swappedHeader + swappedPacket, 7_000_009_000L);
    assertOnePacket("4d3cb2a1" + swappedHeader + swappedPacket, 7_000_000_009L);
  }

  @Test
  void readsPcapngOfBothByteOrders() {
    String big =
        "0a0d0d0a0000001c1a2b3c4d00010000ffffffffffffffff0000001c"
            + "0000000100000014006500000000000000000014"
            + "000000060000002400000000"
            + "000000000000000b"
            + "0000000400000010deadbeef00000024";
    String little =
        "0a0d0d0a1c0000004d3c2b1a01000000ffffffffffffffff1c000000"
            + "01000000140000006500000000000000"
            + "14000000"
            + "060000002400000000000000"
            + "000000000b000000"
            + "0400000010000000deadbeef24000000";
    assertOnePacket(big, 11_000L);
    assertOnePacket(little, 11_000L);
  }

  @Test
  void readsTheTimeUnitsOfPcapng() {
    assertThat(nanosWith("0009000109000000", "0000000000000005")).isEqualTo(5);
    assertThat(nanosWith("0009000103000000", "0000000000000005")).isEqualTo(5_000_000);
    assertThat(nanosWith("0009000100000000", "0000000000000005")).isEqualTo(5_000_000_000L);
    assertThat(nanosWith("000900010c000000", "0000000000001388")).isEqualTo(5);
    assertThat(nanosWith("0009000181000000", "0000000000000003")).isEqualTo(1_500_000_000L);
    assertThat(nanosWith("000e00080000000000000002", "0000000000000005")).isEqualTo(2_000_005_000L);
  }

  /// One packet behind an interface with an option, in network order.
  private static long nanosWith(String option, String ticks) {
    int length = 20 + option.length() / 2;
    String size = String.format("%08x", length);
    String file =
        "0a0d0d0a0000001c1a2b3c4d00010000ffffffffffffffff0000001c"
            + ("00000001" + size + "0065000000000000" + option + size)
            + ("000000060000002400000000" + ticks + "0000000400000010deadbeef00000024");
    CaptureReader reader = CaptureReader.over(Octets.parseHex(file));
    assertThat(reader.next()).isTrue();
    return reader.packet().nanos();
  }

  @Test
  void aCutFileGivesThePacketsBeforeTheCut() {
    PcapWriter writer = new PcapWriter();
    TcpSegment segment = Segments.of("10.0.0.1", 1, "10.0.0.2", 2, 1, "abc");
    writer.segment(0, segment);
    int first = writer.file().length();
    writer.segment(1, segment);
    Octets file = writer.file();
    for (int length = 0; length < file.length(); length++) {
      CaptureReader reader = CaptureReader.over(file.slice(0, length).detach());
      List<Packet> packets = new ArrayList<>();
      while (reader.next()) {
        packets.add(reader.packet());
      }
      assertThat(packets).hasSize(length < first ? 0 : 1);
      assertThat(reader.fault() == null).isEqualTo(length == first || length == 24);
    }
  }

  @Test
  void aFileThatIsNoCaptureIsAFault() {
    CaptureReader reader = CaptureReader.over(Octets.parseHex("0300000006ff"));
    assertThat(reader.next()).isFalse();
    assertThat(reader.fault())
        .isEqualTo(new CaptureFault(0, "this is neither a pcap nor a pcapng file"));
  }

  private static void assertOnePacket(String hex, long nanos) {
    CaptureReader reader = CaptureReader.over(Octets.parseHex(hex));
    assertThat(reader.next()).isTrue();
    Packet packet = reader.packet();
    assertThat(packet.nanos()).isEqualTo(nanos);
    assertThat(packet.link()).isEqualTo(LinkType.RAW);
    assertThat(packet.octets()).hasToString(BODY);
    assertThat(packet.originalLength()).isEqualTo(16);
    assertThat(reader.next()).isFalse();
    assertThat(reader.fault()).isNull();
  }
}
