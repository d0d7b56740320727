package dev.weir.bgp.capture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.bgp.octets.Octets;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TcpReassemblyLawTest {
  /// However a stream is cut, shuffled and repeated, the stream comes out whole; and so it does
  /// through a capture file.
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void everyOrderOfTheSegmentsGivesTheStream(long seed) {
    Random random = new Random(seed);
    byte[] stream = new byte[random.nextInt(1, 20_000)];
    random.nextBytes(stream);
    int first = random.nextInt();
    List<TcpSegment> segments = cut(stream, first, random);
    Collections.shuffle(segments, random);
    segments.addFirst(Segments.flagged(TcpSegment.SYN, first - 1, ""));
    PcapWriter writer = new PcapWriter();
    segments.forEach(segment -> writer.segment(0, segment));
    Capture capture = Capture.read(writer.file());
    assertThat(capture.fault()).isNull();
    assertThat(capture.segments()).isEqualTo(segments.size());
    assertThat(capture.streams()).hasSize(1);
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (CapturedStream.Piece piece : capture.streams().getFirst().pieces()) {
      assertThat(piece.missing()).isZero();
      all.writeBytes(piece.octets().toBytes());
    }
    assertThat(all.toByteArray()).isEqualTo(stream);
  }

  private static List<TcpSegment> cut(byte[] stream, int first, RandomGenerator random) {
    List<TcpSegment> segments = new ArrayList<>();
    TcpSegment pattern = Segments.data(0, "");
    int at = 0;
    while (at < stream.length) {
      int from = Math.max(0, at - (random.nextInt(4) == 0 ? random.nextInt(300) : 0));
      int to = Math.min(stream.length, at + random.nextInt(1, 1400));
      for (int times = random.nextInt(5) == 0 ? 2 : 1; times > 0; times--) {
        segments.add(
            new TcpSegment(
                pattern.source(),
                pattern.destination(),
                first + from,
                0x10,
                new Octets(stream, from, to - from),
                0));
      }
      at = to;
    }
    return segments;
  }
}
