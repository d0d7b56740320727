package dev.weir.dns.tsig;

import dev.weir.dns.MalformedWire;
import dev.weir.dns.name.Name;
import dev.weir.dns.octets.OctetBuffer;
import dev.weir.dns.octets.Octets;
import dev.weir.dns.type.Rcode;
import dev.weir.dns.type.RecordClass;
import dev.weir.dns.type.RecordType;
import dev.weir.dns.wire.RecordView;

/// The fields of a TSIG record (RFC 8945 §4.2).
///
/// ```
/// owner: key name | TYPE 250 | CLASS ANY | TTL 0 | RDLENGTH
/// algorithm name | time signed (6) | fudge (2) | MAC size (2) | MAC
/// original ID (2) | error (2) | other length (2) | other data
/// ```
///
/// @param key the name of the key
/// @param algorithm the name of the algorithm
/// @param time when it was signed, and what clocks may differ by
/// @param mac the signature; empty in an error that could not be signed
/// @param originalId the identifier that the message was signed with
/// @param error what the answering side found wrong, or [Rcode#NOERROR]
/// @param other with BADTIME, the answering side's time in 6 octets; else empty
public record TsigRecord(
    Name key,
    Name algorithm,
    TsigTime time,
    Octets mac,
    int originalId,
    Rcode error,
    Octets other) {
  /// Checks the range.
  public TsigRecord {
    if ((originalId & ~0xffff) != 0) {
      throw new IllegalArgumentException("an original ID has 16 bits, not " + originalId);
    }
  }

  /// Reads a TSIG record; signature and other data are not copied.
  ///
  /// @throws MalformedWire if its class is not ANY, its TTL not 0, or its fields do not fill the
  ///   data exactly; the offset counts from the start of the record's data
  public static TsigRecord read(RecordView record) {
    if (record.classCode() != RecordClass.ANY.code() || record.ttlBits() != 0) {
      throw MalformedWire.untraced(0, "a TSIG record has class ANY and TTL 0 (RFC 8945 §4.2)");
    }
    Octets data = record.rdata();
    Name algorithm = Name.read(data);
    int at = algorithm.length();
    require(data, at, 10);
    TsigTime time = new TsigTime(data.u48(at), data.u16(at + 6));
    int macAt = at + 10;
    int macOctets = data.u16(at + 8);
    require(data, macAt, macOctets + 6);
    int tail = macAt + macOctets;
    int otherOctets = data.u16(tail + 4);
    require(data, tail + 6, otherOctets);
    if (tail + 6 + otherOctets != data.length()) {
      throw MalformedWire.untraced(
          tail + 6 + otherOctets, "octets follow the other data of a TSIG record (RFC 8945 §4.2)");
    }
    return new TsigRecord(
        record.owner().toName(),
        algorithm,
        time,
        data.slice(macAt, macOctets),
        data.u16(tail),
        new Rcode(data.u16(tail + 2)),
        data.from(tail + 6));
  }

  /// Octets of the whole record.
  public int length() {
    return key.length() + algorithm.length() + 26 + mac.length() + other.length();
  }

  /// Appends the whole record; no name in it is compressed.
  public void write(OctetBuffer out) {
    out.octets(key.wire()).u16(RecordType.TSIG.code()).u16(RecordClass.ANY.code()).i32(0);
    out.u16(algorithm.length() + 16 + mac.length() + other.length());
    out.octets(algorithm.wire());
    time.write(out);
    out.u16(mac.length()).octets(mac).u16(originalId).u16(error.code());
    out.u16(other.length()).octets(other);
  }

  private static void require(Octets data, int at, int octets) {
    if (data.length() - at < octets) {
      throw MalformedWire.untraced(at, "a TSIG record is cut short (RFC 8945 §4.2)");
    }
  }
}
