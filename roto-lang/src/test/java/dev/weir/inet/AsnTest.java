package dev.weir.inet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AsnTest {

  @ParameterizedTest
  @CsvSource({
    "0, AS0, 0",
    "AS65526, AS65526, 65526",
    "as65546, AS65546, 1.10",
    "1.10, AS65546, 1.10",
    "AS65535.65535, AS4294967295, 65535.65535",
    "4294967295, AS4294967295, 65535.65535",
    "0.7, AS7, 7",
  })
  void readsBothNotations(String text, String plain, String dot) {
    assertThat(Asn.parse(text)).hasToString(plain);
    assertThat(Asn.parse(text).asdot()).isEqualTo(dot);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "AS", "AS-1", "4294967296", "1.65536", "65536.0", "1.2.3", ".1", "1.", "A1"})
  void refusesWhatIsNoNumber(String text) {
    assertThatExceptionOfType(MalformedInet.class).isThrownBy(() -> Asn.parse(text));
  }

  @Test
  void comparesUnsigned() {
    assertThat(Asn.of(4_200_000_000L)).isGreaterThan(Asn.of(1));
    assertThat(Asn.of(4_200_000_000L).number()).isEqualTo(4_200_000_000L);
    assertThatIllegalArgumentException().isThrownBy(() -> Asn.of(-1));
    assertThatIllegalArgumentException().isThrownBy(() -> Asn.of(1L << 32));
  }

  @Test
  void knowsTheSpecialRanges() {
    assertThat(Asn.of(64511).isPrivate()).isFalse();
    assertThat(Asn.of(64512).isPrivate()).isTrue();
    assertThat(Asn.of(65534).isPrivate()).isTrue();
    assertThat(Asn.of(65535).isPrivate()).isFalse();
    assertThat(Asn.of(4_294_967_294L).isPrivate()).isTrue();
    assertThat(Asn.of(64496).isDocumentation()).isTrue();
    assertThat(Asn.of(65551).isDocumentation()).isTrue();
    assertThat(Asn.of(65552).isDocumentation()).isFalse();
    assertThat(Asn.TRANS.isReserved()).isTrue();
    assertThat(Asn.of(0).isReserved()).isTrue();
    assertThat(Asn.of(65535).isReserved()).isTrue();
    assertThat(Asn.of(4_294_967_295L).isReserved()).isTrue();
    assertThat(Asn.of(65536).isTwoOctet()).isFalse();
  }
}
