package dev.weir.bgp.nlri;

import dev.weir.bgp.octets.Octets;
import dev.weir.bgp.type.AfiSafi;
import dev.weir.bgp.type.ExtendedCommunity;
import dev.weir.inet.Asn;

/// Which route targets a speaker wants routes of (RFC 4684 section 4): a prefix of an AS number and
/// a route target, so that one route may ask for many targets.
///
/// ```
/// length in bits (1)   origin AS (4)   route target (8), both as far as the bits reach
/// ```
///
/// @param length 0 for all targets, else 32 to 96
/// @param origin the AS that wants the routes; zero for all
/// @param target zero behind the length
public record RouteTargetNlri(int length, Asn origin, ExtendedCommunity target) implements Nlri {
  /// Asks for every route.
  public static final RouteTargetNlri ALL =
      new RouteTargetNlri(0, new Asn(0), new ExtendedCommunity(0));

  /// Checks that nothing stands behind the length.
  ///
  /// @throws IllegalArgumentException if something does, or there is no such length
  public RouteTargetNlri {
    boolean possible = length == 0 ? origin.bits() == 0 : length >= 32 && length <= 96;
    if (!possible || (target.bits() & ~mask(length)) != 0) {
      throw new IllegalArgumentException("no prefix of " + length + " bits: " + target);
    }
  }

  @Override
  public AfiSafi family() {
    return AfiSafi.ROUTE_TARGET;
  }

  @Override
  public Octets octets() {
    RouteWriter writer = new RouteWriter().u8(length);
    if (length == 0) {
      return writer.done();
    }
    int octets = (length - 32 + 7) / 8;
    return writer.i32(origin.bits()).number(target.bits() >>> 64 - 8 * octets, octets).done();
  }

  /// Returns `origin:target/length`, or `default`.
  @Override
  public String toString() {
    return length == 0 ? "default" : origin.number() + ":" + target + "/" + length;
  }

  /// @param route the whole route; it has the octets that its length says
  static RouteTargetNlri read(Octets route) {
    int bits = route.u8(0);
    if (bits == 0) {
      return ALL;
    }
    if (bits < 32 || bits > 96) {
      throw new BrokenRule(0, NlriRule.ROUTE_TARGET_LENGTH);
    }
    long target = 0;
    for (int i = 5; i < route.length(); i++) {
      target |= (long) route.u8(i) << 56 - 8 * (i - 5);
    }
    Asn origin = new Asn(route.i32(1));
    return new RouteTargetNlri(bits, origin, new ExtendedCommunity(target & mask(bits)));
  }

  private static long mask(int length) {
    return length <= 32 ? 0 : -1L << 96 - length;
  }
}
