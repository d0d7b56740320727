package dev.weir.dns.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.dns.MalformedWire;
import dev.weir.dns.name.Name;
import dev.weir.dns.octets.Octets;
import dev.weir.dns.type.Opcode;
import dev.weir.dns.type.Rcode;
import dev.weir.dns.type.RecordType;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MessageViewTest {
  private static WireText answer() {
    return WireText.message(0x8580, 1, 2, 1, 1)
        .name("www.Example.com.")
        .question(1)
        .pointer(12)
        .record(5, "03 66 74 70 c0 10")
        .label("ftp")
        .pointer(16)
        .record(1, "c0000201")
        .pointer(16)
        .record(2, "02 6e 73 c0 10")
        .u8(0)
        .hex("0029 04d0 00008000 0000");
  }

  @Test
  void readsHeaderQuestionAndAllSections() {
    MessageView message = MessageView.read(answer().octets());

    assertThat(message.id()).isEqualTo(0x1234);
    assertThat(message.flags().response()).isTrue();
    assertThat(message.flags().authoritative()).isTrue();
    assertThat(message.flags().truncated()).isFalse();
    assertThat(message.flags().recursionDesired()).isTrue();
    assertThat(message.flags().recursionAvailable()).isTrue();
    assertThat(message.flags().opcode()).isEqualTo(Opcode.QUERY);
    assertThat(message.flags().rcode()).isEqualTo(Rcode.NOERROR);
    assertThat(message.questions().iterator().next().toString()).isEqualTo("www.Example.com. IN A");
    assertThat(lines(message.answers()))
        .containsExactly(
            "www.Example.com. 300 IN CNAME \\# 6 03667470c010",
            "ftp.Example.com. 300 IN A \\# 4 c0000201");
    assertThat(lines(message.authorities()))
        .containsExactly("Example.com. 300 IN NS \\# 5 026e73c010");
    assertThat(message.additionals().count()).isEqualTo(1);
    assertThat(message.edns().orElseThrow().dnssecOk()).isTrue();
    assertThat(message.edns().orElseThrow().payloadSize()).isEqualTo(1232);
    assertThat(message.tsig()).isEmpty();
  }

  @Test
  void walksAllSectionsInOneGo() {
    MessageView message = MessageView.read(answer().octets());

    List<RecordType> types = new ArrayList<>();
    for (RecordView record : message.records()) {
      types.add(record.type());
    }
    assertThat(types)
        .containsExactly(RecordType.CNAME, RecordType.A, RecordType.NS, RecordType.OPT);
  }

  @Test
  void readsAMessageThatBeginsInsideItsArray() {
    byte[] inner = answer().octets().toBytes();
    byte[] outer = new byte[inner.length + 20];
    System.arraycopy(inner, 0, outer, 7, inner.length);

    MessageView message = MessageView.read(new Octets(outer, 7, inner.length));

    assertThat(lines(message.answers())).contains("ftp.Example.com. 300 IN A \\# 4 c0000201");
    RecordView first = message.answers().iterator().next();
    assertThat(first.offset()).isEqualTo(33);
    assertThat(first.rdataOffset()).isEqualTo(45);
    assertThat(NameView.read(message.octets(), first.rdataOffset()).toName())
        .isEqualTo(Name.parse("ftp.example.com."));
  }

  @Test
  void readsTheCompressionExampleOfRfc1035() {
    WireText text = WireText.message(0x8000, 0, 3);
    int farpa = text.at();
    text.name("F.ISI.ARPA.").record(16, "");
    int foo = text.at();
    text.label("FOO").pointer(farpa).record(16, "");
    text.pointer(farpa + 6).record(16, "");

    MessageView message = MessageView.read(text.octets());
    List<NameView> owners = new ArrayList<>();
    message.answers().forEach(record -> owners.add(record.owner()));

    assertThat(owners).hasToString("[F.ISI.ARPA., FOO.F.ISI.ARPA., ARPA.]");
    assertThat(owners.get(1).offset()).isEqualTo(foo);
    assertThat(owners.get(1).span()).isEqualTo(6);
    assertThat(owners.get(1).length()).isEqualTo(16);
    assertThat(owners.get(1).labels()).isEqualTo(4);
    assertThat(owners.get(1).label(0)).isEqualTo(Octets.parseHex("464f4f"));
    assertThat(owners.get(2).root()).isFalse();
  }

  @Test
  void comparesNamesWithoutRegardToCase() {
    MessageView message = MessageView.read(answer().octets());
    RecordView first = message.answers().iterator().next();

    assertThat(first.owner().sameAs(Name.parse("WWW.example.COM."))).isTrue();
    assertThat(first.owner().sameAs(Name.parse("www.example.co."))).isFalse();
    assertThat(first.owner().sameAs(Name.parse("example.com."))).isFalse();
    assertThat(first.owner().under(Name.parse("example.com."))).isTrue();
    assertThat(first.owner().under(Name.ROOT)).isTrue();
    assertThat(first.owner().under(Name.parse("w.example.com."))).isFalse();
    assertThat(first.owner()).isEqualTo(message.questions().iterator().next().name());
    assertThat(first.owner().hashCode()).isEqualTo(Name.parse("www.example.com.").hashCode());
  }

  @Test
  void countsATtlWithTheTopBitAsZero() {
    Octets octets =
        WireText.message(0x8000, 0, 1).name("a.").hex("0001 0001 80000001 0000").octets();

    RecordView record = MessageView.read(octets).answers().iterator().next();

    assertThat(record.ttl().seconds()).isZero();
    assertThat(record.ttlBits()).isEqualTo(0x80000001);
  }

  @Test
  void refusesAPointerToItself() {
    refuses(WireText.message(0, 1).pointer(12).question(1), 12, "does not lead backwards");
  }

  @Test
  void refusesAPointerLoopThroughALabel() {
    refuses(WireText.message(0, 1).label("a").pointer(12).question(1), 14, "lead backwards");
  }

  @Test
  void refusesAForwardPointer() {
    refuses(
        WireText.message(0x8000, 0, 2).pointer(24).record(1, "").name("a.").record(1, ""),
        12,
        "does not lead backwards (RFC 1035 §4.1.4); it points to octet 24");
  }

  @Test
  void refusesAPointerIntoTheHeader() {
    refuses(WireText.message(0, 1).pointer(4).question(1), 12, "into the header");
  }

  @Test
  void refusesReservedLabelTypes() {
    refuses(WireText.message(0, 1).u8(0x41).u8(0).question(1), 12, "the octet is 0x41");
    refuses(WireText.message(0, 1).u8(0x80).u8(0).question(1), 12, "the octet is 0x80");
  }

  @Test
  void refusesANameOf256Octets() {
    WireText text = WireText.message(0, 1);
    for (int i = 0; i < 4; i++) {
      text.label("x".repeat(63));
    }
    refuses(text.u8(0).question(1), 12 + 3 * 64, "longer than 255 octets");
  }

  @Test
  void refusesALongNameThatEndsInATailMetBefore() {
    WireText text = WireText.message(0x8000, 0, 3);
    for (int i = 0; i < 3; i++) {
      text.label("x".repeat(63));
    }
    text.u8(0).record(1, "");
    text.label("y".repeat(60)).pointer(12).record(1, "");
    refuses(text.label("y".repeat(62)).pointer(12).record(1, ""), 140, "longer than 255 octets");
  }

  @Test
  void refusesAForwardPointerToATailMetBefore() {
    WireText text = WireText.message(0x8000, 0, 3).name("a.").record(16, "0162c01d");
    assertThat(text.at()).isEqualTo(0x1d);
    text.name("c.").record(1, "");
    refuses(text.pointer(25).record(1, ""), 27, "does not lead backwards");
  }

  @Test
  void takesANameOf255Octets() {
    WireText text = WireText.message(0, 1);
    for (int i = 0; i < 3; i++) {
      text.label("x".repeat(63));
    }
    MessageView message = MessageView.read(text.label("x".repeat(61)).u8(0).question(1).octets());

    assertThat(message.questions().iterator().next().name().length()).isEqualTo(255);
  }

  @Test
  void refusesAChainOfManyPointers() {
    WireText text = WireText.message(0x8000, 0, 2).u8(0);
    StringBuilder chain = new StringBuilder("00");
    int start = text.at() + 10;
    for (int i = 0; i < 127; i++) {
      int target = i == 0 ? start : start + 1 + 2 * (i - 1);
      chain.append(String.format("%04x", 0xc000 | target));
    }
    text.record(16, chain.toString());
    refuses(text.pointer(text.at() - 2).record(1, ""), start + 1, "more than 127");
  }

  @Test
  void refusesCountsThatLie() {
    refuses(WireText.message(0x8000, 1), 12, "ends before a question");
    refuses(WireText.message(0x8000, 0, 1), 12, "ends before a record");
    refuses(
        WireText.message(0x8000, 0, 2).name("a.").record(1, ""),
        25,
        "in answer record 2 of 2 (from octet 25)");
    refuses(WireText.message(0x8000, 0, 0, 0, 0xffff), 12, "in additional record 1 of 65535");
    refuses(
        WireText.message(0x8000, 0, 1).name("a.").record(1, "").u8(0), 25, "after the last record");
  }

  @Test
  void refusesDataThatRunsPastTheMessage() {
    refuses(
        WireText.message(0x8000, 0, 1).name("a.").hex("0001 0001 00000000 0005 01020304"),
        23,
        "RDLENGTH is 5 and 4 octets are left");
  }

  @Test
  void refusesTwoQuestionsInAQueryButNotInAnUpdate() {
    refuses(WireText.message(0, 2).name("a.").question(1).name("b.").question(1), 4, "RFC 9619");
    MessageView update =
        MessageView.read(
            WireText.message(0x2800, 2).name("a.").question(6).name("b.").question(6).octets());
    assertThat(update.questions()).hasSize(2);
  }

  @Test
  void refusesPseudoRecordsOutOfPlace() {
    String opt = "0029 04d0 00000000 0000";
    String tsig = "00fa 00ff 00000000 0000";
    refuses(WireText.message(0, 0, 1).u8(0).hex(opt), 12, "outside the additional");
    refuses(WireText.message(0, 0, 0, 0, 1).name("a.").hex(opt), 12, "not the root");
    refuses(WireText.message(0, 0, 0, 0, 2).u8(0).hex(opt).u8(0).hex(opt), 23, "two OPT");
    refuses(WireText.message(0, 0, 0, 1).u8(0).hex(tsig), 12, "not the last");
    refuses(WireText.message(0, 0, 0, 0, 2).u8(0).hex(tsig).u8(0).hex(opt), 12, "not the last");
  }

  @Test
  void refusesMoreThan65535Octets() {
    Octets octets = Octets.of(new byte[65_536]);

    assertThatThrownBy(() -> MessageView.read(octets)).hasMessageContaining("65535");
    assertThat(MessageView.explain(octets)).contains("65535");
  }

  @Test
  void throwsWithoutAStackTrace() {
    try {
      MessageView.read(Octets.EMPTY);
    } catch (MalformedWire e) {
      assertThat(e.getStackTrace()).isEmpty();
      assertThat(e).hasMessageStartingWith("at octet 0: a message has at least 12 octets");
    }
  }

  @Test
  void readsTheHeaderOfAMalformedMessage() {
    MessageHeader header = MessageHeader.read(WireText.message(0x0100, 1).u8(0xff).octets());

    assertThat(header.id()).isEqualTo(0x1234);
    assertThat(header.flags()).hasToString("QUERY NOERROR rd");
    assertThat(header.questions()).isEqualTo(1);
  }

  private static void refuses(WireText text, int offset, String why) {
    Octets octets = text.octets();
    assertThat(MessageView.wellFormed(octets)).isFalse();
    assertThat(MessageView.explain(octets)).startsWith("at octet " + offset + " of ").contains(why);
    assertThatThrownBy(() -> MessageView.read(octets))
        .isInstanceOfSatisfying(MalformedWire.class, e -> assertThat(e.offset()).isEqualTo(offset));
  }

  private static List<String> lines(Records records) {
    List<String> lines = new ArrayList<>();
    records.forEach(record -> lines.add(record.toString()));
    return lines;
  }
}
