package dev.weir.bgp.filter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.bgp.path.AttributeType;
import dev.weir.bgp.path.PathAttributes;
import dev.weir.bgp.type.AfiSafi;
import dev.weir.bgp.type.RouteDistinguisher;
import dev.weir.inet.Asn;
import dev.weir.inet.IpAddress;
import dev.weir.inet.Ipv4Address;
import dev.weir.inet.Prefix;
import dev.weir.roto.source.SourceTree;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Each line is a condition that a script checks of one route that has everything, or of one that
/// has nothing, or nothing whole.
class RouteFunctionsTest {
  private static final PolicyRuntime RUNTIME = PolicyRuntime.standard();

  private static final PathAttributes FULL =
      Attributes.set()
          .origin(1)
          .raw(
              0x40,
              AttributeType.AS_PATH,
              "0204 0000fbf0 00000d1c 00000d1c 00003b41 0102 00000007 00000008")
          .nextHop("c0000263")
          .number(AttributeType.MULTI_EXIT_DISC, 4_000_000_000L)
          .number(AttributeType.LOCAL_PREF, 120)
          .raw(0x40, AttributeType.ATOMIC_AGGREGATE, "")
          .raw(0xc0, AttributeType.AGGREGATOR, "0000fbf0 c0000201")
          .communities("fde80064 ffffff01 0d1c0001")
          .number(AttributeType.ORIGINATOR_ID, 0xc0000205L)
          .raw(0x80, AttributeType.CLUSTER_LIST, "00000001 00000002")
          .raw(0xc0, AttributeType.EXTENDED_COMMUNITIES, "0002fde800000064 4300000000000000")
          .raw(0x80, AttributeType.AIGP, "01000b 000000000000002a")
          .raw(0xc0, AttributeType.LARGE_COMMUNITIES, "0000fde8 00000001 00000002")
          .number(AttributeType.ONLY_TO_CUSTOMER, 64496)
          .build();

  private static final PathAttributes BROKEN =
      Attributes.set()
          .raw(0x40, AttributeType.ORIGIN, "09")
          .raw(0x40, AttributeType.AS_PATH, "0205 0000fbf0")
          .raw(0x40, AttributeType.NEXT_HOP, "c00002")
          .raw(0x80, AttributeType.MULTI_EXIT_DISC, "01")
          .raw(0x40, AttributeType.LOCAL_PREF, "0000000001")
          .raw(0xc0, AttributeType.AGGREGATOR, "00")
          .communities("fde800")
          .raw(0x80, AttributeType.ORIGINATOR_ID, "")
          .raw(0x80, AttributeType.CLUSTER_LIST, "000001")
          .raw(0x80, AttributeType.MP_REACH_NLRI, "000201ff")
          .raw(0xc0, AttributeType.EXTENDED_COMMUNITIES, "0002fde8000000")
          .raw(0x80, AttributeType.AIGP, "01ffff 00")
          .raw(0xc0, AttributeType.LARGE_COMMUNITIES, "0000fde8000000010000")
          .raw(0xc0, AttributeType.ONLY_TO_CUSTOMER, "0000")
          .build();

  private final List<PolicyFault> faults = new ArrayList<>();

  private boolean holds(String condition, Route route) {
    String text =
        """
        const PATTERN: CommunityPattern = CommunityPattern.from("65000:*");
        const LARGE: CommunityPattern = CommunityPattern.from("65000:1:*");
        const TRANSIT: AsPathPattern = AsPathPattern.from("_3356_");
        const NUMBERS: AsPathPattern = AsPathPattern.from("<^64496 .* 15169>");
        fn asns(a: Asn) -> AsnSet { let set = AsnSet.new(); set.add(a); set }
        fn block(p: Prefix, low: u8, high: u8) -> PrefixSet {
          let set = PrefixSet.new(); set.add_range(p, low, high); set
        }
        filter f(route: Route) { if %s { accept } reject }
        """
            .formatted(condition);
    boolean accepted =
        Policy.of(RUNTIME.compile(SourceTree.of("a.roto", text)).orThrow())
            .routeFilter("f", Globals.silent(), OnFault.reject(faults::add))
            .accepts(route);
    assertThat(faults).isEmpty();
    return accepted;
  }

  private static Route route(PathAttributes attributes) {
    IngressInfo peer =
        IngressInfo.of(IpAddress.parse("192.0.2.1"), new Asn(64496))
            .withRouterId(new Ipv4Address(0x0a000001))
            .withRibType(RibType.ADJ_RIB_IN_POST)
            .withVrf(new RouteDistinguisher(0x0000_fde8_0000_0001L), "red")
            .withSource("rrc00");
    Route route = new Route();
    route.share(peer, attributes, 1_700_000_000_123_456L);
    route.announce(AfiSafi.IPV4_UNICAST, Prefix.parse("203.0.113.0/24"), 9);
    return route;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "route.prefix() == 203.0.113.0/24 && route.has_prefix() && route.prefix_len() == 24",
        "route.prefix_matches(203.0.113.0/24) && !route.prefix_matches(203.0.113.0/25)",
        "route.prefix_within(203.0.0.0/16) && !route.prefix_within(::/0) &&"
            + " route.prefix_within(0.0.0.0/0)",
        "route.prefix_in(block(203.0.0.0/8, 24, 24)) && !route.prefix_in(block(203.0.0.0/8, 25,"
            + " 32))",
        "route.is_ipv4() && !route.is_ipv6() && route.afi() == 1 && route.safi() == 1",
        "route.family() == \"ipv4-unicast\" && route.is_announcement() && !route.is_withdrawal()",
        "route.path_id() == 9 && route.timestamp() == 1700000000123456",
        "route.peer().peer_asn() == AS64496 && route.peer().peer_address() == 192.0.2.1",
        "route.peer().router_id() == Some(10.0.0.1) && route.peer().rib_type() =="
            + " RibType.AdjRibInPost",
        "route.peer().vrf() == Some(\"red\") && route.peer().source() == Some(\"rrc00\")",
        "route.peer().distinguisher() == Some(\"65000:1\")",
        "route.aspath_contains(AS3356) && route.aspath_contains(AS7) &&"
            + " !route.aspath_contains(AS1)",
        "route.origin_as().is_none() && !route.match_aspath_origin(AS15169)",
        "route.aspath_len() == 5 && route.aspath_matches(TRANSIT) && route.aspath_matches(NUMBERS)",
        "route.aspath_contains_any(asns(AS8)) && !route.aspath_contains_any(asns(AS9))",
        "route.as_path().is_some()",
        "match route.as_path() { Some(p) => p.len() == 5 && p.count() == 6 && p.unique_len() == 5,"
            + " None => false }",
        "match route.as_path() { Some(p) => p.neighbour() == Some(AS64496) && p.origin().is_none(),"
            + " None => false }",
        "match route.as_path() { Some(p) => p.prepended() == 1 && p.count_of(AS3356) == 2 &&"
            + " p.has_set(), None => false }",
        "match route.as_path() { Some(p) => p.matches(TRANSIT) && p.contains(AS8) && !p.is_empty(),"
            + " None => false }",
        "match route.as_path() { Some(p) => p.asns().len() == 6 && p.to_string() == \"64496 3356"
            + " 3356 15169 {7,8}\", None => false }",
        "AsPath.from([AS1, AS2]).origin() == Some(AS2) && AsPath.from([AS1]) == AsPath.from([AS1])",
        "route.contains_community(Community.from(\"65000:100\")) &&"
            + " route.contains_community(NO_EXPORT)",
        "!route.contains_community(NO_PEER) && route.contains_community(Community.of(3356, 1))",
        "route.contains_large_community(LargeCommunity.from(\"65000:1:2\"))",
        "!route.contains_large_community(LargeCommunity.of(AS65000, 1, 3))",
        "route.contains_extended_community(ExtendedCommunity.from(\"rt:65000:100\"))",
        "!route.contains_extended_community(ExtendedCommunity.from(\"rt:65000:101\"))",
        "route.matches_community(PATTERN) && route.matches_community(LARGE)",
        "!route.matches_community(CommunityPattern.from(\"65001:*\"))",
        "route.communities().len() == 3 && route.communities()[0].asn() == AS65000",
        "route.communities()[0].value() == 100 && route.communities()[1].is_well_known()",
        "route.communities()[1] == NO_EXPORT && route.communities()[1].to_string() =="
            + " \"no-export\"",
        "route.communities()[0].matches(PATTERN) && PATTERN.matches(route.communities()[0])",
        "route.large_communities()[0].asn() == AS65000 && route.large_communities()[0].second() =="
            + " 2",
        "route.large_communities()[0].matches(LARGE) && route.large_communities()[0].first() == 1",
        "route.extended_communities()[0].to_string() == \"rt:65000:100\"",
        "route.extended_communities()[1].kind() == 0x43 &&"
            + " !route.extended_communities()[1].is_transitive()",
        "route.extended_communities()[0].subtype() == 2 && route.extended_communities()[1].bits()"
            + " == 0x4300000000000000",
        "route.origin() == Some(Origin.Egp) && route.next_hop() == Some(192.0.2.99)",
        "route.med() == Some(4000000000) && route.local_pref() == Some(120)",
        "route.otc() == Some(AS64496) && route.aigp() == Some(42) && route.atomic_aggregate()",
        "route.originator_id() == Some(192.0.2.5) && route.cluster_list() == [0.0.0.1, 0.0.0.2]",
        "match route.aggregator() { Some(a) => a.asn == AS64496 && a.address == 192.0.2.1, None =>"
            + " false }",
        "route.has_attribute(8) && !route.has_attribute(255) && route.attribute_octets(1) =="
            + " Some([1u8])",
        "route.to_string() == \"203.0.113.0/24 path 9 from 192.0.2.1 AS64496\" &&"
            + " !route.is_changed()",
        "route.attributes().med() == Some(4000000000) && route.attributes().local_pref() =="
            + " Some(120)",
        "route.attributes().aspath_contains(AS3356) && route.attributes().aspath().is_some()",
        "route.attributes().contains_community(NO_EXPORT) &&"
            + " route.attributes().matches_community(LARGE)",
        "route.attributes().otc() == Some(AS64496) && route.attributes().origin() =="
            + " Some(Origin.Egp)",
        "route.attributes().next_hop() == Some(192.0.2.99) &&"
            + " route.attributes().origin_as().is_none()",
        "route.attributes().contains_large_community(LargeCommunity.from(\"65000:1:2\"))",
        "route.attributes().contains_extended_community(ExtendedCommunity.from(\"rt:65000:100\"))",
        "route.attributes().has_attribute(8) && route.attributes().attribute_octets(1) =="
            + " Some([1u8])",
      })
  void readsWhatIsThere(String condition) {
    assertThat(holds(condition, route(FULL))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "route.origin().is_none() && route.next_hop().is_none() && route.med().is_none()",
        "route.local_pref().is_none() && route.otc().is_none() && route.aigp().is_none()",
        "route.aggregator().is_none() && route.originator_id().is_none()",
        "route.cluster_list().is_empty() && route.communities().is_empty()",
        "route.large_communities().is_empty() && route.extended_communities().is_empty()",
        "!route.contains_community(NO_EXPORT) && !route.matches_community(PATTERN)",
        "!route.contains_large_community(LargeCommunity.from(\"1:2:3\")) &&"
            + " !route.matches_community(LARGE)",
        "!route.contains_extended_community(ExtendedCommunity.from(\"rt:1:1\"))",
        "route.origin_as().is_none() && !route.aspath_contains(AS64496) && route.aspath_len() == 0",
        "!route.aspath_matches(TRANSIT) && !route.aspath_contains_any(asns(AS1))",
        "route.attributes().med().is_none() && route.attributes().otc().is_none()",
        "route.attributes().next_hop().is_none() && route.attributes().origin().is_none()",
      })
  void whatIsMissingOrBrokenIsNone(String condition) {
    assertThat(holds(condition, route(BROKEN))).isTrue();
    assertThat(holds(condition, route(PathAttributes.NONE))).isTrue();
  }
}
