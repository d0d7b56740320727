package dev.weir.bgp.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.bgp.check.Finding;
import dev.weir.bgp.check.PeerContext;
import dev.weir.bgp.check.Treatment;
import dev.weir.bgp.check.UpdateCheck;
import dev.weir.bgp.octets.Octets;
import dev.weir.bgp.type.Negotiated;
import dev.weir.bgp.wire.MalformedMessage;
import dev.weir.bgp.wire.Message;
import dev.weir.bgp.wire.MessageCursor;
import dev.weir.bgp.wire.MessageType;
import dev.weir.bgp.wire.UpdateView;

/// What holds of any octets whatever.
final class MessageLaws {
  private MessageLaws() {}

  /// A stream of messages is walked to its end or to a fault.
  static void visitStream(Octets octets, Negotiated under) {
    MessageCursor cursor = new MessageCursor(octets, under);
    while (cursor.next()) {
      visit(cursor.type(), cursor.body(), under);
      assertThat(cursor.message().encode()).isEqualTo(cursor.octets());
    }
    assertThat(cursor.error() != null || cursor.isIncomplete() || cursor.end() == octets.end())
        .isTrue();
  }

  /// A message is read, checked and shown, and its octets are kept.
  static void visit(int type, Octets body, Negotiated under) {
    Message message = Message.read(type, body, under);
    if (type != MessageType.KEEPALIVE || body.isEmpty()) {
      assertThat(message.body()).isEqualTo(body);
    }
    Item item = MessageItems.of(message);
    if (type == MessageType.UPDATE) {
      for (PeerContext.Kind kind : PeerContext.Kind.values()) {
        item = checked(message, body, under, PeerContext.of(kind));
      }
    }
    assertThat(ItemText.print(item)).endsWith("\n");
    assertThat(ItemJson.print(item)).startsWith("{").endsWith("}");
  }

  private static Item checked(Message message, Octets body, Negotiated under, PeerContext peer) {
    UpdateCheck check = UpdateCheck.of(body, under, peer);
    for (Finding finding : check.findings()) {
      assertThat(finding.offset()).isBetween(19, 19 + body.length());
      assertThat(finding.treatment().strength()).isLessThanOrEqualTo(check.treatment().strength());
    }
    if (message instanceof MalformedMessage) {
      assertThat(check.treatment()).isInstanceOf(Treatment.ResetSession.class);
      return MessageItems.of(message);
    }
    UpdateView update = (UpdateView) message;
    assertThat(Reassembly.of(update)).isEqualTo(body);
    if (check.treatment().strength() <= 1) {
      UpdateView mended = mended(update, check);
      UpdateCheck again = UpdateCheck.of(mended, peer);
      assertThat(again.treatment().strength()).as("%s", again).isZero();
    }
    return MessageItems.of(update, check);
  }

  /// The message without the attributes that are to be discarded.
  private static UpdateView mended(UpdateView update, UpdateCheck check) {
    Octets attributes = check.surviving(update).octets();
    Octets body =
        new dev.weir.bgp.octets.OctetsWriter(update.body().length())
            .u16(update.withdrawn().length())
            .octets(update.withdrawn())
            .u16(attributes.length())
            .octets(attributes)
            .octets(update.announced())
            .toOctets();
    return new UpdateView(body, update.negotiated(), update.withdrawnOctets(), attributes.length());
  }
}
