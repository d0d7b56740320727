package dev.weir.dns.wire;

import dev.weir.dns.type.Opcode;
import dev.weir.dns.type.Rcode;

/// The second two octets of a message: flags, opcode and the lower four bits of the response code.
///
/// ```
///   0  1  2  3  4  5  6  7  8  9  0  1  2  3  4  5
/// +--+-----------+--+--+--+--+--+--+--+-----------+
/// |QR|  Opcode   |AA|TC|RD|RA| Z|AD|CD|   RCODE   |   RFC 1035 §4.1.1, RFC 2535 §6.1
/// +--+-----------+--+--+--+--+--+--+--+-----------+
/// ```
///
/// Every value of sixteen bits is one; the reserved bit is kept as it came.
///
/// @param bits the sixteen bits, as on the wire
public record HeaderFlags(int bits) {
  /// A query with nothing set.
  public static final HeaderFlags QUERY = new HeaderFlags(0);

  /// A response with nothing else set.
  public static final HeaderFlags RESPONSE = new HeaderFlags(0x8000);

  private static final int QR = 0x8000;
  private static final int AA = 0x0400;
  private static final int TC = 0x0200;
  private static final int RD = 0x0100;
  private static final int RA = 0x0080;
  private static final int AD = 0x0020;
  private static final int CD = 0x0010;

  /// Checks the range.
  public HeaderFlags {
    if (bits < 0 || bits > 0xffff) {
      throw new IllegalArgumentException("header flags are 16 bits, not " + bits);
    }
  }

  /// Whether this is a response (QR).
  public boolean response() {
    return (bits & QR) != 0;
  }

  /// The kind of query.
  public Opcode opcode() {
    return new Opcode(bits >> 11 & 0xf);
  }

  /// Whether the responder is an authority for the name (AA).
  public boolean authoritative() {
    return (bits & AA) != 0;
  }

  /// Whether records are missing for want of room (TC).
  public boolean truncated() {
    return (bits & TC) != 0;
  }

  /// Whether recursion is asked for (RD).
  public boolean recursionDesired() {
    return (bits & RD) != 0;
  }

  /// Whether the responder recurses (RA).
  public boolean recursionAvailable() {
    return (bits & RA) != 0;
  }

  /// Whether all data was proved authentic (AD, RFC 4035 §3.1.6).
  public boolean authenticData() {
    return (bits & AD) != 0;
  }

  /// Whether the asker does its own checks (CD, RFC 4035 §3.1.6).
  public boolean checkingDisabled() {
    return (bits & CD) != 0;
  }

  /// The lower four bits of the response code; EDNS holds the rest.
  public Rcode rcode() {
    return new Rcode(bits & 0xf);
  }

  /// These flags with QR set or not.
  public HeaderFlags withResponse(boolean on) {
    return with(QR, on);
  }

  /// These flags with another opcode.
  public HeaderFlags withOpcode(Opcode opcode) {
    return new HeaderFlags((bits & ~0x7800) | (opcode.code() << 11));
  }

  /// These flags with AA set or not.
  public HeaderFlags withAuthoritative(boolean on) {
    return with(AA, on);
  }

  /// These flags with TC set or not.
  public HeaderFlags withTruncated(boolean on) {
    return with(TC, on);
  }

  /// These flags with RD set or not.
  public HeaderFlags withRecursionDesired(boolean on) {
    return with(RD, on);
  }

  /// These flags with RA set or not.
  public HeaderFlags withRecursionAvailable(boolean on) {
    return with(RA, on);
  }

  /// These flags with AD set or not.
  public HeaderFlags withAuthenticData(boolean on) {
    return with(AD, on);
  }

  /// These flags with CD set or not.
  public HeaderFlags withCheckingDisabled(boolean on) {
    return with(CD, on);
  }

  /// These flags with the lower four bits of a response code.
  public HeaderFlags withRcode(Rcode rcode) {
    return new HeaderFlags((bits & ~0xf) | (rcode.code() & 0xf));
  }

  /// Prints opcode, response code and the names of the flags that are set.
  @Override
  public String toString() {
    StringBuilder out = new StringBuilder(48);
    out.append(opcode()).append(' ').append(rcode());
    String names = "qr aa tc rd ra z  ad cd ";
    int[] masks = {QR, AA, TC, RD, RA, 0x40, AD, CD};
    for (int i = 0; i < masks.length; i++) {
      if ((bits & masks[i]) != 0) {
        out.append(' ').append(names.substring(3 * i, 3 * i + 3).strip());
      }
    }
    return out.toString();
  }

  private HeaderFlags with(int mask, boolean on) {
    return new HeaderFlags(on ? bits | mask : bits & ~mask);
  }
}
