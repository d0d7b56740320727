package dev.weir.dns.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.weir.dns.name.Name;
import dev.weir.dns.octets.OctetBuffer;
import dev.weir.dns.octets.Octets;
import dev.weir.dns.type.RecordType;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RdataReaderTest {
  private static final Name ORIGIN = Name.parse("example.");
  private static final RdataReader READER = new RdataReader();

  private static String hex(String type, String text) throws EntryFault {
    OctetBuffer out = new OctetBuffer();
    READER.read(RecordType.parse(type), Entry.of(text), 0, ORIGIN, out);
    return out.view().toString();
  }

  private static String printed(String type, String text) throws EntryFault {
    Octets rdata = Octets.parseHex(hex(type, text));
    OctetBuffer out = new OctetBuffer();
    RdataPrinter.print(RecordType.parse(type).code(), rdata.array(), 0, rdata.length(), out);
    return new String(out.toBytes(), StandardCharsets.ISO_8859_1);
  }

  private static EntryFault fault(String type, String text) {
    OctetBuffer out = new OctetBuffer();
    out.u8(0x55);
    EntryFault fault =
        catchThrowableOfType(
            EntryFault.class,
            () -> READER.read(RecordType.parse(type), Entry.of(text), 0, ORIGIN, out));
    assertThat(fault).as(type + " " + text).isNotNull();
    assertThat(out.length()).isEqualTo(1);
    return fault;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "A | 192.0.2.1 | c0000201",
        "AAAA | 2001:db8::1 | 20010db8000000000000000000000001",
        "AAAA | :: | 00000000000000000000000000000000",
        "AAAA | 1:2:3:4:5:6:7:: | 00010002000300040005000600070000",
        "AAAA | ::ffff:192.0.2.1 | 00000000000000000000ffffc0000201",
        "NS | @ | 076578616d706c6500",
        "NS | a | 0161076578616d706c6500",
        "NS | . | 00",
        "NS | \\@ | 0140076578616d706c6500",
        "MX | 0 . | 000000",
        "SOA | . . 1 1h 30M 1w2d 5 | 00000000000100000e1000000708000bdd8000000005",
        "TXT | \"\" | 00",
        "TXT | a \"b c\" \\065\\; | 01610362206302413b",
        "TXT | \"a\"\"b\" | 01610162",
        "TXT | \\000 | 0100",
        "HINFO | \"RFC8482\" \"\" | 075246433834383200",
        "CAA | 0 issue ca.example.net | 0005697373756563612e6578616d706c652e6e6574",
        "CAA | 128 tbs \"\" | 8003746273",
        "URI | 10 1 \"ftp://ftp1.example.com/public\" |"
            + " 000a00016674703a2f2f667470312e6578616d706c652e636f6d2f7075626c6963",
        "CDS | 0 0 0 00 | 0000000000",
        "CDS | 0 0 0 0 | 0000000000",
        "CDS | 0 0 0 | 0000000000",
        "CDNSKEY | 0 3 0 AA== | 0000030000",
        "DS | 60485 RSASHA1 1 2BB183AF5F22588179A53B0A 98631FAD1A292118 |"
            + " ec4505012bb183af5f22588179a53b0a98631fad1a292118",
        "NSEC3PARAM | 1 0 0 - | 0100000000",
        "NSEC3PARAM | 1 0 12 aabbccdd | 0100000c04aabbccdd",
        "NSEC | . TYPE15 mx a | 0000024001",
        "APL | 1:192.168.32.0/21 !1:192.168.38.0/28 | 00011503c0a82000011c83c0a826",
        "APL | !2:ff00::/8 | 00020881ff",
        "LOC | 0 N 0 E 0 | 00121613800000008000000000989680",
        "EUI48 | 00-00-5e-00-53-2a | 00005e00532a",
        "EUI64 | 00-00-5e-ef-10-00-00-2a | 00005eef1000002a",
        "NID | 10 0014:4fff:ff20:ee64 | 000a00144fffff20ee64",
        "NID | 10 14:4fff:0:ee64 | 000a00144fff0000ee64",
        "X25 | 311061700956 | 0c333131303631373030393536",
        "SSHFP | 1 9 aa | 0109aa",
        "NAPTR | 1 1 u \"\" !(.)!\\\\1!i . | 00010001017500" + "0921282e29215c31216900",
        "L32 | 10 10.1.2.0 | 000a0a010200",
        "IPSECKEY | 10 0 2 . AQNR | 0a0002010351",
        "IPSECKEY | 10 3 2 a AQNR | 0a03020161076578616d706c6500010351",
        "AMTRELAY | 10 1 1 203.0.113.15 | 0a81cb00710f",
        "AMTRELAY | 10 0 0 . | 0a00",
        "NSAP | 0x47.0005.80.005a00 | 47000580005a00",
        "DSYNC | CDS NOTIFY 5359 a. | 003b0114ef016100",
        "IPN | 18446744073709551615 | ffffffffffffffff",
        "WKS | 10.0.0.1 TCP smtp 0 | 0a0000010680000040",
        "A | \\# 4 0a 00 00 01 | 0a000001",
        "TYPE731 | \\# 6 abcdef 01 23 45 | abcdef012345",
        "TYPE731 | \\# 0 | ``"
      })
  void reads(String type, String text, String hex) throws EntryFault {
    assertThat(hex(type, text)).isEqualTo(hex);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "A | 1.2.3 | IPv4",
        "A | 1.2.3.256 | IPv4",
        "A | 01.2.3.4 | IPv4",
        "A | 1.2.3.4 5 | too many",
        "A | \"1.2.3.4\" | quotes",
        "A | `` | missing",
        "AAAA | 1:2:3:4:5:6:7:8:: | IPv6",
        "AAAA | 1:2:3:4:5:6:7 | IPv6",
        "AAAA | 1::2::3 | IPv6",
        "AAAA | ::12345 | IPv6",
        "AAAA | ::1: | IPv6",
        "AAAA | ::: | IPv6",
        "NS | \"@\" | quotes",
        "NS | a..b | empty label",
        "NS | \\256 | escape",
        "MX | 65536 a | over 65535",
        "MX | -1 a | not a number",
        "SOA | . . 4294967296 1 1 1 1 | over",
        "SOA | . . 1 1x 1 1 1 | seconds",
        "TXT | \\256 | escape",
        "TXT | a\\ | escape",
        "TXT | \\12 | escape",
        "TXT | `` | missing",
        "CAA | 0 is-sue a | letter or digit",
        "CAA | 0 \"issue\" a | quotes",
        "URI | 1 1 \"\" | empty",
        "DS | 1 8 2 00 | long as its digest type",
        "DS | 1 8 9 000 | odd",
        "DS | 1 8 9 | missing",
        "DS | 1 FOO 9 00 | algorithm",
        "CDS | 1 0 0 0 | odd",
        "DNSKEY | 256 3 8 A | cut short",
        "DNSKEY | 256 3 8 AA= | padding",
        "DNSKEY | 256 3 8 AB== | padding",
        "DNSKEY | 256 3 8 AA==AAAA | base64",
        "DNSKEY | 256 3 8 | missing",
        "NSEC | a | missing",
        "NSEC | a FOO | record type",
        "NSEC | a TYPE65536 | record type",
        "NSEC3 | 1 0 0 - - | base32hex",
        "NSEC3 | 1 0 0 0 2t7b4g4vsa5smi47k61mv5bv1a22bojr | hexadecimal",
        "NSEC3 | 1 0 0 - w0000000 | base32hex",
        "RRSIG | A 8 1 1 20240230000000 20240101000000 1 . AAAA | no time that exists",
        "RRSIG | A 8 1 1 21070101000000 20240101000000 1 . AAAA | 32 bits",
        "RRSIG | A 8 1 1 2024010100000 20240101000000 1 . AAAA | no time",
        "LOC | 91 N 0 E 0 | over 90",
        "LOC | 0 0 N 0 E | missing",
        "LOC | 90 0 0.001 N 0 E 0 | degrees",
        "LOC | 0 N 0 E 0.001 | decimal",
        "APL | 1:192.0.2.0/33 | over 32",
        "APL | 3:1/1 | family",
        "APL | 1:192.0.2.0 | prefix",
        "EUI48 | 00-00-5e-00-53 | pairs",
        "EUI48 | 0-0-5e-0-53-2a | pairs",
        "NID | 1 0014:4fff:ff20 | groups",
        "NID | 1 0014:4fff:ff20:ee640 | groups",
        "X25 | 123 | four digits",
        "X25 | 12a4 | no digit",
        "URI | 1 1 ftp://a/ | must stand in quotes",
        "SSHFP | 1 1 aa | long as its digest type",
        "DS | 1 8 FOO aa | digest type",
        "NAPTR | 1 1 . x !a!b! . | letter or digit",
        "NAPTR | 1 1 u x !a!b . | three times",
        "NAPTR | 1 1 u x !a!b!x . | flag",
        "NAPTR | 1 1 u x !(a)!\\\\2! . | group",
        "NAPTR | 1 1 u x 1a1b1 . | delimiter",
        "NAPTR | 1 1 u x iaibi . | delimiter",
        "IPSECKEY | 10 4 2 a AQNR | above 3",
        "IPSECKEY | 10 0 2 a AQNR | write '.'",
        "AMTRELAY | 10 2 0 . | over 1",
        "HIP | 2 20 A= | base64",
        "TYPE731 | abc | LENGTH HEX",
        "NULL | abc | LENGTH HEX",
        "A | \\# 3 0a0000 | broken or cut short",
        "A | \\# 4 0a0000 | 3 follow",
        "A | \\# 4 0a00001 | odd",
        "A | \\# 65536 00 | over 65535",
        "TYPE731 | \\# 1 0g | hexadecimal"
      })
  void refuses(String type, String text, String why) {
    assertThat(fault(type, text == null ? "" : text)).hasMessageContaining(why);
  }

  @Test
  void refusesStringsAbove255Octets() throws EntryFault {
    assertThat(hex("TXT", "a".repeat(255))).startsWith("ff61");
    assertThat(fault("TXT", "\"" + "a".repeat(256) + "\"")).hasMessageContaining("255");
    assertThat(hex("TXT", "\\097".repeat(255))).hasSize(512);
    assertThat(hex("CAA", "0 issue " + "a".repeat(400))).hasSize(2 * 407);
  }

  @Test
  void namesTheTokenAtFault() {
    assertThat(fault("MX", "10 a..b").token()).isEqualTo(1);
    assertThat(fault("MX", "10").token()).isEqualTo(1);
    assertThat(fault("MX", "10 a b").token()).isEqualTo(2);
    assertThat(fault("NSEC", "a A NS FOO").token()).isEqualTo(3);
    assertThat(fault("DS", "1 8 2 aabb").token()).isEqualTo(3);
    assertThat(fault("NAPTR", "1 1 u x !a!b .").token()).isEqualTo(4);
    assertThat(fault("SVCB", "1 a. alpn=h2 no-default-alpn=x").token()).isEqualTo(2);
    assertThat(fault("A", "\\# 1 00").token()).isZero();
  }

  @Test
  void refusesNamesThatTheOriginMakesTooLong() {
    String labels = ("a".repeat(63) + ".").repeat(3) + "b".repeat(60);
    assertThat(fault("NS", labels)).hasMessageContaining("255");
  }

  @Test
  void readsSignatureTimesAsDigitsOrSeconds() throws EntryFault {
    String tail = " 2642 example. oJB1W6WNGv+ldvQ3WDG0MQkg5IEhjRip8WTr";
    String digits = hex("RRSIG", "A 5 3 86400 20030322173103 20030220173103" + tail);
    String seconds = hex("RRSIG", "TYPE1 RSASHA1 3 1d 1048354263 1045762263" + tail);
    assertThat(digits).isEqualTo(seconds).startsWith("0001050300015180");
    assertThat(printed("RRSIG", "A 5 3 86400 1048354263 0" + tail))
        .isEqualTo("A 5 3 86400 20030322173103 19700101000000" + tail);
    assertThat(printed("RRSIG", "A 5 3 1 4294967295 20000229235959" + tail))
        .isEqualTo("A 5 3 1 21060207062815 20000229235959" + tail);
  }

  @Test
  void readsTheNsecOfTheRfc() throws EntryFault {
    // RFC 4034 §4.3
    assertThat(hex("NSEC", "host.example.com. A MX RRSIG NSEC TYPE1234"))
        .isEqualTo(
            "04686f7374076578616d706c6503636f6d00"
                + "0006400100000003"
                + "041b000000000000000000000000000000000000000000000000000020");
  }

  @Test
  void readsBase64ThatBlanksCutAnywhere() throws EntryFault {
    String whole = hex("OPENPGPKEY", "AQIDBAUGBwgJCgsM");
    for (int i = 1; i < 16; i++) {
      String text = "AQIDBAUGBwgJCgsM".substring(0, i) + " " + "AQIDBAUGBwgJCgsM".substring(i);
      assertThat(hex("OPENPGPKEY", text)).isEqualTo(whole);
    }
  }

  @Test
  void readsTheNsec3OfTheRfc() throws EntryFault {
    // RFC 5155 appendix A
    String text =
        "1 1 12 aabbccdd 2T7B4G4VSA5SMI47K61MV5BV1A22BOJR NS SOA MX RRSIG DNSKEY NSEC3PARAM";
    assertThat(printed("NSEC3", text))
        .isEqualTo(
            "1 1 12 AABBCCDD 2T7B4G4VSA5SMI47K61MV5BV1A22BOJR"
                + " NS SOA MX RRSIG DNSKEY NSEC3PARAM");
    assertThat(printed("NSEC3", "1 0 0 - 2t7b4g4vsa5smi47k61mv5bv1a22bojr"))
        .isEqualTo("1 0 0 - 2T7B4G4VSA5SMI47K61MV5BV1A22BOJR");
  }

  @Test
  void readsHipWithSeveralServers() throws EntryFault {
    // RFC 8005 §6
    String text =
        "2 200100107B1A74DF365639CC39F1D578 "
            + "AwEAAbdxyhNuSutc5EMzxTs9LBPCIkOFH8cIvM4p9+LrV4e19WzK00+CI6zBCQTdtWsuxKbWIy87UOoJTwkUs7lBu"
            + "+Upr1gsNrut79ryra+bSRGQb1slImA8YVJyuIDsj7kwzG7jnERNqnWxZ48AWkskmdHaVDP4BcelrTI3rMXdXF5D"
            + " rvs1.example.com. rvs2.example.com.";
    assertThat(printed("HIP", text)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "42 21 54 N 71 06 18 W -24m 30m | 42 21 54.000 N 71 6 18.000 W -24.00m 30m 10000m 10m",
        "42 21 43.952 N 71 5 6.344 W -24m 1m 200m | 42 21 43.952 N 71 5 6.344 W -24.00m 1m 200m"
            + " 10m",
        "52 14 05 N 00 08 50 E 10m | 52 14 5.000 N 0 8 50.000 E 10.00m 1m 10000m 10m",
        "32 7 19 S 116 2 25 E 10m | 32 7 19.000 S 116 2 25.000 E 10.00m 1m 10000m 10m",
        "90 S 180 W 42849672.95 0.05m 90000000m 0 | 90 0 0.000 S 180 0 0.000 W 42849672.95m 0.05m"
            + " 90000000m 0m"
      })
  void readsAndPrintsLocations(String text, String printed) throws EntryFault {
    // RFC 1876 §4
    assertThat(printed("LOC", text)).isEqualTo(printed);
  }

  @ParameterizedTest
  @CsvSource({
    "2001:db8:0:0:1:0:0:1, 2001:db8::1:0:0:1",
    "2001:DB8:0:1:1:1:1:1, 2001:db8:0:1:1:1:1:1",
    "0:0:0:0:0:0:0:0, ::",
    "1:0:0:0:0:0:0:0, 1::",
    "0:0:0:0:0:0:0:1, ::1",
    "0:0:0:0:0:ffff:c000:0201, ::ffff:192.0.2.1",
    "0:0:0:0:0:0:c000:0201, ::c000:201",
    "1:0:0:2:0:0:0:3, 1:0:0:2::3",
    "64:ff9b::192.0.2.33, 64:ff9b::c000:221"
  })
  void printsAddressesAsRfc5952Asks(String text, String printed) throws EntryFault {
    assertThat(printed("AAAA", text)).isEqualTo(printed);
  }

  @Test
  void printsNamesRelativeToAnOrigin() throws EntryFault {
    Octets rdata = Octets.parseHex(hex("SOA", "ns hostmaster.example. 1 2 3 4 5"));
    OctetBuffer out = new OctetBuffer();
    RdataPrinter.print(6, rdata.array(), 0, rdata.length(), ORIGIN, out);
    assertThat(out.toBytes()).asString().isEqualTo("ns hostmaster 1 2 3 4 5");
    out.clear();
    rdata = Octets.parseHex(hex("MINFO", "@ eXample."));
    RdataPrinter.print(14, rdata.array(), 0, rdata.length(), ORIGIN, out);
    assertThat(out.toBytes()).asString().isEqualTo("@ eXample.");
  }

  @Test
  void printsDataThatIsNotValidInTheGenericForm() {
    OctetBuffer out = new OctetBuffer();
    RdataPrinter.print(1, new byte[] {1, 2, 3}, 0, 3, out);
    assertThat(out.toBytes()).asString().isEqualTo("\\# 3 010203");
  }

  @Test
  void findsTypesWithoutRegardToCase() {
    for (RecordType type : RecordType.all()) {
      byte[] text =
          ("x" + type.toString().toLowerCase(java.util.Locale.ROOT))
              .getBytes(StandardCharsets.US_ASCII);
      assertThat(RecordTypeText.find(text, 1, text.length)).isEqualTo(type.code());
    }
    for (String wrong :
        new String[] {"", "TYPE", "TYPE65536", "TYPE-1", "TYP", "AA", "TYPE1x", "\u0001"}) {
      byte[] text = wrong.getBytes(StandardCharsets.US_ASCII);
      assertThat(RecordTypeText.find(text, 0, text.length)).isEqualTo(-1);
    }
    assertThat(RecordTypeText.find("type65535".getBytes(StandardCharsets.US_ASCII), 0, 9))
        .isEqualTo(65_535);
  }
}
