package dev.weir.bgp.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.bgp.path.AttributeType;
import dev.weir.bgp.path.PathAttributes;
import dev.weir.bgp.type.AfiSafi;
import dev.weir.inet.Asn;
import dev.weir.inet.IpAddress;
import dev.weir.inet.Prefix;
import dev.weir.roto.host.LookupException;
import dev.weir.roto.run.Fault;
import dev.weir.roto.run.Limits;
import dev.weir.roto.source.SourceTree;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RouteFilterTest {
  private static final PolicyRuntime RUNTIME = PolicyRuntime.standard();
  private static final IngressInfo PEER =
      IngressInfo.of(IpAddress.parse("192.0.2.1"), new Asn(64496));

  private final List<LogRecord> written = new ArrayList<>();
  private final List<PolicyFault> faults = new ArrayList<>();
  private final Globals globals = Globals.of(written::add);

  private static Policy policy(String text) {
    return Policy.of(RUNTIME.compile(SourceTree.of("a.roto", text)).orThrow());
  }

  private RouteFilter filter(String text) {
    return policy(text).routeFilter("f", globals, OnFault.reject(faults::add));
  }

  private static Route route(PathAttributes attributes) {
    return Route.of(PEER, attributes, AfiSafi.IPV4_UNICAST, Prefix.parse("203.0.113.0/24"));
  }

  private static PathAttributes usual() {
    return Attributes.set().origin(0).path(64496, 3356, 15169).nextHop("c0000201").build();
  }

  @Test
  void aFilterTakesARoute() {
    RouteFilter filter =
        filter(
            """
            filter f(route: Route) {
              if route.aspath_contains(AS3356) && route.prefix() == 203.0.113.0/24 { accept }
              reject
            }
            """);
    assertThat(filter.accepts(route(usual()))).isTrue();
    assertThat(filter.accepts(route(PathAttributes.NONE))).isFalse();
    assertThat(filter.reason()).isNull();
  }

  @Test
  void aFilterMayTakeTheIngressToo() {
    RouteFilter filter =
        filter(
            """
            filter f(route: Route, ingress: IngressInfo) {
              if ingress.peer_asn() == AS64496 && ingress.peer_address() == 192.0.2.1
                && route.peer() == ingress { accept }
              reject
            }
            """);
    assertThat(filter.accepts(route(usual()))).isTrue();
  }

  @Test
  void aFunctionMayGiveABool() {
    RouteFilter filter =
        filter("fn f(route: Route) -> bool { route.match_aspath_origin(AS15169) }");
    assertThat(filter.accepts(route(usual()))).isTrue();
  }

  @Test
  void whatComesWithTheDecisionIsKept() {
    RouteFilter filter =
        filter(
            """
            filtermap f(route: Route) {
              if route.prefix_len() > 24 { reject "too long" }
              accept 200u32
            }
            """);
    Route route = route(usual());
    assertThat(filter.accepts(route)).isTrue();
    assertThat(filter.reason()).isEqualTo(200L);
    route.announce(AfiSafi.IPV4_UNICAST, Prefix.parse("203.0.113.0/25"), 0);
    assertThat(filter.accepts(route)).isFalse();
    assertThat(filter.reason()).isEqualTo("too long");
  }

  @Test
  void missingAttributesAreNone() {
    RouteFilter filter =
        filter(
            """
            filter f(route: Route) {
              if route.med().is_none() && route.local_pref().is_none() && route.next_hop().is_none()
                && route.origin_as().is_none() && !route.has_attribute(1) { accept }
              reject
            }
            """);
    assertThat(filter.accepts(route(PathAttributes.NONE))).isTrue();
    PathAttributes broken =
        Attributes.set()
            .raw(0x80, AttributeType.MULTI_EXIT_DISC, "000001")
            .raw(0x40, AttributeType.NEXT_HOP, "c000")
            .raw(0x40, AttributeType.AS_PATH, "0201")
            .build();
    assertThat(filter.accepts(route(broken))).isTrue();
    assertThat(faults).isEmpty();
  }

  @Test
  void aPolicyWithoutFuelIsAFaultWithItsPlace() {
    RouteFilter filter =
        policy("filter f(route: Route) {\n  while true {}\n  accept\n}")
            .withLimits(Limits.USUAL.fuel(1000))
            .routeFilter("f", globals, OnFault.accept(faults::add));
    assertThat(filter.accepts(route(usual()))).isTrue();
    assertThat(filter.faults()).isOne();
    assertThat(faults)
        .singleElement()
        .satisfies(fault -> {
          assertThat(fault.cause().fault()).isEqualTo(Fault.FUEL);
          assertThat(fault)
              .asString()
              .startsWith("a.roto:2:")
              .contains("203.0.113.0/24 from 192.0.2.1 AS64496: accepted");
        });
  }

  @Test
  void aRouteWithoutPrefixSaysSo() {
    RouteFilter filter =
        filter("filter f(route: Route) { if route.prefix_len() > 8 { reject } accept }");
    Route route = new Route();
    route.share(PEER, PathAttributes.NONE, 0);
    route.move(AfiSafi.EVPN, false, dev.weir.bgp.octets.Octets.parseHex("0100"), null, 0);
    assertThat(filter.accepts(route)).isFalse();
    assertThat(faults).singleElement().asString().contains("l2vpn-evpn has no prefix");
  }

  @Test
  void otherSignaturesAreRefused() {
    Policy policy = policy("fn f(a: u32) -> u32 { a }");
    assertThatThrownBy(() -> policy.routeFilter("f", globals))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("`fn f(a: u32) -> u32` is no filter of routes");
    assertThatThrownBy(() -> policy.routeFilter("g", globals))
        .isInstanceOf(LookupException.class)
        .hasMessageContaining("there is no function `g`");
  }

  @Test
  void theFilterOfTheHookIsPreferred() {
    assertThat(policy("filter a(r: Route) { accept } filter b(r: Route) { accept }").preferred("b"))
        .contains("b");
    assertThat(policy("filter a(r: Route) { accept } fn c() {}").preferred("b")).contains("a");
    assertThat(policy("filter a(r: Route) { accept } filter b(r: Route) { accept }").preferred("c"))
        .isEmpty();
  }

  @Test
  void outputGoesToTheHost() {
    filter(
            "filter f(route: Route) { output.print(\"seen\"); output.log_prefix(route.prefix());"
                + " accept }")
        .accepts(route(usual()));
    assertThat(written)
        .containsExactly(
            new LogRecord.Printed("seen", false),
            new LogRecord.MatchedPrefix(Prefix.parse("203.0.113.0/24")));
  }
}
