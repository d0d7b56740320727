package dev.weir.bgp.capture;

import dev.weir.bgp.octets.Framing;
import dev.weir.bgp.octets.MessageSplitter;
import dev.weir.bgp.octets.Octets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// All TCP streams of a capture file, and what else was in it.
///
/// The streams are views of the file: reading a capture costs little more memory than the file
/// itself. A capture that is too large to lie in memory is read packet by packet with
/// [CaptureReader] and [TcpReassembly].
///
/// @param streams the streams that carry octets, in the order of their first packets
/// @param packets how many packets were read
/// @param segments how many of them were TCP segments
/// @param others why the others were none, and how often
/// @param fault why the file could not be read to its end; null if it could
public record Capture(
    List<CapturedStream> streams,
    long packets,
    long segments,
    Map<String, Integer> others,
    @Nullable CaptureFault fault) {

  /// Keeps copies of the collections.
  public Capture {
    streams = List.copyOf(streams);
    others = Map.copyOf(others);
  }

  /// Reads a capture file.
  public static Capture read(Octets file) {
    return read(file, _ -> true);
  }

  /// Reads the streams of a capture file that are wanted.
  ///
  /// @param wanted says of a segment whether to follow its stream
  public static Capture read(Octets file, Predicate<TcpSegment> wanted) {
    CaptureReader reader = CaptureReader.over(file);
    Collector collector = new Collector();
    TcpReassembly reassembly = new TcpReassembly(collector);
    Map<String, Integer> others = new TreeMap<>();
    long packets = 0;
    long segments = 0;
    while (reader.next()) {
      packets++;
      Packet packet = reader.packet();
      switch (PacketDissector.dissect(packet)) {
        case Dissection.Tcp(TcpSegment segment) -> {
          segments++;
          if (wanted.test(segment)) {
            reassembly.accept(packet.nanos(), segment);
          }
        }
        case Dissection.Fragment _ -> others.merge("a fragment", 1, Integer::sum);
        case Dissection.Other(String reason) -> others.merge(reason, 1, Integer::sum);
      }
    }
    reassembly.finish();
    return new Capture(collector.streams(), packets, segments, others, reader.fault());
  }

  /// Splits the streams into messages.
  ///
  /// A stream whose beginning was not captured, or that has a gap, is taken up at the next message
  /// that the framing finds.
  ///
  /// @return what happens in all streams, in the order of time; in one stream, in its order
  public List<StreamEvent> split(Framing framing) {
    List<StreamEvent> events = new ArrayList<>();
    for (CapturedStream stream : streams) {
      split(stream, framing, events);
    }
    events.sort(Comparator.comparingLong(StreamEvent::nanos));
    return events;
  }

  private static void split(CapturedStream stream, Framing framing, List<StreamEvent> events) {
    EventSink sink = new EventSink(stream.key(), events);
    MessageSplitter splitter = new MessageSplitter(framing, sink, stream.key().fromStart());
    for (CapturedStream.Piece piece : stream.pieces()) {
      sink.advance(piece.nanos());
      if (piece.missing() > 0) {
        splitter.gap();
        events.add(new StreamEvent.Gap(stream.key(), sink.nanos, piece.missing()));
      }
      splitter.accept(piece.octets());
    }
    splitter.finish();
  }

  /// Turns what the splitter finds into events.
  private static final class EventSink implements MessageSplitter.Sink {
    private final StreamKey stream;
    private final List<StreamEvent> events;
    private long nanos = Long.MIN_VALUE;

    EventSink(StreamKey stream, List<StreamEvent> events) {
      this.stream = stream;
      this.events = events;
    }

    /// A segment that was sent again, or whose clock went back, does not overtake those before it.
    void advance(long time) {
      nanos = Math.max(nanos, time);
    }

    @Override
    public void message(long offset, Octets message) {
      events.add(new StreamEvent.Message(stream, nanos, offset, message));
    }

    @Override
    public void skipped(long offset, int octets) {
      events.add(new StreamEvent.Skipped(stream, nanos, offset, octets));
    }
  }

  /// Collects the streams.
  private static final class Collector implements StreamSink {
    private final Map<StreamKey, List<CapturedStream.Piece>> pieces = new LinkedHashMap<>();
    private final Map<StreamKey, Long> missing = new LinkedHashMap<>();

    @Override
    public void data(StreamKey stream, long nanos, Octets octets) {
      Long gap = missing.remove(stream);
      pieces
          .computeIfAbsent(stream, _ -> new ArrayList<>())
          .add(new CapturedStream.Piece(nanos, gap == null ? 0 : gap, octets));
    }

    @Override
    public void gap(StreamKey stream, long nanos, long octets) {
      missing.merge(stream, octets, Long::sum);
    }

    @Override
    public void end(StreamKey stream) {
      Long gap = missing.remove(stream);
      List<CapturedStream.Piece> all = pieces.get(stream);
      if (gap != null && all != null) {
        all.add(new CapturedStream.Piece(all.getLast().nanos(), gap, Octets.EMPTY));
      }
    }

    List<CapturedStream> streams() {
      List<CapturedStream> all = new ArrayList<>();
      pieces.forEach((key, list) -> all.add(new CapturedStream(key, list)));
      return all;
    }
  }
}
