package dev.weir.bgp.filter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.bgp.octets.Octets;
import dev.weir.bgp.path.AttributeType;
import dev.weir.bgp.path.PathAttributes;
import dev.weir.bgp.type.AfiSafi;
import dev.weir.inet.Asn;
import dev.weir.inet.IpAddress;
import dev.weir.inet.Prefix;
import dev.weir.roto.source.SourceTree;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RouteChangesTest {
  private static final PolicyRuntime RUNTIME = PolicyRuntime.standard();
  private static final IngressInfo PEER =
      IngressInfo.of(IpAddress.parse("192.0.2.1"), new Asn(64496));

  private final List<PolicyFault> faults = new ArrayList<>();

  private static PathAttributes usual() {
    return Attributes.set()
        .origin(0)
        .path(64496, 15169)
        .nextHop("c0000201")
        .communities("fde80064 fde80065 ffffff01")
        .raw(0xc0, AttributeType.EXTENDED_COMMUNITIES, "0002fde800000064")
        .raw(0xc0, AttributeType.LARGE_COMMUNITIES, "0000fde8 00000001 00000002")
        .build();
  }

  private Route changed(String statements, PathAttributes attributes) {
    Route route = Route.of(PEER, attributes, AfiSafi.IPV4_UNICAST, Prefix.parse("203.0.113.0/24"));
    String text =
        """
        const ALL: CommunityPattern = CommunityPattern.from("65000:*");
        filter f(route: Route) { %s accept }
        """
            .formatted(statements);
    Policy.of(RUNTIME.compile(SourceTree.of("a.roto", text)).orThrow())
        .routeFilter("f", Globals.silent(), OnFault.reject(faults::add))
        .accepts(route);
    return route;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "route.add_community(BLACKHOLE);                            | 8  |"
            + " fde80064fde80065ffffff01ffff029a",
        "route.add_community(NO_EXPORT);                            | 8  |"
            + " fde80064fde80065ffffff01",
        "route.remove_community(NO_EXPORT);                         | 8  | fde80064fde80065",
        "route.remove_communities(ALL);                             | 8  | ffffff01",
        "route.set_communities([NO_PEER, NO_EXPORT, NO_PEER]);      | 8  | ffffff01ffffff04",
        "route.set_communities([]);                                 | 8  |",
        "route.add_large_community(LargeCommunity.from(\"1:2:3\")); | 32 |"
            + " 0000fde80000000100000002000000010000000200000003",
        "route.remove_large_community(LargeCommunity.from(\"65000:1:2\")); | 32 |",
        "route.remove_communities(CommunityPattern.from(\"*:1:*\")); | 32 |",
        "route.set_large_communities([LargeCommunity.from(\"1:2:3\")]); | 32 |"
            + " 000000010000000200000003",
        "route.add_extended_community(ExtendedCommunity.from(\"ro:1:2\")); | 16 |"
            + " 0002fde8000000640003000100000002",
        "route.remove_extended_community(ExtendedCommunity.from(\"rt:65000:100\")); | 16 |",
        "route.remove_communities(CommunityPattern.from(\"rt:65000:*\")); | 16 |",
        "route.set_extended_communities([ExtendedCommunity.from(\"ro:1:2\")]); | 16 |"
            + " 0003000100000002",
        "route.prepend(AS64500, 3);                                 | 2  |"
            + " 02050000fbf40000fbf40000fbf40000fbf000003b41",
        "route.set_as_path(AsPath.from([AS1]));                     | 2  | 020100000001",
        "route.set_med(4000000000);                                 | 4  | ee6b2800",
        "route.set_local_pref(50);                                  | 5  | 00000032",
        "route.set_origin(Origin.Incomplete);                       | 1  | 02",
        "route.set_otc(AS64496);                                    | 35 | 0000fbf0",
        "route.set_next_hop(192.0.2.7);                             | 3  | c0000207",
        "route.set_raw_attribute(200, 0xc0, [1, 2, 255]);           | 200 | 0102ff",
        "route.remove_attribute(3);                                 | 3  |",
      })
  void changesAnAttributeAndNoOther(String statements, int type, String hex) {
    PathAttributes set = usual();
    Octets before = set.octets().detach();
    Route route = changed(statements, set);
    assertThat(faults).isEmpty();
    assertThat(route.attribute(type)).isEqualTo(hex == null ? null : Octets.parseHex(hex));
    assertThat(set.octets()).isEqualTo(before);
    route.attributes().list().stream()
        .filter(each -> each.type() != type)
        .forEach(each -> assertThat(each).isEqualTo(set.attribute(each.type())));
    long others = set.list().stream().filter(each -> each.type() != type).count();
    assertThat(route.attributes().list()).hasSize((int) others + (hex == null ? 0 : 1));
  }

  @Test
  void changedRoutesReadAgainAreEqual() {
    Route route = changed("route.set_med(7); route.prepend(AS1, 2);", usual());
    Route again =
        Route.of(PEER, route.attributes(), AfiSafi.IPV4_UNICAST, Prefix.parse("203.0.113.0/24"));
    assertThat(again.isChanged()).isFalse();
    assertThat(again.med()).isEqualTo(7);
    assertThat(again.asPath()).hasToString("1 1 64496 15169");
    again.setAttribute(0x80, AttributeType.MULTI_EXIT_DISC, Octets.parseHex("00000007"));
    assertThat(again.attributes()).isEqualTo(route.attributes());
  }

  @Test
  void whatChangesNothingLeavesTheOctetsThemselves() {
    Route route =
        changed(
            "route.add_community(NO_EXPORT); route.remove_community(NO_PEER); route.prepend(AS1,"
                + " 0);",
            usual());
    assertThat(route.isChanged()).isFalse();
  }

  @Test
  void aFaultTakesTheChangesBack() {
    Route route = changed("route.set_med(7); route.prepend(AS1, 256);", usual());
    assertThat(faults).singleElement().asString().contains("at most 255 times");
    assertThat(route.isChanged()).isFalse();
    assertThat(route.med()).isEqualTo(-1);
  }

  @Test
  void aScriptSeesItsOwnChanges() {
    Route route =
        changed(
            "route.set_med(7); if route.med() == Some(7) { route.set_local_pref(1); }",
            PathAttributes.NONE);
    assertThat(route.localPreference()).isEqualTo(1);
  }
}
