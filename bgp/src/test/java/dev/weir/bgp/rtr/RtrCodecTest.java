package dev.weir.bgp.rtr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.weir.bgp.octets.Octets;
import dev.weir.bgp.rpki.Aspa;
import dev.weir.bgp.rpki.RouterKey;
import dev.weir.bgp.rpki.Vrp;
import dev.weir.inet.Asn;
import dev.weir.inet.Prefix;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RtrCodecTest {
  private static final RouterKey KEY =
      new RouterKey(
          Asn.of(65000),
          Octets.parseHex("000102030405060708090a0b0c0d0e0f10111213"),
          Octets.parseHex("3059"));

  static Stream<Arguments> messages() {
    return Stream.of(
        Arguments.of("01 00 cafe 0000000c 00000007", new RtrPdu.SerialNotify(1, 0xcafe, serial(7))),
        Arguments.of("00 01 cafe 0000000c ffffffff", new RtrPdu.SerialQuery(0, 0xcafe, serial(-1))),
        Arguments.of("02 02 0000 00000008", new RtrPdu.ResetQuery(2, 0)),
        Arguments.of("01 02 0001 00000008", new RtrPdu.ResetQuery(1, 1)),
        Arguments.of("01 03 1234 00000008", new RtrPdu.CacheResponse(1, 0x1234)),
        Arguments.of(
            "01 04 0000 00000014 01 18 1a 00 c0000200 0000fde8",
            RtrPdu.PrefixPdu.of(1, true, vrp("192.0.2.0/24", 26))),
        Arguments.of(
            "00 04 0102 00000014 fe 18 18 ff c0000200 0000fde8",
            new RtrPdu.PrefixPdu(0, 0xfe, vrp("192.0.2.0/24", 24), 0x0102ff)),
        Arguments.of(
            "01 06 0000 00000020 00 20 30 00 20010db8000000000000000000000000 0000fde8",
            RtrPdu.PrefixPdu.of(1, false, vrp("2001:db8::/32", 48))),
        Arguments.of(
            "00 07 1234 0000000c 00000009", new RtrPdu.EndOfData(0, 0x1234, serial(9), 0, 0, 0)),
        Arguments.of(
            "01 07 1234 00000018 00000009 00000e10 00000258 00001c20",
            new RtrPdu.EndOfData(1, 0x1234, serial(9), 3600, 600, 7200)),
        Arguments.of("01 08 0000 00000008", new RtrPdu.CacheReset(1, 0)),
        Arguments.of(
            "01 09 0100 00000022 000102030405060708090a0b0c0d0e0f10111213 0000fde8 3059",
            RtrPdu.RouterKeyPdu.of(1, true, KEY)),
        Arguments.of(
            "01 0a 0002 0000001a 00000008 0102000000000008 00000002 6869",
            new RtrPdu.ErrorReport(
                1, RtrError.NO_DATA, Octets.parseHex("0102000000000008"), Octets.parseHex("6869"))),
        Arguments.of(
            "00 0a 0000 00000010 00000000 00000000",
            new RtrPdu.ErrorReport(0, RtrError.CORRUPT_DATA, Octets.EMPTY, Octets.EMPTY)),
        Arguments.of(
            "02 0b 0100 00000014 0000fde8 0000fde9 0000fdea",
            RtrPdu.AspaPdu.of(2, Aspa.of(Asn.of(65000), List.of(Asn.of(65001), Asn.of(65002))))),
        Arguments.of("02 0b 0000 0000000c 0000fde8", RtrPdu.AspaPdu.withdrawal(2, Asn.of(65000))),
        Arguments.of(
            "01 0b 0000 0000000c 0000fde8",
            new RtrPdu.UnknownPdu(1, 11, 0, Octets.parseHex("0000fde8"))),
        Arguments.of("00 09 0001 00000008", new RtrPdu.UnknownPdu(0, 9, 1, Octets.EMPTY)),
        Arguments.of("01 ff 0001 00000008", new RtrPdu.UnknownPdu(1, 255, 1, Octets.EMPTY)));
  }

  private static RtrSerial serial(int bits) {
    return new RtrSerial(bits);
  }

  private static Vrp vrp(String prefix, int max) {
    return new Vrp(Prefix.parse(prefix), max, Asn.of(65000));
  }

  @ParameterizedTest
  @MethodSource("messages")
  void readsAndWritesEveryMessage(String hex, RtrPdu expected) {
    Octets octets = Octets.parseHex("aa" + hex.replace(" ", "") + "bb");
    Octets pdu = new Octets(octets.array(), 1, octets.length() - 2);
    assertThat(RtrCodec.measure(pdu)).isEqualTo(pdu.length());
    assertThat(RtrCodec.read(pdu)).isEqualTo(expected);
    assertThat(expected.write()).isEqualTo(pdu);
    assertThat(expected.version()).isEqualTo(pdu.u8(0));
  }

  @ParameterizedTest
  @MethodSource("messages")
  void everyCutAndEveryFlippedBitIsAMessageOrAFault(String hex, RtrPdu ignored) {
    Octets pdu = Octets.parseHex(hex.replace(" ", ""));
    for (int length = 0; length < pdu.length(); length++) {
      Octets cut = new Octets(pdu.array(), 0, length);
      assertThatExceptionOfType(RtrFault.class).isThrownBy(() -> RtrCodec.read(cut));
    }
    for (int bit = 0; bit < 8 * pdu.length(); bit++) {
      byte[] flipped = pdu.array().clone();
      flipped[bit >> 3] ^= (byte) (1 << (bit & 7));
      try {
        assertThat(RtrCodec.read(Octets.of(flipped)).write()).isEqualTo(Octets.of(flipped));
      } catch (RtrFault fault) {
        assertThat(fault.error()).isNotNull();
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "03020000 00000008, Unsupported Protocol Version",
    "01020000 00000009 00, Corrupt Data",
    "01000000 00000008, Corrupt Data",
    "01040000 00000014 01211900 c0000200 00000001, Corrupt Data",
    "01040000 00000014 01181700 c0000200 00000001, Corrupt Data",
    "01040000 00000014 01181800 c0000201 00000001, Corrupt Data",
    "01070000 0000000c 00000001, Corrupt Data",
    "010a0000 00000010 00000001 00000000, Corrupt Data",
    "010a0000 00000010 ffffffff 00000000, Corrupt Data",
    "010a0000 00000010 00000000 00000001, Corrupt Data",
    "020b0000 0000000e 00000001 0000, Corrupt Data",
    "020b0000 00000008, Corrupt Data",
  })
  void saysWhichErrorToReport(String hex, String error) {
    Octets pdu = Octets.parseHex(hex.replace(" ", ""));
    assertThatExceptionOfType(RtrFault.class)
        .isThrownBy(() -> RtrCodec.read(pdu))
        .satisfies(fault -> assertThat(fault.error()).hasToString(error));
  }

  @ParameterizedTest
  @CsvSource({
    "1, 0, true",
    "0, 1, false",
    "5, 5, false",
    "0, -1, true",
    "-1, 0, false",
    "2147483647, 0, true",
    "-2147483648, 0, false",
    "0, -2147483648, false"
  })
  void serialsCountOnBeyondTheLargest(int one, int other, boolean newer) {
    assertThat(serial(one).isNewerThan(serial(other))).isEqualTo(newer);
    assertThat(serial(-1).next()).isEqualTo(serial(0));
  }
}
