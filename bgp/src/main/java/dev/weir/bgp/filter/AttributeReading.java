package dev.weir.bgp.filter;

import dev.weir.bgp.octets.Octets;
import dev.weir.bgp.path.AsPath;
import dev.weir.bgp.type.Origin;
import dev.weir.inet.Asn;
import dev.weir.inet.IpAddress;
import dev.weir.inet.Ipv4Address;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Values of attributes as scripts get them, read from the octets of the value; nothing where the
/// attribute is missing or its length is impossible.
final class AttributeReading {
  private static final int AIGP_TLV = 1;
  private static final int AIGP_LENGTH = 11;

  private AttributeReading() {}

  static @Nullable Integer number(@Nullable Octets value) {
    return value == null || value.length() != 4 ? null : (Integer) value.i32(0);
  }

  static @Nullable Asn asn(@Nullable Octets value) {
    return value == null || value.length() != 4 ? null : new Asn(value.i32(0));
  }

  static @Nullable IpAddress address(@Nullable Octets value) {
    return value == null || value.length() != 4 ? null : new Ipv4Address(value.i32(0));
  }

  static @Nullable Origin origin(@Nullable Octets value) {
    return value == null || value.length() != 1 ? null : Origin.of(value.u8(0));
  }

  static @Nullable Asn origin(@Nullable AsPath path) {
    return path == null ? null : path.origin();
  }

  /// The metric of the first AIGP TLV (RFC 7311 section 3).
  static @Nullable Long aigp(@Nullable Octets value) {
    int at = 0;
    while (value != null && at + 3 <= value.length()) {
      int length = value.u16(at + 1);
      if (length < 3 || length > value.length() - at) {
        return null;
      }
      if (value.u8(at) == AIGP_TLV) {
        return length == AIGP_LENGTH ? (Long) value.i64(at + 3) : null;
      }
      at += length;
    }
    return null;
  }

  static List<IpAddress> clusters(@Nullable Octets value) {
    List<IpAddress> all = new ArrayList<>();
    for (int at = 0; value != null && at + 4 <= value.length(); at += 4) {
      all.add(new Ipv4Address(value.i32(at)));
    }
    return all;
  }

  static List<Byte> octets(Octets value) {
    List<Byte> all = new ArrayList<>(value.length());
    for (int i = 0; i < value.length(); i++) {
      all.add((byte) value.u8(i));
    }
    return all;
  }

  /// AGGREGATOR, in numbers of either width; the true one where two octets hide it (RFC 6793).
  static @Nullable Aggregator aggregator(@Nullable Octets value, @Nullable Octets wide) {
    if (value == null || (value.length() != 6 && value.length() != 8)) {
      return null;
    }
    if (value.length() == 8) {
      return new Aggregator(new Asn(value.i32(0)), new Ipv4Address(value.i32(4)));
    }
    return value.u16(0) == AsPath.AS_TRANS && wide != null && wide.length() == 8
        ? aggregator(wide, null)
        : new Aggregator(new Asn(value.u16(0)), new Ipv4Address(value.i32(2)));
  }
}
