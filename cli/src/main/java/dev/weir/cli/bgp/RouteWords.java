package dev.weir.cli.bgp;

import dev.weir.bgp.octets.Octets;
import dev.weir.bgp.path.AttributeType;
import dev.weir.bgp.rib.RibRoute;
import dev.weir.bgp.type.ExtendedCommunity;
import dev.weir.bgp.type.LargeCommunity;
import dev.weir.bgp.type.StandardCommunity;
import java.util.ArrayList;
import java.util.List;

/// The parts of a route as text.
final class RouteWords {
  private RouteWords() {}

  /// Prefix, or octets of the NLRI, with the path identifier behind.
  static String key(RibRoute route) {
    String key = route.family().isPlain() ? route.prefix().toString() : route.nlri().toString();
    return route.pathId() == 0 ? key : key + "#" + Integer.toUnsignedString(route.pathId());
  }

  /// The origin as `bgpdump` and routers write it in one letter, `?` for the third.
  static String origin(RibRoute route) {
    return switch (route.origin()) {
      case null -> "";
      case IGP -> "i";
      case EGP -> "e";
      case INCOMPLETE -> "?";
    };
  }

  /// A number, or nothing for -1.
  static String number(long number) {
    return number < 0 ? "" : Long.toString(number);
  }

  /// The next hop: an address, or octets.
  static String hop(RibRoute route) {
    Object hop = route.nextHop();
    return hop != null ? hop.toString() : route.nextHopOctets().toString();
  }

  /// The communities of a kind.
  ///
  /// @param type COMMUNITIES, EXTENDED_COMMUNITIES or LARGE_COMMUNITIES
  static List<String> communities(RibRoute route, int type) {
    List<String> all = new ArrayList<>();
    Octets value = route.value(type);
    int width =
        switch (type) {
          case AttributeType.COMMUNITIES -> 4;
          case AttributeType.EXTENDED_COMMUNITIES -> 8;
          default -> 12;
        };
    for (int at = 0; value != null && at + width <= value.length(); at += width) {
      int from = value.offset() + at;
      all.add(
          switch (width) {
            case 4 -> StandardCommunity.read(value.array(), from).toString();
            case 8 -> ExtendedCommunity.read(value.array(), from).toString();
            default -> LargeCommunity.read(value.array(), from).toString();
          });
    }
    return all;
  }

  /// The communities of all kinds, with blanks between them.
  static String communities(RibRoute route) {
    List<String> all = communities(route, AttributeType.COMMUNITIES);
    all.addAll(communities(route, AttributeType.EXTENDED_COMMUNITIES));
    all.addAll(communities(route, AttributeType.LARGE_COMMUNITIES));
    return String.join(" ", all);
  }
}
