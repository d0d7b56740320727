package dev.weir.bgp.wire;

import dev.weir.bgp.octets.Octets;
import dev.weir.bgp.octets.OctetsWriter;
import dev.weir.bgp.type.AfiSafi;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The last message of a session: why it ends (RFC 4271 section 4.5).
///
/// ```
/// error code (1)  error subcode (1)  data
/// ```
///
/// @param body the message behind its header
public record NotificationView(Octets body) implements Message {
  /// The most octets of a shutdown text (RFC 9003 section 2).
  public static final int MOST_TEXT = 255;

  static Message read(Octets body) {
    return body.length() >= 2
        ? new NotificationView(body)
        : new MalformedMessage(
            MessageType.NOTIFICATION,
            body,
            MessageError.header(
                NotificationCode.BAD_MESSAGE_LENGTH,
                MalformedMessage.length(body),
                16,
                "NOTIFICATION with a body of " + body.length() + " octets"));
  }

  /// A message with data.
  public static NotificationView of(int code, int subcode, Octets data) {
    return new NotificationView(
        new OctetsWriter(2 + data.length()).u8(code).u8(subcode).octets(data).toOctets());
  }

  /// A good-bye with a text for the other side (RFC 9003); it is cut to 255 octets.
  ///
  /// @param subcode [NotificationCode#ADMINISTRATIVE_SHUTDOWN] or
  ///   [NotificationCode#ADMINISTRATIVE_RESET]
  public static NotificationView shutdown(int subcode, String text) {
    byte[] all = text.getBytes(StandardCharsets.UTF_8);
    int end = Math.min(all.length, MOST_TEXT);
    while (end > 0 && end < all.length && (all[end] & 0xc0) == 0x80) {
      end--;
    }
    OctetsWriter data = new OctetsWriter().u8(end).bytes(Arrays.copyOf(all, end));
    return of(NotificationCode.CEASE, subcode, data.toOctets());
  }

  @Override
  public int type() {
    return MessageType.NOTIFICATION;
  }

  /// Returns the error code, see [NotificationCode].
  public int code() {
    return body.u8(0);
  }

  /// Returns the error subcode.
  public int subcode() {
    return body.u8(1);
  }

  /// Returns what the message quotes or says besides its codes.
  public Octets data() {
    return body.from(2);
  }

  /// Returns the text that says why somebody stopped or restarts the session (RFC 9003); null if
  /// the message is of another kind, has none, or has one that is not UTF-8 or longer than the
  /// message.
  public @Nullable String shutdownText() {
    boolean speaks =
        code() == NotificationCode.CEASE
            && (subcode() == NotificationCode.ADMINISTRATIVE_SHUTDOWN
                || subcode() == NotificationCode.ADMINISTRATIVE_RESET);
    Octets data = data();
    if (!speaks || data.isEmpty() || data.u8(0) == 0 || data.u8(0) > data.length() - 1) {
      return null;
    }
    try {
      Octets text = data.slice(1, data.u8(0));
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(text.array(), text.offset(), text.length()))
          .toString();
    } catch (CharacterCodingException _) {
      return null;
    }
  }

  /// Returns the message inside a hard reset (RFC 8538 section 3): its data are a code, a subcode
  /// and data; null if it is none, or says nothing.
  public @Nullable NotificationView hardReset() {
    boolean hard = code() == NotificationCode.CEASE && subcode() == NotificationCode.HARD_RESET;
    return hard && body.length() >= 4 ? new NotificationView(data()) : null;
  }

  /// Returns the limit of prefixes that was reached (RFC 4486 section 4); null if the message does
  /// not say.
  public @Nullable PrefixLimit prefixLimit() {
    boolean limit =
        code() == NotificationCode.CEASE && subcode() == NotificationCode.MAXIMUM_PREFIXES;
    Octets data = data();
    return limit && data.length() == 7
        ? new PrefixLimit(new AfiSafi(data.u16(0), data.u8(2)), data.u32(3))
        : null;
  }

  /// Returns the name of code and subcode.
  public String name() {
    return NotificationCode.name(code(), subcode());
  }

  /// How many prefixes of a family a speaker takes.
  ///
  /// @param family the family
  /// @param most 0 to 4,294,967,295
  public record PrefixLimit(AfiSafi family, long most) {}
}
