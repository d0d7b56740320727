package dev.weir.bgp.wire;

import dev.weir.bgp.octets.Octets;
import dev.weir.bgp.octets.OctetsWriter;
import dev.weir.bgp.type.Negotiated;
import org.jspecify.annotations.Nullable;

/// Steps over messages, one behind another, as they stand in a stream (RFC 4271 section 4.1).
///
/// ```
/// +---------------------------------------------------------------+
/// |                marker: sixteen octets, all ones               |
/// +-------------------------------+---------------+---------------+
/// |   length, header included     |     type      |   body ...
/// +-------------------------------+---------------+
/// ```
///
/// [#next] is false at the end, at a message that is not all there ([#isIncomplete]: read more, and
/// begin again at [#start]), and at a header that cannot be ([#error]); nothing behind such a
/// header can be found again. Belongs to the loop that made it, so that it costs no allocation.
public final class MessageCursor {
  /// Octets of a header.
  public static final int HEADER = 19;

  /// The most octets of a message, header included (RFC 4271 section 4.1).
  public static final int MOST = 4096;

  /// The most octets of a message if both speakers allow it (RFC 8654).
  public static final int MOST_EXTENDED = 65_535;

  private final Octets octets;
  private final Negotiated negotiated;
  private int start;
  private int next;
  private @Nullable MessageError error;
  private boolean incomplete;

  /// Begins before the first message.
  public MessageCursor(Octets octets, Negotiated negotiated) {
    this.octets = octets;
    this.negotiated = negotiated;
    this.next = octets.offset();
    this.start = next;
  }

  /// Moves to the next message.
  public boolean next() {
    start = next;
    int left = octets.end() - start;
    if (left < HEADER) {
      return left != 0 && stop(left);
    }
    byte[] array = octets.array();
    int length = Octets.u16(array, start + 16);
    int type = array[start + 18] & 0xff;
    boolean marked = (Octets.i64(array, start) & Octets.i64(array, start + 8)) == -1;
    if (!marked
        || length > left
        || type == 0
        || type > MessageType.ROUTE_REFRESH
        || !isPossible(type, length)) {
      return stop(left);
    }
    next = start + length;
    return true;
  }

  /// Says why there is no next message; apart from [#next], which is to stay small.
  private boolean stop(int left) {
    byte[] array = octets.array();
    for (int i = 0; i < Math.min(left, 16); i++) {
      if (array[start + i] != -1) {
        return fail(
            NotificationCode.NOT_SYNCHRONIZED, i, Octets.EMPTY, "the marker is not all ones");
      }
    }
    if (left < HEADER) {
      incomplete = true;
      return false;
    }
    int length = Octets.u16(array, start + 16);
    int type = array[start + 18] & 0xff;
    if (!isPossible(type, length)) {
      return fail(
          NotificationCode.BAD_MESSAGE_LENGTH,
          16,
          new Octets(array, start + 16, 2).detach(),
          MessageType.name(type) + " of " + length + " octets");
    }
    if (type == 0 || type > MessageType.ROUTE_REFRESH) {
      return fail(
          NotificationCode.BAD_MESSAGE_TYPE,
          18,
          new Octets(array, start + 18, 1).detach(),
          "no message has type " + type);
    }
    incomplete = true;
    return false;
  }

  private boolean isPossible(int type, int length) {
    boolean wide =
        negotiated.extendedMessages() && type != MessageType.OPEN && type != MessageType.KEEPALIVE;
    return length >= MessageType.leastOctets(type)
        && length <= (wide ? MOST_EXTENDED : MOST)
        && (type != MessageType.KEEPALIVE || length == HEADER);
  }

  private boolean fail(int subcode, int at, Octets data, String detail) {
    error = MessageError.header(subcode, data, start - octets.offset() + at, detail);
    return false;
  }

  /// Returns where this message begins in the backing array.
  public int start() {
    return start;
  }

  /// Returns where this message ends in the backing array, exclusive.
  public int end() {
    return next;
  }

  /// Returns the type code of this message.
  public int type() {
    return octets.array()[start + 18] & 0xff;
  }

  /// Returns this message with its header.
  public Octets octets() {
    return new Octets(octets.array(), start, next - start);
  }

  /// Returns this message behind its header.
  public Octets body() {
    return new Octets(octets.array(), start + HEADER, next - start - HEADER);
  }

  /// Views this message.
  public Message message() {
    return Message.read(type(), body(), negotiated);
  }

  /// Returns what is wrong with the header the walk ended at; null if nothing is.
  public @Nullable MessageError error() {
    return error;
  }

  /// Returns whether the walk ended inside a message.
  public boolean isIncomplete() {
    return incomplete;
  }

  /// Writes a header.
  ///
  /// @param length of the whole message, header included
  public static void writeHeader(OctetsWriter out, int type, int length) {
    out.u64(-1).u64(-1).u16(length).u8(type);
  }
}
