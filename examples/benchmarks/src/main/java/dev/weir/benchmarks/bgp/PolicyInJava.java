package dev.weir.benchmarks.bgp;

import dev.weir.bgp.filter.Route;
import dev.weir.bgp.octets.Octets;
import dev.weir.bgp.path.AsPath;
import dev.weir.bgp.path.AttributeType;
import dev.weir.bgp.type.CommunityPattern;
import dev.weir.bgp.type.LargeCommunity;
import dev.weir.bgp.type.StandardCommunity;
import dev.weir.inet.Asn;
import dev.weir.inet.Prefix;
import dev.weir.inet.PrefixSet;

/// The policy of `policy.roto` as one would write it in Java.
final class PolicyInJava {
  private static final PrefixSet BOGONS = bogons();
  private static final CommunityPattern ACTIONS = CommunityPattern.parse("65535:*");
  private static final CommunityPattern CUSTOMERS = CommunityPattern.parse("3356:100-199");
  private static final LargeCommunity LEAK = LargeCommunity.parse("65000:6939:1");
  private static final StandardCommunity NO_TRANSIT = StandardCommunity.parse("65000:666");
  private static final Asn AS0 = new Asn(0);

  private PolicyInJava() {}

  private static PrefixSet bogons() {
    PrefixSet set = new PrefixSet();
    set.addRange(Prefix.parse("0.0.0.0/8"), 8, 32);
    set.addRange(Prefix.parse("10.0.0.0/8"), 8, 32);
    set.addRange(Prefix.parse("100.64.0.0/10"), 10, 32);
    set.addRange(Prefix.parse("127.0.0.0/8"), 8, 32);
    set.addRange(Prefix.parse("172.16.0.0/12"), 12, 32);
    set.addRange(Prefix.parse("192.168.0.0/16"), 16, 32);
    set.addRange(Prefix.parse("224.0.0.0/3"), 3, 32);
    set.freeze();
    return set;
  }

  static boolean accepts(Route route) {
    int longest = route.isIpv4() ? 24 : 48;
    if (route.prefixLength() > longest || route.prefixLength() < 8) {
      return false;
    }
    if (route.prefixIn(BOGONS)) {
      return false;
    }
    AsPath path = route.asPath();
    int hops = path == null ? 0 : path.hops();
    if (hops == 0 || hops > 50) {
      return false;
    }
    if (route.pathContains(AS0) || route.pathContains(Asn.TRANS)) {
      return false;
    }
    if (route.originAs() == 64512) {
      return false;
    }
    Octets communities = route.attribute(AttributeType.COMMUNITIES);
    Octets large = route.attribute(AttributeType.LARGE_COMMUNITIES);
    if (contains(communities, NO_TRANSIT) || contains(large, LEAK)) {
      return false;
    }
    if (matches(communities, ACTIONS)
        && !contains(communities, StandardCommunity.GRACEFUL_SHUTDOWN)) {
      return false;
    }
    if (matches(communities, CUSTOMERS)) {
      return true;
    }
    return route.med() <= 150 || hops <= 4;
  }

  private static boolean contains(Octets value, StandardCommunity community) {
    if (value == null) {
      return false;
    }
    byte[] array = value.array();
    for (int at = value.offset(); at + 4 <= value.end(); at += 4) {
      if (Octets.i32(array, at) == community.bits()) {
        return true;
      }
    }
    return false;
  }

  private static boolean contains(Octets value, LargeCommunity community) {
    if (value == null) {
      return false;
    }
    byte[] array = value.array();
    for (int at = value.offset(); at + 12 <= value.end(); at += 12) {
      if (Octets.i32(array, at) == community.asn().bits()
          && Octets.i32(array, at + 4) == community.first()
          && Octets.i32(array, at + 8) == community.second()) {
        return true;
      }
    }
    return false;
  }

  private static boolean matches(Octets value, CommunityPattern pattern) {
    return value != null && pattern.matchesAny(value);
  }
}
