package dev.weir.bgp.rpki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.weir.inet.Asn;
import dev.weir.inet.Prefix;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PayloadReaderTest {
  private static final Vrp ONE = new Vrp(Prefix.parse("1.0.0.0/24"), 24, Asn.of(13335));
  private static final Vrp TWO = new Vrp(Prefix.parse("2001:db8::/32"), 48, Asn.of(64496));

  private static ValidatedPayloads read(String text) throws IOException {
    return PayloadReader.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void readsWhatRpkiClientWrites() throws IOException {
    ValidatedPayloads payloads =
        read(
            """
            {
              "metadata": {
                "buildmachine": "example", "elapsedtime": "120", "roas": 2, "aspas": 1
              },

              "roas": [
                { "asn": 13335, "prefix": "1.0.0.0/24", "maxLength": 24, "ta": "apnic", "expires": 1700000000 },
                { "asn": 64496, "prefix": "2001:db8::/32", "maxLength": 48, "ta": "ripe", "expires": 1700000000 }
              ],

              "bgpsec_keys": [
                { "asn": 15562, "ski": "5D4250E2D81D4448D8A29EFCE91D29FF075EC9E2", "pubkey": "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEgFcjQ/g", "ta": "ripe", "expires": 1700000000 }
              ],

              "aspas": [
                { "customer_asid": 15562, "expires": 1700000000, "providers": [ 2914, 8283 ] }
              ]
            }
            """);
    assertThat(payloads.vrps().list()).containsExactly(ONE, TWO);
    assertThat(payloads.aspas().list())
        .containsExactly(Aspa.of(Asn.of(15562), List.of(Asn.of(8283), Asn.of(2914))));
    assertThat(payloads.routerKeys())
        .singleElement()
        .hasToString("AS15562 5D4250E2D81D4448D8A29EFCE91D29FF075EC9E2");
  }

  @Test
  void readsWhatRoutinatorWrites() throws IOException {
    ValidatedPayloads payloads =
        read(
            """
            {
              "metadata": { "generated": 1700000000, "generatedTime": "2023-11-14T22:13:20Z" },
              "roas": [
                { "asn": "AS13335", "prefix": "1.0.0.0/24", "maxLength": 24, "ta": "apnic" },
                { "asn": "AS64496", "prefix": "2001:db8::/32", "maxLength": 48, "source": [
                  { "type": "roa", "uri": "rsync://example/a.roa", "tal": "ripe",
                    "validity": { "notBefore": "2023-01-01T00:00:00Z" } } ] }
              ],
              "routerKeys": [
                { "asn": "AS64496", "SKI": "000102030405060708090a0b0c0d0e0f10111213",
                  "routerPublicKey": "MFkwEw", "ta": "ripe" }
              ],
              "aspas": [ { "customer": "AS64496", "providers": ["AS64497", "AS64499"], "ta": "ripe" } ]
            }
            """);
    assertThat(payloads.vrps().list()).containsExactly(ONE, TWO);
    assertThat(payloads.routerKeys()).hasSize(1);
    assertThat(payloads.aspas().list())
        .containsExactly(Aspa.of(Asn.of(64496), List.of(Asn.of(64497), Asn.of(64499))));
  }

  @Test
  void readsAspasByFamilyAsOlderRpkiClientsWroteThem() throws IOException {
    assertThat(
            read("{\"aspas\":{\"ipv4\":[{\"customer_asid\":1,\"providers\":[2]}],"
                    + "\"ipv6\":[{\"customer_asid\":1,\"providers\":[3]}]}}")
                .aspas()
                .list())
        .containsExactly(Aspa.of(Asn.of(1), List.of(Asn.of(2), Asn.of(3))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ASN,IP Prefix,Max Length,Trust Anchor\n"
            + "AS13335,1.0.0.0/24,24,apnic\n"
            + "AS64496,2001:db8::/32,48,ripe\n",
        "ASN,IP Prefix,Max Length,Trust Anchor,Expires\r\n"
            + "AS13335,1.0.0.0/24,24,apnic,1700000000\r\n"
            + "AS64496,2001:db8::/32,48,ripe,1\r\n",
        "\"ASN\",\"IP Prefix\",\"Max Length\",\"Trust Anchor\"\n"
            + "\"13335\",\"1.0.0.0/24\",\"24\",\"apnic\"\n"
            + "\"64496\",\"2001:db8::/32\",\"48\",\"ripe\"\n",
        "URI,ASN,IP Prefix,Max Length,Not Before,Not After\n"
            + "rsync://a,AS13335,1.0.0.0/24,24,,\n\n"
            + "rsync://b,AS64496,2001:db8::/32,48,,",
        "AS13335,1.0.0.0/24,24\nAS64496,2001:db8::/32,48",
        "13335,1.0.0.0/24\n64496,2001:db8::/32,48\n",
      })
  void readsCommaSeparatedValues(String text) throws IOException {
    assertThat(read(text).vrps().list()).containsExactly(ONE, TWO);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"roas\":[{\"asn\":1}]} | 1 | 18 | needs \"asn\" and \"prefix\"",
        "{\"roas\":[{\"asn\":-1,\"prefix\":\"1.0.0.0/8\"}]} | 1 | 17 | 0 to 4294967295",
        "{\"roas\":[{\"asn\":4294967296,\"prefix\":\"1.0.0.0/8\"}]} | 1 | 17 | 4294967295",
        "{\"roas\":[{\"asn\":\"ASX\",\"prefix\":\"1.0.0.0/8\"}]} | 1 | 17 | AS number",
        "{\"roas\":[{\"asn\":1,\"prefix\":\"1.0.0.1/8\"}]} | 1 | 28 | expected a prefix",
        "{\"roas\":[{\"asn\":1,\"prefix\":\"1.0.0.0/8\",\"maxLength\":7}]} | 1 | 53 | 8 to 32, not"
            + " 7",
        "{\"roas\":[{\"asn\":1,\"prefix\":\"1.0.0.0/8\",\"maxLength\":1e3}]} | 1 | 52 | whole"
            + " number",
        "{\"roas\":{}} | 1 | 9 | expected an array",
        "{\"roas\":[ | 1 | 10 | ",
        "{\"roas\":[}]} | 1 | 10 | no JSON",
        "{\"aspas\":[{\"customer\":1}]} | 1 | 24 | providers",
        "{\"routerKeys\":[{\"asn\":1,\"SKI\":\"00\",\"routerPublicKey\":\"\"}]} | 1 | 56 | 20"
            + " octets",
        "{\"routerKeys\":[{\"SKI\":\"0g\"}]} | 1 | 23 | hexadecimal",
        "{\"routes\":[]} | 1 | 1 | has none of",
        "{\"roas\":[]} x | 1 | 14 | ",
        "[] | 1 | 3 | expected JSON",
        "AS1 | 1 | 4 | expected JSON",
        "AS1,1.0.0.0 | 1 | 5 | prefix",
        "X,1.0.0.0/8 | 1 | 1 | AS number",
        "1,1.0.0.0/8,x | 1 | 13 | length",
        "1,1.0.0.0/8,33 | 1 | 13 | 8 to 32",
      })
  void saysWhere(String text, int line, int column, String problem) {
    assertThatExceptionOfType(MalformedRpki.class)
        .isThrownBy(() -> read(text))
        .withMessageContaining(problem == null ? "" : problem)
        .satisfies(e -> assertThat(e.line()).isEqualTo(line))
        .satisfies(e -> assertThat(e.column()).isEqualTo(column));
  }

  @Test
  void countsLines() {
    assertThatExceptionOfType(MalformedRpki.class)
        .isThrownBy(() -> read("{\n  \"roas\": [\n    { \"asn\": true }\n]}"))
        .withMessage("line 3, column 14: expected an AS number, as 65000 or \"AS65000\"");
    assertThatExceptionOfType(MalformedRpki.class)
        .isThrownBy(() -> read("ASN,IP Prefix\nAS1,1.0.0.0/8\nAS2,2.0.0.1/8\n"))
        .withMessageStartingWith("line 3, column 5: expected a prefix: ");
    assertThatExceptionOfType(MalformedRpki.class)
        .isThrownBy(() -> read(""))
        .withMessageStartingWith("line 1, column 1: the document is empty");
  }
}
