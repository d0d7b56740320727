package dev.weir.dns.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.weir.dns.edns.Edns;
import dev.weir.dns.edns.OptionCode;
import dev.weir.dns.name.Name;
import dev.weir.dns.octets.OctetBuffer;
import dev.weir.dns.octets.Octets;
import dev.weir.dns.type.Rcode;
import dev.weir.dns.type.RecordClass;
import dev.weir.dns.type.RecordType;
import dev.weir.dns.type.Ttl;
import org.junit.jupiter.api.Test;

class MessageWriterTest {
  private static final Name WWW = Name.parse("www.Example.com.");
  private static final Name APEX = Name.parse("example.com.");
  private static final Ttl TTL = new Ttl(300);
  private static final Octets ADDRESS = Octets.parseHex("c0000201");

  private final OctetBuffer out = new OctetBuffer();
  private final MessageWriter writer = new MessageWriter(out, NameCompression.IGNORING_CASE);

  @Test
  void writesHeaderQuestionAndRecords() {
    begin(512).section(Section.ANSWER);
    assertThat(writer.record(WWW, RecordType.A, RecordClass.IN, TTL, ADDRESS)).isTrue();

    assertThat(writer.finish())
        .hasToString(
            "123484000001000100000000"
                + "03777777074578616d706c6503636f6d0000010001"
                + "c00c000100010000012c0004c0000201");
  }

  @Test
  void compressesNamesInDataOnlyWhereEverybodyMustReadThem() {
    begin(512).section(Section.ANSWER);
    one(APEX, RecordType.MX, "000a" + hex("mx.example.com."));
    one(APEX, RecordType.SOA, hex("www.example.com.") + hex("h.example.com.") + "00".repeat(20));
    one(APEX, RecordType.SRV, "000000000000" + hex("www.example.com."));
    one(APEX, new RecordType(65_280), hex("www.example.com."));

    String message = writer.finish().toString();

    assertThat(message)
        .contains("000f00010000012c0007" + "000a" + "026d78c010")
        .contains("000600010000012c001a" + "c00c" + "0168c010" + "00".repeat(20))
        .contains("002100010000012c0017" + "000000000000" + hex("www.example.com."))
        .endsWith("ff0000010000012c0011" + hex("www.example.com."));
    assertThat(MessageView.wellFormed(Octets.parseHex(message))).isTrue();
  }

  @Test
  void writesTheOwnerOfASetOnce() {
    writer.begin(512, 1, HeaderFlags.RESPONSE).section(Section.ANSWER);
    writer.set(WWW, RecordType.A, RecordClass.IN, TTL);
    assertThat(writer.add(ADDRESS)).isTrue();
    assertThat(writer.add(Octets.parseHex("c0000202"))).isTrue();

    assertThat(writer.finish().toString()).endsWith("c00c000100010000012c0004c0000202");
  }

  @Test
  void doesNotPointAtPointers() {
    begin(512).section(Section.ANSWER);
    writer.set(WWW, RecordType.A, RecordClass.IN, TTL);
    writer.add(ADDRESS);
    writer.add(Octets.parseHex("c0000202"));
    writer.record(WWW, RecordType.TXT, RecordClass.IN, TTL, Octets.parseHex("00"));

    for (RecordView record : MessageView.read(writer.finish()).answers()) {
      assertThat(record.owner().span()).isEqualTo(2);
      assertThat(out.array()[record.offset() + 1]).isEqualTo((byte) 12);
    }
  }

  @Test
  void keepsTheCaseOfNamesWhenAskedTo() {
    MessageWriter exact = new MessageWriter(out, NameCompression.EXACT);
    exact.begin(512, 1, HeaderFlags.RESPONSE).question(WWW, RecordType.A, RecordClass.IN);
    exact.section(Section.ANSWER);
    exact.record(Name.parse("www.example.com."), RecordType.A, RecordClass.IN, TTL, ADDRESS);

    MessageView message = MessageView.read(exact.finish());

    assertThat(message.answers().iterator().next().owner()).hasToString("www.example.com.");
    assertThat(message.octets().toString()).contains("03777777076578616d706c65c018");
  }

  @Test
  void writesNamesInFullWhenAskedTo() {
    MessageWriter plain = new MessageWriter(out, NameCompression.NONE);
    plain.begin(512, 1, HeaderFlags.RESPONSE).question(WWW, RecordType.A, RecordClass.IN);
    plain.section(Section.ANSWER);
    plain.set(WWW, RecordType.NS, RecordClass.IN, TTL);
    plain.add(WWW.wire());
    plain.add(APEX.wire());

    assertThat(plain.finish().toString()).doesNotContain("c00c");
  }

  @Test
  void takesBackASetThatDoesNotFitAndSetsTc() {
    begin(512).section(Section.ANSWER);
    assertThat(writer.record(WWW, RecordType.A, RecordClass.IN, TTL, ADDRESS)).isTrue();
    int before = writer.length();
    writer.set(Name.parse("new.example.com."), RecordType.TXT, RecordClass.IN, TTL);
    assertThat(writer.add(Octets.of(new byte[200]))).isTrue();
    assertThat(writer.add(Octets.of(new byte[200]))).isTrue();
    assertThat(writer.add(Octets.of(new byte[200]))).isFalse();
    assertThat(writer.add(Octets.of(new byte[1]))).isFalse();
    writer.section(Section.ADDITIONAL);
    assertThat(writer.record(WWW, RecordType.A, RecordClass.IN, TTL, ADDRESS)).isFalse();

    MessageView message = MessageView.read(writer.finish());

    assertThat(message.octets().length()).isEqualTo(before);
    assertThat(message.flags().truncated()).isTrue();
    assertThat(message.answers().count()).isEqualTo(1);
  }

  @Test
  void doesNotPointAtNamesThatWereTakenBack() {
    begin(512).section(Section.ADDITIONAL);
    Name gone = Name.parse("gone.test.");
    writer.set(gone, RecordType.TXT, RecordClass.IN, TTL);
    assertThat(writer.add(Octets.of(new byte[600]))).isFalse();
    assertThat(writer.record(gone, RecordType.A, RecordClass.IN, TTL, ADDRESS)).isTrue();

    MessageView message = MessageView.read(writer.finish());

    assertThat(message.flags().truncated()).isFalse();
    assertThat(message.additionals().iterator().next().owner().toName()).isEqualTo(gone);
  }

  @Test
  void setsRoomAsideForOptAndSignature() {
    begin(512).edns(Edns.of(1232).withDnssecOk(true)).reserve(100).section(Section.ANSWER);
    int room = 512 - writer.length() - 12;
    assertThat(writer.record(WWW, RecordType.TXT, RecordClass.IN, TTL, octets(room + 1))).isFalse();
    MessageView message = MessageView.read(writer.finish());
    assertThat(message.edns().orElseThrow().dnssecOk()).isTrue();
    assertThat(message.flags().truncated()).isTrue();

    begin(512).edns(Edns.of(1232)).reserve(100).section(Section.ANSWER);
    assertThat(writer.record(WWW, RecordType.TXT, RecordClass.IN, TTL, octets(room))).isTrue();
    assertThat(writer.length()).isEqualTo(512);
    assertThat(writer.finish().length()).isEqualTo(412);
  }

  @Test
  void splitsTheResponseCodeBetweenHeaderAndOpt() {
    begin(512).edns(Edns.of(1232)).rcode(Rcode.BADCOOKIE);

    MessageView message = MessageView.read(writer.finish());

    assertThat(message.flags().rcode().code()).isEqualTo(7);
    assertThat(message.edns().orElseThrow().extendedRcode()).isEqualTo(1);
    begin(512).rcode(Rcode.BADVERS);
    assertThatIllegalStateException().isThrownBy(writer::finish);
  }

  @Test
  void padsToABlock() {
    begin(1232).edns(Edns.of(1232)).padTo(128);
    MessageView message = MessageView.read(writer.finish());

    assertThat(message.octets().length()).isEqualTo(128);
    assertThat(message.edns().orElseThrow().has(OptionCode.PADDING)).isTrue();
  }

  @Test
  void beginsBehindWhatTheBufferHolds() {
    int frame = MessageFrame.open(out);
    begin(65_535).section(Section.ANSWER);
    one(APEX, RecordType.NS, hex("ns.example.com."));
    Octets message = writer.finish();
    MessageFrame.close(out, frame);
    int second = MessageFrame.open(out);
    begin(65_535);
    writer.finish();
    MessageFrame.close(out, second);

    assertThat(MessageFrame.complete(out.view())).isEqualTo(message.length() + 2);
    assertThat(MessageFrame.message(out.view())).isEqualTo(message);
    assertThat(MessageFrame.complete(out.view().slice(0, message.length() + 1))).isZero();
    assertThat(MessageFrame.complete(Octets.EMPTY)).isZero();
    assertThat(MessageView.read(message).answers().iterator().next().owner().toName())
        .isEqualTo(APEX);
    assertThat(MessageView.read(MessageFrame.message(out.view().from(second))).id())
        .isEqualTo(0x1234);
  }

  @Test
  void pointsNoFurtherThanAPointerReaches() {
    writer.begin(65_535, 1, HeaderFlags.RESPONSE).section(Section.ANSWER);
    int written = 0;
    while (true) {
      Name owner = Name.parse("a" + written % 700 + ".b" + written % 900 + ".example.");
      if (!writer.record(owner, RecordType.TXT, RecordClass.IN, TTL, octets(20))) {
        break;
      }
      written++;
    }
    MessageView message = MessageView.read(writer.finish());

    assertThat(message.answers().count()).isEqualTo(written).isGreaterThan(1200);
    int i = 0;
    for (RecordView record : message.answers()) {
      assertThat(record.owner().toName())
          .isEqualTo(Name.parse("a" + i % 700 + ".b" + i % 900 + ".example."));
      i++;
    }
  }

  @Test
  void startsAfreshForManyMessages() {
    for (int i = 0; i < (1 << 18) + 10; i++) {
      out.clear();
      writer.begin(512, 1, HeaderFlags.RESPONSE);
      writer.question(i % 2 == 0 ? WWW : APEX, RecordType.A, RecordClass.IN);
      writer.section(Section.ANSWER).record(APEX, RecordType.A, RecordClass.IN, TTL, ADDRESS);
      assertThat(writer.finish().length()).isEqualTo(i % 2 == 0 ? 49 : 45);
    }
  }

  @Test
  void refusesMisuse() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> writer.begin(100, 1, HeaderFlags.RESPONSE));
    begin(512);
    assertThatIllegalStateException()
        .isThrownBy(() -> writer.record(WWW, RecordType.A, RecordClass.IN, TTL, ADDRESS));
    writer.section(Section.AUTHORITY);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> writer.set(WWW, RecordType.OPT, RecordClass.IN, TTL));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> writer.set(WWW, RecordType.TSIG, RecordClass.IN, TTL));
    assertThatIllegalStateException().isThrownBy(() -> writer.section(Section.ANSWER));
    assertThatIllegalStateException()
        .isThrownBy(() -> writer.question(WWW, RecordType.A, RecordClass.IN));
  }

  private MessageWriter begin(int limit) {
    return writer
        .begin(limit, 0x1234, HeaderFlags.RESPONSE.withAuthoritative(true))
        .question(WWW, RecordType.A, RecordClass.IN);
  }

  private void one(Name owner, RecordType type, String rdata) {
    assertThat(writer.record(owner, type, RecordClass.IN, TTL, Octets.parseHex(rdata))).isTrue();
  }

  private static Octets octets(int count) {
    return Octets.of(new byte[count]);
  }

  private static String hex(String name) {
    return Name.parse(name).wire().toString();
  }
}
