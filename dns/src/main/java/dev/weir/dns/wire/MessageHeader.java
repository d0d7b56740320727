package dev.weir.dns.wire;

import dev.weir.dns.octets.Octets;

/// The twelve octets that every message begins with (RFC 1035 §4.1.1).
///
/// ```
/// ID (2) | flags (2) | QDCOUNT (2) | ANCOUNT (2) | NSCOUNT (2) | ARCOUNT (2)
/// ```
///
/// It can be read even where the rest of the message is broken, so that a server can answer FORMERR
/// with the identifier it was asked with.
///
/// @param id the identifier that pairs answers with questions, 0 to 65535
/// @param flags flags, opcode and response code
/// @param questions entries in the question section
/// @param answers records in the answer section
/// @param authorities records in the authority section
/// @param additionals records in the additional section
public record MessageHeader(
    int id, HeaderFlags flags, int questions, int answers, int authorities, int additionals) {
  /// Octets of a header.
  public static final int OCTETS = MessageWalk.HEADER;

  /// Checks the ranges.
  public MessageHeader {
    if (((id | questions | answers | authorities | additionals) & ~0xffff) != 0) {
      throw new IllegalArgumentException("identifier and counts of a header are 0 to 65535");
    }
  }

  /// Reads the header of a message, sound or not.
  ///
  /// @throws dev.weir.dns.MalformedWire if there are fewer than twelve octets
  public static MessageHeader read(Octets message) {
    if (message.length() < OCTETS) {
      throw WireFault.exception(WireFault.HEADER_CUT.at(message.length()));
    }
    return new MessageHeader(
        message.u16(0),
        new HeaderFlags(message.u16(2)),
        message.u16(4),
        message.u16(6),
        message.u16(8),
        message.u16(10));
  }
}
