package dev.weir.bgp.wire;

import dev.weir.bgp.octets.Octets;

/// What is wrong with a message so that the session must end: the NOTIFICATION to answer with, and
/// where the fault stands.
///
/// @param code the error code, see [NotificationCode]
/// @param subcode the error subcode
/// @param data what the NOTIFICATION quotes, perhaps nothing
/// @param offset where the fault stands, in octets from the beginning of what was read
/// @param detail one sentence for a person
public record MessageError(int code, int subcode, Octets data, int offset, String detail) {

  /// An error that quotes nothing.
  public static MessageError of(int code, int subcode, int offset, String detail) {
    return new MessageError(code, subcode, Octets.EMPTY, offset, detail);
  }

  /// An error of the header (RFC 4271 section 6.1).
  static MessageError header(int subcode, Octets data, int offset, String detail) {
    return new MessageError(NotificationCode.HEADER, subcode, data, offset, detail);
  }

  /// Returns the message to send.
  public NotificationView notification() {
    return NotificationView.of(code, subcode, data);
  }

  @Override
  public String toString() {
    return NotificationCode.name(code, subcode) + " at octet " + offset + ": " + detail;
  }
}
