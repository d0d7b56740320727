package dev.weir.bgp.bmp;

import static dev.weir.bgp.bmp.JsonTree.object;

import dev.weir.bgp.nlri.EvpnNlri;
import dev.weir.bgp.nlri.LabelStack;
import dev.weir.bgp.nlri.LabeledNlri;
import dev.weir.bgp.nlri.Nlri;
import dev.weir.bgp.nlri.NlriCursor;
import dev.weir.bgp.nlri.PrefixNlri;
import dev.weir.bgp.nlri.VpnNlri;
import dev.weir.bgp.octets.Octets;
import dev.weir.bgp.path.AsPath;
import dev.weir.bgp.path.CommunityList;
import dev.weir.bgp.path.PathAttribute;
import dev.weir.bgp.path.PrefixSid;
import dev.weir.bgp.path.RawAttribute;
import dev.weir.bgp.path.Tlv;
import dev.weir.bgp.type.AfiSafi;
import dev.weir.bgp.type.Community;
import dev.weir.bgp.type.ExtendedCommunity;
import dev.weir.bgp.type.Negotiated;
import dev.weir.bgp.type.Origin;
import dev.weir.bgp.type.RouteDistinguisher;
import dev.weir.bgp.type.StandardCommunity;
import dev.weir.bgp.wire.Capability;
import dev.weir.bgp.wire.CapabilityCode;
import dev.weir.bgp.wire.Keepalive;
import dev.weir.bgp.wire.Message;
import dev.weir.bgp.wire.NotificationView;
import dev.weir.bgp.wire.OpenView;
import dev.weir.bgp.wire.OptionalParameter;
import dev.weir.bgp.wire.UpdateView;
import dev.weir.inet.Ipv4Address;
import dev.weir.inet.Ipv6Address;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// BGP messages in the JSON form of NetGauze: the mapping that `docs/bgp/netgauze-captures.md`
/// writes down.
final class NetGauzeBgp {
  private NetGauzeBgp() {}

  static Object of(Message message, Negotiated negotiated) {
    return switch (message) {
      case Keepalive _ -> "KeepAlive";
      case OpenView open -> object("Open", open(open));
      case UpdateView update -> object("Update", update(update));
      case NotificationView notification -> notification(notification);
      default -> throw new AssertionError(message.toString());
    };
  }

  private static Object open(OpenView open) {
    List<@Nullable Object> parameters = new ArrayList<>();
    for (OptionalParameter parameter : open.parameters()) {
      List<@Nullable Object> capabilities = new ArrayList<>();
      parameter.capabilities().forEach(capability -> capabilities.add(capability(capability)));
      parameters.add(object("Capabilities", capabilities));
    }
    return object(
        "version", (long) open.version(),
        "my_as", (long) open.shortAsn(),
        "hold_time", (long) open.holdTime(),
        "bgp_id", open.identifier().toString(),
        "params", parameters);
  }

  static Object capability(Capability capability) {
    return switch (capability) {
      case Capability.Multiprotocol c ->
          object("MultiProtocolExtensions", object("address_type", family(c.family())));
      case Capability.Flag c -> flag(c.code());
      case Capability.FourOctetAsn c ->
          object("FourOctetAs", object("asn4", c.asn().bits() & 0xffff_ffffL));
      case Capability.ExtendedNextHop c -> {
        List<@Nullable Object> all = new ArrayList<>();
        for (Capability.NextHopEntry entry : c.entries()) {
          all.add(
              object(
                  "address_type",
                  family(entry.family()),
                  "next_hop_afi",
                  entry.nextHopAfi() == 2 ? "IPv6" : "IPv4"));
        }
        yield object("ExtendedNextHopEncoding", object("encodings", all));
      }
      case Capability.AddPath c -> {
        List<@Nullable Object> all = new ArrayList<>();
        for (Capability.AddPathEntry entry : c.entries()) {
          all.add(
              object(
                  "address_type", family(entry.family()),
                  "send", entry.isSender(),
                  "receive", entry.isReceiver()));
        }
        yield object("AddPath", object("address_families", all));
      }
      case Capability.GracefulRestart c -> {
        List<@Nullable Object> all = new ArrayList<>();
        for (Capability.KeptFamily entry : c.entries()) {
          all.add(
              object(
                  "forwarding_state", entry.hasForwarded(),
                  "address_type", family(entry.family())));
        }
        yield object(
            "GracefulRestartCapability",
            object(
                "restart",
                c.hasRestarted(),
                "graceful_notification",
                c.hasNotification(),
                "time",
                (long) c.seconds(),
                "address_families",
                all));
      }
      case Capability.LongLivedGracefulRestart c -> {
        List<@Nullable Object> all = new ArrayList<>();
        for (Capability.StaleFamily entry : c.entries()) {
          all.add(
              object(
                  "forwarding_state",
                  (entry.flags() & 0x80) != 0,
                  "address_type",
                  family(entry.family()),
                  "stale_time",
                  (long) entry.seconds()));
        }
        yield object("LongLivedGracefulRestart", object("address_families", all));
      }
      case Capability.Fqdn c ->
          object("Fqdn", object("hostname", c.host(), "domain_name", c.domain()));
      default ->
          object(
              "Unrecognized",
              object("code", (long) capability.code(), "value", octets(capability.value())));
    };
  }

  private static Object flag(int code) {
    return switch (code) {
      case CapabilityCode.ROUTE_REFRESH -> "RouteRefresh";
      case CapabilityCode.ROUTE_REFRESH_OLD -> "CiscoRouteRefresh";
      case CapabilityCode.ENHANCED_ROUTE_REFRESH -> "EnhancedRouteRefresh";
      case CapabilityCode.EXTENDED_MESSAGE -> "ExtendedMessage";
      default -> object("Unrecognized", object("code", (long) code, "value", List.of()));
    };
  }

  private static Object notification(NotificationView notification) {
    if (notification.code() == 6 && notification.subcode() == 4) {
      Object value = object("value", octets(notification.data()));
      return object("Notification", object("CeaseError", object("AdministrativeReset", value)));
    }
    throw new AssertionError(notification.toString());
  }

  private static Object update(UpdateView update) {
    Negotiated negotiated = update.negotiated();
    List<@Nullable Object> attributes = new ArrayList<>();
    for (RawAttribute raw : update.attributes().list()) {
      attributes.add(
          object(
              "optional", raw.isOptional(),
              "transitive", raw.isTransitive(),
              "partial", raw.isPartial(),
              "extended_length", (raw.flags() & RawAttribute.EXTENDED_LENGTH) != 0,
              "value", attribute(raw, negotiated)));
    }
    return object(
        "withdrawn_routes", routes(update.withdrawn(), AfiSafi.IPV4_UNICAST, negotiated),
        "path_attributes", attributes,
        "nlri", routes(update.announced(), AfiSafi.IPV4_UNICAST, negotiated));
  }

  private static Object attribute(RawAttribute raw, Negotiated negotiated) {
    return switch (PathAttribute.of(raw, negotiated.fourOctetAsn())) {
      case PathAttribute.RouteOrigin a ->
          object("Origin", a.origin() == Origin.INCOMPLETE ? "Incomplete" : a.origin().name());
      case PathAttribute.Path a ->
          object(
              "AsPath",
              object(
                  negotiated.fourOctetAsn() ? "As4PathSegments" : "As2PathSegments",
                  segments(a.path())));
      case PathAttribute.NextHop a -> object("NextHop", object("next_hop", a.address().toString()));
      case PathAttribute.MultiExitDisc a ->
          object("MultiExitDiscriminator", object("metric", a.metric() & 0xffff_ffffL));
      case PathAttribute.LocalPreference a ->
          object("LocalPreference", object("metric", a.preference() & 0xffff_ffffL));
      case PathAttribute.AtomicAggregate _ -> object("AtomicAggregate", null);
      case PathAttribute.Aggregator a ->
          object(
              "Aggregator",
              object(
                  a.fourOctet() ? "As4Aggregator" : "As2Aggregator",
                  object("asn", a.asn().bits() & 0xffff_ffffL, "origin", a.address().toString())));
      case PathAttribute.OriginatorId a -> object("Originator", a.id().toString());
      case PathAttribute.ClusterList a ->
          object("ClusterList", a.clusters().stream().map(Ipv4Address::toString).toList());
      case CommunityList a -> communities(a);
      case PathAttribute.Reachable a -> object("MpReach", reach(a, negotiated));
      case PathAttribute.Unreachable a ->
          object(
              "MpUnreach",
              object(kind(a.family()), object("nlri", routes(a.nlri(), a.family(), negotiated))));
      case PrefixSid a -> object("PrefixSegmentIdentifier", object("tlvs", segmentEntries(a)));
      default ->
          object(
              "UnknownAttribute", object("code", (long) raw.type(), "value", octets(raw.value())));
    };
  }

  private static Object segments(AsPath path) {
    List<@Nullable Object> all = new ArrayList<>();
    for (AsPath.Segments s = path.segments(); s.next(); ) {
      List<@Nullable Object> numbers = new ArrayList<>();
      for (int i = 0; i < s.count(); i++) {
        numbers.add(s.asn(i) & 0xffff_ffffL);
      }
      String kind = s.kind() == AsPath.AS_SEQUENCE ? "AsSequence" : "AsSet";
      all.add(object("segment_type", kind, "as_numbers", numbers));
    }
    return all;
  }

  private static Object communities(CommunityList list) {
    List<@Nullable Object> all = new ArrayList<>();
    for (Community community : list.communities()) {
      all.add(
          switch (community) {
            case StandardCommunity c -> c.bits() & 0xffff_ffffL;
            case ExtendedCommunity c -> extended(c);
            default -> throw new AssertionError(community.toString());
          });
    }
    boolean standard = list.type() == 8;
    return object(standard ? "Communities" : "ExtendedCommunities", object("communities", all));
  }

  private static Object extended(ExtendedCommunity community) {
    long bits = community.bits();
    switch ((int) (bits >>> 48)) {
      case 0x0002, 0x0003 -> {
        Object parts =
            object("global_admin", bits >>> 32 & 0xffff, "local_admin", bits & 0xffff_ffffL);
        String name = community.subtype() == 2 ? "RouteTarget" : "RouteOrigin";
        return object("TransitiveTwoOctet", object(name, parts));
      }
      case 0x0604 -> {
        Object parts =
            object("control_flags", bits >>> 32 & 0xffff, "l2_mtu", bits >>> 16 & 0xffff);
        return object("Evpn", object("EvpnL2Attribute", parts));
      }
      default -> {
        if (community.type() == 3) {
          Object parts =
              object(
                  "drop",
                  (bits >>> 47 & 1) != 0,
                  "bgp_router_id",
                  new Ipv4Address((int) bits).toString());
          return object("TransitiveOpaque", object("Upa", parts));
        }
        throw new AssertionError(community.toString());
      }
    }
  }

  private static Object reach(PathAttribute.Reachable reach, Negotiated negotiated) {
    Octets hop = reach.nextHop();
    Object routes = routes(reach.nlri(), reach.family(), negotiated);
    String kind = kind(reach.family());
    return switch (kind) {
      case "Ipv6Unicast" ->
          object(
              kind,
              object(
                  "next_hop_global",
                  address(hop, 0, 16),
                  "next_hop_local",
                  hop.length() == 32 ? address(hop, 16, 16) : null,
                  "nlri",
                  routes));
      case "Ipv4NlriMplsLabels" ->
          object(
              kind,
              object(
                  "next_hop",
                  address(hop, 0, hop.length()),
                  "next_hop_local",
                  null,
                  "nlri",
                  routes));
      case "L2Evpn" ->
          object(kind, object("next_hop", address(hop, 0, hop.length()), "nlri", routes));
      default -> object(kind, object("next_hop", distinguished(hop), "nlri", routes));
    };
  }

  private static Object distinguished(Octets hop) {
    Object distinguisher = distinguisher(new RouteDistinguisher(hop.i64(0)));
    if (hop.length() == 12) {
      return object("Ipv4", object("rd", distinguisher, "next_hop", address(hop, 8, 4)));
    }
    return object(
        "Ipv6",
        object(
            "rd",
            distinguisher,
            "next_hop",
            address(hop, 8, 16),
            "next_hop_local",
            hop.length() == 48 ? address(hop, 32, 16) : null));
  }

  private static String address(Octets octets, int at, int length) {
    return length == 4
        ? new Ipv4Address(octets.i32(at)).toString()
        : new Ipv6Address(octets.i64(at), octets.i64(at + 8)).toString();
  }

  private static Object routes(Octets nlri, AfiSafi family, Negotiated negotiated) {
    List<@Nullable Object> all = new ArrayList<>();
    NlriCursor cursor = NlriCursor.over(nlri, family, negotiated.hasPathIds(family));
    while (cursor.next()) {
      Long pathId = cursor.hasPathId() ? cursor.pathId() : null;
      all.add(route(pathId, cursor.nlri()));
    }
    return all;
  }

  private static Object route(@Nullable Long pathId, Nlri nlri) {
    return switch (nlri) {
      case PrefixNlri n -> object("path_id", pathId, "network", n.prefix().toString());
      case VpnNlri n ->
          object(
              "path_id", pathId,
              "rd", distinguisher(n.distinguisher()),
              "label_stack", labels(n.labels()),
              "network", n.prefix().toString());
      case LabeledNlri n ->
          object(
              "path_id", pathId,
              "labels", labels(n.labels()),
              "prefix", n.prefix().toString());
      case EvpnNlri.AutoDiscovery n -> {
        Octets octets = n.octets();
        Object parts =
            object(
                "rd", distinguisher(n.distinguisher()),
                "segment_id", octets(octets.slice(10, 10)),
                "tag", n.tag() & 0xffff_ffffL,
                "mpls_label", octets(octets.slice(24, 3)));
        yield object("path_id", pathId, "route", object("EthernetAutoDiscovery", parts));
      }
      default -> throw new AssertionError(nlri.toString());
    };
  }

  private static Object labels(LabelStack labels) {
    List<@Nullable Object> all = new ArrayList<>();
    for (int i = 0; i < labels.count(); i++) {
      all.add(octets(labels.octets().slice(3 * i, 3)));
    }
    return all;
  }

  static Object distinguisher(RouteDistinguisher distinguisher) {
    long bits = distinguisher.bits();
    return switch (distinguisher.type()) {
      case 0 ->
          object(
              "As2Administrator",
              object("asn2", bits >>> 32 & 0xffff, "number", bits & 0xffff_ffffL));
      case 1 ->
          object(
              "Ipv4Administrator",
              object(
                  "ip", new Ipv4Address((int) (bits >>> 16)).toString(), "number", bits & 0xffff));
      case 2 ->
          object(
              "As4Administrator",
              object("asn4", bits >>> 16 & 0xffff_ffffL, "number", bits & 0xffff));
      default -> throw new AssertionError(distinguisher.toString());
    };
  }

  private static Object segmentEntries(PrefixSid sid) {
    List<@Nullable Object> all = new ArrayList<>();
    for (Tlv entry : sid.entries()) {
      String name = entry.type() == PrefixSid.SRV6_L3_SERVICE ? "SRv6ServiceL3" : "SRv6ServiceL2";
      List<@Nullable Object> parts = new ArrayList<>();
      List<Tlv> inner = Tlv.readNarrow(entry.value().from(1));
      for (Tlv part : inner == null ? List.<Tlv>of() : inner) {
        parts.add(object("SRv6SIDInformation", information(part.value())));
      }
      all.add(object(name, object("reserved", (long) entry.value().u8(0), "subtlvs", parts)));
    }
    return all;
  }

  private static Object information(Octets value) {
    List<@Nullable Object> structures = new ArrayList<>();
    List<Tlv> inner = Tlv.readNarrow(value.from(21));
    for (Tlv part : inner == null ? List.<Tlv>of() : inner) {
      Octets s = part.value();
      structures.add(
          object(
              "SRv6SIDStructure",
              object(
                  "locator_block_len", (long) s.u8(0),
                  "locator_node_len", (long) s.u8(1),
                  "function_len", (long) s.u8(2),
                  "arg_len", (long) s.u8(3),
                  "transposition_len", (long) s.u8(4),
                  "transposition_offset", (long) s.u8(5))));
    }
    return object(
        "reserved1", (long) value.u8(0),
        "sid", address(value, 1, 16),
        "service_sid_flags", (long) value.u8(17),
        "endpoint_behaviour", (long) value.u16(18),
        "reserved2", (long) value.u8(20),
        "subsubtlvs", structures);
  }

  static List<@Nullable Object> octets(Octets octets) {
    List<@Nullable Object> all = new ArrayList<>();
    for (int i = 0; i < octets.length(); i++) {
      all.add((long) octets.u8(i));
    }
    return all;
  }

  static String family(AfiSafi family) {
    return switch (family.toString()) {
      case "ipv4-unicast" -> "Ipv4Unicast";
      case "ipv4-multicast" -> "Ipv4Multicast";
      case "ipv4-labeled" -> "Ipv4NlriMplsLabels";
      case "ipv4-vpn" -> "Ipv4MplsLabeledVpn";
      case "ipv6-unicast" -> "Ipv6Unicast";
      case "ipv6-labeled" -> "Ipv6NlriMplsLabels";
      case "ipv6-vpn" -> "Ipv6MplsLabeledVpn";
      case "l2vpn-evpn" -> "L2VpnBgpEvpn";
      default -> throw new AssertionError(family.toString());
    };
  }

  private static String kind(AfiSafi family) {
    return switch (family(family)) {
      case "Ipv4MplsLabeledVpn" -> "Ipv4MplsVpnUnicast";
      case "Ipv6MplsLabeledVpn" -> "Ipv6MplsVpnUnicast";
      case "L2VpnBgpEvpn" -> "L2Evpn";
      default -> family(family);
    };
  }
}
