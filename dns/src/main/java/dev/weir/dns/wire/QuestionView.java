package dev.weir.dns.wire;

import dev.weir.dns.octets.Octets;
import dev.weir.dns.type.RecordClass;
import dev.weir.dns.type.RecordType;

/// A question inside a message (RFC 1035 §4.1.2); in an UPDATE, the zone (RFC 2136 §2.3).
///
/// ```
/// QNAME (1-255 octets or compressed) | QTYPE (2) | QCLASS (2)
/// ```
public final class QuestionView {
  private final byte[] array;
  private final int from;
  private final int at;
  private final int fixed;

  QuestionView(byte[] array, int from, int at) {
    this.array = array;
    this.from = from;
    this.at = at;
    this.fixed = MessageWalk.afterName(array, at);
  }

  /// Where the question begins, in octets from the start of the message.
  public int offset() {
    return at - from;
  }

  /// Where the question ends, in octets from the start of the message.
  public int end() {
    return fixed + 4 - from;
  }

  /// The name asked for.
  public NameView name() {
    return new NameView(array, from, at);
  }

  /// The number of the type asked for.
  public int typeCode() {
    return Octets.u16(array, fixed);
  }

  /// The number of the class asked for.
  public int classCode() {
    return Octets.u16(array, fixed + 2);
  }

  /// The type asked for.
  public RecordType type() {
    return new RecordType(typeCode());
  }

  /// The class asked for.
  public RecordClass recordClass() {
    return new RecordClass(classCode());
  }

  /// Prints name, class and type.
  @Override
  public String toString() {
    return name() + " " + recordClass() + " " + type();
  }
}
