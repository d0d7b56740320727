package dev.weir.signer.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.dns.name.Name;
import dev.weir.dns.octets.Octets;
import dev.weir.dns.type.Algorithm;
import dev.weir.dns.type.DigestType;
import dev.weir.signer.KeyFault;
import dev.weir.signer.engine.Engines;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyVectorsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          example.net.|257 3 13 GojIhhXUN/u4v54ZQqGSnyhWJwaubCvTmeexv7bR6edbkrSqQpF64cYbcB7wNcP+e+MAnLr+Wi9xMWyQLc8NAA==|55648 13 2 B4C8C1FE2E7477127B27115656AD6256F424625BF5C1E2770CE6D6E37DF61D17
          example.net.|257 3 14 xKYaNhWdGOfJ+nPrL8/arkwf2EY3MDJ+SErKivBVSum1w/egsXvSADtNJhyem5RCOpgQ6K8X1DRSEkrbYQ+OB+v8/uX45NBwY8rp65F6Glur8I/mlVNgF6W/qTI37m40|10771 14 4 72D7B62976CE06438E9C0BF319013CF801F09ECC84B8D7E9495F27E305C6A9B0563A9B5F4D288405C3008A946DF983D6
          example.com.|257 3 15 l02Woi0iS8Aa25FQkUd9RMzZHJpBoRQwAQEX1SxZJA4=|3613 15 2 3AA5AB37EFCE57F737FC1627013FEE07BDF241BD10F3B1964AB55C78E79A304B
          EXAMPLE.com.|257 3 15 zPnZ/QwEe7S8C5SPz2OfS5RR40ATk2/rYnE9xHIEijs=|35217 15 2 401781B934E392DE492EC77AE2E15D70F6575A1C0BC59C5275C04EBE80C6614C
          example.com.|257 3 16 3kgROaDjrh0H2iuixWBrc8g2EpBBLCdGzHmn+G2MpTPhpj/OiBVHHSfPodx1FYYUcJKm1MDpJtIA|9713 16 2 6CCF18D5BC5D7FC2FCEB1D59D17321402F2AA8D368048DB93DD811F5CB2B19C7
          dskey.example.com.|256 3 5 AQOeiiR0GOMYkDshWoSKz9XzfwJr1AYtsmx3TGkJaNXVbfi/2pHm822aJ5iI9BMzNXxeYCmZDRD99WYwYqUSdjMmmAphXdvxegXd/M5+X7OrzKBaMbCVdFLUUh6DhweJBjEVv5f2wwjM9XzcnOf+EPbtG9DMBmADjFDc2w/rljwvFw==|60485 5 1 2BB183AF5F22588179A53B0A98631FAD1A292118
          """)
  void givesTheTagsAndDigestsOfTheStandards(String owner, String key, String ds) {
    PublicKeyRecord record = KeyFileText.read(owner + " IN DNSKEY " + key).key();
    String[] words = ds.split(" ");

    DelegationRecord made =
        DelegationRecord.of(Name.parse(owner), record, DigestType.parse(words[2]));

    assertThat(made.toString()).isEqualTo(ds);
    assertThat(record.toString()).isEqualTo(key);
    assertThat(record.keyTag()).isEqualTo(Integer.parseInt(words[0]));
  }

  @ParameterizedTest
  @ValueSource(strings = {"005+00439", "007+22204", "008+60616", "013+42253", "016+07379"})
  void givesTheDigestsThatAnotherToolMade(String suffix) {
    String base = "Ktest.+" + suffix;
    KeyFileText.PublicFile file = KeyFileText.read(TestKeys.text(base + ".key"));
    String[] words = TestKeys.text(base + ".ds").strip().split("\\s+");

    DelegationRecord made =
        DelegationRecord.of(file.owner(), file.key(), DigestType.parse(words[5]));

    assertThat(made.digest()).isEqualTo(HexFormat.of().parseHex(words[6]));
    assertThat(KeyFileText.baseName(file.owner(), file.key())).isEqualTo(base);
  }

  /// RFC 8080 §6 and RFC 5702 §6: signatures over one record.
  @ParameterizedTest
  @CsvSource({
    "257 3 15 l02Woi0iS8Aa25FQkUd9RMzZHJpBoRQwAQEX1SxZJA4=,"
        + " oL9krJun7xfBOIWcGHi7mag5/hdZrKWw15jPGrHpjQeRAvTdszaPD+QLs3fx8A4M3e23mRZ9VrbpMngwcrqNAg==",
    "257 3 15 zPnZ/QwEe7S8C5SPz2OfS5RR40ATk2/rYnE9xHIEijs=,"
        + " zXQ0bkYgQTEFyfLyi9QoiY6D8ZdYo4wyUhVioYZXFdT410QPRITQSqJSnzQoSm5poJ7gD7AQR0O7KuI5k2pcBg==",
    "257 3 16 3kgROaDjrh0H2iuixWBrc8g2EpBBLCdGzHmn+G2MpTPhpj/OiBVHHSfPodx1FYYUcJKm1MDpJtIA,"
        + " 3cPAHkmlnxcDHMyg7vFC34l0blBhuG1qpwLmjInI8w1CMB29FkEAIJUA0amxWndkmnBZ6SKiwZSAxGILn/NBtOXft0"
        + "+Gj7FSvOKxE/07+4RQvE581N3Aj/JtIyaiYVdnYtyMWbSNyGEY2213WKsJlwEA",
  })
  void verifiesTheSignaturesOfTheStandard(String key, String signature) {
    PublicKeyRecord record = KeyFileText.read("example.com. IN DNSKEY " + key).key();
    byte[] message = mailExchangeMessage(record);
    byte[] octets = Base64.getDecoder().decode(signature);

    assertThat(
            Engines.verifier(record).verify(message, 0, message.length, octets, 0, octets.length))
        .isTrue();
  }

  /// `example.com. 3600 IN MX 10 mail.example.com.`, valid 1438207200 to 1440021600.
  private static byte[] mailExchangeMessage(PublicKeyRecord key) {
    String owner =
        "07"
            + HexFormat.of().formatHex("example".getBytes(StandardCharsets.US_ASCII))
            + "03636f6d00";
    String target = "046d61696c" + owner;
    return HexFormat.of()
        .parseHex(
            "000f%02x0200000e10%08x%08x%04x%s%s000f000100000e100014000a%s"
                .formatted(
                    key.algorithm().code(),
                    1440021600,
                    1438207200,
                    key.keyTag(),
                    owner,
                    owner,
                    target));
  }

  @Test
  void writesTheDeleteFormsOfTheStandard() {
    assertThat(DelegationRecord.DELETE.toString()).isEqualTo("0 0 0 00");
    assertThat(DelegationRecord.DELETE.rdata()).containsExactly(0, 0, 0, 0, 0);
    assertThat(DelegationRecord.deleteKey()).containsExactly(0, 0, 3, 0, 0);
  }

  @Test
  void readsExponentsWithBothFormsOfLength() {
    byte[] small = RsaPublic.read(TestKeys.pair("Ktest.+008+60616").publicKey().key()).toBytes();
    byte[] key = new byte[3 + 256 + 128];
    key[1] = 1;
    key[3] = 1;
    key[258] = 1;
    key[259] = (byte) 0x80;
    key[key.length - 1] = 1;

    RsaPublic large = RsaPublic.read(Octets.of(key));

    assertThat(small).startsWith(3, 1, 0, 1);
    assertThat(large.exponent().bitLength()).isEqualTo(2041);
    assertThat(large.toBytes()).isEqualTo(key);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0100030d00",
        "01010305",
        "0101030803010001",
        "010103080000",
        "010102081234",
        "01"
      })
  void refusesKeysThatHaveNotTheFormOfTheirAlgorithm(String rdata) {
    assertThatThrownBy(() -> PublicKeyRecord.read(Octets.parseHex(rdata)))
        .isInstanceOf(KeyFault.class);
  }

  @Test
  void keepsKeysOfUnknownAlgorithms() {
    PublicKeyRecord record = PublicKeyRecord.read(Octets.parseHex("010103fd0102"));

    assertThat(record.algorithm()).isEqualTo(Algorithm.PRIVATEDNS);
    assertThat(record.known()).isNull();
    assertThatThrownBy(record::signing).isInstanceOf(KeyFault.class).hasMessageContaining("253");
  }

  @Test
  void knowsTheTagThatRevokingGives() {
    PublicKeyRecord record = TestKeys.pair("Ktest.+013+42253").publicKey();

    assertThat(record.revokedKeyTag())
        .isEqualTo(record.withFlags(record.flags() | PublicKeyRecord.REVOKE).keyTag())
        .isNotEqualTo(record.keyTag());
  }
}
