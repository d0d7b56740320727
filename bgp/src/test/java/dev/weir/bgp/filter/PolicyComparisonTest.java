package dev.weir.bgp.filter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.bgp.filter.PolicyComparison.Difference;
import dev.weir.bgp.path.PathAttributes;
import dev.weir.bgp.type.AfiSafi;
import dev.weir.inet.Asn;
import dev.weir.inet.IpAddress;
import dev.weir.inet.Prefix;
import dev.weir.roto.host.TraceStep;
import dev.weir.roto.source.SourceTree;
import org.junit.jupiter.api.Test;

class PolicyComparisonTest {
  private static final PolicyRuntime RUNTIME = PolicyRuntime.standard();
  private static final IngressInfo PEER =
      IngressInfo.of(IpAddress.parse("192.0.2.1"), new Asn(64496));

  private static Policy policy(String text) {
    return Policy.of(RUNTIME.compile(SourceTree.of("a.roto", text)).orThrow());
  }

  private static Route route(String prefix) {
    PathAttributes set = Attributes.set().path(64496, 15169).build();
    return Route.of(PEER, set, AfiSafi.IPV4_UNICAST, Prefix.parse(prefix));
  }

  @Test
  void differencesAreCounted() {
    PolicyComparison comparison =
        new PolicyComparison(
            policy(
                    """
                    filtermap f(route: Route) {
                      if route.prefix_len() > 24 { reject "long" }
                      if route.prefix_len() == 9 { route.set_med(1); }
                      accept
                    }
                    """)
                .routeFilter("f", Globals.silent()),
            policy(
                    """
                    filtermap f(route: Route) {
                      if route.prefix_len() == 16 { reject "sixteen" }
                      if route.prefix_len() == 9 { route.set_med(2); }
                      if route.prefix_len() == 10 { route.set_med(2); }
                      accept
                    }
                    """)
                .routeFilter("f", Globals.silent()));
    assertThat(comparison.compare(route("10.0.0.0/8"))).isEqualTo(Difference.NONE);
    assertThat(comparison.compare(route("10.0.0.0/16"))).isEqualTo(Difference.NO_LONGER_ACCEPTED);
    assertThat(comparison.newReason()).isEqualTo("sixteen");
    assertThat(comparison.oldReason()).isNull();
    assertThat(comparison.compare(route("10.0.0.0/25"))).isEqualTo(Difference.NEWLY_ACCEPTED);
    assertThat(comparison.oldReason()).isEqualTo("long");
    assertThat(comparison.compare(route("10.0.0.0/10"))).isEqualTo(Difference.CHANGED);
    Route nine = route("10.0.0.0/9");
    assertThat(comparison.compare(nine)).isEqualTo(Difference.CHANGED);
    assertThat(comparison.oldAttributes().med()).isEqualTo(1);
    assertThat(nine.med()).isEqualTo(2);
    assertThat(comparison.count(Difference.CHANGED)).isEqualTo(2);
    assertThat(comparison.routes()).isEqualTo(5);
    assertThat(comparison.faults()).isZero();
  }

  @Test
  void decisionsAreExplained() {
    Policy policy =
        policy(
            """
            const TIER1: AsPathPattern = AsPathPattern.from("_15169$");
            filtermap f(route: Route) {
              if route.prefix_len() > 24 || route.aspath_matches(TIER1) {
                match route.med() {
                  Some(med) if med > 10 => reject "med",
                  Some(_) => {}
                  None => reject "none",
                }
              }
              accept
            }
            """);
    PolicyTracer tracer = new PolicyTracer(RUNTIME, policy, "f", Globals.silent());
    PolicyTracer.Explanation explained = tracer.explain(route("10.0.0.0/8"));
    assertThat(explained.accepted()).isFalse();
    assertThat(explained.reason()).isEqualTo("none");
    assertThat(explained.fault()).isNull();
    assertThat(explained.steps())
        .extracting(step -> step.line() + " " + step.kind() + " " + text(step))
        .containsExactly(
            "3 OPERAND 8",
            "3 TERM false",
            "3 TERM true",
            "3 CONDITION true",
            "4 MATCHED None",
            "7 ARM ()",
            "7 RESULT Verdict.Reject(\"none\")");
  }

  private static String text(TraceStep step) {
    return step.text(RUNTIME.runtime().library());
  }

  @Test
  void aFaultIsPartOfTheExplanation() {
    Policy policy =
        policy("filter f(route: Route) { if 1 / route.path_id() == 1 { reject } accept }");
    PolicyTracer.Explanation explained =
        new PolicyTracer(RUNTIME, policy, "f", Globals.silent()).explain(route("10.0.0.0/8"));
    assertThat(explained.accepted()).isFalse();
    assertThat(explained.fault()).asString().contains("division by zero");
  }
}
