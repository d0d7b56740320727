package dev.weir.bgp.wire;

import dev.weir.bgp.octets.Octets;
import dev.weir.bgp.octets.OctetsWriter;

/// A message that cannot be read, kept as it came, with the reason.
///
/// @param type the type code, 0 where the header itself is wrong
/// @param body the octets behind the header; all of them where the header itself is wrong
/// @param error what is wrong
public record MalformedMessage(int type, Octets body, MessageError error) implements Message {

  static MessageError incomplete(int offset, int octets) {
    return MessageError.header(
        NotificationCode.BAD_MESSAGE_LENGTH,
        Octets.EMPTY,
        offset,
        "the message ends early, after " + octets + " octets");
  }

  static MessageError trailing(int offset) {
    return MessageError.header(
        NotificationCode.BAD_MESSAGE_LENGTH, Octets.EMPTY, offset, "octets behind the message");
  }

  /// The length field of a message, as errors of length quote it.
  static Octets length(Octets body) {
    return new OctetsWriter().u16(MessageCursor.HEADER + body.length()).toOctets();
  }
}
