package dev.weir.dns.wire;

import dev.weir.dns.octets.OctetBuffer;
import dev.weir.dns.octets.Octets;
import dev.weir.dns.type.RecordClass;
import dev.weir.dns.type.RecordType;
import dev.weir.dns.type.Ttl;

/// A record inside a message (RFC 1035 §4.1.3).
///
/// ```
/// NAME (1-255 octets or compressed) | TYPE (2) | CLASS (2) | TTL (4) | RDLENGTH (2) | RDATA
/// ```
///
/// The frame is checked; the data is not. It may hold compressed names, which count from the start
/// of the message ([MessageView#octets]); [#expand] takes them apart and checks the data.
public final class RecordView {
  private final byte[] array;
  private final int from;
  private final int at;
  private final int fixed;

  RecordView(byte[] array, int from, int at) {
    this.array = array;
    this.from = from;
    this.at = at;
    this.fixed = MessageWalk.afterName(array, at);
  }

  /// Where the record begins, in octets from the start of the message.
  public int offset() {
    return at - from;
  }

  /// Where the record ends, in octets from the start of the message.
  public int end() {
    return fixed + 10 + rdataLength() - from;
  }

  /// The name that the record belongs to.
  public NameView owner() {
    return new NameView(array, from, at);
  }

  /// The number of the type.
  public int typeCode() {
    return Octets.u16(array, fixed);
  }

  /// The number of the class; of an OPT record, the payload size.
  public int classCode() {
    return Octets.u16(array, fixed + 2);
  }

  /// The type.
  public RecordType type() {
    return new RecordType(typeCode());
  }

  /// The class.
  public RecordClass recordClass() {
    return new RecordClass(classCode());
  }

  /// The time to live; a value with the top bit set counts as 0 (RFC 2181 §8).
  public Ttl ttl() {
    return new Ttl(Math.max(0, ttlBits()));
  }

  /// The 32 bits of the TTL field as they are; of an OPT record, response code, version and flags.
  public int ttlBits() {
    return Octets.i32(array, fixed + 4);
  }

  /// Where the data begins, in octets from the start of the message.
  public int rdataOffset() {
    return fixed + 10 - from;
  }

  /// Octets of the data as it stands, compressed names included.
  public int rdataLength() {
    return Octets.u16(array, fixed + 8);
  }

  /// The data as it stands, compressed names included.
  public Octets rdata() {
    return new Octets(array, fixed + 10, rdataLength());
  }

  /// Appends the data without compression, checked against its type.
  ///
  /// @throws dev.weir.dns.MalformedWire if the data is not what its type says; nothing is left in
  ///   `out`
  public void expand(OctetBuffer out) {
    int to = fixed + 10 + rdataLength();
    RdataExpander.expand(typeCode(), array, from, to, fixed + 10, rdataLength(), out);
  }

  /// Whether this and another record are of one set: same owner, class and type (RFC 2181 §5).
  public boolean sameSet(RecordView that) {
    return Octets.i32(array, fixed) == Octets.i32(that.array, that.fixed)
        && owner().sameAs(that.owner());
  }

  /// Prints owner, TTL, class, type and the data in the generic form (RFC 3597 §5).
  @Override
  public String toString() {
    return owner()
        + " "
        + (ttlBits() & 0xffff_ffffL)
        + " "
        + recordClass()
        + " "
        + type()
        + " \\# "
        + rdataLength()
        + (rdataLength() == 0 ? "" : " " + rdata());
  }
}
