package dev.weir.dns.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.dns.MalformedWire;
import dev.weir.dns.name.Name;
import dev.weir.dns.octets.OctetBuffer;
import dev.weir.dns.octets.Octets;
import dev.weir.dns.rdata.CanonicalRdata;
import dev.weir.dns.tsig.TsigRecord;
import dev.weir.dns.type.RecordType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessageLawTest {
  @ParameterizedTest
  @EnumSource(NameCompression.class)
  void readsBackWhatWasWritten(NameCompression compression) {
    RandomMessages messages = new RandomMessages(new Random(compression.name().hashCode()));
    for (int i = 0; i < 300; i++) {
      RandomMessages.Content content = messages.next();

      MessageView message = MessageView.read(RandomMessages.write(content, compression));

      assertThat(message.id()).isEqualTo(content.id());
      assertThat(message.flags()).isEqualTo(content.flags());
      List<Name> questions = new ArrayList<>();
      message.questions().forEach(question -> questions.add(question.name().toName()));
      assertThat(questions).isEqualTo(content.questions());
      assertThat(shown(lines(message), compression)).isEqualTo(shown(content.lines(), compression));
      assertThat(message.edns().isPresent()).isEqualTo(content.id() % 2 == 0);
    }
  }

  @ParameterizedTest
  @EnumSource(NameCompression.class)
  void copiesARecordToTheSameOctets(NameCompression compression) {
    RandomMessages messages = new RandomMessages(new Random(7));
    for (int i = 0; i < 300; i++) {
      Octets first = RandomMessages.write(messages.next(), compression);

      assertThat(copy(MessageView.read(first), compression)).isEqualTo(first);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void refusesAMessageThatIsCutAtAnyOctet(long seed) {
    RandomMessages messages = new RandomMessages(new Random(seed));
    Octets whole = RandomMessages.write(messages.next(), NameCompression.IGNORING_CASE);
    for (int length = 0; length < whole.length(); length++) {
      Octets cut = Octets.of(whole.slice(0, length).toBytes());
      if (length == 12 && whole.length() == 12) {
        continue;
      }
      assertThatThrownBy(() -> MessageView.read(cut)).isInstanceOf(MalformedWire.class);
      assertThat(MessageView.explain(cut)).startsWith("at octet ");
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13, 14, 15, 16})
  void readsOrRefusesAMessageWithAFlippedBit(long seed) {
    RandomMessages messages = new RandomMessages(new Random(seed));
    byte[] octets = RandomMessages.write(messages.next(), NameCompression.EXACT).toBytes();
    for (int bit = 0; bit < 8 * octets.length; bit++) {
      octets[bit / 8] ^= (byte) (1 << bit % 8);
      visit(Octets.of(octets));
      octets[bit / 8] ^= (byte) (1 << bit % 8);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {21, 22, 23})
  void readsOrRefusesNoise(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 20_000; i++) {
      byte[] noise = new byte[random.nextInt(80)];
      random.nextBytes(noise);
      if (noise.length > 12) {
        Arrays.fill(noise, 4, 12, (byte) 0);
        noise[5 + 2 * random.nextInt(4)] = 1;
      }
      visit(Octets.of(noise));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {31, 32, 33})
  void namesAgreeWithTheirCopies(long seed) {
    RandomMessages messages = new RandomMessages(new Random(seed));
    for (int i = 0; i < 50; i++) {
      Octets octets = RandomMessages.write(messages.next(), NameCompression.EXACT);
      List<NameView> views = new ArrayList<>();
      MessageView.read(octets).records().forEach(record -> views.add(record.owner()));
      for (NameView view : views) {
        Name name = view.toName();
        assertThat(view).hasToString(name.toString());
        assertThat(view.hashCode()).isEqualTo(name.hashCode());
        assertThat(view.length()).isEqualTo(name.length());
        assertThat(view.labels()).isEqualTo(name.labels());
        assertThat(view.root()).isEqualTo(name.root());
        assertThat(NameView.read(octets, view.offset())).isEqualTo(view);
        OctetBuffer out = new OctetBuffer();
        view.append(out);
        assertThat(out.view()).isEqualTo(name.wire());
        for (NameView other : views) {
          Name second = other.toName();
          assertThat(view.sameAs(second)).isEqualTo(name.equals(second));
          assertThat(view.sameAs(other)).isEqualTo(name.equals(second));
          assertThat(view.under(second)).isEqualTo(name.under(second));
        }
      }
    }
  }

  /// Looks at everything in a message, if it is one.
  static void visit(Octets octets) {
    String explained = MessageView.explain(octets);
    MessageView message;
    try {
      message = MessageView.read(octets);
    } catch (MalformedWire e) {
      assertThat(MessageView.wellFormed(octets)).isFalse();
      assertThat(e.offset()).isBetween(0, octets.length());
      assertThat(explained).startsWith("at octet " + e.offset());
      return;
    }
    assertThat(explained).startsWith("well-formed");
    OctetBuffer out = new OctetBuffer();
    int end = MessageHeader.OCTETS;
    for (QuestionView question : message.questions()) {
      assertThat(question.offset()).isEqualTo(end);
      assertThat(question.name().length()).isLessThanOrEqualTo(255);
      end = question.end();
    }
    for (RecordView record : message.records()) {
      assertThat(record.offset()).isEqualTo(end);
      assertThat(record.owner().toName().length()).isLessThanOrEqualTo(255);
      end = record.end();
      try {
        record.expand(out);
      } catch (MalformedWire e) {
        assertThat(e.fault()).isNotEmpty();
      }
    }
    assertThat(end).isEqualTo(octets.length());
    pseudo(message);
  }

  private static void pseudo(MessageView message) {
    try {
      message
          .edns()
          .ifPresent(edns -> edns.options().forEach(o -> assertThat(o.toString()).isNotEmpty()));
      message.tsig().ifPresent(TsigRecord::read);
    } catch (MalformedWire e) {
      assertThat(e.fault()).isNotEmpty();
    }
  }

  /// Writes a message again, record by record, without its signature.
  static Octets copy(MessageView message, NameCompression compression) {
    MessageWriter writer = new MessageWriter(new OctetBuffer(), compression);
    writer.begin(MessageWriter.STREAM_LIMIT, message.id(), message.flags());
    message.edns().ifPresent(writer::edns);
    for (QuestionView question : message.questions()) {
      writer.question(question.name().toName(), question.type(), question.recordClass());
    }
    for (Section section : Section.values()) {
      writer.section(section);
      for (RecordView record : message.records(section)) {
        int type = record.typeCode();
        if (type != RecordType.OPT.code() && type != RecordType.TSIG.code()) {
          assertThat(writer.copy(record)).isTrue();
        }
      }
    }
    return writer.finish();
  }

  private static List<RandomMessages.Line> lines(MessageView message) {
    List<RandomMessages.Line> lines = new ArrayList<>();
    for (Section section : Section.values()) {
      for (RecordView record : message.records(section)) {
        if (record.typeCode() == RecordType.OPT.code()) {
          continue;
        }
        OctetBuffer out = new OctetBuffer();
        record.expand(out);
        Octets rdata = Octets.of(out.toBytes());
        lines.add(
            new RandomMessages.Line(
                section, record.owner().toName(), record.typeCode(), record.ttlBits(), rdata));
      }
    }
    return lines;
  }

  /// Lines as text; where compression ignores case, so does this.
  private static List<String> shown(List<RandomMessages.Line> lines, NameCompression compression) {
    List<String> shown = new ArrayList<>();
    for (RandomMessages.Line line : lines) {
      boolean fold = compression == NameCompression.IGNORING_CASE;
      Name owner = fold ? line.owner().canonical() : line.owner();
      Octets data = line.rdata();
      OctetBuffer out = new OctetBuffer();
      if (fold) {
        CanonicalRdata.append(line.type(), data.array(), data.offset(), data.length(), out);
      } else {
        out.octets(data);
      }
      shown.add(
          line.section() + " " + owner + " " + line.type() + " " + line.ttl() + " " + out.view());
    }
    return shown;
  }
}
