package dev.weir.bgp.text;

import dev.weir.bgp.check.Finding;
import dev.weir.bgp.check.UpdateCheck;
import dev.weir.bgp.octets.Octets;
import dev.weir.bgp.path.AttributeCursor;
import dev.weir.bgp.type.AfiSafi;
import dev.weir.bgp.wire.Keepalive;
import dev.weir.bgp.wire.MalformedMessage;
import dev.weir.bgp.wire.Message;
import dev.weir.bgp.wire.MessageCursor;
import dev.weir.bgp.wire.MessageError;
import dev.weir.bgp.wire.MessageType;
import dev.weir.bgp.wire.NotificationCode;
import dev.weir.bgp.wire.NotificationView;
import dev.weir.bgp.wire.OpenView;
import dev.weir.bgp.wire.OptionalParameter;
import dev.weir.bgp.wire.RouteRefreshView;
import dev.weir.bgp.wire.UnknownMessage;
import dev.weir.bgp.wire.UpdateView;
import java.util.ArrayList;
import java.util.List;

/// Takes messages apart into items: every field of every capability, attribute and route.
public final class MessageItems {
  private MessageItems() {}

  /// Takes a message apart.
  public static Item of(Message message) {
    Item.Group group = Item.Group.of("type", MessageType.name(message.type()));
    group.quiet("length", MessageCursor.HEADER + message.body().length());
    switch (message) {
      case OpenView open -> open(group, open);
      case UpdateView update -> update(group, update);
      case NotificationView notification -> notification(group, notification);
      case RouteRefreshView refresh -> {
        group.add("family", refresh.family());
        group.add("subtype", refresh.subtypeName());
        group.add("filters", refresh.filters());
      }
      case Keepalive _ -> {}
      case UnknownMessage unknown -> group.add("octets", unknown.body());
      case MalformedMessage malformed -> {
        group.add("malformed", error(malformed.error()));
        group.add("octets", malformed.body());
      }
    }
    return group;
  }

  /// Takes a message apart, with what is wrong with it.
  public static Item of(Message message, UpdateCheck check) {
    Item.Group group = (Item.Group) of(message);
    if (!check.isClean()) {
      group.add("treatment", check.treatment());
      List<Item> findings = new ArrayList<>();
      check.findings().forEach(finding -> findings.add(finding(finding)));
      group.add("findings", findings);
    }
    return group;
  }

  private static Item finding(Finding finding) {
    return Item.Group.of("rule", finding.rule().name())
        .add("section", finding.rule().section())
        .add("offset", finding.offset())
        .add("detail", finding.detail())
        .add("treatment", finding.treatment());
  }

  /// Takes an error apart.
  public static Item error(MessageError error) {
    return Item.Group.of("error", NotificationCode.name(error.code(), error.subcode()))
        .quiet("code", error.code())
        .quiet("subcode", error.subcode())
        .add("offset", error.offset())
        .add("detail", error.detail());
  }

  private static void open(Item.Group group, OpenView open) {
    group.add("version", open.version());
    group.add("as", open.asn().number());
    group.quiet("as_field", open.shortAsn());
    group.add("hold_time", open.holdTime());
    group.add("identifier", open.identifier());
    if (open.isExtended()) {
      group.add("extended_parameters", true);
    }
    List<Item> capabilities = new ArrayList<>();
    open.capabilities().forEach(capability -> capabilities.add(CapabilityItems.of(capability)));
    group.add("capabilities", capabilities);
    List<Item> others = new ArrayList<>();
    for (OptionalParameter parameter : open.parameters()) {
      if (parameter.type() != OptionalParameter.CAPABILITIES) {
        others.add(
            Item.Group.of("parameter", Integer.toString(parameter.type()))
                .add("value", parameter.value()));
      }
    }
    group.add("parameters", others);
    MessageError refusal = open.refusal();
    if (refusal != null) {
      group.add("refusal", error(refusal));
    }
  }

  private static void update(Item.Group group, UpdateView update) {
    AfiSafi endOfRib = update.endOfRib();
    if (endOfRib != null) {
      group.add("end_of_rib", endOfRib);
    }
    boolean pathIds = update.negotiated().hasPathIds(AfiSafi.IPV4_UNICAST);
    group.add("withdrawn", NlriItems.of(update.withdrawn(), AfiSafi.IPV4_UNICAST, pathIds));
    List<Item> attributes = new ArrayList<>();
    AttributeCursor cursor = update.attributes().cursor();
    while (cursor.next()) {
      attributes.add(AttributeItems.of(cursor.attribute(), update.negotiated()));
    }
    group.add("attributes", attributes);
    if (cursor.isTorn()) {
      Octets all = update.attributes().octets();
      group.add("torn_attribute", all.from(cursor.start() - all.offset()));
    }
    group.add("announced", NlriItems.of(update.announced(), AfiSafi.IPV4_UNICAST, pathIds));
  }

  private static void notification(Item.Group group, NotificationView notification) {
    group.add("error", NotificationCode.codeName(notification.code()));
    group.quiet("code", notification.code());
    String sub = NotificationCode.subcodeName(notification.code(), notification.subcode());
    if (!sub.isEmpty()) {
      group.add("suberror", sub);
    }
    group.quiet("subcode", notification.subcode());
    String text = notification.shutdownText();
    if (text != null) {
      group.add("text", text);
    }
    NotificationView inner = notification.hardReset();
    if (inner != null) {
      Item.Group nested = Item.Group.untitled();
      notification(nested, inner);
      group.add("reset", (Item) nested);
    }
    NotificationView.PrefixLimit limit = notification.prefixLimit();
    if (limit != null) {
      group.add("family", limit.family()).add("most_prefixes", limit.most());
    }
    group.add("data", notification.data());
  }
}
