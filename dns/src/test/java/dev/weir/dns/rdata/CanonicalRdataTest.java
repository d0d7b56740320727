package dev.weir.dns.rdata;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.dns.octets.OctetBuffer;
import dev.weir.dns.octets.Octets;
import dev.weir.dns.type.RecordType;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CanonicalRdataTest {
  @Test
  void foldsTheTypesOfRfc4034AsCorrectedByRfc6840() {
    Set<String> folding =
        RdataLayout.all().stream()
            .filter(RdataLayout::folds)
            .map(layout -> layout.type().toString())
            .collect(Collectors.toSet());
    // RFC 4034 §6.2 without HINFO, which has no name, and NSEC, which RFC 6840 §5.1 took out.
    assertThat(folding)
        .containsExactlyInAnyOrder(
            "NS", "MD", "MF", "CNAME", "SOA", "MB", "MG", "MR", "PTR", "MINFO", "MX", "RP", "AFSDB",
            "RT", "SIG", "PX", "NXT", "NAPTR", "KX", "SRV", "DNAME", "A6", "RRSIG");
  }

  @ParameterizedTest
  @CsvSource({
    "NS, 014100, 016100",
    "NS, 015b00, 015b00",
    "SOA, 01410001420000000041000000420000004300000044000000"
        + "45, 016100016200000000410000004200000043000000440000"
        + "0045",
    "MX, 4142014100, 4142016100",
    "SRV, 414243444546014100, 414243444546016100",
    "NAPTR, 41424344014101420143014400, 41424344014101420143016400",
    "RRSIG, 41424344454647484142434445464748494a01410041,"
        + " 41424344454647484142434445464748494a01610041",
    "NSEC, 014100000140, 014100000140",
    "SVCB, 0001014100, 0001014100",
    "HINFO, 01410142, 01410142",
    "TXT, 0141, 0141",
    "LP, 0001014100, 0001014100",
    "A6, 80014100, 80016100",
    "TYPE65280, 014100, 014100"
  })
  void foldsNamesAndNothingElse(String type, String rdata, String canonical) {
    int code = RecordType.parse(type).code();
    Octets octets = Octets.parseHex("41" + rdata + "41");
    OctetBuffer out = new OctetBuffer(1);
    out.u8('Z');
    CanonicalRdata.append(code, octets.array(), 1, octets.length() - 2, out);
    assertThat(out.view().toString()).isEqualTo("5a" + canonical);
    assertThat(CanonicalRdata.canonical(code, octets.array(), 1, octets.length() - 2))
        .isEqualTo(rdata.equals(canonical));
  }

  @Test
  void findsCapitalsAtEveryPlaceAndNoOtherOctet() {
    for (int length = 1; length <= 20; length++) {
      for (int at = 1; at <= length; at++) {
        for (int octet = 0; octet < 256; octet++) {
          byte[] name = new byte[length + 2];
          Arrays.fill(name, 1, length + 1, (byte) 0xff);
          name[0] = (byte) length;
          name[at] = (byte) octet;
          assertThat(CanonicalRdata.canonical(2, name, 0, name.length))
              .isEqualTo(octet < 'A' || octet > 'Z');
        }
      }
    }
  }
}
