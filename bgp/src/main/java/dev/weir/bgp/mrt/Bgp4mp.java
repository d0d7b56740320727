package dev.weir.bgp.mrt;

import dev.weir.bgp.octets.Octets;
import dev.weir.bgp.type.AfiSafi;
import dev.weir.bgp.type.Negotiated;
import dev.weir.inet.Asn;
import dev.weir.inet.IpAddress;
import dev.weir.inet.Ipv4Address;
import dev.weir.inet.Ipv6Address;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A BGP4MP or BGP4MP_ET record as a value: the session it belongs to, and behind that the octets
/// of a message, or of a change of state (RFC 6396 section 4.4, RFC 8050 section 3).
///
/// ```
/// AS of the peer (2 or 4)   AS of the collector (2 or 4)
/// interface (2)             address family (2)
/// address of the peer (4 or 16)   address of the collector (4 or 16)
/// BGP message, or old state (2) and new state (2)
/// ```
///
/// @param seconds when, in seconds since 1970
/// @param microseconds of that second; -1 for BGP4MP, which has none
/// @param subtype what kind of record, see [MrtSubtype]
/// @param session its two ends
/// @param content the message with its header, or the two states
public record Bgp4mp(
    long seconds, long microseconds, int subtype, Session session, Octets content) {
  private static final Set<AfiSafi> PLAIN =
      Set.of(
          AfiSafi.IPV4_UNICAST,
          AfiSafi.IPV4_MULTICAST,
          AfiSafi.IPV6_UNICAST,
          AfiSafi.IPV6_MULTICAST);

  /// Reads a record; null if it is no message and no change of state, or too short for its head.
  public static @Nullable Bgp4mp read(MrtRecord record) {
    int type = record.type();
    int subtype = record.subtype();
    boolean state = subtype == MrtSubtype.STATE_CHANGE || subtype == MrtSubtype.STATE_CHANGE_AS4;
    if (type != MrtType.BGP4MP && type != MrtType.BGP4MP_ET
        || !state && !MrtSubtype.isMessage(subtype)) {
      return null;
    }
    Octets message = record.message();
    int number = MrtSubtype.isFourOctet(subtype) ? 4 : 2;
    int addresses = 2 * number + 4;
    if (message.length() < addresses) {
      return null;
    }
    int family = message.u16(addresses - 2);
    int octets = family == AfiSafi.AFI_IPV4 ? 4 : family == AfiSafi.AFI_IPV6 ? 16 : 0;
    if (octets == 0 || message.length() < addresses + 2 * octets) {
      return null;
    }
    Session session =
        new Session(
            asn(message, 0, number),
            asn(message, number, number),
            message.u16(2 * number),
            address(message, addresses, octets),
            address(message, addresses + octets, octets));
    return new Bgp4mp(
        record.seconds(),
        type == MrtType.BGP4MP_ET ? record.microseconds() : -1,
        subtype,
        session,
        message.from(addresses + 2 * octets));
  }

  private static Asn asn(Octets message, int at, int octets) {
    return new Asn(octets == 4 ? message.i32(at) : message.u16(at));
  }

  private static IpAddress address(Octets message, int at, int octets) {
    return octets == 4
        ? new Ipv4Address(message.i32(at))
        : new Ipv6Address(message.i64(at), message.i64(at + 8));
  }

  /// Returns whether this is a message; else it is a change of state.
  public boolean isMessage() {
    return MrtSubtype.isMessage(subtype);
  }

  /// Returns what the message was sent under, as far as the record tells: the width of AS numbers,
  /// and whether routes have path identifiers.
  public Negotiated negotiated() {
    Negotiated usual = Negotiated.USUAL.withFourOctetAsn(MrtSubtype.isFourOctet(subtype));
    return MrtSubtype.hasPathIds(subtype) ? usual.withAddPath(PLAIN) : usual;
  }
}
