package dev.weir.bgp.path;

import dev.weir.bgp.octets.Octets;
import dev.weir.bgp.type.AfiSafi;
import dev.weir.bgp.type.Origin;
import dev.weir.inet.Asn;
import dev.weir.inet.Ipv4Address;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Makes values of attributes.
final class AttributeReader {
  private AttributeReader() {}

  static PathAttribute read(RawAttribute raw, boolean fourOctetAsn) {
    Octets value = raw.value();
    PathAttribute read =
        switch (raw.type()) {
          case AttributeType.ORIGIN -> origin(value);
          case AttributeType.AS_PATH -> path(value, fourOctetAsn);
          case AttributeType.AGGREGATOR -> aggregator(value, fourOctetAsn);
          case AttributeType.ATOMIC_AGGREGATE ->
              value.isEmpty() ? new PathAttribute.AtomicAggregate() : null;
          case AttributeType.COMMUNITIES,
              AttributeType.EXTENDED_COMMUNITIES,
              AttributeType.LARGE_COMMUNITIES,
              AttributeType.IPV6_EXTENDED_COMMUNITIES ->
              value.length() % CommunityList.width(raw.type()) == 0
                  ? new CommunityList(raw.type(), value)
                  : null;
          case AttributeType.MP_REACH_NLRI -> reachable(value);
          case AttributeType.MP_UNREACH_NLRI ->
              value.length() < 3
                  ? null
                  : new PathAttribute.Unreachable(
                      new AfiSafi(value.u16(0), value.u8(2)), value.from(3));
          case AttributeType.AS4_PATH -> widePath(value);
          case AttributeType.AIGP -> aigp(value);
          case AttributeType.BGP_LS -> entries(Tlv.readWide(value), PathAttribute.LinkState::new);
          case AttributeType.TUNNEL_ENCAPSULATION -> TunnelEncapsulation.read(value);
          case AttributeType.PREFIX_SID -> entries(Tlv.readNarrow(value), PrefixSid::new);
          default -> fixed(raw.type(), raw.flags(), value);
        };
    return read != null ? read : new PathAttribute.Malformed(raw.type(), raw.flags(), value);
  }

  private static @Nullable PathAttribute entries(
      @Nullable List<Tlv> entries, Function<List<Tlv>, PathAttribute> kind) {
    return entries == null ? null : kind.apply(entries);
  }

  /// Attributes that begin with fields of fixed size.
  private static @Nullable PathAttribute fixed(int type, int flags, Octets value) {
    int length = value.length();
    return switch (type) {
      case AttributeType.NEXT_HOP ->
          length == 4 ? new PathAttribute.NextHop(address(value, 0)) : null;
      case AttributeType.MULTI_EXIT_DISC ->
          length == 4 ? new PathAttribute.MultiExitDisc(value.i32(0)) : null;
      case AttributeType.LOCAL_PREF ->
          length == 4 ? new PathAttribute.LocalPreference(value.i32(0)) : null;
      case AttributeType.ORIGINATOR_ID ->
          length == 4 ? new PathAttribute.OriginatorId(address(value, 0)) : null;
      case AttributeType.CLUSTER_LIST ->
          length % 4 == 0 ? new PathAttribute.ClusterList(addresses(value)) : null;
      case AttributeType.AS4_AGGREGATOR ->
          length == 8
              ? new PathAttribute.WideAggregator(new Asn(value.i32(0)), address(value, 4))
              : null;
      case AttributeType.PMSI_TUNNEL ->
          length >= 5
              ? new PathAttribute.PmsiTunnel(value.u8(0), value.u8(1), value.u24(2), value.from(5))
              : null;
      case AttributeType.ONLY_TO_CUSTOMER ->
          length == 4 ? new PathAttribute.OnlyToCustomer(new Asn(value.i32(0))) : null;
      case AttributeType.ATTR_SET -> attributeSet(value);
      case AttributeType.CONNECTOR ->
          length >= 2 ? new PathAttribute.Connector(value.u16(0), value.from(2)) : null;
      case AttributeType.ADVERTISER ->
          length == 4 ? new PathAttribute.Advertiser(address(value, 0)) : null;
      case AttributeType.RCID_PATH ->
          length % 4 == 0 ? new PathAttribute.ClusterPath(addresses(value)) : null;
      case AttributeType.BFD_DISCRIMINATOR ->
          length >= 5
              ? new PathAttribute.LivenessDiscriminator(value.u8(0), value.i32(1), value.from(5))
              : null;
      default -> new PathAttribute.Unknown(type, flags, value);
    };
  }

  private static Ipv4Address address(Octets value, int at) {
    return new Ipv4Address(value.i32(at));
  }

  private static List<Ipv4Address> addresses(Octets value) {
    List<Ipv4Address> all = new ArrayList<>(value.length() / 4);
    for (int at = 0; at < value.length(); at += 4) {
      all.add(address(value, at));
    }
    return List.copyOf(all);
  }

  private static @Nullable PathAttribute origin(Octets value) {
    Origin origin = value.length() == 1 ? Origin.of(value.u8(0)) : null;
    return origin == null ? null : new PathAttribute.RouteOrigin(origin);
  }

  private static @Nullable PathAttribute path(Octets value, boolean fourOctetAsn) {
    AsPath path = new AsPath(value, fourOctetAsn);
    return path.isWellFormed() ? new PathAttribute.Path(path) : null;
  }

  private static @Nullable PathAttribute widePath(Octets value) {
    AsPath path = new AsPath(value, true);
    return path.isWellFormed() ? new PathAttribute.WidePath(path) : null;
  }

  private static @Nullable PathAttribute aggregator(Octets value, boolean fourOctetAsn) {
    if (value.length() != (fourOctetAsn ? 8 : 6)) {
      return null;
    }
    Asn asn = new Asn(fourOctetAsn ? value.i32(0) : value.u16(0));
    return new PathAttribute.Aggregator(asn, address(value, value.length() - 4), fourOctetAsn);
  }

  private static @Nullable PathAttribute reachable(Octets value) {
    if (value.length() < 5 || value.length() < 5 + value.u8(3)) {
      return null;
    }
    int hop = value.u8(3);
    return new PathAttribute.Reachable(
        new AfiSafi(value.u16(0), value.u8(2)),
        value.slice(4, hop),
        value.u8(4 + hop),
        value.from(5 + hop));
  }

  private static @Nullable PathAttribute aigp(Octets value) {
    List<Tlv> entries = new ArrayList<>();
    int at = 0;
    while (at < value.length()) {
      if (value.length() - at < 3
          || value.u16(at + 1) < 3
          || value.u16(at + 1) > value.length() - at) {
        return null;
      }
      entries.add(new Tlv(value.u8(at), value.slice(at + 3, value.u16(at + 1) - 3)));
      at += value.u16(at + 1);
    }
    return new PathAttribute.Aigp(List.copyOf(entries));
  }

  private static @Nullable PathAttribute attributeSet(Octets value) {
    if (value.length() < 4) {
      return null;
    }
    PathAttributes attributes = new PathAttributes(value.from(4), true);
    AttributeCursor cursor = attributes.cursor();
    boolean more = cursor.next();
    while (more) {
      more = cursor.next();
    }
    return cursor.isTorn()
        ? null
        : new PathAttribute.AttributeSet(new Asn(value.i32(0)), attributes);
  }
}
