package dev.weir.bgp.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.bgp.check.PeerContext;
import dev.weir.bgp.check.UpdateCheck;
import dev.weir.bgp.octets.Octets;
import dev.weir.bgp.octets.OctetsWriter;
import dev.weir.bgp.path.AsPath;
import dev.weir.bgp.path.AttributesBuilder;
import dev.weir.bgp.path.PathAttribute;
import dev.weir.bgp.path.PathAttributes;
import dev.weir.bgp.type.AfiSafi;
import dev.weir.bgp.type.Community;
import dev.weir.bgp.type.Negotiated;
import dev.weir.bgp.type.Origin;
import dev.weir.bgp.wire.Capability;
import dev.weir.bgp.wire.CapabilityCode;
import dev.weir.bgp.wire.Keepalive;
import dev.weir.bgp.wire.Message;
import dev.weir.bgp.wire.NotificationView;
import dev.weir.bgp.wire.Open;
import dev.weir.bgp.wire.RouteRefreshView;
import dev.weir.bgp.wire.UpdateView;
import dev.weir.inet.Asn;
import dev.weir.inet.Ipv4Address;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MessageItemsTest {
  private static UpdateView update(PathAttributes attributes, String announced, Negotiated under) {
    Octets octets = attributes.octets();
    OctetsWriter out = new OctetsWriter().u16(0).u16(octets.length()).octets(octets);
    UpdateView view = UpdateView.read(out.octets(Octets.parseHex(announced)).toOctets(), under);
    assertThat(view).isNotNull();
    return view;
  }

  private static AttributesBuilder usual() {
    return new AttributesBuilder()
        .origin(Origin.IGP)
        .asPath(AsPath.sequence(new Asn(65_000), Asn.of(4_200_000_000L)))
        .nextHop(Ipv4Address.parse("192.0.2.1"));
  }

  @Test
  void updatesAreLines() {
    PathAttributes attributes =
        usual()
            .add(Community.parse("no-export"))
            .add(Community.parse("65000:1"))
            .set(
                new PathAttribute.Aggregator(new Asn(65_000), Ipv4Address.parse("192.0.2.9"), true))
            .set(
                new PathAttribute.Reachable(
                    AfiSafi.IPV6_UNICAST,
                    Octets.parseHex("20010db8000000000000000000000001"),
                    0,
                    Octets.parseHex("2020010db8" + "3020010db80001")))
            .build();
    UpdateView view = update(attributes, "18c63364", Negotiated.USUAL);
    assertThat(ItemText.print(MessageItems.of(view)))
        .isEqualTo(
            """
            UPDATE
              attributes
                MP_REACH_NLRI
                  family: ipv6-unicast
                  next hop: 2001:db8::1
                  routes: 2001:db8::/32, 2001:db8:1::/48
                ORIGIN: igp
                AS_PATH: 65000 4200000000
                NEXT_HOP: 192.0.2.1
                AGGREGATOR
                  as: 65000
                  address: 192.0.2.9
                COMMUNITIES: no-export 65000:1
              announced: 198.51.100.0/24
            """);
  }

  @Test
  void updatesAreJson() {
    UpdateView view =
        update(
            usual().build(),
            "0000000718c63364",
            Negotiated.USUAL.withAddPath(Set.of(AfiSafi.IPV4_UNICAST)));
    assertThat(ItemJson.print(MessageItems.of(view)))
        .isEqualTo(
            "{\"type\":\"UPDATE\",\"length\":55,\"attributes\":["
                + "{\"attribute\":\"ORIGIN\",\"code\":1,\"flags\":[\"well-known\",\"transitive\"],"
                + "\"value\":\"igp\"},"
                + "{\"attribute\":\"AS_PATH\",\"code\":2,\"flags\":[\"well-known\",\"transitive\"],\"value\":\"65000"
                + " 4200000000\",\"segments\":[{\"segment\":\"sequence\","
                + "\"asns\":[65000,4200000000]}]},"
                + "{\"attribute\":\"NEXT_HOP\",\"code\":3,\"flags\":[\"well-known\",\"transitive\"],\"value\":\"192.0.2.1\"}],\"announced\":[{\"route\":\"198.51.100.0/24"
                + " path-id 7\",\"path_id\":7,\"prefix\":\"198.51.100.0/24\"}]}");
  }

  @Test
  void opensAreLines() {
    Open open =
        Open.of(
            Asn.of(4_200_000_000L),
            90,
            Ipv4Address.parse("192.0.2.1"),
            List.of(
                new Capability.Multiprotocol(AfiSafi.IPV6_UNICAST),
                new Capability.Flag(CapabilityCode.ROUTE_REFRESH),
                new Capability.GracefulRestart(
                    8, 120, List.of(new Capability.KeptFamily(AfiSafi.IPV4_UNICAST, 0x80))),
                new Capability.AddPath(
                    List.of(new Capability.AddPathEntry(AfiSafi.IPV4_UNICAST, 3))),
                new Capability.SoftwareVersion(Octets.parseHex("1b5b316d")),
                new Capability.Raw(240, Octets.parseHex("0102"))));
    assertThat(ItemText.print(MessageItems.of(open.toView())))
        .isEqualTo(
            """
            OPEN
              version: 4
              as: 23456
              hold time: 90
              identifier: 192.0.2.1
              capabilities
                multiprotocol: ipv6-unicast
                route-refresh
                graceful-restart
                  restarted: yes
                  notification: no
                  restart time: 120
                  entries
                    ipv4-unicast
                      forwarding: yes
                add-path
                  entries
                    ipv4-unicast: send-receive
                software-version: \\u001b[1m
                capability-240: 0102
            """);
  }

  @Test
  void findingsStandBelowTheMessage() {
    PathAttributes broken = new PathAttributes(Octets.parseHex("40010103"), true);
    UpdateView view = update(broken, "18c63364", Negotiated.USUAL);
    UpdateCheck check = UpdateCheck.of(view, PeerContext.UNKNOWN);
    String text = ItemText.print(MessageItems.of(view, check));
    assertThat(text)
        .contains("ORIGIN: 03\n      malformed: yes\n")
        .contains("treatment: treat as withdraw\n  findings\n    ORIGIN\n")
        .contains("section: RFC 7606 section 7.1\n      offset: 23\n");
  }

  @Test
  void otherMessagesAreLinesToo() {
    assertThat(ItemText.print(MessageItems.of(Keepalive.INSTANCE))).isEqualTo("KEEPALIVE\n");
    assertThat(
            ItemText.print(
                MessageItems.of(RouteRefreshView.of(AfiSafi.EVPN, RouteRefreshView.END))))
        .isEqualTo("ROUTE-REFRESH\n  family: l2vpn-evpn\n  subtype: EoRR\n");
    assertThat(ItemText.print(MessageItems.of(NotificationView.shutdown(2, "bye"))))
        .contains("error: Cease\n  suberror: Administrative Shutdown\n  text: bye\n");
    Message torn = Message.read(Octets.parseHex("ffff"), Negotiated.USUAL);
    assertThat(ItemText.print(MessageItems.of(torn)))
        .contains("malformed: Message Header Error/Bad Message Length");
    assertThat(ItemText.print(MessageItems.of(update(PathAttributes.NONE, "", Negotiated.USUAL))))
        .isEqualTo("UPDATE\n  end of rib: ipv4-unicast\n");
  }
}
