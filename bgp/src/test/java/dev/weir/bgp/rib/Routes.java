package dev.weir.bgp.rib;

import dev.weir.bgp.octets.Octets;
import dev.weir.bgp.path.PathAttributes;
import dev.weir.inet.Asn;
import dev.weir.inet.IpAddress;
import dev.weir.inet.Ipv4Address;
import dev.weir.inet.Ipv6Address;
import dev.weir.inet.Prefix;
import dev.weir.inet.Prefix4;
import dev.weir.inet.Prefix6;
import java.io.ByteArrayOutputStream;
import java.util.Random;

/// Peers, prefixes and attributes for the tests of the table.
final class Routes {
  private Routes() {}

  static Ingress peer(int number) {
    return Ingress.of(
        new Ipv4Address(0x0a000000 + number), new Asn(64500 + number), new Ipv4Address(number));
  }

  /// Attributes with origin, a path of one sequence and a next hop.
  static Wire attributes(int... path) {
    return new Wire().origin(0).path(path).nextHop(0xc0000201);
  }

  /// A prefix out of few, so that the same ones come up again, inside each other and side by side.
  static Prefix prefix(Random random, boolean six) {
    if (six) {
      int length = random.nextInt(8) == 0 ? random.nextInt(129) : 20 + random.nextInt(60);
      long high = 0x2001_0db8L << 32 | (long) random.nextInt(16) << 28 | random.nextInt(4) << 4;
      long low = random.nextInt(3) == 0 ? random.nextLong() : 0;
      return Prefix.of(new Ipv6Address(high, low), length);
    }
    int length = random.nextInt(8) == 0 ? random.nextInt(33) : 12 + random.nextInt(13);
    int bits = random.nextInt(4) << 28 | random.nextInt(8) << 16 | random.nextInt(16) << 8;
    return Prefix.of(new Ipv4Address(bits), length);
  }

  static long high(Prefix prefix) {
    return RibSnapshot.high(prefix.address());
  }

  static long low(Prefix prefix) {
    return RibSnapshot.low(prefix);
  }

  static Announced announce(
      PrefixTable table, int ingress, String prefix, int pathId, int time, Wire attributes) {
    table.prepare(attributes.view(), Octets.EMPTY);
    return announce(table, ingress, Prefix.parse(prefix), pathId, time);
  }

  static Announced announce(PrefixTable table, int ingress, Prefix prefix, int pathId, int time) {
    return table.announce(ingress, high(prefix), low(prefix), prefix.length(), pathId, time);
  }

  static boolean withdraw(PrefixTable table, int ingress, Prefix prefix, int pathId) {
    return table.withdraw(ingress, high(prefix), low(prefix), prefix.length(), pathId);
  }

  static IpAddress last(Prefix prefix) {
    return switch (prefix) {
      case Prefix4 four ->
          new Ipv4Address(four.bits() | (four.length() == 32 ? 0 : -1 >>> four.length()));
      case Prefix6 six -> new Ipv6Address(six.high(), six.low() | (six.length() < 128 ? 1 : 0));
    };
  }

  /// Puts attributes together as they stand in an UPDATE.
  static final class Wire {
    private final ByteArrayOutputStream octets = new ByteArrayOutputStream();

    Wire attribute(int flags, int type, byte... value) {
      boolean wide = value.length > 255;
      octets.write(wide ? flags | 0x10 : flags);
      octets.write(type);
      if (wide) {
        octets.write(value.length >>> 8);
      }
      octets.write(value.length);
      octets.writeBytes(value);
      return this;
    }

    Wire origin(int code) {
      return attribute(0x40, 1, (byte) code);
    }

    Wire path(int... asns) {
      byte[] value = new byte[asns.length == 0 ? 0 : 2 + asns.length * 4];
      if (asns.length > 0) {
        value[0] = 2;
        value[1] = (byte) asns.length;
      }
      for (int i = 0; i < asns.length; i++) {
        put(value, 2 + i * 4, asns[i]);
      }
      return attribute(0x40, 2, value);
    }

    Wire narrowPath(int... asns) {
      byte[] value = new byte[2 + asns.length * 2];
      value[0] = 2;
      value[1] = (byte) asns.length;
      for (int i = 0; i < asns.length; i++) {
        value[2 + i * 2] = (byte) (asns[i] >>> 8);
        value[3 + i * 2] = (byte) asns[i];
      }
      return attribute(0x40, 2, value);
    }

    Wire nextHop(int bits) {
      return number(0x40, 3, bits);
    }

    Wire number(int flags, int type, int... numbers) {
      byte[] value = new byte[numbers.length * 4];
      for (int i = 0; i < numbers.length; i++) {
        put(value, i * 4, numbers[i]);
      }
      return attribute(flags, type, value);
    }

    Wire med(int med) {
      return number(0x80, 4, med);
    }

    Wire localPreference(int preference) {
      return number(0x40, 5, preference);
    }

    Wire communities(int... communities) {
      return number(0xc0, 8, communities);
    }

    Octets octets() {
      return Octets.of(octets.toByteArray());
    }

    PathAttributes view() {
      return new PathAttributes(octets(), true);
    }

    private static void put(byte[] into, int at, int bits) {
      for (int i = 0; i < 4; i++) {
        into[at + i] = (byte) (bits >>> 24 - 8 * i);
      }
    }
  }
}
