package dev.weir.bgp.nlri;

import dev.weir.bgp.octets.Octets;
import dev.weir.bgp.type.AfiSafi;
import dev.weir.bgp.type.RouteDistinguisher;

/// Takes the octets of a link-state route apart.
final class LinkStateReader {
  private LinkStateReader() {}

  /// @param route the whole route; it has the octets that its length says
  static LinkStateNlri read(Octets route, AfiSafi family) {
    int kind = route.u16(0);
    if (kind < LinkStateNlri.NODE || kind > LinkStateNlri.SRV6_SID || kind == 5) {
      return new LinkStateNlri.Other(family, kind, route.from(4));
    }
    int at = 4;
    RouteDistinguisher distinguisher = null;
    if (family.equals(AfiSafi.LINK_STATE_VPN)) {
      demand(route.length() >= at + 8);
      distinguisher = new RouteDistinguisher(route.i64(at));
      at += 8;
    }
    demand(route.length() >= at + 9);
    LinkStateTlvs descriptors = new LinkStateTlvs(route.from(at + 9));
    check(descriptors, at + 9);
    for (LinkStateTlv tlv : descriptors.list()) {
      if (tlv.type() == LinkStateType.LOCAL_NODE || tlv.type() == LinkStateType.REMOTE_NODE) {
        check(new LinkStateTlvs(tlv.value()), tlv.value().offset() - route.offset());
      }
    }
    return new LinkStateNlri.Part(
        family, kind, distinguisher, route.u8(at), route.i64(at + 1), descriptors);
  }

  private static void check(LinkStateTlvs tlvs, int at) {
    if (tlvs.torn() >= 0) {
      throw new BrokenRule(at + tlvs.torn(), NlriRule.LINK_STATE_TORN_TLV);
    }
    if (tlvs.disorder() >= 0) {
      throw new BrokenRule(at + tlvs.disorder(), NlriRule.LINK_STATE_ORDER);
    }
  }

  private static void demand(boolean suits) {
    if (!suits) {
      throw new BrokenRule(2, NlriRule.LINK_STATE_LENGTH);
    }
  }
}
