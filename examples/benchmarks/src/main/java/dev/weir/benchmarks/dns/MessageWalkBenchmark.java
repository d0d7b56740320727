package dev.weir.benchmarks.dns;

import dev.weir.dns.octets.Octets;
import dev.weir.dns.wire.MessageView;
import dev.weir.dns.wire.NameView;
import dev.weir.dns.wire.QuestionView;
import dev.weir.dns.wire.RecordView;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.xbill.DNS.Message;

/// How fast is a received message read: header, question and ten records?
///
/// `walk` validates the message and visits the header, the question and the fields of every record;
/// `names` does the same and hashes every name, those in record data included, following pointers.
/// `dnsjava` parses the same octets into objects, and visits nothing. Figures are messages per
/// second; the allocation column of `-prof gc` belongs to the answer.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class MessageWalkBenchmark {
  private static final int NS = 2;
  private static final int CNAME = 5;

  /// Which message.
  @Param({"plain", "signed"})
  public String kind = "plain";

  private byte[] message = new byte[0];

  /// Makes the message.
  @Setup
  public void prepare() {
    message = SampleAnswer.octets(kind);
  }

  /// Validates and visits, every name hashed.
  @Benchmark
  public int names() {
    MessageView view = MessageView.read(Octets.of(message));
    int sum = view.id() + view.flags().bits();
    for (QuestionView question : view.questions()) {
      sum += question.name().hashCode() + question.typeCode() + question.classCode();
    }
    for (RecordView record : view.records()) {
      int type = record.typeCode();
      sum += record.owner().hashCode() + type + record.classCode() + record.ttlBits();
      if (type == NS || type == CNAME) {
        sum += NameView.read(view.octets(), record.rdataOffset()).hashCode();
      } else {
        sum += record.rdata().i32(0);
      }
    }
    return sum;
  }

  /// Validates and visits; names are found, not hashed.
  @Benchmark
  public int walk() {
    MessageView view = MessageView.read(Octets.of(message));
    int sum = view.id() + view.flags().bits();
    for (QuestionView question : view.questions()) {
      sum += question.name().offset() + question.typeCode() + question.classCode();
    }
    for (RecordView record : view.records()) {
      sum += record.owner().offset() + record.typeCode() + record.classCode() + record.ttlBits();
      sum += record.rdataOffset() + record.rdataLength();
    }
    return sum;
  }

  /// Validates alone.
  @Benchmark
  public boolean validate() {
    return MessageView.wellFormed(Octets.of(message));
  }

  /// Parses into the objects of dnsjava.
  @Benchmark
  public Message dnsjava() throws IOException {
    return new Message(message);
  }
}
