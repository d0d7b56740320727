package dev.weir.bgp.text;

import dev.weir.bgp.nlri.EvpnNlri;
import dev.weir.bgp.nlri.FlowSpecNlri;
import dev.weir.bgp.nlri.LabelStack;
import dev.weir.bgp.nlri.LabeledNlri;
import dev.weir.bgp.nlri.LinkStateNlri;
import dev.weir.bgp.nlri.LinkStateTlv;
import dev.weir.bgp.nlri.LinkStateType;
import dev.weir.bgp.nlri.MalformedNlri;
import dev.weir.bgp.nlri.Nlri;
import dev.weir.bgp.nlri.NlriCursor;
import dev.weir.bgp.nlri.PrefixNlri;
import dev.weir.bgp.nlri.RawNlri;
import dev.weir.bgp.nlri.RouteTargetNlri;
import dev.weir.bgp.nlri.SrPolicyNlri;
import dev.weir.bgp.nlri.VplsDiscoveryNlri;
import dev.weir.bgp.nlri.VplsNlri;
import dev.weir.bgp.nlri.VpnNlri;
import dev.weir.bgp.octets.Octets;
import dev.weir.bgp.type.AfiSafi;
import java.util.ArrayList;
import java.util.List;

/// Takes routes apart: the text of each, in JSON its parts beside it.
public final class NlriItems {
  private NlriItems() {}

  /// Takes the routes of a field apart.
  ///
  /// @param pathIds whether each has a path identifier before it
  public static List<Item> of(Octets field, AfiSafi family, boolean pathIds) {
    List<Item> all = new ArrayList<>();
    NlriCursor cursor = NlriCursor.over(field, family, pathIds);
    while (cursor.next()) {
      Nlri nlri = cursor.nlri();
      String id = cursor.pathId() < 0 ? "" : " path-id " + cursor.pathId();
      Item.Group group = Item.Group.of("route", nlri + id);
      if (cursor.pathId() >= 0) {
        group.quiet("path_id", cursor.pathId());
      }
      describe(group, nlri);
      all.add(group);
    }
    return all;
  }

  private static void describe(Item.Group group, Nlri nlri) {
    switch (nlri) {
      case PrefixNlri route -> word(group, "prefix", route.prefix());
      case LabeledNlri route -> {
        labels(group, route.labels());
        word(group, "prefix", route.prefix());
      }
      case VpnNlri route -> {
        word(group, "distinguisher", route.distinguisher());
        labels(group, route.labels());
        word(group, "prefix", route.prefix());
      }
      case RouteTargetNlri route -> {
        group.quiet("length", route.length());
        group.quiet("origin", route.origin().number());
        word(group, "target", route.target());
      }
      case EvpnNlri route -> evpn(group, route);
      case FlowSpecNlri route -> {
        word(group, "distinguisher", route.distinguisher());
        group.quiet("components", Item.words(route.components()));
      }
      case LinkStateNlri route -> linkState(group, route);
      case VplsNlri route -> {
        word(group, "distinguisher", route.distinguisher());
        group.quiet("site", route.site()).quiet("block_offset", route.blockOffset());
        group.quiet("block_size", route.blockSize()).quiet("label_base", route.labelBase());
      }
      case VplsDiscoveryNlri route -> word(group, "distinguisher", route.distinguisher());
      case SrPolicyNlri route -> {
        group.quiet("distinguisher", Integer.toUnsignedLong(route.distinguisher()));
        group.quiet("color", Integer.toUnsignedLong(route.color()));
        word(group, "endpoint", route.endpoint());
      }
      case RawNlri route -> word(group, "octets", route.octets());
      case MalformedNlri route -> {
        word(group, "octets", route.octets());
        word(group, "malformed", route.fault());
      }
    }
  }

  private static void word(
      Item.Group group, String name, @org.jspecify.annotations.Nullable Object value) {
    if (value != null) {
      group.quiet(name, new Item.Word(value.toString()));
    }
  }

  private static void labels(Item.Group group, LabelStack stack) {
    List<Item> all = new ArrayList<>();
    for (int i = 0; i < stack.count(); i++) {
      all.add(new Item.Count(stack.label(i)));
    }
    if (!all.isEmpty()) {
      group.quiet("labels", new Item.Many(all));
    }
  }

  private static void evpn(Item.Group group, EvpnNlri nlri) {
    group.quiet("route_type", nlri.type());
    switch (nlri) {
      case EvpnNlri.AutoDiscovery route -> {
        word(group, "distinguisher", route.distinguisher());
        word(group, "segment", route.segment());
        group.quiet("tag", Integer.toUnsignedLong(route.tag())).quiet("label", route.label());
      }
      case EvpnNlri.MacIp route -> {
        word(group, "distinguisher", route.distinguisher());
        word(group, "segment", route.segment());
        group.quiet("tag", Integer.toUnsignedLong(route.tag()));
        word(group, "mac", route.mac());
        word(group, "address", route.address());
        group.quiet("label", route.label());
        if (route.secondLabel() >= 0) {
          group.quiet("second_label", route.secondLabel());
        }
      }
      case EvpnNlri.InclusiveMulticast route -> {
        word(group, "distinguisher", route.distinguisher());
        group.quiet("tag", Integer.toUnsignedLong(route.tag()));
        word(group, "originator", route.originator());
      }
      case EvpnNlri.Segment route -> {
        word(group, "distinguisher", route.distinguisher());
        word(group, "segment", route.segment());
        word(group, "originator", route.originator());
      }
      case EvpnNlri.IpPrefix route -> {
        word(group, "distinguisher", route.distinguisher());
        word(group, "segment", route.segment());
        group.quiet("tag", Integer.toUnsignedLong(route.tag()));
        word(group, "prefix", route.prefix());
        word(group, "gateway", route.gateway());
        group.quiet("label", route.label());
      }
      case EvpnNlri.Other route -> word(group, "octets", route.body());
    }
  }

  private static void linkState(Item.Group group, LinkStateNlri nlri) {
    switch (nlri) {
      case LinkStateNlri.Part route -> {
        word(group, "distinguisher", route.distinguisher());
        word(group, "protocol", LinkStateType.protocol(route.protocol()));
        word(group, "identifier", Long.toUnsignedString(route.identifier()));
        List<Item> all = new ArrayList<>();
        for (LinkStateTlv tlv : route.descriptors().list()) {
          all.add(
              Item.Group.of("tlv", LinkStateType.name(tlv.type()))
                  .quiet("code", tlv.type())
                  .add("value", tlv.content()));
        }
        group.quiet("descriptors", new Item.Many(all));
      }
      case LinkStateNlri.Other route -> word(group, "octets", route.body());
    }
  }
}
