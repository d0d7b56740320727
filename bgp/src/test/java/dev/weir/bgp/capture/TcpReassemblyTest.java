package dev.weir.bgp.capture;

import static dev.weir.bgp.capture.Segments.data;
import static dev.weir.bgp.capture.Segments.flagged;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.bgp.octets.Octets;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TcpReassemblyTest {
  private static final int SYN = TcpSegment.SYN;

  @Test
  void putsSegmentsInOrder() {
    assertThat(streamOf(flagged(SYN, 9, ""), data(13, "defg"), data(17, "hi"), data(10, "abc")))
        .isEqualTo("0+ abc defg hi .");
  }

  @Test
  void dropsWhatWasSentAgainAndTrimsWhatOverlaps() {
    assertThat(
            streamOf(
                flagged(SYN, 9, ""),
                flagged(SYN, 9, ""),
                data(10, "abc"),
                data(10, "abc"),
                data(9, "X"),
                data(12, "Xde"),
                data(10, "XXXXXf")))
        .isEqualTo("0+ abc de f .");
  }

  @Test
  void trimsWhatOverlapsWhileItWaits() {
    assertThat(
            streamOf(
                data(0, "a"), data(5, "fgh"), data(3, "defX"), data(5, "fghij"), data(1, "bc")))
        .isEqualTo("0 a bc defX hij .");
  }

  @Test
  void reportsAGapAtTheEnd() {
    assertThat(streamOf(data(100, "abc"), data(105, "fg"))).isEqualTo("0 abc [2] fg .");
  }

  @Test
  void numbersMayPassThroughZero() {
    assertThat(streamOf(flagged(SYN, -4, ""), data(1, "efg"), data(-3, "abcd"), data(4, "h")))
        .isEqualTo("0+ abcd efg h .");
  }

  @Test
  void aNewConnectionBetweenTheSameEndpointsIsANewStream() {
    assertThat(
            streamOf(
                flagged(SYN, 9, ""), data(10, "abc"), flagged(SYN, 5000, ""), data(5001, "xyz")))
        .isEqualTo("0+ abc . 1+ xyz .");
    assertThat(streamOf(data(10, "abc"), data(0x40000000, "xyz"))).isEqualTo("0 abc . 1 xyz .");
  }

  @Test
  void finEndsAStreamWhenAllBeforeItIsThere() {
    assertThat(
            streamOf(data(1, "a"), flagged(TcpSegment.FIN, 4, "de"), data(2, "bc"), data(4, "de")))
        .isEqualTo("0 a bc de .");
  }

  @Test
  void resetEndsBothDirections() {
    TcpSegment back = Segments.of("192.0.2.2", 179, "192.0.2.1", 40_000, 7, "x");
    assertThat(streamOf(data(1, "a"), back, flagged(TcpSegment.RST, 2, ""), data(1, "a")))
        .isEqualTo("0 a 1 x . .");
  }

  @Test
  void aSynThatIsNotCountedIsNoticed() {
    assertThat(streamOf(flagged(SYN, 1, "abc"), data(4, "def"), data(7, "ghi")))
        .isEqualTo("0+ abc def ghi .");
    assertThat(streamOf(flagged(SYN, 1, "abc"), data(5, "def"))).isEqualTo("0+ abc def .");
  }

  @Test
  void octetsThatWereNotCapturedAreAGap() {
    TcpSegment plain = data(1, "ab");
    TcpSegment cut =
        new TcpSegment(plain.source(), plain.destination(), 1, 0x10, plain.payload(), 3);
    assertThat(streamOf(cut, data(6, "fg"))).isEqualTo("0 ab [3] fg .");
  }

  @Test
  void aGapIsGivenUpWhenTooMuchWaits() {
    Log log = new Log();
    TcpReassembly reassembly = new TcpReassembly(log);
    reassembly.accept(0, data(0, "a"));
    for (int i = 0; i <= TcpReassembly.MAX_WAITING_SEGMENTS; i++) {
      assertThat(log.text).hasToString("0 a");
      reassembly.accept(0, data(10 + i, "b"));
    }
    assertThat(log.text.toString()).startsWith("0 a [9] b b");
  }

  @Test
  void theStreamThatIsSilentLongestIsGivenUpForANewOne() {
    Log log = new Log();
    TcpReassembly reassembly = new TcpReassembly(log);
    for (int i = 0; i <= TcpReassembly.MAX_STREAMS; i++) {
      assertThat(log.ends).isZero();
      reassembly.accept(0, Segments.of("10.0.0.1", i, "10.0.0.2", 179, 1, "a"));
    }
    assertThat(log.ends).isEqualTo(1);
  }

  private static String streamOf(TcpSegment... segments) {
    Log log = new Log();
    TcpReassembly reassembly = new TcpReassembly(log);
    for (TcpSegment segment : segments) {
      reassembly.accept(0, segment);
    }
    reassembly.finish();
    return log.text.toString();
  }

  /// Writes down what happens: the ordinal of a stream when it changes, `+` if it was seen from its
  /// start, octets as text, gaps in brackets, a full stop at the end.
  private static final class Log implements StreamSink {
    private final StringBuilder text = new StringBuilder();
    private int current = -1;
    private int ends;

    @Override
    public void data(StreamKey stream, long nanos, Octets octets) {
      if (stream.ordinal() != current) {
        current = stream.ordinal();
        say(current + (stream.fromStart() ? "+" : ""));
      }
      say(new String(octets.toBytes(), StandardCharsets.US_ASCII));
    }

    @Override
    public void gap(StreamKey stream, long nanos, long octets) {
      say("[" + octets + "]");
    }

    @Override
    public void end(StreamKey stream) {
      ends++;
      say(".");
    }

    private void say(String word) {
      text.append(text.isEmpty() ? "" : " ").append(word);
    }
  }
}
