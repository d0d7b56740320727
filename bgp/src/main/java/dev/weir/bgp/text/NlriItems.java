package dev.weir.bgp.text;

import dev.weir.bgp.nlri.EvpnNlri;
import dev.weir.bgp.nlri.FlowComponent;
import dev.weir.bgp.nlri.FlowMatch;
import dev.weir.bgp.nlri.FlowSpecNlri;
import dev.weir.bgp.nlri.FlowType;
import dev.weir.bgp.nlri.LabelStack;
import dev.weir.bgp.nlri.LabeledNlri;
import dev.weir.bgp.nlri.LinkStateNlri;
import dev.weir.bgp.nlri.LinkStateType;
import dev.weir.bgp.nlri.MalformedNlri;
import dev.weir.bgp.nlri.MulticastVpnNlri;
import dev.weir.bgp.nlri.MupNlri;
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
import dev.weir.inet.Ipv4Address;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
        components(group, route);
      }
      case LinkStateNlri route -> linkState(group, route);
      case VplsNlri route -> {
        word(group, "distinguisher", route.distinguisher());
        group.quiet("site", route.site()).quiet("block_offset", route.blockOffset());
        group.quiet("block_size", route.blockSize()).quiet("label_base", route.labelBase());
      }
      case VplsDiscoveryNlri route -> {
        word(group, "distinguisher", route.distinguisher());
        word(group, "router", new Ipv4Address(route.router()));
      }
      case MulticastVpnNlri route -> multicast(group, route);
      case MupNlri route -> mobile(group, route);
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

  private static void word(Item.Group group, String name, @Nullable Object value) {
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

  /// Each component under its name: a prefix, or alternatives, each of comparisons that must all
  /// hold.
  private static void components(Item.Group group, FlowSpecNlri rule) {
    int width = 8 * rule.family().addressOctets();
    for (FlowComponent component : rule.components()) {
      String name = FlowType.name(component.type(), width).replace('-', '_');
      switch (component) {
        case FlowComponent.Within within -> {
          String words = within.toString();
          group.quiet(name, new Item.Word(words.substring(words.indexOf(' ') + 1)));
        }
        case FlowComponent.Compare compare -> group.quiet(name, alternatives(compare));
      }
    }
  }

  private static Item alternatives(FlowComponent.Compare compare) {
    List<List<Item>> all = new ArrayList<>();
    for (FlowMatch match : compare.matches()) {
      if (all.isEmpty() || !match.isAnd()) {
        all.add(new ArrayList<>());
      }
      all.getLast().add(new Item.Word(FlowType.text(compare.type(), match)));
    }
    return new Item.Many(all.stream().map(Item.Many::new).toList());
  }

  private static void multicast(Item.Group group, MulticastVpnNlri nlri) {
    group.quiet("route_type", nlri.type());
    switch (nlri) {
      case MulticastVpnNlri.IntraAs route -> {
        word(group, "distinguisher", route.distinguisher());
        word(group, "originator", route.originator());
      }
      case MulticastVpnNlri.InterAs route -> {
        word(group, "distinguisher", route.distinguisher());
        group.quiet("source_as", route.sourceAs().number());
      }
      case MulticastVpnNlri.Selective route -> {
        word(group, "distinguisher", route.distinguisher());
        word(group, "source", route.source());
        word(group, "group", route.group());
        word(group, "originator", route.originator());
      }
      case MulticastVpnNlri.SourceActive route -> {
        word(group, "distinguisher", route.distinguisher());
        word(group, "source", route.source());
        word(group, "group", route.group());
      }
      case MulticastVpnNlri.Join route -> {
        word(group, "distinguisher", route.distinguisher());
        group.quiet("source_as", route.sourceAs().number());
        word(group, "source", route.source());
        word(group, "group", route.group());
      }
      case MulticastVpnNlri.Other route -> word(group, "octets", route.body());
    }
  }

  private static void mobile(Item.Group group, MupNlri nlri) {
    group.quiet("architecture", nlri.architecture()).quiet("route_type", nlri.type());
    switch (nlri) {
      case MupNlri.InterworkSegment route -> {
        word(group, "distinguisher", route.distinguisher());
        word(group, "prefix", route.prefix());
      }
      case MupNlri.DirectSegment route -> {
        word(group, "distinguisher", route.distinguisher());
        word(group, "address", route.address());
      }
      case MupNlri.FirstSession route -> {
        word(group, "distinguisher", route.distinguisher());
        word(group, "prefix", route.prefix());
        group.quiet("teid", Integer.toUnsignedLong(route.tunnel())).quiet("qfi", route.quality());
        word(group, "endpoint", route.endpoint());
        word(group, "source", route.source());
      }
      case MupNlri.SecondSession route -> {
        word(group, "distinguisher", route.distinguisher());
        word(group, "endpoint", route.endpoint());
        word(group, "teid_prefix", "0x" + route.tunnelOctets() + "/" + route.tunnelBits());
      }
      case MupNlri.Other route -> word(group, "octets", route.body());
    }
  }

  private static void linkState(Item.Group group, LinkStateNlri nlri) {
    switch (nlri) {
      case LinkStateNlri.Part route -> {
        group.quiet("kind", new Item.Word(LinkStateNlri.kindName(route.kind())));
        word(group, "distinguisher", route.distinguisher());
        word(group, "protocol", LinkStateType.protocol(route.protocol()));
        word(group, "identifier", Long.toUnsignedString(route.identifier()));
        word(group, "prefix", route.prefix());
        group.quiet("descriptors", new Item.Many(LinkStateItems.of(route.descriptors())));
      }
      case LinkStateNlri.Other route -> word(group, "octets", route.body());
    }
  }
}
