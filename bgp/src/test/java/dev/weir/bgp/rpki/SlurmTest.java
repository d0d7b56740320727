package dev.weir.bgp.rpki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.weir.bgp.octets.Octets;
import dev.weir.inet.Asn;
import dev.weir.inet.Prefix;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlurmTest {
  private static final Octets KEY_ONE =
      Octets.of("identifier of 20 oct".getBytes(StandardCharsets.US_ASCII));
  private static final Octets KEY_TWO =
      Octets.of("another with 20 octe".getBytes(StandardCharsets.US_ASCII));

  private static Slurm read(String text) throws IOException {
    return Slurm.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static Vrp vrp(String prefix, int max, long origin) {
    return new Vrp(Prefix.parse(prefix), max, Asn.of(origin));
  }

  private static String base64(Octets octets) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(octets.array());
  }

  /// The empty file of RFC 8416 section 3.2.
  @Test
  void anEmptyFileChangesNothing() throws IOException {
    Slurm slurm =
        read(
            """
            {
              "slurmVersion": 1,
              "validationOutputFilters": { "prefixFilters": [], "bgpsecFilters": [] },
              "locallyAddedAssertions": { "prefixAssertions": [], "bgpsecAssertions": [] }
            }
            """);
    assertThat(slurm).isEqualTo(Slurm.NONE);
  }

  /// All kinds of filters and assertions of RFC 8416 sections 3.3 and 3.4, with its numbers.
  @Test
  void filtersAndThenAsserts() throws IOException {
    Slurm slurm =
        read(
            """
            {
              "slurmVersion": 2,
              "validationOutputFilters": {
                "prefixFilters": [
                  { "prefix": "192.0.2.0/24", "comment": "All VRPs encompassed by prefix" },
                  { "asn": 64496, "comment": "All VRPs matching ASN" },
                  { "prefix": "198.51.100.0/24", "asn": 64497, "comment": "both" }
                ],
                "bgpsecFilters": [
                  { "asn": 64496, "comment": "All keys for ASN" },
                  { "SKI": "SKI2", "comment": "Key matching Router SKI" }
                ],
                "aspaFilters": [ { "customerAsn": 64496 } ]
              },
              "locallyAddedAssertions": {
                "prefixAssertions": [
                  { "asn": 64496, "prefix": "198.51.100.0/24", "comment": "My other important route" },
                  { "asn": 64496, "prefix": "2001:db8::/32", "maxPrefixLength": 48 }
                ],
                "bgpsecAssertions": [
                  { "asn": 64496, "SKI": "SKI1", "routerPublicKey": "MFkwEw" }
                ],
                "aspaAssertions": [ { "customerAsn": 64496, "providerAsns": [64499, 64498] } ]
              }
            }
            """
                .replace("SKI1", base64(KEY_ONE))
                .replace("SKI2", base64(KEY_TWO)));
    ValidatedPayloads before =
        ValidatedPayloads.of(
            List.of(
                vrp("192.0.2.0/24", 24, 1),
                vrp("192.0.2.128/25", 25, 2),
                vrp("192.0.0.0/16", 24, 3),
                vrp("10.0.0.0/8", 8, 64496),
                vrp("198.51.100.0/25", 25, 64497),
                vrp("198.51.100.0/25", 25, 64498)),
            List.of(
                Aspa.of(Asn.of(64496), List.of(Asn.of(1))),
                Aspa.of(Asn.of(64500), List.of(Asn.of(1)))),
            List.of(
                new RouterKey(Asn.of(64496), KEY_TWO, KEY_ONE),
                new RouterKey(Asn.of(64500), KEY_TWO, KEY_ONE),
                new RouterKey(Asn.of(64500), KEY_ONE, KEY_ONE)));
    ValidatedPayloads after = slurm.apply(before);
    assertThat(after.vrps().list())
        .containsExactly(
            vrp("192.0.0.0/16", 24, 3),
            vrp("198.51.100.0/24", 24, 64496),
            vrp("198.51.100.0/25", 25, 64498),
            vrp("2001:db8::/32", 48, 64496));
    assertThat(after.routerKeys())
        .extracting(RouterKey::asn)
        .containsExactly(Asn.of(64496), Asn.of(64500));
    assertThat(after.aspas().list())
        .containsExactly(
            Aspa.of(Asn.of(64496), List.of(Asn.of(64498), Asn.of(64499))),
            Aspa.of(Asn.of(64500), List.of(Asn.of(1))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{} | 2 | slurmVersion",
        "{\"slurmVersion\":3} | 18 | 1 or 2",
        "{\"slurmVersion\":1,\"more\":1} | 26 | \"more\" is no member",
        "{\"slurmVersion\":1,\"validationOutputFilters\":{\"x\":1}} | 50 | no member",
        "{\"slurmVersion\":1,\"validationOutputFilters\":{\"prefixFilters\":[{}]}} | 64 | or both",
        "{\"slurmVersion\":1,\"validationOutputFilters\":{\"prefixFilters\":[{\"asn\":1,\"x\":1}]}}"
            + " | 76 | no member",
        "{\"slurmVersion\":1,\"validationOutputFilters\":{\"bgpsecFilters\":[{\"SKI\":\"AA\"}]}} |"
            + " 70 | 20 octets",
        "{\"slurmVersion\":1,\"validationOutputFilters\":{\"aspaFilters\":[]}} | 63 |"
            + " \"slurmVersion\": 2",
        "{\"slurmVersion\":1,\"locallyAddedAssertions\":{\"prefixAssertions\":[{\"asn\":1}]}} | 73"
            + " | needs",
      })
  void saysWhere(String text, int column, String problem) {
    assertThatExceptionOfType(MalformedRpki.class)
        .isThrownBy(() -> read(text))
        .withMessageContaining(problem)
        .satisfies(e -> assertThat(e.column()).isEqualTo(column));
  }
}
