package dev.weir.dns.text;

import dev.weir.dns.octets.OctetBuffer;
import dev.weir.dns.workers.Workers;
import dev.weir.dns.zone.Zone;
import dev.weir.dns.zone.ZoneCursor;
import dev.weir.dns.zone.ZoneRange;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

// The idea: a zone is cut into ranges of pages, each is rendered on some thread into a buffer of
// its
// own, and the buffers are written in order. What the records of a set have in common, from the
// owner to the type, is rendered once and copied.
//
// Order: nodes canonically; in a node the sets by type, SOA before all, each followed by the
// signatures that cover it; signatures of sets that are not there come last.

/// Writes a zone as the text of a master file (RFC 1035 §5), on all cores.
public final class ZonePrinter {
  private static final int PAGES = 16;

  private final Zone zone;
  private final PrintStyle style;
  private final int defaultTtl;
  private final Deque<OctetBuffer> spare = new ArrayDeque<>();

  private ZonePrinter(Zone zone, PrintStyle style) {
    this.zone = zone;
    this.style = style;
    defaultTtl = ZoneText.defaultTtl(zone, style);
  }

  /// Takes the text, piece by piece.
  @FunctionalInterface
  public interface Output {
    /// Takes `count` octets from `offset`; they are good for this call.
    void write(byte[] octets, int offset, int count);
  }

  /// Writes a zone.
  public static void print(Zone zone, PrintStyle style, Workers workers, Output output) {
    ZonePrinter printer = new ZonePrinter(zone, style);
    OctetBuffer head = new OctetBuffer();
    new ZoneText(style, printer.defaultTtl, head).header(zone);
    output.write(head.array(), 0, head.length());
    List<ZoneRange> ranges = zone.ranges(PAGES);
    workers.inOrder(
        ranges.size(),
        i -> printer.render(ranges.get(i)),
        (OctetBuffer text) -> {
          output.write(text.array(), 0, text.length());
          printer.giveBack(text);
        });
  }

  private OctetBuffer render(ZoneRange range) {
    OctetBuffer out = borrow();
    ZoneText text = new ZoneText(style, defaultTtl, out);
    ZoneCursor cursor = zone.cursor(range);
    while (cursor.next()) {
      text.node(cursor);
    }
    return out;
  }

  private synchronized OctetBuffer borrow() {
    return spare.isEmpty() ? new OctetBuffer(1 << 20) : spare.remove();
  }

  private synchronized void giveBack(OctetBuffer buffer) {
    buffer.clear();
    spare.add(buffer);
  }
}
