package dev.weir.dns.dnssec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.dns.name.Name;
import dev.weir.dns.octets.OctetBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Nsec3HashTest {
  /// RFC 5155 appendix A: salt aabbccdd, 12 iterations.
  @ParameterizedTest
  @CsvSource({
    "example., 0p9mhaveqvm6t7vbl5lop2u3t2rp3tom",
    "a.example., 35mthgpgcu1qg68fab165klnsnk3dpvl",
    "ai.example., gjeqe526plbf1g8mklp59enfd789njgi",
    "ns1.example., 2t7b4g4vsa5smi47k61mv5bv1a22bojr",
    "ns2.example., q04jkcevqvmu85r014c7dkba38o0ji5r",
    "w.example., k8udemvp1j2f7eg6jebps17vp3n8i58h",
    "*.w.example., r53bq7cc2uvmubfu5ocmm6pers9tk9en",
    "x.w.example., b4um86eghhds6nea196smvmlo4ors995",
    "Y.W.EXAMPLE., ji6neoaepv8b5o6k4ev33abha8ht9fgc",
    "xx.example., t644ebqk9bibcna874givr6joj62mlhv",
  })
  void hashesTheNamesOfTheStandard(String name, String expected) {
    byte[] hash = new byte[24];
    byte[] wire = Name.parse(name).canonicalWire();

    new Nsec3Hash().hash(wire, 0, wire.length, HexFormat.of().parseHex("aabbccdd"), 12, hash, 2);

    OctetBuffer text = new OctetBuffer();
    Base32Hex.encode(hash, 2, 22, text);
    assertThat(latin1(text)).isEqualTo(expected);
  }

  /// RFC 4648 §10, without the padding.
  @ParameterizedTest
  @CsvSource({
    "'',''",
    "f,co",
    "fo,cpng",
    "foo,cpnmu",
    "foob,cpnmuog",
    "fooba,cpnmuoj1",
    "foobar,cpnmuoj1e8"
  })
  void writesBase32AsTheStandardShows(String plain, String expected) {
    OctetBuffer text = new OctetBuffer(1);
    byte[] octets = plain.getBytes(StandardCharsets.US_ASCII);

    Base32Hex.encode(octets, 0, octets.length, text);

    assertThat(latin1(text)).isEqualTo(expected);
    assertThat(text.length()).isEqualTo(Base32Hex.length(octets.length));
  }

  @Test
  void readsBackWhatItWroteInEitherCase() {
    Random random = new Random(5155);
    for (int length = 0; length < 64; length++) {
      byte[] octets = new byte[length];
      random.nextBytes(octets);
      OctetBuffer text = new OctetBuffer();
      Base32Hex.encode(octets, 0, length, text);
      for (String form :
          new String[] {latin1(text), latin1(text).toUpperCase(java.util.Locale.ROOT)}) {
        OctetBuffer back = new OctetBuffer();
        byte[] characters = form.getBytes(StandardCharsets.ISO_8859_1);
        assertThat(Base32Hex.decode(characters, 0, characters.length, back)).isEqualTo(length);
        assertThat(back.toBytes()).isEqualTo(octets);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"c", "cow", "cpnmu=", "w0", "c!", "cp", "\u00e9o"})
  void refusesTextThatIsNoBase32(String text) {
    byte[] characters = text.getBytes(StandardCharsets.ISO_8859_1);
    OctetBuffer out = new OctetBuffer().u8(7);

    assertThat(Base32Hex.decode(characters, 0, characters.length, out)).isEqualTo(-1);
    assertThat(out.length()).isEqualTo(1);
  }

  private static String latin1(OctetBuffer text) {
    return new String(text.array(), 0, text.length(), StandardCharsets.ISO_8859_1);
  }
}
