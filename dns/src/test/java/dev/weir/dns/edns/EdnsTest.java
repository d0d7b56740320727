package dev.weir.dns.edns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.dns.MalformedWire;
import dev.weir.dns.name.Name;
import dev.weir.dns.octets.OctetBuffer;
import dev.weir.dns.octets.Octets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EdnsTest {
  @Test
  void keepsEveryFieldAndUnknownFlags() {
    Edns edns =
        Edns.of(1232).withDnssecOk(true).withCompactOk(true).withVersion(1).withExtendedRcode(255);

    assertThat(edns.ttlBits()).isEqualTo(0xff01c000);
    assertThat(edns.withFlags(0x8123).flags()).isEqualTo(0x8123);
    assertThat(edns.withFlags(0x8123)).hasToString("EDNS version 1 flags do 0x0123 payload 1232");
    assertThat(edns.extendedRcode()).isEqualTo(255);
    assertThat(edns.version()).isEqualTo(1);
    assertThat(edns.withDnssecOk(false).dnssecOk()).isFalse();
    assertThat(Edns.of(100).usablePayloadSize()).isEqualTo(512);
  }

  @Test
  void writesTheWholeRecord() {
    OctetBuffer out = new OctetBuffer();
    Edns edns = Edns.of(4096).withDnssecOk(true).with(new EdnsOption.Nsid(Octets.parseHex("6e73")));
    edns.write(out);

    assertThat(out.view()).hasToString("0000291000000080000006000300026e73");
    assertThat(edns.length()).isEqualTo(out.length());
    assertThat(Edns.read(4096, 0x8000, out.view().from(11))).isEqualTo(edns);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "3|6e7331|NSID=6e7331",
        "3||NSID",
        "5|080d0f|DAU=8,13,15",
        "6|0204|DHU=2,4",
        "7|01|N3U=1",
        "8|00011800c00002|ECS=192.0.2.0/24/0",
        "8|0002382020010db8000100|ECS=2001:db8:1:0:0:0:0:0/56/32",
        "8|00000000|ECS=0.0.0.0/0/0",
        "9||EXPIRE",
        "9|ffffffff|EXPIRE=4294967295",
        "10|0001020304050607|COOKIE=0001020304050607",
        "10|00010203040506070102030405060708|COOKIE=00010203040506070102030405060708",
        "11||KEEPALIVE",
        "11|0064|KEEPALIVE=100",
        "12|000000|PADDING=3",
        "15|0012|EDE=18",
        "15|0016 6e6f207265706c79|EDE=22(\"no reply\")",
        "15|0016 0a22|EDE=22(\"\\010\\\"\")",
        "18|056167656e7400|REPORT-CHANNEL=agent.",
        "19||ZONEVERSION",
        "19|020078000001|ZONEVERSION=2,SOA-SERIAL,2013265921",
        "19|0101ff|ZONEVERSION=1,1,ff",
        "65001|0102|OPT65001=0102",
        "65001||OPT65001",
      })
  void readsWritesAndPrintsEachOption(int code, String hex, String text) {
    Octets data = hex == null ? Octets.EMPTY : Octets.parseHex(hex.replace(" ", ""));

    EdnsOption option = EdnsOption.read(new OptionCode(code), data);

    assertThat(option).hasToString(text).isNotInstanceOf(EdnsOption.Malformed.class);
    assertThat(option.code().code()).isEqualTo(code);
    assertThat(dataOf(option)).isEqualTo(data);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "8|000118|RFC 7871",
        "8|00012100c0000201|prefix lengths",
        "8|00011800c0000201|as many octets",
        "8|00011700c00003|bits beyond",
        "8|00030000|family",
        "9|0102|RFC 7314",
        "10|00010203040506|RFC 7873",
        "10|000102030405060708|RFC 7873",
        "11|01|RFC 7828",
        "15|01|RFC 8914",
        "18|0561|cut short",
        "18|0161c000|plain label",
        "18|000000|RFC 9567",
        "19|01|RFC 9660",
        "19|0100ff|RFC 9660",
      })
  void keepsAMalformedOptionAsAValue(int code, String hex, String why) {
    Octets data = Octets.parseHex(hex);

    EdnsOption option = EdnsOption.read(new OptionCode(code), data);

    assertThat(option).isInstanceOf(EdnsOption.Malformed.class);
    assertThat(option.toString()).contains(why);
    assertThat(dataOf(option)).isEqualTo(data);
  }

  @Test
  void findsOptionsByCode() {
    Edns edns =
        Edns.of(1232)
            .with(EdnsOption.Keepalive.ASK)
            .with(new EdnsOption.ReportChannel(Name.parse("agent.example.")))
            .with(EdnsOption.ExtendedError.of(6, "bogus"));

    assertThat(edns.options()).hasSize(3);
    assertThat(edns.has(OptionCode.EDE)).isTrue();
    assertThat(edns.has(OptionCode.NSID)).isFalse();
    assertThat(edns.option(OptionCode.EDE)).hasValue(EdnsOption.ExtendedError.of(6, "bogus"));
  }

  @Test
  void refusesOptionsThatRunPastTheRecord() {
    assertThatThrownBy(() -> Edns.read(512, 0, Octets.parseHex("000300")))
        .isInstanceOf(MalformedWire.class);
    assertThatThrownBy(() -> Edns.read(512, 0, Octets.parseHex("0003000301")))
        .isInstanceOf(MalformedWire.class)
        .hasMessageContaining("at octet 2");
  }

  private static Octets dataOf(EdnsOption option) {
    OctetBuffer out = new OctetBuffer();
    option.writeData(out);
    return out.view();
  }
}
