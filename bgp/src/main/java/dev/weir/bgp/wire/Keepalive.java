package dev.weir.bgp.wire;

import dev.weir.bgp.octets.Octets;

/// A sign of life: a header and nothing else (RFC 4271 section 4.4).
public record Keepalive() implements Message {
  /// The one there is.
  public static final Keepalive INSTANCE = new Keepalive();

  static Message read(Octets body) {
    return body.isEmpty()
        ? INSTANCE
        : new MalformedMessage(
            MessageType.KEEPALIVE,
            body,
            MessageError.header(
                NotificationCode.BAD_MESSAGE_LENGTH,
                MalformedMessage.length(body),
                16,
                "KEEPALIVE with a body of " + body.length() + " octets"));
  }

  @Override
  public int type() {
    return MessageType.KEEPALIVE;
  }

  @Override
  public Octets body() {
    return Octets.EMPTY;
  }
}
