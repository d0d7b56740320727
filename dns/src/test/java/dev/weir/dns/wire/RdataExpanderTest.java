package dev.weir.dns.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.dns.MalformedWire;
import dev.weir.dns.octets.OctetBuffer;
import dev.weir.dns.rdata.Field;
import dev.weir.dns.rdata.RdataLayout;
import dev.weir.dns.type.RecordType;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RdataExpanderTest {
  /// A header, and the name `a.bc.` at 12, whose label `bc` is at 14.
  private static final String BEFORE = "00".repeat(12) + "0161" + "026263" + "00";

  private static final int RDATA_AT = 18;

  private static String expand(String type, String rdata) {
    byte[] message = HexFormat.of().parseHex(BEFORE + rdata + "ffff");
    OctetBuffer out = new OctetBuffer(1);
    out.u8(0x55);
    try {
      RdataExpander.expand(
          RecordType.parse(type).code(),
          message,
          0,
          message.length,
          RDATA_AT,
          rdata.length() / 2,
          out);
    } catch (MalformedWire e) {
      assertThat(out.length()).isEqualTo(1);
      throw e;
    }
    return out.view().from(1).toString();
  }

  @ParameterizedTest
  @CsvSource({
    "NS, c00c, 016102626300",
    "CNAME, 0178c00e, 017802626300",
    "MX, 000ac00c, 000a016102626300",
    "MINFO, c00cc00e, 01610262630002626300",
    "SRV, 000100020003c00c, 000100020003016102626300",
    "NAPTR, 00010002000000c00c, 00010002000000016102626300",
    "PX, 0001c00e00, 00010262630000",
    "RRSIG, 000108020000000100000002000000030004"
        + "00aa, 000108020000000100000002000000030004"
        + "00aa",
    "TYPE65280, c00c, c00c"
  })
  void expands(String type, String rdata, String expanded) {
    assertThat(expand(type, rdata)).isEqualTo(expanded);
  }

  @ParameterizedTest
  @CsvSource({
    "DNAME, c00c",
    "NSEC, c00c000140",
    "KX, 000ac00c",
    "RRSIG, 000108020000000100000002000000030004" + "c00caa",
    "SVCB, 0001c00c",
    "LP, 0001c00c"
  })
  void refusesPointersInTypesThatMayNotHaveThem(String type, String rdata) {
    assertThatThrownBy(() -> expand(type, rdata)).isInstanceOf(MalformedWire.class);
  }

  @ParameterizedTest
  @CsvSource({
    "NS, c0",
    "NS, c012",
    "NS, c000",
    "NS, c00c00",
    "NS, 0161",
    "MX, 000a",
    "MX, 00",
    "SOA, c00cc00c00",
    "A, 0102",
    "A, 0102030405",
    "TXT, 0261",
    "NAPTR, 00010002000002c00c"
  })
  void refusesWhatDoesNotEndWithTheData(String type, String rdata) {
    assertThatThrownBy(() -> expand(type, rdata)).isInstanceOf(MalformedWire.class);
  }

  @Test
  void refusesDataBeyondTheMessage() {
    byte[] message = HexFormat.of().parseHex(BEFORE + "01020304");
    OctetBuffer out = new OctetBuffer();
    assertThatThrownBy(
            () -> RdataExpander.expand(1, message, 0, message.length - 1, RDATA_AT, 4, out))
        .isInstanceOf(MalformedWire.class);
  }

  static Stream<RdataLayout> compressingLayouts() {
    return RdataLayout.all().stream().filter(RdataLayout::compresses);
  }

  @ParameterizedTest
  @MethodSource("compressingLayouts")
  void onlyTypesOfRfc1035MayBeCompressed(RdataLayout layout) {
    assertThat(layout.type().code()).isLessThanOrEqualTo(15);
    assertThat(layout.fields()).contains(Field.NAME_COMPRESSED);
  }
}
