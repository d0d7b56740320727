package dev.weir.benchmarks.dns;

import dev.weir.dns.octets.OctetBuffer;
import dev.weir.dns.wire.MessageWriter;
import dev.weir.dns.wire.NameCompression;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.xbill.DNS.Message;

/// How fast is a message written: header, question and ten records, names compressed?
///
/// `weir` writes into a buffer that it reuses; `dnsjava` renders a message whose objects exist
/// already. Both make the same 10 records; the allocation column of `-prof gc` belongs to the
/// answer.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class MessageWriteBenchmark {
  private final OctetBuffer out = new OctetBuffer(1232);
  private final MessageWriter writer = new MessageWriter(out, NameCompression.IGNORING_CASE);
  private final MessageWriter plain = new MessageWriter(out, NameCompression.NONE);
  private final Message message;

  /// Makes the objects of dnsjava.
  public MessageWriteBenchmark() {
    try {
      message = new Message(SampleAnswer.octets("plain"));
    } catch (IOException e) {
      throw new IllegalStateException("the sample is a message", e);
    }
  }

  /// Writes with compression.
  @Benchmark
  public int weir() {
    out.clear();
    return SampleAnswer.write(writer).length();
  }

  /// Writes without compression.
  @Benchmark
  public int weirPlain() {
    out.clear();
    return SampleAnswer.write(plain).length();
  }

  /// Renders with dnsjava.
  @Benchmark
  public byte[] dnsjava() {
    return message.toWire();
  }
}
