package dev.weir.bgp.filter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.bgp.bmp.BmpMessage;
import dev.weir.bgp.octets.Octets;
import dev.weir.bgp.path.AttributeType;
import dev.weir.bgp.path.PathAttributes;
import dev.weir.bgp.rib.RovState;
import dev.weir.bgp.rpki.Aspa;
import dev.weir.bgp.rpki.AspaSet;
import dev.weir.bgp.rpki.Vrp;
import dev.weir.bgp.rpki.VrpSet;
import dev.weir.bgp.type.AfiSafi;
import dev.weir.bgp.type.Negotiated;
import dev.weir.bgp.wire.UpdateView;
import dev.weir.inet.Asn;
import dev.weir.inet.IpAddress;
import dev.weir.inet.Prefix;
import dev.weir.roto.source.SourceTree;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PolicyHooksTest {
  private static final PolicyRuntime RUNTIME = PolicyRuntime.standard();
  private static final IngressInfo PEER =
      IngressInfo.of(IpAddress.parse("192.0.2.1"), new Asn(64496));

  private final List<LogRecord> written = new ArrayList<>();
  private final List<PolicyFault> faults = new ArrayList<>();
  private Globals globals = Globals.of(written::add);

  private PolicyHooks hooks(String text) {
    Policy policy = Policy.of(RUNTIME.compile(SourceTree.of("a.roto", text)).orThrow());
    policy.fillLists(globals);
    return policy.hooks(globals, OnFault.reject(faults::add));
  }

  /// Announces 10.1.0.0/16, 10.2.0.0/16 and 2001:db8::/32; withdraws 10.3.0.0/16.
  private static UpdateView update() {
    PathAttributes set =
        Attributes.set()
            .raw(
                0x80,
                AttributeType.MP_REACH_NLRI,
                "0002 01 10 20010db8000000000000000000000001 00 20 20010db8")
            .origin(0)
            .path(64496, 3356, 15169)
            .nextHop("c0000201")
            .communities("ffffff01")
            .raw(0xc0, AttributeType.LARGE_COMMUNITIES, "0000fde8 00000001 00000002")
            .build();
    String hex =
        "0003 10 0a03 "
            + "%04x".formatted(set.octets().length())
            + set.octets()
            + "10 0a01 10 0a02";
    return UpdateView.read(Octets.parseHex(hex.replace(" ", "")), Negotiated.USUAL);
  }

  private static BmpMessage monitoring() {
    Octets body = update().body();
    String bgp = "ff".repeat(16) + "%04x".formatted(19 + body.length()) + "02" + body;
    String peer =
        "00 00 0000000000000000 000000000000000000000000c0000201 0000fbf0 0a000001 00000000"
            + " 00000000";
    String rest = peer.replace(" ", "") + bgp;
    String whole = "03" + "%08x".formatted(6 + rest.length() / 2) + "00" + rest;
    return BmpMessage.read(Octets.parseHex(whole));
  }

  @Test
  void aHookThatIsNotThereAcceptsEverything() {
    PolicyHooks hooks = hooks("fn other() {}");
    assertThat(hooks.bgpIn(BgpMessage.of(update()), PEER)).isTrue();
    assertThat(hooks.ribInPre(new Route())).isTrue();
    assertThat(hooks.ribInPost(new Route())).isTrue();
    assertThat(hooks.vrpUpdate(new VrpUpdate(Prefix.parse("10.0.0.0/8"), 8, new Asn(1), true)))
        .isTrue();
  }

  @Test
  void messagesAreAskedAbout() {
    PolicyHooks hooks =
        hooks(
            """
            filter bgp_in(msg: BgpMsg, ingress: IngressInfo) {
              if msg.announcements_count() == 3 && msg.withdrawals_count() == 1
                && msg.aspath_contains(AS3356) && msg.match_aspath_origin(AS15169)
                && msg.aspath_origin() == Some(AS15169) && msg.contains_community(NO_EXPORT)
                && msg.contains_large_community(LargeCommunity.from("65000:1:2"))
                && msg.has_attribute(14) && msg.end_of_rib().is_none()
                && msg.attributes().otc().is_none() && msg.as_path().is_some()
                && msg.fmt_pcap().starts_with("000000 ff ff")
                && ingress.peer_asn() == AS64496 { accept }
              reject
            }
            """);
    assertThat(hooks.bgpIn(BgpMessage.of(update()), PEER)).isTrue();
    UpdateView marker = UpdateView.read(Octets.parseHex("00000000"), Negotiated.USUAL);
    assertThat(hooks.bgpIn(BgpMessage.of(marker), PEER)).isFalse();
    assertThat(faults).isEmpty();
  }

  @Test
  void monitoringMessagesAreAskedAbout() {
    PolicyHooks hooks =
        hooks(
            """
            filter bmp_in(msg: BmpMsg) {
              if msg.is_route_monitoring() && !msg.is_peer_up() && !msg.is_peer_down()
                && msg.is_ibgp(AS64496) && msg.peer_asn() == Some(AS64496)
                && msg.peer_address() == Some(192.0.2.1) && !msg.is_post_policy()
                && msg.message_type() == 0 && msg.announcements_count() == 3
                && msg.withdrawals_count() == 1 && msg.match_aspath_origin(AS15169)
                && msg.aspath_contains(AS3356) && msg.contains_community(NO_EXPORT)
                && msg.has_attribute(2) && msg.aspath_origin().is_some()
                && msg.contains_large_community(LargeCommunity.from("65000:1:2")) { accept }
              reject
            }
            """);
    assertThat(hooks.bmpIn(MonitoringMessage.of(monitoring(), Negotiated.USUAL), PEER)).isTrue();
    BmpMessage initiation = BmpMessage.read(Octets.parseHex("030000000604"));
    assertThat(hooks.bmpIn(MonitoringMessage.of(initiation, Negotiated.USUAL), PEER)).isFalse();
    assertThat(faults).isEmpty();
  }

  @Test
  void entriesGatherWhatAMessageSays() {
    hooks(
            """
            filter bgp_in(msg: BgpMsg) {
              output.entry().log_all(msg);
              output.write_entry();
              output.entry().custom("mine");
              output.write_entry();
              output.log_custom(7, 4294967295);
              output.log_matched_community(NO_PEER);
              accept
            }
            """)
        .bgpIn(BgpMessage.of(update()), PEER);
    assertThat(written)
        .containsExactly(
            new LogRecord.Entry(
                new Asn(15169),
                new Asn(64496),
                3,
                2L,
                1L,
                new LogRecord.Reach(AfiSafi.IPV6_UNICAST, 1),
                null),
            new LogRecord.Printed("mine", false),
            new LogRecord.Custom(7, 4294967295L),
            new LogRecord.MatchedCommunity(dev.weir.bgp.type.StandardCommunity.NO_PEER));
  }

  @Test
  void listsAreFilledOnceAndReadByAll() {
    PolicyHooks hooks =
        hooks(
            """
            fn compile_lists() {
              asn_lists.add("mine", "AS64496, 64500-64510 # ours");
              prefix_lists.add("net", "10.0.0.0/8 ge 16 le 24 2001:db8::/32");
              community_lists.add("marks", "65535:* 65000:1:2");
            }
            filter rib_in_pre(route: Route) {
              if asn_lists.contains("mine", AS64505) && !asn_lists.contains("mine", AS64511)
                && asn_lists.contains_origin("mine", route.origin_as())
                && !asn_lists.contains("other", AS64496) && asn_lists.has("mine")
                && prefix_lists.contains("net", route.prefix())
                && !prefix_lists.contains("net", 10.0.0.0/8)
                && prefix_lists.covers("net", 10.1.2.3/32) && prefix_lists.has("net")
                && community_lists.matches("marks", route) && !community_lists.has("x") { accept }
              reject
            }
            """);
    PathAttributes set = Attributes.set().path(64496).communities("ffff0001").build();
    Route route = Route.of(PEER, set, AfiSafi.IPV4_UNICAST, Prefix.parse("10.1.0.0/16"));
    assertThat(hooks.ribInPre(route)).isTrue();
    assertThat(faults).isEmpty();
  }

  @Test
  void originsAreValidatedAndTheOutcomeIsKept() {
    globals =
        globals.withRpki(
            Rpki.of(
                VrpSet.of(List.of(new Vrp(Prefix.parse("10.0.0.0/8"), 16, new Asn(15169)))),
                AspaSet.of(List.of(Aspa.of(new Asn(15169), List.of(new Asn(3356)))))));
    PolicyHooks hooks =
        hooks(
            """
            filter rib_in_pre(route: Route) {
              if !route.rov_status().is_not_checked() { reject }
              let status = rpki.check_rov(route);
              if rpki.check_aspa_upstream(route).is_invalid() { reject }
              if rpki.check_aspa_downstream(Route.withdrawn(10.0.0.0/8)) != AspaStatus.Unknown { reject }
              if status == route.rov_status() && status.is_valid() { accept }
              reject
            }
            """);
    Prefix prefix = Prefix.parse("10.1.0.0/16");
    Route route =
        Route.of(
            IngressInfo.of(IpAddress.parse("192.0.2.2"), new Asn(3356)),
            Attributes.set().path(3356, 15169).build(),
            AfiSafi.IPV4_UNICAST,
            prefix);
    assertThat(hooks.ribInPre(route)).isTrue();
    assertThat(route.rovStatus()).isEqualTo(RovState.VALID);
    PathAttributes leaked = Attributes.set().path(64496, 15169).build();
    assertThat(hooks.ribInPre(Route.of(PEER, leaked, AfiSafi.IPV4_UNICAST, prefix))).isFalse();
    route = Route.of(PEER, PathAttributes.NONE, AfiSafi.IPV4_UNICAST, prefix);
    assertThat(hooks.ribInPre(route)).isFalse();
    assertThat(route.rovStatus()).isEqualTo(RovState.INVALID);
  }

  @Test
  void payloadsAndValidatedRoutesAreAskedAbout() {
    PolicyHooks hooks =
        hooks(
            """
            filter vrp_update(vrp: VrpUpdate) {
              if vrp.asn() == AS64496 && vrp.prefix() == 10.0.0.0/8 && vrp.max_len() == 24
                && vrp.is_announcement() && vrp.fmt() == "announce 10.0.0.0/8-24 AS64496" { accept }
              reject
            }
            fn rib_in_rov_status_update(status: RovStatusUpdate) {
              if status.has_changed() && status.peer_asn() == AS1 && status.origin().is_none()
                && status.previous_status().is_not_found() && status.current_status().is_invalid() {
                output.print(f"{status.prefix()} {status.fmt()}");
              }
            }
            """);
    Prefix prefix = Prefix.parse("10.0.0.0/8");
    assertThat(hooks.vrpUpdate(new VrpUpdate(prefix, 24, new Asn(64496), true))).isTrue();
    assertThat(hooks.vrpUpdate(new VrpUpdate(prefix, 24, new Asn(64496), false))).isFalse();
    hooks.rovStatusUpdate(
        new RovStatusUpdate(prefix, null, new Asn(1), RovState.NOT_FOUND, RovState.INVALID));
    assertThat(written)
        .containsExactly(
            new LogRecord.Printed("10.0.0.0/8 10.0.0.0/8 from AS1: not-found -> invalid", false));
  }

  @Test
  void aStoppedHookIsReported() {
    PolicyHooks hooks =
        hooks("filter bgp_in(msg: BgpMsg) { asn_lists.add(\"a\", \"nonsense\"); accept }");
    assertThat(hooks.bgpIn(BgpMessage.of(update()), PEER)).isFalse();
    assertThat(faults)
        .singleElement()
        .asString()
        .startsWith("a.roto:1:")
        .contains("message from 192.0.2.1 AS64496: rejected");
  }
}
