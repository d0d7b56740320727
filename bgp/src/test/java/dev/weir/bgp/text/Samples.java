package dev.weir.bgp.text;

import dev.weir.bgp.octets.Octets;
import dev.weir.bgp.path.AsPath;
import dev.weir.bgp.path.AttributesBuilder;
import dev.weir.bgp.path.PathAttribute;
import dev.weir.bgp.path.Tlv;
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
import dev.weir.bgp.wire.UpdateBuilder;
import dev.weir.bgp.wire.UpdateView;
import dev.weir.inet.Asn;
import dev.weir.inet.Ipv4Address;
import dev.weir.inet.Ipv6Address;
import dev.weir.inet.Prefix4;
import dev.weir.inet.Prefix6;
import java.util.ArrayList;
import java.util.List;

/// Messages built here, to be shown to other programs.
final class Samples {
  static final Ipv4Address HOP = Ipv4Address.parse("192.0.2.1");
  static final Ipv6Address HOP6 = Ipv6Address.parse("2001:db8::1");
  static final Asn BIG = Asn.of(4_200_000_000L);

  private Samples() {}

  static Open open() {
    return Open.of(
        BIG,
        90,
        HOP,
        List.of(
            new Capability.Multiprotocol(AfiSafi.IPV4_UNICAST),
            new Capability.Multiprotocol(AfiSafi.IPV6_UNICAST),
            new Capability.Flag(CapabilityCode.ROUTE_REFRESH),
            new Capability.ExtendedNextHop(
                List.of(new Capability.NextHopEntry(AfiSafi.IPV4_UNICAST, 2))),
            new Capability.Flag(CapabilityCode.EXTENDED_MESSAGE),
            new Capability.Role(3),
            new Capability.GracefulRestart(
                8, 300, List.of(new Capability.KeptFamily(AfiSafi.IPV4_UNICAST, 0x80))),
            new Capability.FourOctetAsn(BIG),
            new Capability.AddPath(List.of(new Capability.AddPathEntry(AfiSafi.VPLS, 3))),
            new Capability.Flag(CapabilityCode.ENHANCED_ROUTE_REFRESH),
            new Capability.Fqdn(73, Octets.parseHex("7231"), Octets.parseHex("6578"))));
  }

  static AttributesBuilder attributes() {
    return new AttributesBuilder()
        .origin(Origin.EGP)
        .asPath(AsPath.sequence(new Asn(65_000), BIG, new Asn(64_500)))
        .med(7)
        .localPreference(120)
        .set(new PathAttribute.AtomicAggregate())
        .set(new PathAttribute.Aggregator(BIG, HOP, true))
        .set(new PathAttribute.OriginatorId(HOP))
        .set(new PathAttribute.ClusterList(List.of(HOP, Ipv4Address.parse("192.0.2.2"))))
        .set(new PathAttribute.OnlyToCustomer(new Asn(64_500)))
        .set(new PathAttribute.Aigp(List.of(new Tlv(1, Octets.parseHex("00000000000003e8")))))
        .add(Community.parse("65000:100"))
        .add(Community.parse("no-export"))
        .add(Community.parse("rt:65000:100"))
        .add(Community.parse("rt:4200000000:5"))
        .add(Community.parse("ro:192.0.2.1:7"))
        .add(Community.parse("4200000000:1:2"));
  }

  static List<UpdateView> updates() {
    List<UpdateView> all = new ArrayList<>();
    UpdateBuilder builder =
        new UpdateBuilder(Negotiated.USUAL)
            .attributes(attributes())
            .nextHop(HOP)
            .withdraw(AfiSafi.IPV4_UNICAST, new Prefix4(0x0a010000, 16), 0);
    for (int length = 0; length <= 32; length += 8) {
      builder.announce(
          AfiSafi.IPV4_UNICAST,
          new Prefix4(length == 0 ? 0 : 0xc6336401 & -1 << 32 - length, length),
          0);
    }
    all.addAll(builder.build());
    all.addAll(
        new UpdateBuilder(Negotiated.USUAL)
            .attributes(attributes())
            .nextHop(HOP6)
            .announce(AfiSafi.IPV6_UNICAST, new Prefix6(0x20010db8_00010000L, 0, 48), 0)
            .withdraw(AfiSafi.IPV6_UNICAST, new Prefix6(0x20010db8_00020000L, 0, 47), 0)
            .build());
    all.add(UpdateBuilder.endOfRib(AfiSafi.IPV4_UNICAST, Negotiated.USUAL));
    all.add(UpdateBuilder.endOfRib(AfiSafi.IPV6_UNICAST, Negotiated.USUAL));
    return all;
  }

  static List<Message> messages() {
    List<Message> all = new ArrayList<>();
    all.add(open().toView());
    all.add(Keepalive.INSTANCE);
    all.addAll(updates());
    all.add(RouteRefreshView.of(AfiSafi.IPV6_UNICAST, RouteRefreshView.REQUEST));
    all.add(NotificationView.shutdown(2, "good-bye"));
    return all;
  }
}
