package dev.weir.bgp.wire;

import dev.weir.bgp.octets.Octets;
import dev.weir.bgp.octets.OctetsWriter;
import dev.weir.bgp.type.AfiSafi;

/// Asks for all routes of a family again, or marks where they begin and end (RFC 2918, RFC 7313,
/// RFC 5291).
///
/// ```
/// AFI (2)  subtype (1)  SAFI (1)  [ outbound route filters ]
/// ```
///
/// @param body the message behind its header
public record RouteRefreshView(Octets body) implements Message {
  /// Asks for the routes.
  public static final int REQUEST = 0;

  /// The routes that were asked for begin (RFC 7313).
  public static final int BEGIN = 1;

  /// The routes that were asked for are complete (RFC 7313).
  public static final int END = 2;

  static Message read(Octets body) {
    if (body.length() < 4) {
      return malformed(body, NotificationCode.HEADER, NotificationCode.BAD_MESSAGE_LENGTH);
    }
    int subtype = body.u8(2);
    boolean marker = subtype == BEGIN || subtype == END;
    return marker && body.length() != 4
        ? malformed(body, NotificationCode.ROUTE_REFRESH, NotificationCode.INVALID_LENGTH)
        : new RouteRefreshView(body);
  }

  private static Message malformed(Octets body, int code, int subcode) {
    return new MalformedMessage(
        MessageType.ROUTE_REFRESH,
        body,
        new MessageError(
            code,
            subcode,
            code == NotificationCode.HEADER ? MalformedMessage.length(body) : body,
            16,
            "ROUTE-REFRESH with a body of " + body.length() + " octets"));
  }

  /// A message without filters.
  ///
  /// @param subtype [#REQUEST], [#BEGIN] or [#END]
  public static RouteRefreshView of(AfiSafi family, int subtype) {
    return new RouteRefreshView(
        new OctetsWriter(8).u16(family.afi()).u8(subtype).u8(family.safi()).toOctets());
  }

  @Override
  public int type() {
    return MessageType.ROUTE_REFRESH;
  }

  /// Returns the family that is meant.
  public AfiSafi family() {
    return new AfiSafi(body.u16(0), body.u8(3));
  }

  /// Returns the subtype: [#REQUEST], [#BEGIN], [#END], or a number without meaning.
  public int subtype() {
    return body.u8(2);
  }

  /// Returns the subtype's name: `request`, `BoRR`, `EoRR`, or a number.
  public String subtypeName() {
    return switch (subtype()) {
      case REQUEST -> "request";
      case BEGIN -> "BoRR";
      case END -> "EoRR";
      default -> "subtype " + subtype();
    };
  }

  /// Returns the outbound route filters as they stand, perhaps none (RFC 5291 section 4).
  public Octets filters() {
    return body.from(4);
  }
}
