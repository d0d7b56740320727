package dev.weir.inet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IpAddressTest {

  @ParameterizedTest
  @CsvSource({
    "2001:db8:0:0:1:0:0:1, 2001:db8::1:0:0:1",
    "2001:0db8::0001, 2001:db8::1",
    "2001:db8:0:0:0:0:2:1, 2001:db8::2:1",
    "2001:db8:0:1:1:1:1:1, 2001:db8:0:1:1:1:1:1",
    "2001:0:0:1:0:0:0:1, 2001:0:0:1::1",
    "2001:db8:aaaa:bbbb:cccc:dddd:eeee:AAAA, 2001:db8:aaaa:bbbb:cccc:dddd:eeee:aaaa",
    "0:0:0:0:0:0:0:0, ::",
    "0:0:0:0:0:0:0:1, ::1",
    "1:0:0:0:0:0:0:0, 1::",
    "0:1:0:0:0:0:0:0, 0:1::",
    "::ffff:c000:201, ::ffff:192.0.2.1",
    "::ffff:192.0.2.1, ::ffff:192.0.2.1",
    "64:ff9b::192.0.2.33, 64:ff9b::c000:221",
    "1:2:3:4:5:6:7::, 1:2:3:4:5:6:7:0",
    "::2:3:4:5:6:7:8, 0:2:3:4:5:6:7:8",
    "255.255.255.255, 255.255.255.255",
    "0.0.0.0, 0.0.0.0",
  })
  void printsTheRecommendedForm(String text, String form) {
    assertThat(IpAddress.parse(text)).hasToString(form);
    assertThat(IpAddress.parse(form)).isEqualTo(IpAddress.parse(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ":",
        ":::",
        "1",
        "1:2:3:4:5:6:7",
        "1:2:3:4:5:6:7:8:9",
        "1::2::3",
        "1:2:3:4:5:6:7:8::",
        "::1:2:3:4:5:6:7:8",
        "12345::",
        "g::",
        "1:",
        ":1",
        "::1%eth0",
        "fe80::1:",
        "1.2.3",
        "1.2.3.4.5",
        "256.1.1.1",
        "1.2.3.04",
        "1..2.3",
        "1.2.3.4 ",
        " 1.2.3.4",
        "1.2.3.-4",
        "::1.2.3",
        "::1.2.3.4:5",
        "1:2:3:4:5:6:7:1.2.3.4",
        "1111.2.3.4",
        "+1.2.3.4",
        "::ffff:1.2.3.256",
        "\u0661.2.3.4",
        "\u0661::"
      })
  void refusesWhatIsNoAddress(String text) {
    assertThatExceptionOfType(MalformedInet.class)
        .isThrownBy(() -> IpAddress.parse(text))
        .satisfies(fault -> assertThat(fault.offset()).isBetween(0, text.length()));
  }

  @Test
  void agreesWithTheJdkAboutRandomAddresses() throws UnknownHostException {
    SplittableRandom random = new SplittableRandom(1);
    byte[] octets = new byte[16];
    for (int i = 0; i < 2000; i++) {
      sparse(random).write(octets, 0);
      Ipv6Address address = Ipv6Address.read(octets, 0);
      InetAddress peer = InetAddress.getByAddress(octets);
      assertThat(IpAddress.parse(peer.getHostAddress()).toString().replace("::ffff:", ""))
          .isEqualTo(address.toString().replace("::ffff:", ""));
      assertThat(IpAddress.parse(address.toString())).isEqualTo(address);
    }
  }

  @Test
  void readsWhatItWrote() {
    SplittableRandom random = new SplittableRandom(2);
    byte[] octets = new byte[20];
    for (int i = 0; i < 500; i++) {
      Ipv6Address six = sparse(random);
      assertThat(six.write(octets, 3)).isEqualTo(19);
      assertThat(Ipv6Address.read(octets, 3)).isEqualTo(six);
      Ipv4Address four = new Ipv4Address(random.nextInt());
      assertThat(four.write(octets, 3)).isEqualTo(7);
      assertThat(Ipv4Address.read(octets, 3)).isEqualTo(four);
    }
  }

  @Test
  void ordersByFamilyAndUnsignedValue() {
    List<IpAddress> ordered =
        Stream.of(
                "0.0.0.0",
                "127.0.0.1",
                "128.0.0.0",
                "255.255.255.255",
                "::",
                "::1",
                "::8000:0:0:0",
                "7fff::",
                "8000::",
                "ffff::")
            .map(IpAddress::parse)
            .toList();
    List<IpAddress> shuffled = new ArrayList<>(ordered.reversed());
    Collections.sort(shuffled);
    assertThat(shuffled).isEqualTo(ordered);
  }

  @Test
  void countsBitsFromTheMostSignificantEnd() {
    assertThat(IpAddress.parse("128.0.0.1").bit(0)).isTrue();
    assertThat(IpAddress.parse("128.0.0.1").bit(1)).isFalse();
    assertThat(IpAddress.parse("128.0.0.1").bit(31)).isTrue();
    assertThat(IpAddress.parse("8000::1").bit(0)).isTrue();
    assertThat(IpAddress.parse("::8000:0:0:0").bit(64)).isTrue();
    assertThat(IpAddress.parse("8000::1").bit(127)).isTrue();
  }

  /// Returns an address with many zero groups, as real ones have.
  private static Ipv6Address sparse(SplittableRandom random) {
    long high = 0;
    long low = 0;
    for (int i = 0; i < 4; i++) {
      high = high << 16 | group(random);
      low = low << 16 | group(random);
    }
    return new Ipv6Address(high, low);
  }

  private static long group(SplittableRandom random) {
    return random.nextInt(3) == 0 ? random.nextInt(0x10000) : 0;
  }
}
