package dev.weir.benchmarks.dns;

import dev.weir.dns.name.Name;
import dev.weir.dns.octets.OctetBuffer;
import dev.weir.dns.octets.Octets;
import dev.weir.dns.type.RecordClass;
import dev.weir.dns.type.RecordType;
import dev.weir.dns.type.Ttl;
import dev.weir.dns.wire.HeaderFlags;
import dev.weir.dns.wire.MessageWriter;
import dev.weir.dns.wire.NameCompression;
import dev.weir.dns.wire.Section;

/// The messages that the codec benchmarks read and write: a question and ten records each, names
/// compressed, as an authority answers every day.
///
/// `plain` has a CNAME, addresses, name servers and their addresses; `signed` is the same answer
/// from a signed zone, whose sets are shorter and have signatures of algorithm 13.
final class SampleAnswer {
  private static final Name APEX = Name.parse("example.com.");
  private static final Name WWW = Name.parse("www.example.com.");
  private static final Name HOST = Name.parse("web.hosting.example.com.");
  private static final Name FIRST = Name.parse("ns1.example.com.");
  private static final Name SECOND = Name.parse("ns2.example.com.");
  private static final HeaderFlags FLAGS = HeaderFlags.RESPONSE.withAuthoritative(true);
  private static final Ttl TTL = new Ttl(3600);

  private static final Octets TARGET = HOST.wire();
  private static final Octets[] WEB = {
    Octets.parseHex("c0000201"), Octets.parseHex("c0000202"), Octets.parseHex("c0000203")
  };
  private static final Octets[] SERVERS = {FIRST.wire(), SECOND.wire()};
  private static final Octets GLUE4 = Octets.parseHex("c6336401");
  private static final Octets GLUE6 = Octets.parseHex("20010db8000000000000000000000035");

  private SampleAnswer() {}

  /// A fresh copy of a message.
  ///
  /// @param kind `plain` or `signed`
  static byte[] octets(String kind) {
    MessageWriter writer = new MessageWriter(new OctetBuffer(), NameCompression.IGNORING_CASE);
    Octets message = kind.equals("signed") ? writeSigned(writer) : write(writer);
    return message.toBytes();
  }

  private static Octets writeSigned(MessageWriter writer) {
    writer.begin(1232, 0x4d2, FLAGS);
    writer.question(WWW, RecordType.A, RecordClass.IN);
    writer.section(Section.ANSWER);
    writer.record(WWW, RecordType.CNAME, RecordClass.IN, TTL, TARGET);
    writer.record(WWW, RecordType.RRSIG, RecordClass.IN, TTL, signature(RecordType.CNAME));
    set(writer, HOST, RecordType.A, WEB);
    writer.record(HOST, RecordType.RRSIG, RecordClass.IN, TTL, signature(RecordType.A));
    writer.section(Section.AUTHORITY);
    set(writer, APEX, RecordType.NS, SERVERS);
    writer.record(APEX, RecordType.RRSIG, RecordClass.IN, TTL, signature(RecordType.NS));
    writer.section(Section.ADDITIONAL);
    writer.record(FIRST, RecordType.A, RecordClass.IN, TTL, GLUE4);
    return writer.finish();
  }

  private static Octets signature(RecordType covered) {
    OctetBuffer out = new OctetBuffer();
    out.u16(covered.code()).u8(13).u8(3).i32(3600).i32(1_700_600_000).i32(1_700_000_000).u16(4711);
    out.octets(APEX.wire());
    for (int i = 0; i < 64; i++) {
      out.u8(i * 37);
    }
    return Octets.of(out.toBytes());
  }

  /// Writes the plain message.
  static Octets write(MessageWriter writer) {
    writer.begin(1232, 0x4d2, FLAGS);
    writer.question(WWW, RecordType.A, RecordClass.IN);
    writer.section(Section.ANSWER);
    writer.record(WWW, RecordType.CNAME, RecordClass.IN, TTL, TARGET);
    set(writer, HOST, RecordType.A, WEB);
    writer.section(Section.AUTHORITY);
    set(writer, APEX, RecordType.NS, SERVERS);
    writer.section(Section.ADDITIONAL);
    writer.record(FIRST, RecordType.A, RecordClass.IN, TTL, GLUE4);
    writer.record(FIRST, RecordType.AAAA, RecordClass.IN, TTL, GLUE6);
    writer.record(SECOND, RecordType.A, RecordClass.IN, TTL, GLUE4);
    writer.record(SECOND, RecordType.AAAA, RecordClass.IN, TTL, GLUE6);
    return writer.finish();
  }

  private static void set(MessageWriter writer, Name owner, RecordType type, Octets[] data) {
    writer.set(owner, type, RecordClass.IN, TTL);
    for (Octets rdata : data) {
      writer.add(rdata);
    }
  }
}
