package dev.weir.dns.wire;

import dev.weir.dns.octets.OctetBuffer;
import dev.weir.dns.octets.Octets;

/// Messages in a stream: two octets of length before each (RFC 1035 §4.2.2, RFC 7766 §8).
public final class MessageFrame {
  /// Octets of the length.
  public static final int PREFIX = 2;

  private MessageFrame() {}

  /// Octets of the frame that a stream begins with, its length included.
  ///
  /// @param received what has come and was not yet taken
  /// @return 0 while the frame has not come in whole
  public static int complete(Octets received) {
    if (received.length() < PREFIX) {
      return 0;
    }
    int frame = PREFIX + received.u16(0);
    return received.length() < frame ? 0 : frame;
  }

  /// The message inside a frame that has come in whole.
  public static Octets message(Octets received) {
    return received.slice(PREFIX, received.u16(0));
  }

  /// Opens a frame: leaves two octets for the length. The message follows.
  ///
  /// @return where the frame begins, for [#close]
  public static int open(OctetBuffer out) {
    int at = out.length();
    out.u16(0);
    return at;
  }

  /// Closes a frame: everything written since [#open] is the message.
  ///
  /// @param at what [#open] returned
  /// @throws IllegalStateException if there are more than 65535 octets
  public static void close(OctetBuffer out, int at) {
    int length = out.length() - at - PREFIX;
    if (length > MessageWriter.STREAM_LIMIT) {
      throw new IllegalStateException("a message of " + length + " octets fits no frame");
    }
    out.putU16(at, length);
  }
}
