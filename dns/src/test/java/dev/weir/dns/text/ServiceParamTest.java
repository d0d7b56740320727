package dev.weir.dns.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.dns.MalformedWire;
import dev.weir.dns.name.Name;
import dev.weir.dns.octets.OctetBuffer;
import dev.weir.dns.octets.Octets;
import dev.weir.dns.type.RecordType;
import dev.weir.dns.wire.RdataValidator;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceParamTest {
  private static final int SVCB = RecordType.SVCB.code();

  private static Octets read(String text) throws EntryFault {
    OctetBuffer out = new OctetBuffer();
    new RdataReader().read(SVCB, Entry.of(text), 0, Name.ROOT, out);
    return Octets.of(out.toBytes());
  }

  private static String print(Octets rdata) {
    OctetBuffer out = new OctetBuffer();
    RdataPrinter.print(SVCB, rdata.array(), rdata.offset(), rdata.length(), out);
    return new String(out.toBytes(), StandardCharsets.ISO_8859_1);
  }

  /// The entries of a file of vectors: comments and blank lines dropped, parentheses joined.
  private static List<String> vectors(String file) throws IOException {
    List<String> entries = new ArrayList<>();
    StringBuilder open = new StringBuilder();
    for (String line : text(file).split("\n")) {
      open.append(line.replaceFirst(";.*", "")).append(' ');
      if (open.indexOf("(") >= 0 && open.indexOf(")") < 0) {
        continue;
      }
      String entry = open.toString().replace('(', ' ').replace(')', ' ').strip();
      if (!entry.isEmpty()) {
        entries.add(entry);
      }
      open.setLength(0);
    }
    return entries;
  }

  private static String text(String file) throws IOException {
    try (InputStream in =
        ServiceParamTest.class.getResourceAsStream("/vectors/dnspython/" + file)) {
      return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
    }
  }

  @Test
  void textAndGenericVectorsAgree() throws IOException, EntryFault {
    List<String> texts = vectors("svcb_test_vectors.text");
    List<String> generics = vectors("svcb_test_vectors.generic");
    assertThat(texts).hasSize(10);
    assertThat(generics).hasSize(10);
    for (int i = 0; i < texts.size(); i++) {
      assertThat(read(texts.get(i))).as(texts.get(i)).isEqualTo(read(generics.get(i)));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "0 foo.example.com. | 0 foo.example.com.",
        "1 . | 1 .",
        "1 a. ipv6hint=\"2001:db8::1,2001:DB8::53:1\" | 1 a. ipv6hint=2001:db8::1,2001:db8::53:1",
        "1 a. key667=\"hello\\210qoo\" | 1 a. key667=\"hello\\210qoo\"",
        "1 a. key667 | 1 a. key667",
        "1 a. key667= | 1 a. key667",
        "1 a. key667=\"\" | 1 a. key667",
        "1 a. port=53 alpn=h2,h3-19 mandatory=port,alpn | 1 a. mandatory=alpn,port"
            + " alpn=\"h2,h3-19\" port=53",
        "1 a. alpn=\"f\\\\\\\\oo\\\\,bar,h2\" | 1 a. alpn=\"f\\\\\\\\oo\\\\,bar,h2\"",
        "1 a. alpn=f\\\\\\092oo\\092,bar,h2 | 1 a. alpn=\"f\\\\\\\\oo\\\\,bar,h2\"",
        "1 a. no-default-alpn alpn=h3 ohttp | 1 a. alpn=\"h3\" no-default-alpn key8",
        "1 a. ech=AEP+DQ== dohpath=/q{?dns} | 1 a. ech=AEP+DQ== dohpath=\"/q{?dns}\"",
        "1 a. tls-supported-groups=29,23 docpath=a,b"
            + " | 1 a. key9=\"\\000\\029\\000\\023\" key10=\"\\001a\\001b\"",
        "1 a. docpath | 1 a. key10",
        "1 a. key3=\\000\\053 | 1 a. port=53",
        "1 a. key1=\\002h2 ipv4hint=192.0.2.1,192.0.2.2 | 1 a. alpn=\"h2\""
            + " ipv4hint=192.0.2.1,192.0.2.2",
        "1 a. dohpath=/q{?x,dns}{y} | 1 a. dohpath=\"/q{?x,dns}{y}\"",
        "0 a. port=53 | 0 a. port=53"
      })
  void readsAndPrints(String text, String printed) throws EntryFault {
    assertThat(print(read(text))).isEqualTo(printed);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1 a. key65535=a",
        "1 a. key65536=a",
        "1 a. key07=a",
        "1 a. foo=a",
        "1 a. =a",
        "1 a. port=53 port=54",
        "1 a. port=53 key3=\"\\000\\053\"",
        "1 a. port=65536",
        "1 a. port=",
        "1 a. port",
        "1 a. key3=a",
        "1 a. alpn=",
        "1 a. alpn",
        "1 a. alpn=h2,,h3",
        "1 a. alpn=h2,",
        "1 a. alpn=a\\\\b",
        "1 a. no-default-alpn",
        "1 a. no-default-alpn=a alpn=h2",
        "1 a. ohttp=a",
        "1 a. ipv4hint=",
        "1 a. ipv4hint=1.2.3.4,",
        "1 a. ipv6hint=1.2.3.4",
        "1 a. dohpath=dns-query{?dns}",
        "1 a. dohpath=/dns-query",
        "1 a. dohpath=/q{?x}",
        "1 a. dohpath=/q{?dns",
        "1 a. dohpath=/q{?dns}}",
        "1 a. dohpath=/q{?dns{?dns}}",
        "1 a. ech=A",
        "1 a. ech",
        "1 a. mandatory=port",
        "1 a. mandatory=mandatory",
        "1 a. mandatory=port,port port=1",
        "1 a. mandatory= port=1",
        "1 a. mandatory port=1",
        "1 a. \"port=53\"",
        "1 a. port= \"53\"",
        "1 a. key667=\\256",
        "1"
      })
  void refuses(String text) {
    assertThatThrownBy(() -> read(text)).isInstanceOf(EntryFault.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0001000003000200350003000200" + "35",
        "0001000004000400000000" + "00030002003500",
        "00010000030001" + "35",
        "0001000003000300" + "0035",
        "000100ffff0000",
        "00010000000002000300040004c0000201",
        "000100000000" + "0000",
        "00010000020000",
        "00010000010003026832" + "00",
        "00010000010000"
      })
  void refusesBrokenParametersOnTheWire(String hex) {
    byte[] rdata = Octets.parseHex(hex).toBytes();
    assertThatThrownBy(() -> RdataValidator.validate(SVCB, rdata, 0, rdata.length))
        .isInstanceOf(MalformedWire.class);
  }

  @Test
  void refusesAnItemAbove255Octets() throws EntryFault {
    assertThat(read("1 . alpn=" + "a".repeat(255)).length()).isEqualTo(2 + 1 + 4 + 256);
    assertThatThrownBy(() -> read("1 . alpn=" + "a".repeat(256))).isInstanceOf(EntryFault.class);
  }
}
