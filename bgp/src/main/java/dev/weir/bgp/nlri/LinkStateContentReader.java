package dev.weir.bgp.nlri;

import dev.weir.bgp.nlri.LinkStateContent.Address;
import dev.weir.bgp.nlri.LinkStateContent.AdjacencySid;
import dev.weir.bgp.nlri.LinkStateContent.Bandwidths;
import dev.weir.bgp.nlri.LinkStateContent.Behavior;
import dev.weir.bgp.nlri.LinkStateContent.Depths;
import dev.weir.bgp.nlri.LinkStateContent.EndX;
import dev.weir.bgp.nlri.LinkStateContent.Flags;
import dev.weir.bgp.nlri.LinkStateContent.LinkIds;
import dev.weir.bgp.nlri.LinkStateContent.Locator;
import dev.weir.bgp.nlri.LinkStateContent.Measured;
import dev.weir.bgp.nlri.LinkStateContent.Numeral;
import dev.weir.bgp.nlri.LinkStateContent.Numerals;
import dev.weir.bgp.nlri.LinkStateContent.PeerNode;
import dev.weir.bgp.nlri.LinkStateContent.PrefixSid;
import dev.weir.bgp.nlri.LinkStateContent.Raw;
import dev.weir.bgp.nlri.LinkStateContent.Reachability;
import dev.weir.bgp.nlri.LinkStateContent.RouterId;
import dev.weir.bgp.nlri.LinkStateContent.SegmentRange;
import dev.weir.bgp.nlri.LinkStateContent.SegmentRanges;
import dev.weir.bgp.nlri.LinkStateContent.Structure;
import dev.weir.bgp.nlri.LinkStateContent.Text;
import dev.weir.bgp.nlri.LinkStateContent.Triplets;
import dev.weir.bgp.octets.Octets;
import dev.weir.inet.Ipv4Address;
import dev.weir.inet.Ipv6Address;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Decodes the values of link-state triplets. A value whose length does not suit its type is kept
/// raw: RFC 9552 section 8.2.2 wants it passed on.
final class LinkStateContentReader {
  private LinkStateContentReader() {}

  static LinkStateContent read(LinkStateTlv tlv) {
    Octets value = tlv.value();
    LinkStateContent content = simple(tlv.type(), value);
    if (content == null) {
      content = segment(tlv.type(), value);
    }
    return content == null ? new Raw(value) : content;
  }

  private static @Nullable LinkStateContent simple(int type, Octets value) {
    return switch (type) {
      case LinkStateType.LOCAL_NODE, LinkStateType.REMOTE_NODE -> node(value);
      case LinkStateType.LINK_IDS ->
          value.length() == 8 ? new LinkIds(value.i32(0), value.i32(4)) : null;
      case LinkStateType.INTERFACE_IPV4,
          LinkStateType.NEIGHBOR_IPV4,
          LinkStateType.OSPF_AREA,
          LinkStateType.BGP_ROUTER_ID,
          LinkStateType.LOCAL_IPV4_ROUTER_ID,
          LinkStateType.REMOTE_IPV4_ROUTER_ID,
          LinkStateType.SOURCE_OSPF_ROUTER_ID,
          LinkStateType.INTERFACE_IPV6,
          LinkStateType.NEIGHBOR_IPV6,
          LinkStateType.SRV6_SID,
          LinkStateType.LOCAL_IPV6_ROUTER_ID,
          LinkStateType.REMOTE_IPV6_ROUTER_ID,
          LinkStateType.OSPF_FORWARDING,
          LinkStateType.SOURCE_ROUTER_ID ->
          address(type, value);
      case LinkStateType.MULTI_TOPOLOGY -> topologies(value);
      case LinkStateType.IP_REACHABILITY -> reachability(value);
      case LinkStateType.IGP_ROUTER_ID -> routerId(value);
      case LinkStateType.NODE_NAME, LinkStateType.LINK_NAME ->
          new Text(new String(value.toBytes(), StandardCharsets.UTF_8));
      default -> numbers(type, value);
    };
  }

  private static @Nullable LinkStateContent numbers(int type, Octets value) {
    return switch (type) {
      case LinkStateType.OSPF_ROUTE_TYPE, LinkStateType.SRMS_PREFERENCE -> numeral(value, 1, 1);
      case LinkStateType.AUTONOMOUS_SYSTEM,
          LinkStateType.LS_IDENTIFIER,
          LinkStateType.MEMBER_AS,
          LinkStateType.ADMIN_GROUP,
          LinkStateType.TE_METRIC,
          LinkStateType.DELAY_VARIATION,
          LinkStateType.PREFIX_METRIC ->
          numeral(value, 4, 4);
      case LinkStateType.IGP_METRIC -> numeral(value, 1, 3);
      case LinkStateType.SID_LABEL -> numeral(value, 3, 4);
      case LinkStateType.SR_ALGORITHM -> numerals(value, 1);
      case LinkStateType.SBFD_DISCRIMINATORS,
          LinkStateType.SHARED_RISK,
          LinkStateType.ROUTE_TAG,
          LinkStateType.EXTENDED_ADMIN_GROUP ->
          numerals(value, 4);
      case LinkStateType.EXTENDED_TAG -> numerals(value, 8);
      case LinkStateType.NODE_FLAGS,
          LinkStateType.MPLS_PROTOCOLS,
          LinkStateType.IGP_FLAGS,
          LinkStateType.PREFIX_FLAGS ->
          value.length() == 1 ? new Flags(1, value.u8(0)) : null;
      case LinkStateType.PROTECTION -> value.length() == 2 ? new Flags(2, value.u16(0)) : null;
      case LinkStateType.SRV6_CAPABILITIES ->
          value.length() >= 4 ? new Flags(2, value.u16(0)) : null;
      case LinkStateType.MAX_BANDWIDTH,
          LinkStateType.MAX_RESERVABLE,
          LinkStateType.RESIDUAL_BANDWIDTH,
          LinkStateType.AVAILABLE_BANDWIDTH,
          LinkStateType.UTILIZED_BANDWIDTH ->
          bandwidths(value, 1);
      case LinkStateType.UNRESERVED -> bandwidths(value, 8);
      case LinkStateType.NODE_MSD, LinkStateType.LINK_MSD -> depths(value);
      default -> null;
    };
  }

  private static @Nullable LinkStateContent segment(int type, Octets value) {
    return switch (type) {
      case LinkStateType.SR_CAPABILITIES, LinkStateType.SR_LOCAL_BLOCK -> ranges(value);
      case LinkStateType.ADJACENCY_SID,
          LinkStateType.PEER_NODE_SID,
          LinkStateType.PEER_ADJACENCY_SID,
          LinkStateType.PEER_SET_SID ->
          adjacency(value, 0);
      case LinkStateType.LAN_ADJACENCY_SID ->
          switch (value.length()) {
            case 11, 12 -> adjacency(value, 4);
            case 13, 14 -> adjacency(value, 6);
            default -> null;
          };
      case LinkStateType.PREFIX_SID -> prefixSid(value);
      case LinkStateType.END_X -> endX(value, 0);
      case LinkStateType.ISIS_LAN_END_X -> endX(value, 6);
      case LinkStateType.OSPF_LAN_END_X -> endX(value, 4);
      case LinkStateType.SRV6_LOCATOR ->
          value.length() < 8
              ? null
              : new Locator(value.u8(0), value.u8(1), value.u32(4), more(value, 8));
      case LinkStateType.ENDPOINT_BEHAVIOR ->
          value.length() != 4 ? null : new Behavior(value.u16(0), value.u8(2), value.u8(3));
      case LinkStateType.SRV6_PEER_NODE ->
          value.length() != 12
              ? null
              : new PeerNode(value.u8(0), value.u8(1), value.u32(4), new Ipv4Address(value.i32(8)));
      case LinkStateType.SID_STRUCTURE ->
          value.length() != 4
              ? null
              : new Structure(value.u8(0), value.u8(1), value.u8(2), value.u8(3));
      case LinkStateType.LINK_DELAY, LinkStateType.LINK_LOSS -> measured(value, 4);
      case LinkStateType.LINK_DELAY_RANGE -> measured(value, 8);
      default -> null;
    };
  }

  private static @Nullable LinkStateContent address(int type, Octets value) {
    boolean either =
        type == LinkStateType.OSPF_FORWARDING || type == LinkStateType.SOURCE_ROUTER_ID;
    boolean six =
        switch (type) {
          case LinkStateType.INTERFACE_IPV6,
              LinkStateType.NEIGHBOR_IPV6,
              LinkStateType.SRV6_SID,
              LinkStateType.LOCAL_IPV6_ROUTER_ID,
              LinkStateType.REMOTE_IPV6_ROUTER_ID ->
              true;
          default -> either && value.length() == 16;
        };
    int octets = six ? 16 : 4;
    return value.length() == octets ? new Address(Prefixes.address(value, 0, octets)) : null;
  }

  /// What names a node. Nodes inside of it have no meaning, and would let a value be as deep as it
  /// is long.
  private static @Nullable LinkStateContent node(Octets value) {
    LinkStateTlvs inside = new LinkStateTlvs(value);
    boolean deep =
        inside.first(LinkStateType.LOCAL_NODE) != null
            || inside.first(LinkStateType.REMOTE_NODE) != null;
    return deep ? null : new Triplets(inside);
  }

  private static @Nullable LinkStateContent topologies(Octets value) {
    if (value.length() % 2 != 0) {
      return null;
    }
    List<Long> all = new ArrayList<>();
    for (int at = 0; at < value.length(); at += 2) {
      all.add((long) value.u16(at) & 0xfff);
    }
    return new Numerals(all);
  }

  private static @Nullable LinkStateContent reachability(Octets value) {
    if (value.isEmpty() || value.length() != 1 + (value.u8(0) + 7) / 8) {
      return null;
    }
    return new Reachability(value.u8(0), value.from(1));
  }

  private static @Nullable LinkStateContent routerId(Octets value) {
    return switch (value.length()) {
      case 4, 6, 7, 8 -> new RouterId(value);
      default -> null;
    };
  }

  private static @Nullable LinkStateContent numeral(Octets value, int least, int most) {
    if (value.length() < least || value.length() > most) {
      return null;
    }
    return new Numeral(number(value, 0, value.length()));
  }

  private static @Nullable LinkStateContent numerals(Octets value, int width) {
    if (value.length() % width != 0) {
      return null;
    }
    List<Long> all = new ArrayList<>();
    for (int at = 0; at < value.length(); at += width) {
      all.add(number(value, at, width));
    }
    return new Numerals(all);
  }

  private static long number(Octets value, int at, int width) {
    long number = 0;
    for (int i = 0; i < width; i++) {
      number = number << 8 | value.u8(at + i);
    }
    return number;
  }

  private static @Nullable LinkStateContent bandwidths(Octets value, int count) {
    if (value.length() != 4 * count) {
      return null;
    }
    List<Float> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      all.add(Float.intBitsToFloat(value.i32(4 * i)));
    }
    return new Bandwidths(all);
  }

  private static @Nullable LinkStateContent depths(Octets value) {
    if (value.length() % 2 != 0) {
      return null;
    }
    List<Integer> all = new ArrayList<>();
    for (int i = 0; i < value.length(); i++) {
      all.add(value.u8(i));
    }
    return new Depths(all);
  }

  /// Flags, a reserved octet, then for each block its size and a triplet with its first segment.
  private static @Nullable LinkStateContent ranges(Octets value) {
    if (value.length() < 2) {
      return null;
    }
    List<SegmentRange> all = new ArrayList<>();
    int at = 2;
    while (at < value.length()) {
      if (value.length() - at < 7 || value.u16(at + 3) != LinkStateType.SID_LABEL) {
        return null;
      }
      int width = value.u16(at + 5);
      if (width != 3 && width != 4 || value.length() - at - 7 < width) {
        return null;
      }
      all.add(new SegmentRange(value.u24(at), number(value, at + 7, width)));
      at += 7 + width;
    }
    return new SegmentRanges(value.u8(0), all);
  }

  private static @Nullable LinkStateContent adjacency(Octets value, int neighbor) {
    int width = value.length() - 4 - neighbor;
    if (neighbor < 0 || width != 3 && width != 4) {
      return null;
    }
    Octets who = value.slice(4, neighbor);
    long sid = number(value, 4 + neighbor, width);
    return new AdjacencySid(value.u8(0), value.u8(1), who, width == 3, sid);
  }

  private static @Nullable LinkStateContent prefixSid(Octets value) {
    int width = value.length() - 4;
    if (width != 3 && width != 4) {
      return null;
    }
    return new PrefixSid(value.u8(0), value.u8(1), width == 3, number(value, 4, width));
  }

  private static @Nullable LinkStateContent endX(Octets value, int neighbor) {
    int sid = 6 + neighbor;
    if (value.length() < sid + 16) {
      return null;
    }
    return new EndX(
        value.u16(0),
        value.u8(2),
        value.u8(3),
        value.u8(4),
        value.slice(6, neighbor),
        new Ipv6Address(value.i64(sid), value.i64(sid + 8)),
        more(value, sid + 16));
  }

  private static LinkStateTlvs more(Octets value, int at) {
    return value.length() == at ? LinkStateTlvs.NONE : new LinkStateTlvs(value.from(at));
  }

  private static @Nullable LinkStateContent measured(Octets value, int length) {
    if (value.length() != length) {
      return null;
    }
    Integer most = length == 8 ? value.u24(5) : null;
    return new Measured(value.u8(0) >= 0x80, value.u24(1), most);
  }
}
