package dev.weir.bgp.filter;

import dev.weir.bgp.octets.Octets;
import dev.weir.bgp.path.AsPath;
import dev.weir.bgp.path.AttributeType;
import dev.weir.bgp.path.PathAttributes;
import dev.weir.bgp.type.CommunityPattern;
import dev.weir.bgp.type.ExtendedCommunity;
import dev.weir.bgp.type.LargeCommunity;
import dev.weir.bgp.type.Origin;
import dev.weir.bgp.type.StandardCommunity;
import dev.weir.inet.Asn;
import dev.weir.inet.IpAddress;
import dev.weir.roto.host.Doc;
import dev.weir.roto.host.Unsigned;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The functions of the type `PathAttributes`: attributes without a prefix and a peer.
final class AttributesFunctions {
  private AttributesFunctions() {}

  @Doc("Whether there is an attribute of a type.")
  static boolean hasAttribute(PathAttributes self, @Unsigned byte type) {
    return self.has(type & 0xff);
  }

  @Doc("The octets of the value of an attribute.")
  static Optional<List<@Unsigned Byte>> attributeOctets(PathAttributes self, @Unsigned byte type) {
    return Optional.ofNullable(self.value(type & 0xff)).map(AttributeReading::octets);
  }

  @Doc("The path, in AS numbers of four octets.")
  static @Nullable AsPath aspath(PathAttributes self) {
    return self.asPath();
  }

  @Doc("Whether the path has an AS in it, in any segment.")
  static boolean aspathContains(PathAttributes self, Asn asn) {
    AsPath path = self.asPath();
    return path != null && path.contains(asn.bits());
  }

  @Doc("The AS that the route comes from; `None` for an empty path and one that ends in a set.")
  static @Nullable Asn originAs(PathAttributes self) {
    return AttributeReading.origin(self.asPath());
  }

  @Doc("Whether there is a community of four octets.")
  static boolean containsCommunity(PathAttributes self, StandardCommunity community) {
    return CommunityOctets.contains(self.value(AttributeType.COMMUNITIES), community);
  }

  @Doc("Whether there is a large community.")
  static boolean containsLargeCommunity(PathAttributes self, LargeCommunity community) {
    return CommunityOctets.contains(self.value(AttributeType.LARGE_COMMUNITIES), community);
  }

  @Doc("Whether there is an extended community.")
  static boolean containsExtendedCommunity(PathAttributes self, ExtendedCommunity community) {
    return CommunityOctets.contains(self.value(AttributeType.EXTENDED_COMMUNITIES), community);
  }

  @Doc("Whether any community of the pattern's kind matches it.")
  static boolean matchesCommunity(PathAttributes self, CommunityPattern pattern) {
    Octets value = self.value(CommunityOctets.attribute(pattern.width()));
    return value != null && pattern.matchesAny(value);
  }

  @Doc("How the route came into BGP.")
  static @Nullable Origin origin(PathAttributes self) {
    return self.origin();
  }

  @Doc("Where packets are to go, as NEXT_HOP or MP_REACH_NLRI say.")
  static @Nullable IpAddress nextHop(PathAttributes self) {
    IpAddress plain = self.nextHop();
    Octets reach = plain == null ? self.value(AttributeType.MP_REACH_NLRI) : null;
    return reach == null ? plain : NextHops.address(NextHops.octets(reach));
  }

  @Doc("The multi-exit discriminator.")
  static @Nullable @Unsigned Integer med(PathAttributes self) {
    return AttributeReading.number(self.value(AttributeType.MULTI_EXIT_DISC));
  }

  @Doc("The local preference.")
  static @Nullable @Unsigned Integer localPref(PathAttributes self) {
    return AttributeReading.number(self.value(AttributeType.LOCAL_PREF));
  }

  @Doc("The AS that restricted the route to customers (RFC 9234).")
  static @Nullable Asn otc(PathAttributes self) {
    return self.onlyToCustomer();
  }
}
