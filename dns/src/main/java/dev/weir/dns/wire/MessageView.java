package dev.weir.dns.wire;

import dev.weir.dns.edns.Edns;
import dev.weir.dns.octets.Octets;
import dev.weir.dns.type.RecordType;
import java.util.Optional;

// The idea: a received message stays the octets it came in. One walk (MessageWalk) proves that
// every name, question and record in it ends where it should; after that the message, its records
// and their names are small values that hold an array and positions, and reading them is
// arithmetic.
//
// The invariant: a view exists only for a message that passed the walk. Its makers are private to
// this package, so nobody downstream checks again.
//
// The cost: the walk touches each label once; the views are made on the stack by escape analysis,
// and a loop over a message allocates nothing (the benchmark `MessageWalkBenchmark` shows 0 B/op).
//
// The limits: a view holds the array it was given. It must not outlive the array's owner, and
// nobody may write to the array meanwhile.

/// A received message (RFC 1035 §4), validated once; nothing is copied.
///
/// What is checked is the frame: names and their compression, counts, lengths, the places of OPT
/// and TSIG records, and that nothing follows. Record data is checked by whoever reads it.
///
/// ```java
/// MessageView message = MessageView.read(octets);
/// for (RecordView record : message.answers()) {
///   if (record.typeCode() == 1 && record.owner().sameAs(name)) { ... }
/// }
/// ```
public final class MessageView {
  private final byte[] array;
  private final int from;
  private final int length;
  private final long sections;

  private MessageView(byte[] array, int from, int length, long sections) {
    this.array = array;
    this.from = from;
    this.length = length;
    this.sections = sections;
  }

  /// Validates octets as one whole message.
  ///
  /// @param message the message, without the two octets of length that precede it over TCP
  /// @throws dev.weir.dns.MalformedWire if it is malformed; the exception has no stack trace, and
  ///   [#explain] tells more
  public static MessageView read(Octets message) {
    byte[] array = message.array();
    int from = message.offset();
    long sections = MessageWalk.check(array, from, from + message.length());
    if (sections < 0) {
      throw WireFault.exception((int) sections);
    }
    return new MessageView(array, from, message.length(), sections);
  }

  /// Whether octets are one well-formed message; throws nothing.
  public static boolean wellFormed(Octets message) {
    int from = message.offset();
    return MessageWalk.check(message.array(), from, from + message.length()) >= 0;
  }

  /// Tells what is wrong with a message: where, in which question or record, and by which RFC.
  ///
  /// It walks the message a second time, and is meant for logs and for people.
  ///
  /// @return one sentence; for a sound message, its size and counts
  public static String explain(Octets message) {
    return MessageExplanation.of(message);
  }

  /// The octets of the whole message.
  public Octets octets() {
    return new Octets(array, from, length);
  }

  /// The identifier that pairs answers with questions.
  public int id() {
    return Octets.u16(array, from);
  }

  /// Flags, opcode and the lower four bits of the response code.
  public HeaderFlags flags() {
    return new HeaderFlags(Octets.u16(array, from + 2));
  }

  /// The whole header.
  public MessageHeader header() {
    return MessageHeader.read(octets());
  }

  /// The questions.
  public Questions questions() {
    return new Questions(array, from, Octets.u16(array, from + 4));
  }

  /// The records of the answer section.
  public Records answers() {
    return new Records(array, from, from + (int) (sections & 0xffff), count(6));
  }

  /// The records of the authority section.
  public Records authorities() {
    return new Records(array, from, from + (int) (sections >> 16 & 0xffff), count(8));
  }

  /// The records of the additional section, OPT and TSIG among them.
  public Records additionals() {
    return new Records(array, from, from + (int) (sections >> 32), count(10));
  }

  /// The records of a section.
  public Records records(Section section) {
    return switch (section) {
      case ANSWER -> answers();
      case AUTHORITY -> authorities();
      case ADDITIONAL -> additionals();
    };
  }

  /// The records of all three sections, one after the other.
  public Records records() {
    return new Records(
        array, from, from + (int) (sections & 0xffff), count(6) + count(8) + count(10));
  }

  /// The EDNS of the message (RFC 6891), if it has an OPT record.
  ///
  /// @throws dev.weir.dns.MalformedWire if the options of the OPT record do not fit its length
  public Optional<Edns> edns() {
    for (RecordView record : additionals()) {
      if (record.typeCode() == RecordType.OPT.code()) {
        return Optional.of(Edns.read(record.classCode(), record.ttlBits(), record.rdata()));
      }
    }
    return Optional.empty();
  }

  /// The TSIG record (RFC 8945), the last of the message, if it has one.
  public Optional<RecordView> tsig() {
    Optional<RecordView> last = Optional.empty();
    for (RecordView record : additionals()) {
      if (record.typeCode() == RecordType.TSIG.code()) {
        last = Optional.of(record);
      }
    }
    return last;
  }

  /// Prints identifier, flags and counts.
  @Override
  public String toString() {
    return "message "
        + id()
        + " ("
        + flags()
        + "), "
        + questions().count()
        + " questions, "
        + count(6)
        + " + "
        + count(8)
        + " + "
        + count(10)
        + " records, "
        + length
        + " octets";
  }

  private int count(int at) {
    return Octets.u16(array, from + at);
  }
}
