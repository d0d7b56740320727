package dev.weir.dns.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.dns.MalformedWire;
import dev.weir.dns.type.RecordType;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RdataValidatorTest {
  private static void validate(String type, String hex) {
    byte[] framed = HexFormat.of().parseHex("ff" + hex + "ff");
    RdataValidator.validate(RecordType.parse(type).code(), framed, 1, framed.length - 2);
  }

  @ParameterizedTest
  @CsvSource({
    "A, 01020304",
    "NSEC, 00000140",
    "NSEC, 000001400101ff",
    "NSEC3, 010000000001aa",
    "NSEC3, 010000000001aa000140",
    "CSYNC, 000000010003",
    "TXT, 00",
    "CAA, 000161",
    "APL, ''",
    "APL, 00010000",
    "APL, 0003ff02ffff",
    "DS, 0001080900",
    "CDS, 0000000000",
    "CDNSKEY, 0000030000",
    "KEY, c00003ff",
    "LOC, 00000000800000008000000000000000",
    "NULL, ''",
    "TYPE65280, ''"
  })
  void accepts(String type, String hex) {
    assertThatCode(() -> validate(type, hex)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({
    "A, 010203",
    "A, 0102030405",
    "AAAA, 01020304",
    "NS, ''",
    "NS, 0161",
    "NS, 4000",
    "NS, c000",
    "NS, 0000",
    "NSEC, 00",
    "NSEC, 000000",
    "NSEC, 000001",
    "NSEC, 00000100",
    "NSEC, 0000024000",
    "NSEC, 000001400001ff",
    "NSEC, 000101ff000140",
    "NSEC, 000021" + "ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
    "NSEC3, 010000000000",
    "NSEC3, 0100000001",
    "NSEC3PARAM, 0100000000ff",
    "TXT, ''",
    "TXT, 0161ff",
    "HINFO, 00",
    "CAA, 0000",
    "CAA, 00012d",
    "CAA, 000261",
    "URI, 00010001",
    "DS, 00010802aa",
    "DS, 00010801aa",
    "DS, 00010809",
    "CDS, 00000000",
    "DNSKEY, 01000308",
    "ZONEMD, 0000000101010000",
    "ZONEMD, 0000000101f00000",
    "LOC, 01000000800000008000000000000000",
    "LOC, 00a00000800000008000000000000000",
    "LOC, 00010000800000008000000000000000",
    "LOC, 00000000000000008000000000000000",
    "APL, 0001210400000001",
    "APL, 000118030a0000",
    "APL, 00012005" + "0102030405",
    "APL, 000120",
    "IPSECKEY, 0a0402",
    "IPSECKEY, 0a010201",
    "AMTRELAY, 0a04",
    "HIP, 000200010a",
    "HIP, 0102000001",
    "EUI48, 0000000000",
    "NXT, 0080",
    "A6, 81",
    "A6, 4000000000000000"
  })
  void refuses(String type, String hex) {
    assertThatThrownBy(() -> validate(type, hex)).isInstanceOf(MalformedWire.class);
  }

  @Test
  void countsOctetsFromTheStartOfTheData() {
    assertThatThrownBy(() -> validate("MX", "000a4000"))
        .isInstanceOfSatisfying(MalformedWire.class, e -> assertThat(e.offset()).isEqualTo(2))
        .hasMessageContaining("name compressed of MX");
  }
}
