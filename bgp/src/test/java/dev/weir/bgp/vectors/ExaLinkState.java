package dev.weir.bgp.vectors;

import static dev.weir.bgp.vectors.Json.number;
import static dev.weir.bgp.vectors.Json.unsigned;

import dev.weir.bgp.nlri.LinkStateContent;
import dev.weir.bgp.nlri.LinkStateNlri;
import dev.weir.bgp.nlri.LinkStateTlv;
import dev.weir.bgp.nlri.LinkStateTlvs;
import dev.weir.bgp.nlri.LinkStateType;
import dev.weir.bgp.octets.Octets;
import dev.weir.inet.Ipv4Address;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Our link-state routes and attribute in the form that ExaBGP gives them.
final class ExaLinkState {
  private ExaLinkState() {}

  static Map<String, Object> route(LinkStateNlri.Part part, String nextHop) {
    Map<String, Object> map =
        Json.of("l3-routing-topology", unsigned(part.identifier()), "protocol-id", part.protocol());
    List<Object> local = node(part.localNode());
    switch (part.kind()) {
      case LinkStateNlri.LINK -> {
        map.put("ls-nlri-type", "bgpls-link");
        map.put("local-node-descriptors", local);
        map.put("remote-node-descriptors", node(part.remoteNode()));
        map.put("interface-addresses", addresses(part, 259, 261));
        map.put("neighbor-addresses", addresses(part, 260, 262));
        map.put("multi-topology-ids", topologies(part));
        map.put("link-identifiers", identifiers(part));
      }
      case LinkStateNlri.NODE -> {
        map.put("ls-nlri-type", "bgpls-node");
        map.put("node-descriptors", local);
        map.put("nexthop", nextHop);
      }
      default -> {
        map.put("ls-nlri-type", "bgpls-prefix-v" + (part.kind() == 3 ? 4 : 6));
        map.put("node-descriptors", local);
        map.put("ip-reachability-tlv", String.valueOf(part.prefix()));
        map.put("ip-reach-prefix", String.valueOf(part.prefix()));
        map.put("nexthop", nextHop);
      }
    }
    return map;
  }

  private static List<Object> node(LinkStateTlvs tlvs) {
    List<Object> all = new ArrayList<>();
    for (LinkStateTlv tlv : tlvs.list()) {
      LinkStateContent content = tlv.content();
      all.add(
          switch (tlv.type()) {
            case LinkStateType.AUTONOMOUS_SYSTEM -> Json.of("autonomous-system", numeral(content));
            case LinkStateType.LS_IDENTIFIER -> Json.of("bgp-ls-identifier", content.toString());
            case LinkStateType.OSPF_AREA -> Json.of("ospf-area-id", content.toString());
            case LinkStateType.IGP_ROUTER_ID -> router((LinkStateContent.RouterId) content);
            default -> Json.of("unmapped", tlv.toString());
          });
    }
    return all;
  }

  private static Map<String, Object> router(LinkStateContent.RouterId id) {
    Octets octets = id.octets();
    return switch (octets.length()) {
      case 4 -> Json.of("router-id", id.toString());
      case 7 -> Json.of("router-id", octets.toString(), "psn", Integer.toString(octets.u8(6)));
      case 8 ->
          Json.of(
              "router-id",
              new Ipv4Address(octets.i32(0)).toString(),
              "designated-router-id",
              new Ipv4Address(octets.i32(4)).toString());
      default -> Json.of("router-id", octets.toString());
    };
  }

  private static List<Object> addresses(LinkStateNlri.Part part, int ipv4, int ipv6) {
    List<Object> all = new ArrayList<>();
    for (LinkStateTlv tlv : part.descriptors().list()) {
      if (tlv.type() == ipv4 || tlv.type() == ipv6) {
        all.add(tlv.content().toString());
      }
    }
    return all;
  }

  private static List<Object> topologies(LinkStateNlri.Part part) {
    LinkStateTlv tlv = part.descriptors().first(LinkStateType.MULTI_TOPOLOGY);
    List<Object> all = new ArrayList<>();
    if (tlv != null) {
      ((LinkStateContent.Numerals) tlv.content()).values().forEach(n -> all.add(number(n)));
    }
    return all;
  }

  private static List<Object> identifiers(LinkStateNlri.Part part) {
    LinkStateTlv tlv = part.descriptors().first(LinkStateType.LINK_IDS);
    if (tlv == null) {
      return List.of();
    }
    LinkStateContent.LinkIds ids = (LinkStateContent.LinkIds) tlv.content();
    return List.of(
        Json.of(
            "link-local-id",
            unsignedInt(ids.local()),
            "link-remote-id",
            unsignedInt(ids.remote())));
  }

  static Map<String, Object> attribute(LinkStateTlvs tlvs) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (LinkStateTlv tlv : tlvs.list()) {
      switch (tlv.content()) {
        case LinkStateContent.Flags flags -> flags(tlv, flags.bits(), map);
        case LinkStateContent.Text text -> map.put("node-name", text.text());
        case LinkStateContent.Address address -> add(map, routers(tlv), address.toString());
        case LinkStateContent.Numeral numeral -> map.put(metric(tlv), number(numeral.value()));
        case LinkStateContent.Numerals numerals -> {
          List<Object> all = new ArrayList<>();
          numerals.values().forEach(n -> all.add(number(n)));
          map.put("sr-algorithms", all);
        }
        case LinkStateContent.Bandwidths bandwidths -> bandwidths(tlv, bandwidths, map);
        case LinkStateContent.LinkIds ids ->
            map.put(
                "link-local-remote-identifiers",
                Json.of(
                    "local-id", unsignedInt(ids.local()), "remote-id", unsignedInt(ids.remote())));
        case LinkStateContent.Composite composite -> composite(tlv, composite, map);
        case LinkStateContent.Raw raw -> raw(tlv, raw.octets(), map);
        case LinkStateContent.Depths _ -> raw(tlv, tlv.value(), map);
        case LinkStateContent.Triplets _,
            LinkStateContent.RouterId _,
            LinkStateContent.Reachability _ ->
            map.put("unmapped", tlv.toString());
      }
    }
    return map;
  }

  private static void composite(
      LinkStateTlv tlv, LinkStateContent.Composite content, Map<String, Object> map) {
    switch (content) {
      case LinkStateContent.SegmentRanges ranges
          when tlv.type() == LinkStateType.SR_CAPABILITIES -> {
        map.put("sr-capability-flags", bits(ranges.flags(), "I", "V"));
        List<Object> all = new ArrayList<>();
        ranges.ranges().forEach(r -> all.add(List.of(number(r.size()), number(r.first()))));
        map.put("sids", all);
      }
      case LinkStateContent.SegmentRanges _ -> raw(tlv, tlv.value(), map);
      case LinkStateContent.AdjacencySid sid ->
          add(
              map,
              "sr-adjs",
              Json.of(
                  "flags",
                  bits(sid.flags(), "F", "B", "V", "L", "S", "P"),
                  "sids",
                  List.of(number(sid.sid())),
                  "weight",
                  sid.weight(),
                  "undecoded-sids",
                  List.of()));
      case LinkStateContent.EndX end -> endX(tlv, end, map);
      case LinkStateContent.Measured measured -> measured(measured, map);
      case LinkStateContent.PrefixSid _,
          LinkStateContent.Locator _,
          LinkStateContent.Behavior _,
          LinkStateContent.PeerNode _,
          LinkStateContent.Structure _ ->
          map.put("unmapped", tlv.toString());
    }
  }

  private static void endX(LinkStateTlv tlv, LinkStateContent.EndX end, Map<String, Object> map) {
    Map<String, Object> one =
        Json.of(
            "flags",
            bits(end.flags(), "B", "S", "P"),
            "behavior",
            end.behavior(),
            "algorithm",
            end.algorithm(),
            "weight",
            end.weight(),
            "sid",
            end.sid().toString());
    for (LinkStateTlv more : end.more().list()) {
      if (more.content() instanceof LinkStateContent.Structure parts) {
        one.put(
            "srv6-sid-structure",
            Json.of(
                "loc_block_len",
                parts.block(),
                "loc_node_len",
                parts.node(),
                "func_len",
                parts.function(),
                "arg_len",
                parts.argument()));
      }
    }
    if (tlv.type() == LinkStateType.ISIS_LAN_END_X) {
      one.put("neighbor-id", end.neighbor().toString());
      add(map, "srv6-lan-endx-isis", one);
    } else {
      add(map, "srv6-endx", one);
    }
  }

  private static void measured(LinkStateContent.Measured measured, Map<String, Object> map) {
    Integer most = measured.most();
    if (most == null) {
      map.put(
          "unidirectional-link-delay",
          Json.of("delay-us", measured.value(), "anomalous", measured.anomalous()));
    } else {
      map.put(
          "minmax-unidirectional-link-delay",
          Json.of(
              "min-delay-us",
              measured.value(),
              "max-delay-us",
              most,
              "anomalous",
              measured.anomalous()));
    }
  }

  private static void bandwidths(
      LinkStateTlv tlv, LinkStateContent.Bandwidths bandwidths, Map<String, Object> map) {
    List<Object> all = new ArrayList<>();
    bandwidths
        .octetsPerSecond()
        .forEach(number -> all.add(Json.strip(BigDecimal.valueOf(number.doubleValue()))));
    switch (tlv.type()) {
      case LinkStateType.MAX_BANDWIDTH -> map.put("maximum-link-bandwidth", all.getFirst());
      case LinkStateType.MAX_RESERVABLE ->
          map.put("maximum-reservable-link-bandwidth", all.getFirst());
      default -> map.put("unreserved-bandwidth", all);
    }
  }

  private static void flags(LinkStateTlv tlv, int bits, Map<String, Object> map) {
    if (tlv.type() == LinkStateType.NODE_FLAGS) {
      map.put("node-flags", bits(bits, "O", "T", "E", "B", "R", "V"));
    } else {
      map.put("sr-prefix-attribute-flags", bits(bits, "X", "R", "N"));
    }
  }

  /// The bits of an octet, first the highest; the others, of which all are zero in the vectors, as
  /// one number.
  private static Map<String, Object> bits(int octet, String... names) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < names.length; i++) {
      map.put(names[i], number(octet >> 7 - i & 1));
    }
    map.put("RSV", number(octet & 0xff >> names.length));
    return map;
  }

  private static String routers(LinkStateTlv tlv) {
    boolean remote =
        tlv.type() == LinkStateType.REMOTE_IPV4_ROUTER_ID
            || tlv.type() == LinkStateType.REMOTE_IPV6_ROUTER_ID;
    return remote ? "remote-router-ids" : "local-router-ids";
  }

  private static String metric(LinkStateTlv tlv) {
    return switch (tlv.type()) {
      case LinkStateType.ADMIN_GROUP -> "admin-group-mask";
      case LinkStateType.DELAY_VARIATION -> "unidirectional-delay-variation";
      default -> LinkStateType.name(tlv.type());
    };
  }

  /// What ExaBGP has no name for: a list, since there may be several.
  private static void raw(LinkStateTlv tlv, Octets octets, Map<String, Object> map) {
    if (tlv.type() == LinkStateType.ISIS_AREA) {
      add(map, "area-ids", new BigInteger(1, octets.toBytes()).toString());
    } else {
      String hex = "0x" + octets.toString().toUpperCase(Locale.ROOT);
      add(map, "generic-lsid-" + tlv.type(), hex);
    }
  }

  @SuppressWarnings("unchecked")
  private static void add(Map<String, Object> map, String name, Object value) {
    ((List<Object>) map.computeIfAbsent(name, _ -> new ArrayList<>())).add(value);
  }

  private static BigDecimal numeral(LinkStateContent content) {
    return number(((LinkStateContent.Numeral) content).value());
  }

  private static BigDecimal unsignedInt(int value) {
    return number(Integer.toUnsignedLong(value));
  }
}
