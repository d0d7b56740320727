package dev.weir.bgp.vectors;

import static dev.weir.bgp.vectors.Json.number;

import dev.weir.bgp.nlri.NlriCursor;
import dev.weir.bgp.octets.Octets;
import dev.weir.bgp.type.AfiSafi;
import dev.weir.bgp.wire.Capability;
import dev.weir.bgp.wire.CapabilityCode;
import dev.weir.bgp.wire.MpReach;
import dev.weir.bgp.wire.MpUnreach;
import dev.weir.bgp.wire.OpenView;
import dev.weir.bgp.wire.UpdateView;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Our messages in the form that ExaBGP gives them.
final class ExaMessage {
  private ExaMessage() {}

  static Map<String, Object> update(UpdateView update) {
    Map<String, Object> map = new LinkedHashMap<>();
    Map<String, Object> attributes =
        ExaAttributes.all(update.attributes().list(), update.negotiated().fourOctetAsn());
    if (!attributes.isEmpty()) {
      map.put("attribute", attributes);
    }
    Map<String, Object> announced = new LinkedHashMap<>();
    MpReach reach = update.mpReach();
    if (reach != null) {
      String hop = reach.nextHop().isEmpty() ? "no-nexthop" : String.valueOf(reach.address());
      add(announced, update, reach.family(), reach.nlri(), hop);
    }
    String hop = String.valueOf(update.attributes().nextHop());
    add(announced, update, AfiSafi.IPV4_UNICAST, update.announced(), hop);
    if (!announced.isEmpty()) {
      map.put("announce", announced);
    }
    Map<String, Object> withdrawn = new LinkedHashMap<>();
    MpUnreach unreach = update.mpUnreach();
    if (unreach != null) {
      withdrawn.put(
          ExaNlri.family(unreach.family()), routes(update, unreach.family(), unreach.nlri(), ""));
    }
    if (!update.withdrawn().isEmpty()) {
      withdrawn.put(
          ExaNlri.family(AfiSafi.IPV4_UNICAST),
          routes(update, AfiSafi.IPV4_UNICAST, update.withdrawn(), ""));
    }
    if (!withdrawn.isEmpty()) {
      map.put("withdraw", withdrawn);
    }
    return map;
  }

  private static void add(
      Map<String, Object> into, UpdateView update, AfiSafi family, Octets field, String hop) {
    if (!field.isEmpty()) {
      into.put(ExaNlri.family(family), Json.of(hop, routes(update, family, field, hop)));
    }
  }

  private static List<Object> routes(UpdateView update, AfiSafi family, Octets field, String hop) {
    List<Object> all = new ArrayList<>();
    NlriCursor cursor = NlriCursor.over(field, family, update.negotiated().hasPathIds(family));
    while (cursor.next()) {
      all.add(ExaNlri.route(cursor.nlri(), cursor.pathId(), cursor.octets(), hop));
    }
    return all;
  }

  static Map<String, Object> open(OpenView open) {
    Map<String, Object> capabilities = new LinkedHashMap<>();
    List<Object> families = new ArrayList<>();
    for (Capability capability : open.capabilities()) {
      String code = Integer.toString(capability.code());
      switch (capability) {
        case Capability.Multiprotocol one -> {
          families.add(ExaNlri.family(one.family()).replace(' ', '/'));
          capabilities.put(code, Json.of("name", "multiprotocol", "families", families));
        }
        case Capability.FourOctetAsn one ->
            capabilities.put(code, Json.of("name", "asn4", "asn4", number(one.asn().number())));
        case Capability.SoftwareVersion one ->
            capabilities.put(code, Json.of("software", one.version()));
        default -> capabilities.put(code, CapabilityCode.name(capability.code()));
      }
    }
    return Json.of(
        "version",
        open.version(),
        "asn",
        number(open.asn().number()),
        "hold_time",
        open.holdTime(),
        "router_id",
        open.identifier().toString(),
        "capabilities",
        capabilities);
  }
}
