package dev.weir.bgp.filter;

import dev.weir.bgp.octets.Octets;
import dev.weir.bgp.path.AsPath;
import dev.weir.bgp.path.AttributeType;
import dev.weir.bgp.path.PathAttributes;
import dev.weir.inet.Asn;
import java.io.ByteArrayOutputStream;
import java.util.HexFormat;
import java.util.stream.IntStream;

/// Writes attributes for tests, in any order and as broken as a test wants them.
final class Attributes {
  private final ByteArrayOutputStream octets = new ByteArrayOutputStream();

  static Attributes set() {
    return new Attributes();
  }

  Attributes raw(int flags, int type, String hex) {
    byte[] value = HexFormat.of().parseHex(hex.replace(" ", ""));
    octets.write(value.length > 255 ? flags | 0x10 : flags);
    octets.write(type);
    if (value.length > 255) {
      octets.write(value.length >> 8);
    }
    octets.write(value.length);
    octets.writeBytes(value);
    return this;
  }

  Attributes origin(int code) {
    return raw(0x40, AttributeType.ORIGIN, "%02x".formatted(code));
  }

  Attributes path(int... asns) {
    Asn[] all = IntStream.of(asns).mapToObj(Asn::new).toArray(Asn[]::new);
    return raw(0x40, AttributeType.AS_PATH, AsPath.sequence(all).octets().toString());
  }

  Attributes nextHop(String hex) {
    return raw(0x40, AttributeType.NEXT_HOP, hex);
  }

  Attributes number(int type, long value) {
    return raw(0x80, type, "%08x".formatted(value));
  }

  Attributes communities(String hex) {
    return raw(0xc0, AttributeType.COMMUNITIES, hex);
  }

  PathAttributes build() {
    return new PathAttributes(Octets.of(octets.toByteArray()), true);
  }

  PathAttributes buildTwoOctet() {
    return new PathAttributes(Octets.of(octets.toByteArray()), false);
  }
}
