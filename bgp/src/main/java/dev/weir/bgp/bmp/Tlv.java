package dev.weir.bgp.bmp;

import dev.weir.bgp.octets.Octets;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/// A piece of a message that says its type and length (RFC 7854 section 4.4).
///
/// ```
/// type (2)  length of the value (2)  value
/// ```
///
/// What a type means depends on the message it stands in.
///
/// @param type 16 bits; the high bit marks types of enterprises in version 4
/// @param value the value
public record Tlv(int type, Octets value) {
  /// Octets of type and length.
  public static final int HEADER = 4;

  /// Free text (Initiation, Peer Up, Termination).
  public static final int STRING = 0;

  /// What the router is (Initiation).
  public static final int SYSTEM_DESCRIPTION = 1;

  /// What the router is called (Initiation).
  public static final int SYSTEM_NAME = 2;

  /// The table a peer belongs to (Peer Up and Peer Down, RFC 9069).
  public static final int TABLE_NAME = 3;

  /// A label the operator gave (Initiation and Peer Up, RFC 9736).
  public static final int ADMIN_LABEL = 4;

  /// Why the router closes (Termination).
  public static final int REASON = 1;

  /// A BGP message (Route Mirroring).
  public static final int BGP_MESSAGE = 0;

  /// Something about the mirrored messages (Route Mirroring).
  public static final int INFORMATION = 1;

  /// A TLV with a text.
  public static Tlv text(int type, String text) {
    return new Tlv(type, Octets.of(text.getBytes(StandardCharsets.UTF_8)));
  }

  /// Returns the value as text: UTF-8 as the RFCs have it, or, if it is none, each octet as a
  /// character of ISO 8859-1.
  public String text() {
    return text(value);
  }

  static String text(Octets value) {
    ByteBuffer octets = ByteBuffer.wrap(value.array(), value.offset(), value.length());
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(octets).toString();
    } catch (CharacterCodingException _) {
      return new String(value.toBytes(), StandardCharsets.ISO_8859_1);
    }
  }

  /// Returns the name of an information type of Initiation, Peer Up and Peer Down, or `type-n`.
  public static String informationName(int type) {
    return switch (type) {
      case STRING -> "string";
      case SYSTEM_DESCRIPTION -> "system-description";
      case SYSTEM_NAME -> "system-name";
      case TABLE_NAME -> "table-name";
      case ADMIN_LABEL -> "admin-label";
      default -> "type-" + type;
    };
  }
}
