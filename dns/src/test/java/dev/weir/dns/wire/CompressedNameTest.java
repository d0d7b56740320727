package dev.weir.dns.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.dns.MalformedWire;
import dev.weir.dns.name.Name;
import dev.weir.dns.octets.OctetBuffer;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class CompressedNameTest {
  private static final String HEADER = "000000000000000000000000";

  /// The example of RFC 1035 §4.1.4: F.ISI.ARPA at 20, FOO.F.ISI.ARPA at 40, ARPA at 64, root at
  /// 92.
  private static final byte[] RFC_1035 = rfc1035();

  private static byte[] rfc1035() {
    byte[] message = new byte[93];
    put(message, 20, "014603495349044152504100");
    put(message, 40, "03464F4FC014");
    put(message, 64, "C01A");
    return message;
  }

  private static void put(byte[] message, int at, String hex) {
    byte[] octets = HexFormat.of().parseHex(hex);
    System.arraycopy(octets, 0, message, at, octets.length);
  }

  private static byte[] message(String hex) {
    return HexFormat.of().parseHex(HEADER + hex);
  }

  private static String nameAt(byte[] message, int at, int expectedConsumed) {
    OctetBuffer out = new OctetBuffer(1);
    out.u8(0x77);
    int consumed = CompressedName.append(message, 0, message.length, at, out);
    assertThat(consumed).isEqualTo(expectedConsumed);
    assertThat(CompressedName.skip(message, 0, message.length, at)).isEqualTo(expectedConsumed);
    Name name = Name.read(out.view().from(1));
    assertThat(name.length()).isEqualTo(out.length() - 1);
    assertThat(CompressedName.measure(message, 0, message.length, at)).isEqualTo(name.length());
    return name.toString();
  }

  private static void refused(String hex, int at, String why) {
    byte[] message = message(hex);
    OctetBuffer out = new OctetBuffer();
    out.u8(0x77);
    assertThatThrownBy(() -> CompressedName.append(message, 0, message.length, at, out))
        .isInstanceOf(MalformedWire.class)
        .hasMessageContaining(why);
    assertThatThrownBy(() -> CompressedName.measure(message, 0, message.length, at))
        .isInstanceOf(MalformedWire.class)
        .hasMessageContaining(why);
    assertThat(out.length()).isEqualTo(1);
  }

  @Test
  void readsTheExampleOfTheRfc() {
    assertThat(nameAt(RFC_1035, 20, 12)).isEqualTo("F.ISI.ARPA.");
    assertThat(nameAt(RFC_1035, 40, 6)).isEqualTo("FOO.F.ISI.ARPA.");
    assertThat(nameAt(RFC_1035, 64, 2)).isEqualTo("ARPA.");
    assertThat(nameAt(RFC_1035, 92, 1)).isEqualTo(".");
  }

  @Test
  void countsPointersFromTheStartOfTheMessage() {
    byte[] shifted = new byte[RFC_1035.length + 7];
    System.arraycopy(RFC_1035, 0, shifted, 7, RFC_1035.length);
    OctetBuffer out = new OctetBuffer();
    CompressedName.append(shifted, 7, shifted.length, 47, out);
    assertThat(Name.of(out.toBytes())).isEqualTo(Name.parse("foo.f.isi.arpa."));
  }

  @Test
  void refusesPointerToItself() {
    refused("C00C", 12, "does not lead backwards");
  }

  @Test
  void refusesPointerLoop() {
    refused("0161C00E" + "C00C", 12, "does not lead backwards");
    refused("0161C00C", 12, "does not lead backwards");
  }

  @Test
  void refusesForwardPointer() {
    refused("C00E00", 12, "does not lead backwards");
    refused("C03F", 12, "does not lead backwards");
  }

  @Test
  void refusesPointerIntoTheHeader() {
    refused("C000", 12, "header");
    refused("C00B", 12, "header");
  }

  @Test
  void refusesReservedLabelTypes() {
    refused("4100", 12, "reserved label type");
    refused("8000", 12, "reserved label type");
  }

  @Test
  void refusesNamesCutShort() {
    refused("", 12, "cut short");
    refused("0361", 12, "cut short");
    refused("0161", 12, "cut short");
    refused("0161C0", 12, "cut short");
  }

  @Test
  void refusesMoreThan255OctetsAlsoByWayOfPointers() {
    String label = "3F" + "61".repeat(63);
    refused(label.repeat(4) + "00", 12, "255");
    refused(label.repeat(3) + "00" + label + "C00C", 12 + 193, "255");
    String fits = "3D" + "61".repeat(61);
    byte[] message = message(label.repeat(3) + "00" + fits + "C00C");
    OctetBuffer out = new OctetBuffer();
    CompressedName.append(message, 0, message.length, 12 + 193, out);
    assertThat(out.length()).isEqualTo(255);
  }
}
