package dev.weir.bgp.bmp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.bgp.octets.Octets;
import dev.weir.bgp.path.PathAttributes;
import org.junit.jupiter.api.Test;

class AsnWidthTest {
  @Test
  void onePossibleReadingIsSure() {
    assertThat(ofPath("02020000fde90000fdea")).isEqualTo(AsnWidth.FOUR);
    assertThat(ofPath("0202fde9fdea")).isEqualTo(AsnWidth.TWO);
  }

  @Test
  void anEmptyPathTellsNothing() {
    assertThat(ofPath("")).isEqualTo(AsnWidth.EITHER);
  }

  @Test
  void aPathThatFitsBothReadingsIsJudgedByAsZero() {
    assertThat(ofPath("0201" + "0001" + "0201" + "0000" + "0201" + "0003")).isEqualTo(AsnWidth.TWO);
    assertThat(ofPath("0202" + "00010000" + "02010000")).isEqualTo(AsnWidth.PROBABLY_FOUR);
    assertThat(ofPath("0202" + "00010002" + "02010003")).isEqualTo(AsnWidth.EITHER);
    assertThat(ofPath("0202" + "00000000" + "02010003")).isEqualTo(AsnWidth.EITHER);
  }

  @Test
  void aPathThatFitsNeitherIsMalformed() {
    assertThat(ofPath("0203fde9")).isEqualTo(AsnWidth.NEITHER);
  }

  @Test
  void theLengthOfTheAggregatorTells() {
    assertThat(of("c00706fde9c0000201")).isEqualTo(AsnWidth.TWO);
    assertThat(of("400200c007080000fde9c0000201")).isEqualTo(AsnWidth.FOUR);
    assertThat(of("400200")).isEqualTo(AsnWidth.EITHER);
  }

  @Test
  void contradictsOnlyWhatItTells() {
    assertThat(AsnWidth.TWO.contradicts(true)).isTrue();
    assertThat(AsnWidth.TWO.contradicts(false)).isFalse();
    assertThat(AsnWidth.EITHER.contradicts(true)).isFalse();
  }

  private static AsnWidth ofPath(String hex) {
    return AsnWidth.ofPath(Octets.parseHex(hex));
  }

  private static AsnWidth of(String hex) {
    return AsnWidth.of(new PathAttributes(Octets.parseHex(hex), true));
  }
}
