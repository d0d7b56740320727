package dev.weir.bgp.wire;

import dev.weir.bgp.octets.Octets;
import dev.weir.bgp.type.AfiSafi;
import dev.weir.inet.Asn;
import dev.weir.inet.Ipv4Address;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The first message of a session: who speaks, and what they can do (RFC 4271 section 4.2).
///
/// ```
/// version (1)  AS (2)  hold time (2)  identifier (4)  length of parameters (1)  parameters
/// ```
///
/// Where the first parameter has type 255, the parameters are of the extended form: two octets of
/// length for all of them follow, and each has a length of two octets (RFC 9072).
///
/// @param body the message behind its header
public record OpenView(Octets body) implements Message {
  /// Octets before the parameters.
  static final int FIXED = 10;

  /// The parameter type that stands for the extended form (RFC 9072).
  static final int EXTENDED = 255;

  static Message read(Octets body) {
    if (body.length() < FIXED) {
      return malformed(body, body.length(), "OPEN with a body of " + body.length() + " octets");
    }
    OpenView view = new OpenView(body);
    int at = view.firstParameter();
    if (at > body.length() || body.length() - at != view.parameterOctets()) {
      return malformed(body, 9, "the length of the parameters does not fit");
    }
    int header = view.isExtended() ? 3 : 2;
    while (at < body.length()) {
      if (body.length() - at < header) {
        return malformed(body, at, "an optional parameter is cut off");
      }
      int length = view.parameterLength(at);
      if (length > body.length() - at - header) {
        return malformed(body, at, "an optional parameter is longer than the message");
      }
      if (!new OptionalParameter(body.u8(at), body.slice(at + header, length)).isWellFormed()) {
        return malformed(body, at + header, "a capability is longer than its parameter");
      }
      at += header + length;
    }
    return view;
  }

  private static Message malformed(Octets body, int at, String detail) {
    return new MalformedMessage(
        MessageType.OPEN,
        body,
        MessageError.of(NotificationCode.OPEN, 0, MessageCursor.HEADER + at, detail));
  }

  @Override
  public int type() {
    return MessageType.OPEN;
  }

  /// Returns the version, 4 today.
  public int version() {
    return body.u8(0);
  }

  /// Returns the AS number of the fixed field, 16 bits; 23456 stands for one that does not fit.
  public int shortAsn() {
    return body.u16(1);
  }

  /// Returns the AS of the speaker: of the capability of four octets (RFC 6793), else of the field.
  public Asn asn() {
    for (Capability capability : capabilities()) {
      if (capability instanceof Capability.FourOctetAsn(Asn asn)) {
        return asn;
      }
    }
    return new Asn(shortAsn());
  }

  /// Returns the hold time in seconds.
  public int holdTime() {
    return body.u16(3);
  }

  /// Returns the BGP identifier: 32 bits that are written like an address (RFC 6286).
  public Ipv4Address identifier() {
    return new Ipv4Address(body.i32(5));
  }

  /// Returns whether the parameters are of the extended form (RFC 9072).
  public boolean isExtended() {
    return body.u8(9) != 0 && body.length() >= FIXED + 3 && body.u8(FIXED) == EXTENDED;
  }

  private int firstParameter() {
    return isExtended() ? FIXED + 3 : FIXED;
  }

  private int parameterOctets() {
    return isExtended() ? body.u16(FIXED + 1) : body.u8(9);
  }

  private int parameterLength(int at) {
    return isExtended() ? body.u16(at + 1) : body.u8(at + 1);
  }

  /// Returns the optional parameters in their order.
  public List<OptionalParameter> parameters() {
    List<OptionalParameter> all = new ArrayList<>();
    int header = isExtended() ? 3 : 2;
    int at = firstParameter();
    while (at < body.length()) {
      int length = parameterLength(at);
      all.add(new OptionalParameter(body.u8(at), body.slice(at + header, length)));
      at += header + length;
    }
    return all;
  }

  /// Returns the capabilities of all parameters in their order.
  public List<Capability> capabilities() {
    List<Capability> all = new ArrayList<>();
    parameters().forEach(parameter -> all.addAll(parameter.capabilities()));
    return all;
  }

  /// Returns whether there is a capability of a code.
  public boolean hasCapability(int code) {
    return capabilities().stream().anyMatch(capability -> capability.code() == code);
  }

  /// Returns the first capability of a kind, or null if there is none.
  public <C extends Capability> @Nullable C capability(Class<C> kind) {
    for (Capability capability : capabilities()) {
      if (kind.isInstance(capability)) {
        return kind.cast(capability);
      }
    }
    return null;
  }

  /// Returns the families the speaker has routes of: those it names, else IPv4 unicast (RFC 4760
  /// section 8).
  public Set<AfiSafi> families() {
    Set<AfiSafi> all = new TreeSet<>();
    for (Capability capability : capabilities()) {
      if (capability instanceof Capability.Multiprotocol family) {
        all.add(family.family());
      }
    }
    if (all.isEmpty()) {
      all.add(AfiSafi.IPV4_UNICAST);
    }
    return all;
  }

  /// Returns why a session must not begin with this message (RFC 4271 section 6.2, RFC 6286, RFC
  /// 7607); null if it may.
  public @Nullable MessageError refusal() {
    int header = MessageCursor.HEADER;
    if (version() != 4) {
      return new MessageError(
          NotificationCode.OPEN,
          NotificationCode.UNSUPPORTED_VERSION,
          Octets.of(new byte[] {0, 4}),
          header,
          "version " + version());
    }
    if (asn().bits() == 0 || shortAsn() == 0) {
      return error(NotificationCode.BAD_PEER_AS, header + 1, "AS 0 (RFC 7607)");
    }
    if (holdTime() == 1 || holdTime() == 2) {
      return error(
          NotificationCode.UNACCEPTABLE_HOLD_TIME,
          header + 3,
          "a hold time of " + holdTime() + " s");
    }
    if (identifier().bits() == 0) {
      return error(NotificationCode.BAD_IDENTIFIER, header + 5, "identifier 0 (RFC 6286)");
    }
    for (OptionalParameter parameter : parameters()) {
      if (parameter.type() != OptionalParameter.CAPABILITIES) {
        return error(
            NotificationCode.UNSUPPORTED_PARAMETER,
            header + parameter.value().offset() - body.offset() - (isExtended() ? 3 : 2),
            "optional parameter " + parameter.type());
      }
    }
    return null;
  }

  private static MessageError error(int subcode, int offset, String detail) {
    return MessageError.of(NotificationCode.OPEN, subcode, offset, detail);
  }

  /// Returns the message as a value of its own.
  public Open toOpen() {
    return new Open(version(), shortAsn(), holdTime(), identifier(), parameters(), isExtended());
  }
}
