package dev.weir.bgp.text;

import dev.weir.bgp.nlri.LinkStateContent;
import dev.weir.bgp.nlri.LinkStateContent.AdjacencySid;
import dev.weir.bgp.nlri.LinkStateContent.Behavior;
import dev.weir.bgp.nlri.LinkStateContent.EndX;
import dev.weir.bgp.nlri.LinkStateContent.Locator;
import dev.weir.bgp.nlri.LinkStateContent.Measured;
import dev.weir.bgp.nlri.LinkStateContent.PeerNode;
import dev.weir.bgp.nlri.LinkStateContent.PrefixSid;
import dev.weir.bgp.nlri.LinkStateContent.SegmentRange;
import dev.weir.bgp.nlri.LinkStateContent.SegmentRanges;
import dev.weir.bgp.nlri.LinkStateContent.Structure;
import dev.weir.bgp.nlri.LinkStateTlv;
import dev.weir.bgp.nlri.LinkStateTlvs;
import dev.weir.bgp.nlri.LinkStateType;
import java.util.ArrayList;
import java.util.List;

/// Takes link-state triplets apart: a list, since types may occur more than once.
final class LinkStateItems {
  /// Triplets stand in triplets twice at most; what is deeper was made to exhaust its reader.
  private static final int DEEPEST = 4;

  private LinkStateItems() {}

  /// Takes the triplets of a BGP-LS attribute, or of anything that holds some, apart.
  static List<Item> of(LinkStateTlvs tlvs) {
    return of(tlvs, 0);
  }

  private static List<Item> of(LinkStateTlvs tlvs, int depth) {
    List<Item> all = new ArrayList<>();
    for (LinkStateTlv tlv : tlvs.list()) {
      Item.Group group = Item.Group.of("tlv", LinkStateType.name(tlv.type()));
      group.quiet("code", tlv.type());
      if (depth < DEEPEST) {
        group.add("value", item(tlv.content(), depth));
      } else {
        group.add("value", tlv.value());
      }
      all.add(group);
    }
    return all;
  }

  private static Item item(LinkStateContent content, int depth) {
    return switch (content) {
      case LinkStateContent.Triplets triplets -> new Item.Many(of(triplets.tlvs(), depth + 1));
      case LinkStateContent.Numeral numeral -> new Item.Count(numeral.value());
      case LinkStateContent.Numerals numerals ->
          Item.words(numerals.values().stream().map(Long::toUnsignedString).toList());
      case LinkStateContent.LinkIds ids ->
          Item.Group.untitled()
              .add("local", Integer.toUnsignedLong(ids.local()))
              .add("remote", Integer.toUnsignedLong(ids.remote()));
      case LinkStateContent.Bandwidths bandwidths -> Item.words(bandwidths.octetsPerSecond());
      case LinkStateContent.Depths depths -> Item.counts(depths.kinds());
      case LinkStateContent.Text text -> new Item.Word(text.text());
      case LinkStateContent.Composite parts -> parts(parts, depth);
      case LinkStateContent.Raw _,
          LinkStateContent.Flags _,
          LinkStateContent.Address _,
          LinkStateContent.RouterId _,
          LinkStateContent.Reachability _ ->
          new Item.Word(content.toString());
    };
  }

  private static Item parts(LinkStateContent.Composite content, int depth) {
    Item.Group group = Item.Group.untitled();
    switch (content) {
      case SegmentRanges one -> ranges(group, one);
      case AdjacencySid sid ->
          group
              .add("flags", sid.flags())
              .add("weight", sid.weight())
              .add("neighbor", sid.neighbor())
              .add(sid.isLabel() ? "label" : "index", sid.sid());
      case PrefixSid sid ->
          group
              .add("flags", sid.flags())
              .add("algorithm", sid.algorithm())
              .add(sid.isLabel() ? "label" : "index", sid.sid());
      case EndX end ->
          group
              .add("behavior", end.behavior())
              .add("flags", end.flags())
              .add("algorithm", end.algorithm())
              .add("weight", end.weight())
              .add("neighbor", end.neighbor())
              .add("sid", end.sid())
              .add("more", of(end.more(), depth + 1));
      case Locator locator ->
          group
              .add("flags", locator.flags())
              .add("algorithm", locator.algorithm())
              .add("metric", locator.metric())
              .add("more", of(locator.more(), depth + 1));
      case Behavior one ->
          group
              .add("behavior", one.behavior())
              .add("flags", one.flags())
              .add("algorithm", one.algorithm());
      case PeerNode peer ->
          group
              .add("flags", peer.flags())
              .add("weight", peer.weight())
              .add("as", peer.asn())
              .add("identifier", peer.identifier());
      case Structure parts ->
          group
              .add("block", parts.block())
              .add("node", parts.node())
              .add("function", parts.function())
              .add("argument", parts.argument());
      case Measured measured -> {
        group.add("anomalous", measured.anomalous()).add("value", measured.value());
        Integer most = measured.most();
        if (most != null) {
          group.add("most", most.longValue());
        }
      }
    }
    return group;
  }

  private static void ranges(Item.Group group, SegmentRanges content) {
    List<Item> all = new ArrayList<>();
    for (SegmentRange range : content.ranges()) {
      all.add(Item.Group.untitled().add("first", range.first()).add("size", range.size()));
    }
    group.add("flags", content.flags()).add("ranges", all);
  }
}
