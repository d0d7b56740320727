package dev.weir.inet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrefixTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0/0",
        "10.0.0.0/8",
        "192.0.2.0/24",
        "192.0.2.1/32",
        "128.0.0.0/1",
        "::/0",
        "2001:db8::/32",
        "2001:db8::1/128",
        "2001:db8:0:8000::/49",
        "8000::/1",
        "::8000:0:0:0/65"
      })
  void printsWhatItParsed(String text) {
    assertThat(Prefix.parse(text)).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "192.0.2.0",
        "192.0.2.0/",
        "192.0.2.0/33",
        "192.0.2.0/-1",
        "192.0.2.0/024",
        "192.0.2.0/1x",
        "::/129",
        "/24",
        "192.0.2.0/24/24",
        "192.0.2.0/00"
      })
  void refusesWhatIsNoPrefix(String text) {
    assertThatExceptionOfType(MalformedInet.class).isThrownBy(() -> Prefix.parse(text));
  }

  @Test
  void namesTheBlockWhenHostBitsAreSet() {
    assertThatExceptionOfType(MalformedInet.class)
        .isThrownBy(() -> Prefix.parse("192.0.2.1/24"))
        .withMessageContaining("192.0.2.0/24");
    assertThatIllegalArgumentException().isThrownBy(() -> new Prefix4(1, 24));
    assertThatIllegalArgumentException().isThrownBy(() -> new Prefix6(0, 1, 127));
  }

  @Test
  void containsExactlyTheAddressesThatShareItsBits() {
    SplittableRandom random = new SplittableRandom(3);
    for (int i = 0; i < 5000; i++) {
      boolean four = random.nextBoolean();
      IpAddress address = address(random, four);
      IpAddress other = address(random, four);
      int length = random.nextInt(address.width() + 1);
      Prefix prefix = Prefix.of(address, length);
      assertThat(prefix.contains(address)).isTrue();
      assertThat(prefix.contains(other)).isEqualTo(commonBits(address, other) >= length);
      assertThat(prefix.contains(address(random, !four))).isFalse();
      assertThat(Prefix.parse(prefix.toString())).isEqualTo(prefix);
    }
  }

  @Test
  void coversItsParts() {
    Prefix block = Prefix.parse("2001:db8::/32");
    assertThat(block.covers(block)).isTrue();
    assertThat(block.covers(Prefix.parse("2001:db8:ffff::/48"))).isTrue();
    assertThat(block.covers(Prefix.parse("2001:d00::/24"))).isFalse();
    assertThat(block.covers(Prefix.parse("2001:db9::/48"))).isFalse();
    assertThat(Prefix.parse("::/0").covers(Prefix.parse("0.0.0.0/0"))).isFalse();
  }

  @Test
  void putsABlockBeforeItsParts() {
    List<Prefix> ordered =
        Stream.of(
                "0.0.0.0/0",
                "10.0.0.0/8",
                "10.0.0.0/9",
                "10.128.0.0/9",
                "192.0.2.0/24",
                "::/0",
                "2001:db8::/32",
                "2001:db8::/48",
                "8000::/1")
            .map(Prefix::parse)
            .toList();
    List<Prefix> shuffled = new ArrayList<>(ordered.reversed());
    Collections.sort(shuffled);
    assertThat(shuffled).isEqualTo(ordered);
  }

  private static IpAddress address(SplittableRandom random, boolean four) {
    // Few bits differ, so that long common beginnings happen.
    long bits = random.nextInt(8) == 0 ? random.nextLong() : 1L << random.nextInt(64);
    return four ? new Ipv4Address((int) bits) : new Ipv6Address(bits >> 3, bits << 1);
  }

  private static int commonBits(IpAddress a, IpAddress b) {
    int i = 0;
    while (i < a.width() && a.bit(i) == b.bit(i)) {
      i++;
    }
    return i;
  }
}
