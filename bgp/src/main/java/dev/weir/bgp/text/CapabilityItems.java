package dev.weir.bgp.text;

import dev.weir.bgp.type.AfiSafi;
import dev.weir.bgp.wire.Capability;
import java.util.List;
import java.util.function.Function;

/// Takes capabilities apart.
final class CapabilityItems {
  private CapabilityItems() {}

  static Item of(Capability capability) {
    Item.Group group = Item.Group.of("capability", capability.name());
    group.quiet("code", capability.code());
    switch (capability) {
      case Capability.Multiprotocol c -> group.add("value", c.family());
      case Capability.Flag _ -> {}
      case Capability.OutboundRouteFiltering c ->
          group.add("entries", each(c.entries(), CapabilityItems::filter));
      case Capability.ExtendedNextHop c ->
          group.add(
              "entries",
              each(c.entries(), e -> family(e.family()).add("next_hop", nextHop(e.nextHopAfi()))));
      case Capability.MultipleLabels c ->
          group.add("entries", each(c.entries(), e -> family(e.family()).add("labels", e.count())));
      case Capability.Role c -> group.add("value", c.roleName());
      case Capability.GracefulRestart c -> gracefulRestart(group, c);
      case Capability.FourOctetAsn c -> group.add("value", (Item) new Item.Count(c.asn().number()));
      case Capability.Dynamic c -> group.add("codes", (Item) Item.counts(c.codes()));
      case Capability.Multisession c ->
          group.add("flags", c.flags()).add("codes", (Item) Item.counts(c.codes()));
      case Capability.AddPath c ->
          group.add(
              "entries", each(c.entries(), e -> family(e.family()).add("value", e.modeName())));
      case Capability.LongLivedGracefulRestart c ->
          group.add(
              "entries",
              each(
                  c.entries(),
                  e ->
                      family(e.family())
                          .add("forwarding", (e.flags() & 0x80) != 0)
                          .quiet("flags", e.flags())
                          .add("stale_time", e.seconds())));
      case Capability.Fqdn c -> group.add("host", c.host()).add("domain", c.domain());
      case Capability.SoftwareVersion c -> group.add("value", c.version());
      case Capability.PathsLimit c ->
          group.add("entries", each(c.entries(), e -> family(e.family()).add("value", e.count())));
      case Capability.Raw c -> group.add("value", c.value());
    }
    return group;
  }

  private static <T> List<Item> each(List<T> entries, Function<T, Item> describe) {
    return entries.stream().map(describe).toList();
  }

  private static Item.Group family(AfiSafi family) {
    return Item.Group.of("family", family.toString());
  }

  private static String nextHop(int afi) {
    return switch (afi) {
      case AfiSafi.AFI_IPV4 -> "ipv4";
      case AfiSafi.AFI_IPV6 -> "ipv6";
      default -> "afi" + afi;
    };
  }

  private static Item filter(Capability.FilterEntry entry) {
    return family(entry.family())
        .add(
            "filters",
            each(
                entry.filters(),
                f ->
                    Item.Group.of("type", Integer.toString(f.type()))
                        .add("value", direction(f.direction()))));
  }

  private static String direction(int direction) {
    return switch (direction) {
      case 1 -> "receive";
      case 2 -> "send";
      case 3 -> "send-receive";
      default -> Integer.toString(direction);
    };
  }

  private static void gracefulRestart(Item.Group group, Capability.GracefulRestart c) {
    group
        .add("restarted", c.hasRestarted())
        .add("notification", c.hasNotification())
        .quiet("flags", c.flags())
        .add("restart_time", c.seconds())
        .add(
            "entries",
            each(
                c.entries(),
                e ->
                    family(e.family())
                        .add("forwarding", e.hasForwarded())
                        .quiet("flags", e.flags())));
  }
}
