package dev.weir.dns.wire;

import dev.weir.dns.edns.Edns;
import dev.weir.dns.edns.EdnsOption;
import dev.weir.dns.name.Name;
import dev.weir.dns.octets.OctetBuffer;
import dev.weir.dns.octets.Octets;
import dev.weir.dns.rdata.RandomRdata;
import dev.weir.dns.rdata.RdataLayout;
import dev.weir.dns.type.RecordClass;
import dev.weir.dns.type.RecordType;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/// Messages whose names share tails, with records of all types, and what is in them.
final class RandomMessages {
  private static final String[] LABELS = {"a", "B", "www", "Example", "com", "NET", "x-1", "\\000"};

  private final RandomGenerator random;
  private final RandomRdata rdata;

  RandomMessages(RandomGenerator random) {
    this.random = random;
    this.rdata = new RandomRdata(random);
  }

  /// A record as it goes in.
  record Line(Section section, Name owner, int type, int ttl, Octets rdata) {}

  /// A message as it goes in.
  record Content(int id, HeaderFlags flags, List<Name> questions, List<Line> lines) {}

  Content next() {
    List<Line> lines = new ArrayList<>();
    for (Section section : Section.values()) {
      for (int i = random.nextInt(6); i > 0; i--) {
        lines.add(line(section));
      }
    }
    HeaderFlags flags = new HeaderFlags(random.nextInt(0x10000) & ~0xf);
    List<Name> questions = random.nextInt(8) == 0 ? List.of() : List.of(name());
    return new Content(random.nextInt(0x10000), flags, questions, lines);
  }

  Line line(Section section) {
    List<RdataLayout> all = RdataLayout.all();
    RdataLayout layout = all.get(random.nextInt(all.size()));
    int type = layout.type().code();
    byte[] data = rdata.next(layout);
    return new Line(section, name(), type, random.nextInt(), Octets.of(data));
  }

  Name name() {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(6); i > 0; i--) {
      text.append(LABELS[random.nextInt(LABELS.length)]).append('.');
    }
    return text.isEmpty() ? Name.ROOT : Name.parse(text.toString());
  }

  /// Writes a message whole.
  static Octets write(Content content, NameCompression compression) {
    MessageWriter writer = new MessageWriter(new OctetBuffer(), compression);
    writer.begin(MessageWriter.STREAM_LIMIT, content.id(), content.flags());
    if (content.id() % 2 == 0) {
      writer.edns(Edns.of(1232).with(new EdnsOption.Padding(content.id() % 7)));
    }
    for (Name question : content.questions()) {
      writer.question(question, RecordType.ANY, RecordClass.IN);
    }
    for (Line line : content.lines()) {
      writer.section(line.section());
      writer.set(line.owner().wire(), line.type(), 1, line.ttl());
      if (!writer.add(line.rdata())) {
        throw new AssertionError("no room for " + line);
      }
    }
    return writer.finish();
  }
}
