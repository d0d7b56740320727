package dev.weir.bgp.mrt;

import dev.weir.bgp.octets.Octets;
import dev.weir.bgp.type.AfiSafi;
import dev.weir.inet.Asn;
import dev.weir.inet.IpAddress;
import dev.weir.inet.Ipv4Address;
import dev.weir.inet.Ipv6Address;
import org.jspecify.annotations.Nullable;

/// A session that went from one state to another (RFC 6396 sections 4.4.1 and 4.4.4, appendix
/// B.2.2).
///
/// States are those of RFC 4271 section 8.2.2: 1 Idle, 2 Connect, 3 Active, 4 OpenSent, 5
/// OpenConfirm, 6 Established.
///
/// @param type the type of the record, see [MrtType]
/// @param seconds when, in seconds since 1970
/// @param microseconds of that second, -1 where the type has none
/// @param peer the address of the other side
/// @param peerAsn its AS number
/// @param before the state it left
/// @param after the state it came to
public record StateChange(
    int type, long seconds, long microseconds, IpAddress peer, Asn peerAsn, int before, int after) {

  /// Reads a record; null if it is no change of a state, or damaged.
  public static @Nullable StateChange read(Octets record) {
    if (record.length() < MrtRecord.HEADER) {
      return null;
    }
    int type = record.u16(4);
    int subtype = record.u16(6);
    return switch (type) {
      case MrtType.BGP4MP -> session(record, MrtRecord.HEADER, -1);
      case MrtType.BGP4MP_ET ->
          record.length() < MrtRecord.HEADER + 4
              ? null
              : session(record, MrtRecord.HEADER + 4, record.u32(MrtRecord.HEADER));
      case MrtType.BGP -> subtype == MrtSubtype.BGP_STATE_CHANGE ? old(record, 4) : null;
      case MrtType.BGP4PLUS, MrtType.BGP4PLUS_01 ->
          subtype == MrtSubtype.BGP_STATE_CHANGE ? old(record, 16) : null;
      default -> null;
    };
  }

  private static @Nullable StateChange session(Octets record, int at, long microseconds) {
    int subtype = record.u16(6);
    if (subtype != MrtSubtype.STATE_CHANGE && subtype != MrtSubtype.STATE_CHANGE_AS4) {
      return null;
    }
    int number = subtype == MrtSubtype.STATE_CHANGE_AS4 ? 4 : 2;
    int addresses = at + 2 * number + 4;
    if (addresses > record.length()) {
      return null;
    }
    int octets = record.u16(addresses - 2) == AfiSafi.AFI_IPV6 ? 16 : 4;
    int states = addresses + 2 * octets;
    if (states + 4 > record.length()) {
      return null;
    }
    int asn = number == 4 ? record.i32(at) : record.u16(at);
    return of(record, microseconds, address(record, addresses, octets), asn, states);
  }

  private static @Nullable StateChange old(Octets record, int octets) {
    int at = MrtRecord.HEADER;
    int states = at + 2 + octets;
    if (states + 4 > record.length()) {
      return null;
    }
    return of(record, -1, address(record, at + 2, octets), record.u16(at), states);
  }

  private static StateChange of(
      Octets record, long microseconds, IpAddress peer, int asn, int states) {
    return new StateChange(
        record.u16(4),
        record.u32(0),
        microseconds,
        peer,
        new Asn(asn),
        record.u16(states),
        record.u16(states + 2));
  }

  private static IpAddress address(Octets record, int at, int octets) {
    return octets == 16
        ? new Ipv6Address(record.i64(at), record.i64(at + 8))
        : new Ipv4Address(record.i32(at));
  }
}
