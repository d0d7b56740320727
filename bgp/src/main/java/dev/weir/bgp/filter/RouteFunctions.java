package dev.weir.bgp.filter;

import dev.weir.bgp.octets.Octets;
import dev.weir.bgp.path.AsPath;
import dev.weir.bgp.path.AsPathPattern;
import dev.weir.bgp.path.AttributeType;
import dev.weir.bgp.path.PathAttributes;
import dev.weir.bgp.rib.RovState;
import dev.weir.bgp.type.CommunityPattern;
import dev.weir.bgp.type.ExtendedCommunity;
import dev.weir.bgp.type.LargeCommunity;
import dev.weir.bgp.type.Origin;
import dev.weir.bgp.type.StandardCommunity;
import dev.weir.inet.Asn;
import dev.weir.inet.AsnSet;
import dev.weir.inet.IpAddress;
import dev.weir.inet.Prefix;
import dev.weir.inet.PrefixSet;
import dev.weir.roto.host.Doc;
import dev.weir.roto.host.Unsigned;
import java.util.List;
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

  @Doc("What origin validation said: of a table's route, or after `rpki.check_rov`.")
  static RovState rovStatus(Route self) {
    return self.rovStatus();
  }

  @Doc("The multi-exit discriminator, or another number if there is none.")
  static @Unsigned int medOr(Route self, @Unsigned int otherwise) {
    long med = self.med();
    return med < 0 ? otherwise : (int) med;
  }

  @Doc("The local preference, or another number if there is none.")
  static @Unsigned int localPrefOr(Route self, @Unsigned int otherwise) {
    long preference = self.localPreference();
    return preference < 0 ? otherwise : (int) preference;
  }

  @Doc("The octets of the value of an attribute.")
  static Optional<List<@Unsigned Byte>> attributeOctets(Route self, @Unsigned byte type) {
    return Optional.ofNullable(self.attribute(type & 0xff)).map(AttributeReading::octets);
  }

  @Doc("Whether the prefix is one of IPv4; without a prefix, whether the family is.")
  static boolean isIpv4(Route self) {
    return self.isIpv4();
  }

  @Doc("Whether the prefix is one of IPv6; without a prefix, whether the family is.")
  static boolean isIpv6(Route self) {
    return self.isIpv6();
  }

  @Doc("Whether the prefix is in a set, as `PrefixSet.contains` has it.")
  static boolean prefixIn(Route self, PrefixSet set) {
    return self.prefixIn(set);
  }

  @Doc("Whether the prefix is this one or lies in it.")
  static boolean prefixWithin(Route self, Prefix block) {
    return self.prefixWithin(block);
  }

  @Doc("Whether the route is announced.")
  static boolean isAnnouncement(Route self) {
    return !self.isWithdrawal();
  }

  @Doc("When the route was received, in microseconds since 1970 UTC; 0 if nobody knows.")
  static @Unsigned long timestamp(Route self) {
    return self.timestamp();
  }

  @Doc("The number of the address family: 1 IPv4, 2 IPv6.")
  static @Unsigned short afi(Route self) {
    return (short) self.family().afi();
  }

  @Doc("The number of the subsequent address family: 1 unicast, 2 multicast, 128 VPN.")
  static @Unsigned byte safi(Route self) {
    return (byte) self.family().safi();
  }

  @Doc("The family by its name: `ipv4-unicast`.")
  static String family(Route self) {
    return self.family().toString();
  }

  @Doc("The attributes as they are now.")
  static PathAttributes attributes(Route self) {
    return self.attributes();
  }

  @Doc("Whether the policy has changed the route.")
  static boolean isChanged(Route self) {
    return self.isChanged();
  }

  @Doc("The path, in AS numbers of four octets.")
  static @Nullable AsPath asPath(Route self) {
    return self.asPath();
  }

  @Doc("How many hops the path counts in the decision process; 0 without a path.")
  static @Unsigned int aspathLen(Route self) {
    AsPath path = self.asPath();
    return path == null ? 0 : path.hops();
  }

  @Doc("Whether a pattern matches somewhere in the path.")
  static boolean aspathMatches(Route self, AsPathPattern pattern) {
    AsPath path = self.asPath();
    return path != null && pattern.matches(path);
  }

  @Doc("Whether any AS of a set stands anywhere in the path.")
  static boolean aspathContainsAny(Route self, AsnSet set) {
    AsPath path = self.asPath();
    return path != null && AsPathFunctions.containsAny(path, set);
  }

  @Doc("Whether the route has a community of four octets.")
  static boolean containsCommunity(Route self, StandardCommunity community) {
    return CommunityOctets.contains(self.attribute(AttributeType.COMMUNITIES), community);
  }

  @Doc("Whether the route has a large community.")
  static boolean containsLargeCommunity(Route self, LargeCommunity community) {
    return CommunityOctets.contains(self.attribute(AttributeType.LARGE_COMMUNITIES), community);
  }

  @Doc("Whether the route has an extended community.")
  static boolean containsExtendedCommunity(Route self, ExtendedCommunity community) {
    return CommunityOctets.contains(self.attribute(AttributeType.EXTENDED_COMMUNITIES), community);
  }

  @Doc("Whether any community of the pattern's kind matches it.")
  static boolean matchesCommunity(Route self, CommunityPattern pattern) {
    Octets value = self.attribute(CommunityOctets.attribute(pattern.width()));
    return value != null && pattern.matchesAny(value);
  }

  @Doc("The communities of four octets.")
  static List<StandardCommunity> communities(Route self) {
    return CommunityOctets.standard(self.attribute(AttributeType.COMMUNITIES));
  }

  @Doc("The large communities.")
  static List<LargeCommunity> largeCommunities(Route self) {
    return CommunityOctets.large(self.attribute(AttributeType.LARGE_COMMUNITIES));
  }

  @Doc("The extended communities.")
  static List<ExtendedCommunity> extendedCommunities(Route self) {
    return CommunityOctets.extended(self.attribute(AttributeType.EXTENDED_COMMUNITIES));
  }

  @Doc("How the route came into BGP.")
  static @Nullable Origin origin(Route self) {
    return self.origin();
  }

  @Doc("The AS that restricted the route to customers (RFC 9234).")
  static @Nullable Asn otc(Route self) {
    return AttributeReading.asn(self.attribute(AttributeType.ONLY_TO_CUSTOMER));
  }

  @Doc("The metric of the interior protocol, added up (RFC 7311).")
  static @Nullable @Unsigned Long aigp(Route self) {
    return AttributeReading.aigp(self.attribute(AttributeType.AIGP));
  }

  @Doc("Who aggregated the route.")
  static @Nullable Aggregator aggregator(Route self) {
    return AttributeReading.aggregator(
        self.attribute(AttributeType.AGGREGATOR), self.attribute(AttributeType.AS4_AGGREGATOR));
  }

  @Doc("Whether the route was aggregated and lost parts of its path.")
  static boolean atomicAggregate(Route self) {
    return self.hasAttribute(AttributeType.ATOMIC_AGGREGATE);
  }

  @Doc("Who brought the route into the AS, as an address (RFC 4456).")
  static @Nullable IpAddress originatorId(Route self) {
    return AttributeReading.address(self.attribute(AttributeType.ORIGINATOR_ID));
  }

  @Doc("The reflection clusters that the route has passed, as addresses (RFC 4456).")
  static List<IpAddress> clusterList(Route self) {
    return AttributeReading.clusters(self.attribute(AttributeType.CLUSTER_LIST));
  }

  @Doc("The prefix and who announces or withdraws it.")
  static String toString(Route self) {
    return self.toString();
  }

  @Doc("Where packets are to go.")
  static @Nullable IpAddress nextHop(Route self) {
    return self.nextHop();
  }

  @Doc("The multi-exit discriminator.")
  static @Nullable @Unsigned Integer med(Route self) {
    return option(self.med());
  }

  @Doc("The local preference.")
  static @Nullable @Unsigned Integer localPref(Route self) {
    return option(self.localPreference());
  }

  private static @Nullable Integer option(long number) {
    return number < 0 ? null : (Integer) (int) number;
  }
}
