package dev.weir.bgp.vectors;

import static dev.weir.bgp.vectors.Json.number;

import dev.weir.bgp.nlri.LinkStateTlvs;
import dev.weir.bgp.octets.Octets;
import dev.weir.bgp.path.AsPath;
import dev.weir.bgp.path.CommunityList;
import dev.weir.bgp.path.PathAttribute;
import dev.weir.bgp.path.PrefixSid;
import dev.weir.bgp.path.RawAttribute;
import dev.weir.bgp.path.Tlv;
import dev.weir.bgp.path.TunnelEncapsulation;
import dev.weir.bgp.type.Community;
import dev.weir.bgp.type.ExtendedCommunity;
import dev.weir.bgp.type.Ipv6ExtendedCommunity;
import dev.weir.bgp.type.LargeCommunity;
import dev.weir.bgp.type.StandardCommunity;
import dev.weir.inet.Ipv4Address;
import dev.weir.inet.Ipv6Address;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Our path attributes in the form that ExaBGP gives them.
final class ExaAttributes {
  private ExaAttributes() {}

  static Map<String, Object> all(List<RawAttribute> attributes, boolean fourOctetAsn) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (RawAttribute raw : attributes) {
      add(PathAttribute.of(raw, fourOctetAsn), map);
    }
    return map;
  }

  private static void add(PathAttribute attribute, Map<String, Object> map) {
    switch (attribute) {
      case PathAttribute.RouteOrigin one ->
          map.put("origin", one.origin().toString().toLowerCase(Locale.ROOT));
      case PathAttribute.Path one -> {
        if (one.path().count() > 0) {
          map.put("as-path", path(one.path()));
        }
      }
      case PathAttribute.MultiExitDisc one ->
          map.put("med", number(Integer.toUnsignedLong(one.metric())));
      case PathAttribute.LocalPreference one ->
          map.put("local-preference", number(Integer.toUnsignedLong(one.preference())));
      case PathAttribute.AtomicAggregate _ -> map.put("atomic-aggregate", true);
      case PathAttribute.Aggregator one ->
          map.put("aggregator", one.asn().number() + ":" + one.address());
      case PathAttribute.OriginatorId one -> map.put("originator-id", one.id().toString());
      case PathAttribute.ClusterList one ->
          map.put("cluster-list", one.clusters().stream().map(Ipv4Address::toString).toList());
      case CommunityList one -> communities(one, map);
      case PathAttribute.LinkState one ->
          map.put("bgp-ls", ExaLinkState.attribute(new LinkStateTlvs(one.value())));
      case PrefixSid one -> map.put("bgp-prefix-sid", prefixSid(one));
      case TunnelEncapsulation one -> map.put("tunnel-encap", tunnels(one));
      case PathAttribute.NextHop _, PathAttribute.Reachable _, PathAttribute.Unreachable _ -> {}
      case PathAttribute.Unknown one ->
          map.put(
              String.format(Locale.ROOT, "attribute-0x%02X-0x%02X", one.type(), one.flags()),
              "0x" + one.value().toString().toUpperCase(Locale.ROOT));
      case PathAttribute.WidePath _,
          PathAttribute.WideAggregator _,
          PathAttribute.PmsiTunnel _,
          PathAttribute.Aigp _,
          PathAttribute.OnlyToCustomer _,
          PathAttribute.AttributeSet _,
          PathAttribute.Connector _,
          PathAttribute.Advertiser _,
          PathAttribute.ClusterPath _,
          PathAttribute.LivenessDiscriminator _,
          PathAttribute.Malformed _ ->
          map.put("unmapped", attribute.toString());
    }
  }

  private static Map<String, Object> path(AsPath path) {
    Map<String, Object> map = new LinkedHashMap<>();
    AsPath.Segments segments = path.segments();
    while (segments.next()) {
      List<Object> asns = new ArrayList<>();
      for (int i = 0; i < segments.count(); i++) {
        asns.add(number(Integer.toUnsignedLong(segments.asn(i))));
      }
      String kind = segments.kind() == AsPath.AS_SEQUENCE ? "as-sequence" : "as-set";
      map.put(Integer.toString(map.size()), Json.of("element", kind, "value", asns));
    }
    return map;
  }

  private static void communities(CommunityList list, Map<String, Object> map) {
    List<Object> all = new ArrayList<>();
    String name = "community";
    for (Community community : list.communities()) {
      switch (community) {
        case StandardCommunity one -> all.add(List.of(number(one.asn()), number(one.value())));
        case LargeCommunity one -> {
          name = "large-community";
          all.add(
              List.of(
                  number(one.asn().number()),
                  number(Integer.toUnsignedLong(one.first())),
                  number(Integer.toUnsignedLong(one.second()))));
        }
        case ExtendedCommunity one -> {
          name = "extended-community";
          all.add(Json.of("value", Json.unsigned(one.bits()), "string", ExaCommunity.text(one)));
        }
        case Ipv6ExtendedCommunity one -> {
          name = "extended-community-ipv6";
          byte[] octets = new byte[20];
          one.write(octets, 0);
          all.add(
              Json.of(
                  "value",
                  Json.strip(new BigDecimal(new BigInteger(1, octets))),
                  "string",
                  "redirect-to-nexthop-ietf " + one.address()));
        }
      }
    }
    map.put(name, all);
  }

  private static Map<String, Object> prefixSid(PrefixSid attribute) {
    Map<String, Object> map = new LinkedHashMap<>();
    if (attribute.labelIndex() >= 0) {
      map.put("sr-label-index", number(attribute.labelIndex()));
    }
    List<Object> blocks = new ArrayList<>();
    attribute.blocks().forEach(b -> blocks.add(List.of(number(b.first()), number(b.count()))));
    if (!blocks.isEmpty()) {
      map.put("sr-srgbs", blocks);
    }
    List<Object> services = new ArrayList<>();
    attribute.services().forEach(service -> services.add(service(service)));
    if (!services.isEmpty()) {
      map.put("l3-service", services);
    }
    return map;
  }

  private static Map<String, Object> service(PrefixSid.Service service) {
    Map<String, Object> map =
        Json.of(
            "sid",
            service.sid().toString(),
            "flags",
            service.flags(),
            "endpoint_behavior",
            service.behavior());
    List<Integer> parts = service.structure();
    if (!parts.isEmpty()) {
      map.put(
          "structure",
          Json.of(
              "locator-block-length",
              parts.get(0),
              "locator-node-length",
              parts.get(1),
              "function-length",
              parts.get(2),
              "argument-length",
              parts.get(3),
              "transposition-length",
              parts.get(4),
              "transposition-offset",
              parts.get(5)));
    }
    return map;
  }

  private static Map<String, Object> tunnels(TunnelEncapsulation attribute) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (TunnelEncapsulation.Tunnel tunnel : attribute.tunnels()) {
      map.put(tunnel.name(), policy(tunnel.parts()));
    }
    return map;
  }

  /// A candidate path: RFC 9830 section 2.4.
  private static Map<String, Object> policy(List<Tlv> parts) {
    Map<String, Object> map = new LinkedHashMap<>();
    List<Object> lists = new ArrayList<>();
    for (Tlv part : parts) {
      Octets value = part.value();
      switch (TunnelEncapsulation.partName(part.type())) {
        case "preference" -> map.put("preference", number(value.u32(2)));
        case "binding-sid" ->
            map.put("binding-sid", Json.of("type", "mpls", "label", value.i32(2) >>> 12));
        case "srv6-binding-sid" ->
            map.put("srv6-binding-sid", new Ipv6Address(value.i64(2), value.i64(10)).toString());
        case "policy-name" -> map.put("policy-name", text(value.from(1)));
        case "candidate-path-name" -> map.put("candidate-path-name", text(value.from(1)));
        case "segment-list" -> lists.add(segments(value.from(1)));
        default -> map.put("unmapped", part.toString());
      }
    }
    map.put("segment-lists", lists);
    return map;
  }

  private static String text(Octets octets) {
    return new String(octets.toBytes(), StandardCharsets.UTF_8);
  }

  private static Map<String, Object> segments(Octets octets) {
    Map<String, Object> map = new LinkedHashMap<>();
    List<Object> segments = new ArrayList<>();
    for (int at = 0; at < octets.length(); at += 2 + octets.u8(at + 1)) {
      Octets value = octets.slice(at + 2, octets.u8(at + 1));
      switch (octets.u8(at)) {
        case 9 -> map.put("weight", number(value.u32(2)));
        case 1 -> segments.add(label(value.i32(2)));
        case 13 -> segments.add(sid(value));
        default -> map.put("unmapped", value.toString());
      }
    }
    map.put("segments", segments);
    return map;
  }

  private static Map<String, Object> label(int entry) {
    return Json.of(
        "type",
        "A",
        "label",
        entry >>> 12,
        "tc",
        entry >>> 9 & 7,
        "s",
        (entry & 0x100) != 0,
        "ttl",
        entry & 0xff);
  }

  private static Map<String, Object> sid(Octets value) {
    Map<String, Object> map =
        Json.of("type", "B", "sid", new Ipv6Address(value.i64(2), value.i64(10)).toString());
    if (value.length() > 18) {
      map.put(
          "endpoint-behavior",
          Json.of(
              "behavior",
              value.u16(18),
              "lb-length",
              value.u8(22),
              "ln-length",
              value.u8(23),
              "fun-length",
              value.u8(24),
              "arg-length",
              value.u8(25)));
    }
    return map;
  }
}
