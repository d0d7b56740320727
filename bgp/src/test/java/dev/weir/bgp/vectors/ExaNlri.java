package dev.weir.bgp.vectors;

import static dev.weir.bgp.vectors.Json.number;

import dev.weir.bgp.nlri.EvpnNlri;
import dev.weir.bgp.nlri.FlowComponent;
import dev.weir.bgp.nlri.FlowMatch;
import dev.weir.bgp.nlri.FlowSpecNlri;
import dev.weir.bgp.nlri.FlowType;
import dev.weir.bgp.nlri.LabelStack;
import dev.weir.bgp.nlri.LabeledNlri;
import dev.weir.bgp.nlri.LinkStateNlri;
import dev.weir.bgp.nlri.MalformedNlri;
import dev.weir.bgp.nlri.MulticastVpnNlri;
import dev.weir.bgp.nlri.MupNlri;
import dev.weir.bgp.nlri.Nlri;
import dev.weir.bgp.nlri.PrefixNlri;
import dev.weir.bgp.nlri.RawNlri;
import dev.weir.bgp.nlri.RouteTargetNlri;
import dev.weir.bgp.nlri.SrPolicyNlri;
import dev.weir.bgp.nlri.VplsDiscoveryNlri;
import dev.weir.bgp.nlri.VplsNlri;
import dev.weir.bgp.nlri.VpnNlri;
import dev.weir.bgp.octets.Octets;
import dev.weir.bgp.type.AfiSafi;
import dev.weir.bgp.type.EthernetSegment;
import dev.weir.bgp.type.MacAddress;
import dev.weir.inet.IpAddress;
import dev.weir.inet.Ipv4Address;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Our routes in the form that ExaBGP gives them.
final class ExaNlri {
  private ExaNlri() {}

  static String family(AfiSafi family) {
    String afi =
        switch (family.afi()) {
          case 1 -> "ipv4";
          case 2 -> "ipv6";
          case 25 -> "l2vpn";
          default -> "bgp-ls";
        };
    String safi =
        switch (family.safi()) {
          case 1 -> "unicast";
          case 4 -> "nlri-mpls";
          case 5 -> "mcast-vpn";
          case 65 -> "vpls";
          case 70 -> "evpn";
          case 71 -> "bgp-ls";
          case 73 -> "sr-policy";
          case 85 -> "mup";
          case 128 -> "mpls-vpn";
          case 133 -> "flow";
          case 134 -> "flow-vpn";
          default -> "safi" + family.safi();
        };
    return afi + " " + safi;
  }

  static Map<String, Object> route(Nlri route, long pathId, Octets received, String nextHop) {
    Map<String, Object> map =
        switch (route) {
          case PrefixNlri plain -> Json.of("nlri", plain.prefix().toString());
          case LabeledNlri one ->
              Json.of("nlri", one.prefix().toString(), "label", labels(one.labels()));
          case VpnNlri one ->
              Json.of(
                  "nlri",
                  one.prefix().toString(),
                  "label",
                  labels(one.labels()),
                  "rd",
                  one.distinguisher().toString());
          case VplsNlri one ->
              Json.of(
                  "rd",
                  one.distinguisher().toString(),
                  "endpoint",
                  one.site(),
                  "base",
                  one.labelBase(),
                  "offset",
                  one.blockOffset(),
                  "size",
                  one.blockSize());
          case SrPolicyNlri one ->
              Json.of(
                  "distinguisher",
                  number(Integer.toUnsignedLong(one.distinguisher())),
                  "color",
                  number(Integer.toUnsignedLong(one.color())),
                  "endpoint",
                  one.endpoint().toString());
          case EvpnNlri one -> evpn(one, received);
          case FlowSpecNlri one -> flow(one);
          case MulticastVpnNlri one -> multicast(one, received);
          case MupNlri one -> mobile(one, received);
          case LinkStateNlri one -> ExaLinkState.route((LinkStateNlri.Part) one, nextHop);
          case RouteTargetNlri _, VplsDiscoveryNlri _, RawNlri _, MalformedNlri _ ->
              Json.of("unmapped", route.toString());
        };
    if (pathId >= 0) {
      map.put("path-information", new Ipv4Address((int) pathId).toString());
    }
    return map;
  }

  /// Each label with the 24 bits it stands in; no bits are said if all are zero.
  static List<Object> labels(LabelStack labels) {
    List<Object> all = new ArrayList<>();
    for (int i = 0; i < labels.count(); i++) {
      all.add(label(labels.raw(i)));
    }
    return all;
  }

  private static List<Object> label(int raw) {
    return raw == 0 ? List.of(number(0)) : List.of(number(raw >> 4), number(raw));
  }

  private static String raw(Octets octets) {
    return octets.toString().toUpperCase(Locale.ROOT);
  }

  private static Map<String, Object> evpn(EvpnNlri route, Octets received) {
    if (route instanceof EvpnNlri.MacIp one) {
      List<Object> labels = new ArrayList<>();
      labels.add(label(one.label()));
      if (one.secondLabel() >= 0) {
        labels.add(label(one.secondLabel()));
      }
      Map<String, Object> map =
          Json.of(
              "code",
              2,
              "parsed",
              true,
              "raw",
              raw(received),
              "name",
              "MAC/IP advertisement",
              "rd",
              one.distinguisher().toString(),
              "esi",
              one.segment().equals(EthernetSegment.NONE) ? "-" : one.segment().toString(),
              "ethernet-tag",
              number(Integer.toUnsignedLong(one.tag())),
              "mac",
              mac(one.mac()),
              "label",
              labels);
      IpAddress address = one.address();
      if (address != null) {
        map.put("ip", address.toString());
      }
      return map;
    }
    return Json.of("code", route.type(), "parsed", false, "raw", raw(received));
  }

  private static String mac(MacAddress address) {
    return address.toString().toUpperCase(Locale.ROOT);
  }

  private static Map<String, Object> multicast(MulticastVpnNlri route, Octets received) {
    Map<String, Object> map = Json.of("code", route.type(), "parsed", true, "raw", raw(received));
    switch (route) {
      case MulticastVpnNlri.SourceActive one -> {
        map.put("name", "Source Active A-D Route");
        map.put("rd", one.distinguisher().toString());
        map.put("source", one.source().toString());
        map.put("group", one.group().toString());
      }
      case MulticastVpnNlri.Join one -> {
        String tree = one.type() == MulticastVpnNlri.SHARED_TREE_JOIN ? "Shared" : "Source";
        map.put("name", "C-Multicast " + tree + " Tree Join route");
        map.put("rd", one.distinguisher().toString());
        map.put("source-as", Long.toString(one.sourceAs().number()));
        map.put("source", one.source().toString());
        map.put("group", one.group().toString());
      }
      case MulticastVpnNlri.IntraAs _,
          MulticastVpnNlri.InterAs _,
          MulticastVpnNlri.Selective _,
          MulticastVpnNlri.Other _ ->
          map.put("unmapped", route.toString());
    }
    return map;
  }

  private static Map<String, Object> mobile(MupNlri route, Octets received) {
    Map<String, Object> map =
        Json.of("arch", route.architecture(), "code", route.type(), "raw", raw(received));
    switch (route) {
      case MupNlri.InterworkSegment one -> {
        map.put("name", "InterworkSegmentDiscoveryRoute");
        map.put("rd", one.distinguisher().toString());
        map.put("prefix_ip_len", number(one.prefix().length()));
        map.put("prefix_ip", one.prefix().address().toString());
      }
      case MupNlri.DirectSegment one -> {
        map.put("name", "DirectSegmentDiscoveryRoute");
        map.put("rd", one.distinguisher().toString());
        map.put("ip", one.address().toString());
      }
      case MupNlri.FirstSession one -> {
        map.put("name", "Type1SessionTransformedRoute");
        map.put("rd", one.distinguisher().toString());
        map.put("prefix_ip_len", number(one.prefix().length()));
        map.put("prefix_ip", one.prefix().address().toString());
        map.put("teid", Integer.toUnsignedString(one.tunnel()));
        map.put("qfi", Integer.toString(one.quality()));
        map.put("endpoint_ip_len", number(one.endpoint().width()));
        map.put("endpoint_ip", one.endpoint().toString());
        IpAddress source = one.source();
        map.put("source_ip_len", number(source == null ? 0 : source.width()));
        map.put("source_ip", source == null ? "b''" : source.toString());
      }
      case MupNlri.SecondSession one -> {
        map.put("name", "Type2SessionTransformedRoute");
        map.put("rd", one.distinguisher().toString());
        map.put("endpoint_len", number(one.endpoint().width() + one.tunnelBits()));
        map.put("endpoint_ip", one.endpoint().toString());
        map.put("teid", teid(one.tunnelOctets()));
      }
      case MupNlri.Other _ -> map.put("unmapped", route.toString());
    }
    return map;
  }

  /// The octets of the identifier as one number, however many bits of them count.
  private static String teid(Octets octets) {
    long number = 0;
    for (int i = 0; i < octets.length(); i++) {
      number = number << 8 | octets.u8(i);
    }
    return Long.toString(number);
  }

  private static Map<String, Object> flow(FlowSpecNlri rule) {
    boolean ipv6 = rule.family().afi() == AfiSafi.AFI_IPV6;
    Map<String, Object> map = new LinkedHashMap<>();
    StringBuilder text = new StringBuilder("flow");
    for (FlowComponent component : rule.components()) {
      String name = name(component.type(), ipv6);
      List<Object> values = values(component, ipv6);
      map.put(name, values);
      String words = String.join(" ", values.stream().map(Object::toString).toList());
      text.append(' ').append(name).append(' ');
      boolean many =
          component instanceof FlowComponent.Compare compare && compare.matches().size() > 1;
      text.append(many ? "[ " + words + " ]" : words);
    }
    if (rule.distinguisher() != null) {
      map.put("rd", rule.distinguisher().toString());
      text.append(" rd ").append(rule.distinguisher());
    }
    map.put("string", text.toString());
    return map;
  }

  private static String name(int type, boolean ipv6) {
    return switch (type) {
      case FlowType.DESTINATION, FlowType.SOURCE ->
          FlowType.name(type, 32) + (ipv6 ? "-ipv6" : "-ipv4");
      case FlowType.PACKET_LENGTH -> "packet-length";
      case FlowType.DSCP -> ipv6 ? "traffic-class" : "dscp";
      default -> FlowType.name(type, ipv6 ? 128 : 32);
    };
  }

  private static List<Object> values(FlowComponent component, boolean ipv6) {
    List<Object> values = new ArrayList<>();
    switch (component) {
      case FlowComponent.Within one ->
          values.add(one.address() + "/" + one.length() + (ipv6 ? "/" + one.offset() : ""));
      case FlowComponent.Compare one -> {
        for (FlowMatch match : one.matches()) {
          String text = match(one.type(), match);
          if (!values.isEmpty() && match.isAnd()) {
            values.add(values.removeLast() + "&" + text);
          } else {
            values.add(text);
          }
        }
      }
    }
    return values;
  }

  private static String match(int type, FlowMatch match) {
    String text = FlowType.text(type, match);
    return switch (type) {
      case FlowType.TCP_FLAGS -> text.replace("psh", "push");
      case FlowType.ICMP_TYPE -> icmp(text);
      default -> text;
    };
  }

  private static String icmp(String text) {
    return switch (text) {
      case "=0" -> "=echo-reply";
      case "=3" -> "=unreachable";
      case "=8" -> "=echo-request";
      default -> text;
    };
  }
}
