package dev.weir.bgp.wire;

import dev.weir.bgp.octets.Octets;
import dev.weir.bgp.octets.OctetsWriter;
import dev.weir.bgp.type.Negotiated;

/// One BGP message, as a view over its octets; a switch over the kinds is complete.
///
/// A message that cannot be read is a message too, [MalformedMessage], so that reading never
/// throws. Every kind keeps its body as it came: [#encode] gives back the octets that were read.
public sealed interface Message
    permits OpenView,
        UpdateView,
        NotificationView,
        Keepalive,
        RouteRefreshView,
        UnknownMessage,
        MalformedMessage {

  /// Returns the type code, see [MessageType].
  int type();

  /// Returns the octets behind the header.
  Octets body();

  /// Views the body of a message.
  ///
  /// @param type the type code of the header
  /// @param body the octets behind the header
  /// @param negotiated what the message was sent under
  static Message read(int type, Octets body, Negotiated negotiated) {
    return switch (type) {
      case MessageType.OPEN -> OpenView.read(body);
      case MessageType.UPDATE -> update(body, negotiated);
      case MessageType.NOTIFICATION -> NotificationView.read(body);
      case MessageType.KEEPALIVE -> Keepalive.read(body);
      case MessageType.ROUTE_REFRESH -> RouteRefreshView.read(body);
      default -> new UnknownMessage(type, body);
    };
  }

  private static Message update(Octets body, Negotiated negotiated) {
    UpdateView update = UpdateView.read(body, negotiated);
    return update != null
        ? update
        : new MalformedMessage(
            MessageType.UPDATE,
            body,
            MessageError.of(
                NotificationCode.UPDATE,
                NotificationCode.MALFORMED_ATTRIBUTE_LIST,
                MessageCursor.HEADER,
                "the lengths of withdrawn routes and attributes do not fit into the message"));
  }

  /// Reads one whole message with its header. Octets behind it are an error, as is a message that
  /// is not all there; [MessageCursor] walks several messages.
  static Message read(Octets whole, Negotiated negotiated) {
    MessageCursor cursor = new MessageCursor(whole, negotiated);
    if (!cursor.next()) {
      MessageError error = cursor.error();
      return new MalformedMessage(
          0, whole, error != null ? error : MalformedMessage.incomplete(0, whole.length()));
    }
    Message message = cursor.message();
    return cursor.end() == whole.end()
        ? message
        : new MalformedMessage(
            cursor.type(), cursor.body(), MalformedMessage.trailing(cursor.octets().length()));
  }

  /// Returns the message with its header: marker, length, type, body.
  default Octets encode() {
    Octets body = body();
    OctetsWriter out = new OctetsWriter(MessageCursor.HEADER + body.length());
    MessageCursor.writeHeader(out, type(), MessageCursor.HEADER + body.length());
    return out.octets(body).toOctets();
  }
}
