package dev.weir.bgp.bmp;

import dev.weir.bgp.octets.Octets;
import dev.weir.bgp.octets.OctetsWriter;
import dev.weir.bgp.type.AfiSafi;
import org.jspecify.annotations.Nullable;

/// One counter or gauge of a report (RFC 7854 section 4.8, RFC 8671 section 6.2, RFC 9972).
///
/// A counter has 4 octets, a gauge 8; one of a family has the family's 3 octets before its 8.
///
/// @param type what is counted, see [StatisticType]
/// @param octets the value as it was sent
public record Statistic(int type, Octets octets) {
  /// A counter of 32 bits.
  public static Statistic counter(int type, long value) {
    return new Statistic(type, new OctetsWriter(4).u32((int) value).toOctets());
  }

  /// A gauge of 64 bits.
  public static Statistic gauge(int type, long value) {
    return new Statistic(type, new OctetsWriter(8).u64(value).toOctets());
  }

  /// A gauge of 64 bits of one family.
  public static Statistic gauge(int type, AfiSafi family, long value) {
    OctetsWriter out = new OctetsWriter(11).u16(family.afi()).u8(family.safi());
    return new Statistic(type, out.u64(value).toOctets());
  }

  /// Returns whether the value has a length that numbers have: 4, 8 or 11 octets.
  public boolean isNumber() {
    return octets.length() == 4 || octets.length() == 8 || octets.length() == 11;
  }

  /// Returns the number, unsigned; 0 if the value is none.
  public long value() {
    return switch (octets.length()) {
      case 4 -> octets.u32(0);
      case 8 -> octets.i64(0);
      case 11 -> octets.i64(3);
      default -> 0;
    };
  }

  /// Returns the family that is counted, or null if the number is of all.
  public @Nullable AfiSafi family() {
    return octets.length() == 11 ? new AfiSafi(octets.u16(0), octets.u8(2)) : null;
  }

  /// Returns what is counted.
  public String name() {
    return StatisticType.name(type);
  }
}
