package dev.weir.bgp.filter;

import dev.weir.inet.Asn;
import dev.weir.inet.IpAddress;
import dev.weir.inet.Prefix;
import dev.weir.roto.host.Doc;
import dev.weir.roto.host.Unsigned;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What scripts may ask a route: the functions of the type `Route`.
final class RouteFunctions {
  private RouteFunctions() {}

  @Doc("The prefix. Stops the script for a route that has none, such as one of EVPN.")
  static Prefix prefix(Route self) {
    return self.prefix();
  }

  @Doc("Whether the route is for a prefix; routes of some families are not.")
  static boolean hasPrefix(Route self) {
    return self.hasPrefix();
  }

  @Doc("How many leading bits the addresses of the prefix share.")
  static @Unsigned byte prefixLen(Route self) {
    return (byte) self.prefixLength();
  }

  @Doc("Whether the prefix is this one.")
  static boolean prefixMatches(Route self, Prefix prefix) {
    return self.prefixIs(prefix);
  }

  @Doc("The path identifier (ADD-PATH, RFC 7911); 0 where there is none.")
  static @Unsigned int pathId(Route self) {
    return self.pathId();
  }

  @Doc("Who announced or withdrew the route, and where that was seen.")
  static IngressInfo peer(Route self) {
    return self.ingress();
  }

  @Doc("Whether the route is withdrawn.")
  static boolean isWithdrawal(Route self) {
    return self.isWithdrawal();
  }

  @Doc("Whether the path has an AS in it, in any segment.")
  static boolean aspathContains(Route self, Asn asn) {
    return self.pathContains(asn);
  }

  @Doc("Whether the route comes from an AS: whether it is the last of the path.")
  static boolean matchAspathOrigin(Route self, Asn asn) {
    return self.originAs() == asn.number();
  }

  @Doc("The AS that the route comes from; `None` for an empty path and one that ends in a set.")
  static @Nullable Asn originAs(Route self) {
    long origin = self.originAs();
    return origin < 0 ? null : new Asn((int) origin);
  }

  @Doc("Whether there is an attribute of a type.")
  static boolean hasAttribute(Route self, @Unsigned byte type) {
    return self.hasAttribute(type & 0xff);
  }

  @Doc("Where packets are to go.")
  static @Nullable IpAddress nextHop(Route self) {
    return self.nextHop();
  }

  @Doc("The multi-exit discriminator.")
  static Optional<@Unsigned Integer> med(Route self) {
    return option(self.med());
  }

  @Doc("The local preference.")
  static Optional<@Unsigned Integer> localPref(Route self) {
    return option(self.localPreference());
  }

  private static Optional<Integer> option(long number) {
    return number < 0 ? Optional.empty() : Optional.of((int) number);
  }
}
