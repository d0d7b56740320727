package dev.weir.bgp.capture;

import dev.weir.bgp.octets.Octets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Puts TCP segments back into streams, one for each direction of a connection.
///
/// A stream is a position that counts octets from its beginning; a segment's 32-bit number is
/// understood as the position nearest to the one expected next. What lies before that was seen
/// before and is dropped; what overlaps is trimmed, so that the octets that came first count; what
/// lies behind waits. A gap is given up, and reported, when more waits than [#MAX_WAITING_OCTETS]
/// or [#MAX_WAITING_SEGMENTS], or when the stream ends. A stream whose beginning was not captured
/// begins with its first segment that carries octets. A segment far away from what is expected
/// (more than 64 MiB) belongs to another connection between the same endpoints.
///
/// Memory is bounded: at most [#MAX_STREAMS] streams are followed, the one that was silent longest
/// is given up for a new one.
public final class TcpReassembly {
  /// How many octets of a stream may wait behind a gap.
  public static final int MAX_WAITING_OCTETS = 4 << 20;

  /// How many segments of a stream may wait behind a gap.
  public static final int MAX_WAITING_SEGMENTS = 8192;

  /// How many streams are followed at a time.
  public static final int MAX_STREAMS = 16_384;

  private static final long FAR = 64L << 20;

  private final StreamSink sink;
  private final Map<Pair, Stream> streams = new LinkedHashMap<>(16, 0.75f, true);
  private int ordinals;

  /// Creates a reassembly without streams.
  public TcpReassembly(StreamSink sink) {
    this.sink = sink;
  }

  /// Takes the next segment of the capture.
  ///
  /// @param nanos when it was captured, nanoseconds since 1970
  public void accept(long nanos, TcpSegment segment) {
    Pair pair = new Pair(segment.source(), segment.destination());
    if (segment.has(TcpSegment.RST)) {
      close(streams.get(pair), nanos);
      close(streams.get(new Pair(segment.destination(), segment.source())), nanos);
      return;
    }
    Stream stream = streams.get(pair);
    if (segment.has(TcpSegment.SYN)) {
      if (stream == null || !stream.begins(segment.sequence())) {
        close(stream, nanos);
        stream = open(pair, segment.sequence() + 1, true);
      }
      stream.accept(nanos, segment, segment.sequence() + 1);
      return;
    }
    if (stream == null || stream.isForeign(segment)) {
      if (segment.payload().isEmpty()) {
        return;
      }
      close(stream, nanos);
      stream = open(pair, segment.sequence(), false);
    }
    stream.accept(nanos, segment, segment.sequence());
  }

  /// Ends all streams: nothing follows.
  public void finish() {
    for (Stream stream : streams.values()) {
      stream.close(stream.lastNanos);
    }
    streams.clear();
  }

  private static void close(@Nullable Stream stream, long nanos) {
    if (stream != null) {
      stream.close(nanos);
    }
  }

  private Stream open(Pair pair, int sequence, boolean fromStart) {
    streams.remove(pair);
    if (streams.size() == MAX_STREAMS) {
      var eldest = streams.entrySet().iterator();
      Stream silent = eldest.next().getValue();
      silent.close(silent.lastNanos);
      eldest.remove();
    }
    StreamKey key = new StreamKey(pair.source, pair.destination, ordinals++, fromStart);
    Stream stream = new Stream(key, sequence);
    streams.put(pair, stream);
    return stream;
  }

  /// A direction.
  private record Pair(Endpoint source, Endpoint destination) {}

  /// Octets that wait for those before them.
  ///
  /// @param cut octets behind them that were not captured
  private record Piece(long nanos, Octets octets, int cut) {
    long length() {
      return (long) octets.length() + cut;
    }

    Piece without(long first) {
      return first <= octets.length()
          ? new Piece(nanos, octets.from((int) first), cut)
          : new Piece(nanos, Octets.EMPTY, (int) (length() - first));
    }
  }

  /// One stream while it lasts.
  private final class Stream {
    private final StreamKey key;
    private final int first;
    private final TreeMap<Long, Piece> waiting = new TreeMap<>();
    private int base;
    private long expected;
    private long waitingOctets;
    private long finish = Long.MAX_VALUE;
    private int withSyn;
    private long lastNanos;
    private boolean closed;

    Stream(StreamKey key, int sequence) {
      this.key = key;
      this.first = sequence;
      this.base = sequence;
    }

    boolean begins(int syn) {
      return !closed && key.fromStart() && syn + 1 == first && expected <= FAR;
    }

    private long position(int sequence) {
      return expected + (sequence - (base + (int) expected));
    }

    /// Returns whether a segment cannot belong to this stream.
    boolean isForeign(TcpSegment segment) {
      long from = position(segment.sequence());
      if (Math.abs(from - expected) > FAR) {
        return true;
      }
      return closed && from + segment.payload().length() > expected + 1;
    }

    void accept(long nanos, TcpSegment segment, int sequence) {
      lastNanos = nanos;
      if (closed) {
        return;
      }
      Piece piece = new Piece(nanos, segment.payload(), segment.cut());
      if (segment.has(TcpSegment.SYN)) {
        withSyn = piece.octets.length();
      } else {
        allowForUncountedSyn(sequence, piece);
      }
      long from = position(sequence);
      if (segment.has(TcpSegment.FIN)) {
        finish = from + piece.length();
      }
      if (piece.length() > 0) {
        place(from, piece);
      }
      if (expected >= finish) {
        close(nanos);
      }
    }

    /// Captures made by programs carry octets in the segment with SYN and do not count the SYN: the
    /// next segment seems to begin with the last octet of that one.
    private void allowForUncountedSyn(int sequence, Piece piece) {
      if (withSyn > 1 && expected == withSyn && piece.length() > 1) {
        if (position(sequence) == expected - 1) {
          base--;
        }
        withSyn = 0;
      }
    }

    private void place(long from, Piece piece) {
      if (from > expected) {
        Piece there = waiting.get(from);
        if (there == null || there.length() < piece.length()) {
          waitingOctets += piece.octets.length() - (there == null ? 0 : there.octets.length());
          waiting.put(from, piece);
        }
        while (waitingOctets > MAX_WAITING_OCTETS || waiting.size() > MAX_WAITING_SEGMENTS) {
          giveUpGap();
        }
        return;
      }
      deliver(from, piece);
      follow();
    }

    private void deliver(long from, Piece piece) {
      long seen = expected - from;
      if (seen >= piece.length()) {
        return;
      }
      Piece fresh = seen == 0 ? piece : piece.without(seen);
      expected = from + piece.length();
      if (!fresh.octets.isEmpty()) {
        sink.data(key, fresh.nanos, fresh.octets);
      }
      if (fresh.cut > 0) {
        sink.gap(key, fresh.nanos, fresh.cut);
      }
    }

    private void follow() {
      while (!waiting.isEmpty() && waiting.firstKey() <= expected) {
        var next = waiting.pollFirstEntry();
        waitingOctets -= next.getValue().octets.length();
        deliver(next.getKey(), next.getValue());
      }
    }

    private void giveUpGap() {
      var next = waiting.firstEntry();
      sink.gap(key, next.getValue().nanos, next.getKey() - expected);
      expected = next.getKey();
      follow();
    }

    void close(long nanos) {
      lastNanos = nanos;
      if (!closed) {
        while (!waiting.isEmpty()) {
          giveUpGap();
        }
        closed = true;
        sink.end(key);
      }
    }
  }
}
