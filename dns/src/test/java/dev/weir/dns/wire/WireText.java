package dev.weir.dns.wire;

import dev.weir.dns.name.Name;
import dev.weir.dns.octets.OctetBuffer;
import dev.weir.dns.octets.Octets;
import java.util.HexFormat;

/// Puts messages together octet by octet, so that a test can say what is wrong with one.
final class WireText {
  private final OctetBuffer out = new OctetBuffer();

  /// A message with an identifier, flags and four counts.
  static WireText message(int flags, int... counts) {
    WireText text = new WireText();
    text.out.u16(0x1234).u16(flags);
    for (int i = 0; i < 4; i++) {
      text.out.u16(i < counts.length ? counts[i] : 0);
    }
    return text;
  }

  WireText name(String name) {
    out.octets(Name.parse(name).wire());
    return this;
  }

  WireText label(String label) {
    out.u8(label.length()).latin1(label);
    return this;
  }

  WireText pointer(int target) {
    out.u16(0xc000 | target);
    return this;
  }

  WireText u8(int value) {
    out.u8(value);
    return this;
  }

  WireText u16(int value) {
    out.u16(value);
    return this;
  }

  WireText hex(String digits) {
    out.bytes(HexFormat.of().parseHex(digits.replace(" ", "")));
    return this;
  }

  /// Type and class of a question.
  WireText question(int type) {
    out.u16(type).u16(1);
    return this;
  }

  /// What follows the owner of a record: class IN, a TTL of 300, and data in hexadecimal.
  WireText record(int type, String rdata) {
    byte[] data = HexFormat.of().parseHex(rdata.replace(" ", ""));
    out.u16(type).u16(1).i32(300).u16(data.length).bytes(data);
    return this;
  }

  int at() {
    return out.length();
  }

  Octets octets() {
    return Octets.of(out.toBytes());
  }
}
