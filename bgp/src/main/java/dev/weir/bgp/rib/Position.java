package dev.weir.bgp.rib;

import dev.weir.bgp.octets.Octets;
import dev.weir.bgp.type.AfiSafi;
import dev.weir.inet.MalformedInet;
import dev.weir.inet.Prefix;
import org.jspecify.annotations.Nullable;

/// The place of a route in the order of an answer: what it is sorted by, then family, prefix or
/// NLRI, ingress and path identifier. As text it is the token with which an answer goes on.
///
/// @param value what the answer is sorted by
/// @param family of the route
/// @param prefix of the route, null if the family has none
/// @param nlri of the route, empty if the family has prefixes
/// @param ingress number
/// @param pathId unsigned
record Position(
    long value, AfiSafi family, @Nullable Prefix prefix, Octets nlri, int ingress, int pathId)
    implements Comparable<Position> {

  static Position of(long value, RibRoute route) {
    boolean plain = route.family().isPlain();
    return new Position(
        value,
        route.family(),
        plain ? route.prefix() : null,
        plain ? Octets.EMPTY : route.nlri(),
        route.ingress(),
        route.pathId());
  }

  @Override
  public int compareTo(Position other) {
    int order = Long.compare(value, other.value);
    order = order != 0 ? order : family.compareTo(other.family);
    if (order == 0) {
      order =
          prefix != null && other.prefix != null
              ? prefix.compareTo(other.prefix)
              : nlri.compareUnsigned(other.nlri);
    }
    order = order != 0 ? order : Integer.compare(ingress, other.ingress);
    return order != 0 ? order : Integer.compareUnsigned(pathId, other.pathId);
  }

  /// Returns the token.
  String token() {
    return String.join(
        "~",
        Long.toString(value),
        family.afi() + "." + family.safi(),
        prefix != null ? prefix.toString() : nlri.toString(),
        Integer.toString(ingress),
        Integer.toUnsignedString(pathId));
  }

  /// Reads a token.
  ///
  /// @throws IllegalArgumentException if it is none
  static Position parse(String token) {
    String[] parts = token.split("~", -1);
    try {
      if (parts.length == 5) {
        int dot = parts[1].indexOf('.');
        AfiSafi family =
            new AfiSafi(
                Integer.parseInt(parts[1].substring(0, Math.max(dot, 0))),
                Integer.parseInt(parts[1].substring(dot + 1)));
        boolean plain = family.isPlain();
        return new Position(
            Long.parseLong(parts[0]),
            family,
            plain ? Prefix.parse(parts[2]) : null,
            plain ? Octets.EMPTY : Octets.parseHex(parts[2]),
            Integer.parseInt(parts[3]),
            Integer.parseUnsignedInt(parts[4]));
      }
    } catch (IllegalArgumentException | MalformedInet wrong) {
      throw new IllegalArgumentException("no token of an answer: '" + token + "'", wrong);
    }
    throw new IllegalArgumentException("no token of an answer: '" + token + "'");
  }
}
