package dev.weir.bgp.text;

import dev.weir.bgp.nlri.LinkStateTlvs;
import dev.weir.bgp.path.AsPath;
import dev.weir.bgp.path.AttributeType;
import dev.weir.bgp.path.CommunityList;
import dev.weir.bgp.path.PathAttribute;
import dev.weir.bgp.path.PrefixSid;
import dev.weir.bgp.path.RawAttribute;
import dev.weir.bgp.path.Tlv;
import dev.weir.bgp.path.TunnelEncapsulation;
import dev.weir.bgp.type.AfiSafi;
import dev.weir.bgp.type.Negotiated;
import dev.weir.bgp.wire.MpReach;
import dev.weir.inet.IpAddress;
import java.util.ArrayList;
import java.util.List;

/// Takes path attributes apart.
public final class AttributeItems {
  private AttributeItems() {}

  /// Takes an attribute apart.
  ///
  /// @param negotiated what it was sent under
  public static Item of(RawAttribute raw, Negotiated negotiated) {
    PathAttribute attribute = PathAttribute.of(raw, negotiated.fourOctetAsn());
    Item.Group group = Item.Group.of("attribute", AttributeType.name(raw.type()));
    group.quiet("code", raw.type());
    Item flags = Item.words(flags(raw));
    boolean known = AttributeType.flags(raw.type()) >= 0;
    if (known && (raw.flags() & ~RawAttribute.EXTENDED_LENGTH) == attribute.flags()) {
      group.quiet("flags", flags);
    } else {
      group.add("flags", flags);
    }
    describe(group, attribute, negotiated);
    return group;
  }

  private static List<String> flags(RawAttribute raw) {
    List<String> all = new ArrayList<>();
    all.add(raw.isOptional() ? "optional" : "well-known");
    all.add(raw.isTransitive() ? "transitive" : "non-transitive");
    if (raw.isPartial()) {
      all.add("partial");
    }
    if ((raw.flags() & RawAttribute.EXTENDED_LENGTH) != 0) {
      all.add("extended-length");
    }
    if ((raw.flags() & 0xf) != 0) {
      all.add("reserved-" + (raw.flags() & 0xf));
    }
    return all;
  }

  private static void describe(Item.Group group, PathAttribute attribute, Negotiated negotiated) {
    switch (attribute) {
      case PathAttribute.RouteOrigin a -> group.add("value", a.origin());
      case PathAttribute.Path a -> path(group, a.path());
      case PathAttribute.WidePath a -> path(group, a.path());
      case PathAttribute.NextHop a -> group.add("value", a.address());
      case PathAttribute.MultiExitDisc a -> unsigned(group, a.metric());
      case PathAttribute.LocalPreference a -> unsigned(group, a.preference());
      case PathAttribute.AtomicAggregate _ -> {}
      case PathAttribute.Aggregator a ->
          group.add("as", a.asn().number()).add("address", a.address());
      case PathAttribute.WideAggregator a ->
          group.add("as", a.asn().number()).add("address", a.address());
      case PathAttribute.OriginatorId a -> group.add("value", a.id());
      case PathAttribute.ClusterList a -> group.add("value", (Item) Item.words(a.clusters()));
      case PathAttribute.ClusterPath a -> group.add("value", (Item) Item.words(a.clusters()));
      case PathAttribute.Advertiser a -> group.add("value", a.address());
      case PathAttribute.Reachable a -> reachable(group, a, negotiated);
      case PathAttribute.Unreachable a ->
          group
              .add("family", a.family())
              .add("routes", NlriItems.of(a.nlri(), a.family(), negotiated.hasPathIds(a.family())));
      case PathAttribute.PmsiTunnel a ->
          group
              .add("flags_octet", a.bits())
              .add("tunnel", a.tunnelName())
              .quiet("tunnel_type", a.tunnelType())
              .add("label", a.label() >>> 4)
              .quiet("label_field", a.label())
              .add("identifier", a.identifier());
      case PathAttribute.Aigp a -> aigp(group, a);
      case PathAttribute.LinkState a ->
          group.add("entries", LinkStateItems.of(new LinkStateTlvs(a.value())));
      case PathAttribute.OnlyToCustomer a ->
          group.add("value", (Item) new Item.Count(a.asn().number()));
      case PathAttribute.AttributeSet a -> attributeSet(group, a);
      case PathAttribute.Connector a ->
          group.add("kind", a.kind()).add("identifier", a.identifier());
      case PathAttribute.LivenessDiscriminator a ->
          group
              .add("mode", a.mode())
              .add("discriminator", Integer.toUnsignedLong(a.discriminator()))
              .add("rest", a.rest());
      case PathAttribute.Unknown a -> group.add("value", a.value());
      case PathAttribute.Malformed a -> group.add("malformed", true).add("value", a.value());
      case CommunityList a -> group.add("value", (Item) Item.words(a.communities()));
      case PrefixSid a -> prefixSid(group, a);
      case TunnelEncapsulation a ->
          group.add("tunnels", a.tunnels().stream().map(AttributeItems::tunnel).toList());
    }
  }

  /// Sets in a set stay octets: nobody sends them, and they may be as deep as a message is long.
  private static void attributeSet(Item.Group group, PathAttribute.AttributeSet a) {
    List<Item> inner = new ArrayList<>();
    for (RawAttribute raw : a.attributes().list()) {
      boolean deeper = raw.type() == AttributeType.ATTR_SET;
      inner.add(
          deeper
              ? Item.Group.of("attribute", AttributeType.name(raw.type())).add("value", raw.value())
              : of(raw, Negotiated.USUAL));
    }
    group.add("as", a.asn().number()).add("attributes", inner);
  }

  private static void unsigned(Item.Group group, int number) {
    group.add("value", (Item) new Item.Count(Integer.toUnsignedLong(number)));
  }

  private static void path(Item.Group group, AsPath path) {
    group.add("value", path);
    List<Item> segments = new ArrayList<>();
    for (AsPath.Segments s = path.segments(); s.next(); ) {
      List<Item> asns = new ArrayList<>();
      for (int i = 0; i < s.count(); i++) {
        asns.add(new Item.Count(s.asn(i) & 0xffff_ffffL));
      }
      segments.add(Item.Group.of("segment", kind(s.kind())).add("asns", asns));
    }
    group.quiet("segments", new Item.Many(segments));
  }

  private static String kind(int kind) {
    return switch (kind) {
      case AsPath.AS_SET -> "set";
      case AsPath.AS_SEQUENCE -> "sequence";
      case AsPath.AS_CONFED_SEQUENCE -> "confederation-sequence";
      case AsPath.AS_CONFED_SET -> "confederation-set";
      default -> "kind-" + kind;
    };
  }

  private static void reachable(
      Item.Group group, PathAttribute.Reachable a, Negotiated negotiated) {
    AfiSafi family = a.family();
    group.add("family", family);
    MpReach reach = new MpReach(family, a.nextHop(), a.nlri());
    IpAddress address = reach.address();
    if (address != null) {
      group.add("next_hop", address);
    }
    IpAddress local = reach.linkLocal();
    if (local != null) {
      group.add("link_local", local);
    }
    if (address == null) {
      group.add("next_hop_octets", a.nextHop());
    } else {
      group.quiet("next_hop_octets", new Item.Word(a.nextHop().toString()));
    }
    if (a.reserved() != 0) {
      group.add("reserved", a.reserved());
    }
    group.add("routes", NlriItems.of(a.nlri(), family, negotiated.hasPathIds(family)));
  }

  private static void aigp(Item.Group group, PathAttribute.Aigp a) {
    if (a.entries().size() == 1 && a.entries().getFirst().value().length() == 8) {
      group.add("value", Long.toUnsignedString(a.metric()));
    } else {
      group.add("entries", raw(a.entries()));
    }
  }

  private static List<Item> raw(List<Tlv> entries) {
    return entries.stream()
        .map(e -> (Item) Item.Group.of("type", Integer.toString(e.type())).add("value", e.value()))
        .toList();
  }

  private static void prefixSid(Item.Group group, PrefixSid a) {
    if (a.labelIndex() >= 0) {
      group.add("label_index", a.labelIndex());
    }
    List<Item> blocks = new ArrayList<>();
    a.blocks()
        .forEach(
            b -> blocks.add(Item.Group.untitled().add("first", b.first()).add("count", b.count())));
    group.add("blocks", blocks);
    List<Item> services = new ArrayList<>();
    for (PrefixSid.Service service : a.services()) {
      Item.Group one = Item.Group.of("sid", service.sid().toString());
      one.add("behavior", service.behavior()).add("flags_octet", service.flags());
      if (!service.structure().isEmpty()) {
        one.add("structure", (Item) Item.counts(service.structure()));
      }
      services.add(one);
    }
    group.add("services", services);
    List<Item> entries = new ArrayList<>();
    for (Tlv e : a.entries()) {
      entries.add(
          Item.Group.of("entry", PrefixSid.entryName(e.type()))
              .quiet("code", e.type())
              .add("value", e.value()));
    }
    group.add("entries", entries);
  }

  private static Item tunnel(TunnelEncapsulation.Tunnel tunnel) {
    Item.Group group = Item.Group.of("tunnel", tunnel.name()).quiet("code", tunnel.type());
    if (tunnel.egress() != null) {
      group.add("egress", String.valueOf(tunnel.egress()));
    }
    if (tunnel.color() >= 0) {
      group.add("color", tunnel.color());
    }
    List<Item> parts = new ArrayList<>();
    for (Tlv part : tunnel.parts()) {
      parts.add(
          Item.Group.of("part", TunnelEncapsulation.partName(part.type()))
              .quiet("code", part.type())
              .add("value", part.value()));
    }
    return group.add("parts", parts);
  }
}
