package dev.weir.bgp.mrt;

import dev.weir.bgp.octets.Octets;
import dev.weir.bgp.octets.OctetsWriter;
import java.util.Arrays;

/// Writes routes back as archive records.
///
/// A record all of whose routes pass unchanged is copied as it is; one of which none passes is left
/// out. Otherwise a table record is written with the entries that pass, and a message with the
/// routes that pass, its other attributes octet for octet. A route whose attributes were changed
/// gets a message of its own, with AS numbers of four octets, which is what changed attributes
/// have. Records without routes are copied.
public final class MrtPrinter implements RoutePrinter {
  private final RouteCursor route;
  private final OctetsWriter writer = new OctetsWriter(1 << 12);
  private final MrtWriter records = new MrtWriter(writer);
  private final MessageRebuilder message = new MessageRebuilder();
  private byte[] out = {};
  private int length;
  private int passed;
  private boolean changed;
  private boolean begun;
  private long lines;

  /// A printer of the routes of a cursor.
  public MrtPrinter(RouteCursor route) {
    this.route = route;
  }

  @Override
  public void into(byte[] array) {
    out = array;
    length = 0;
  }

  @Override
  public byte[] array() {
    return out;
  }

  @Override
  public int length() {
    return length;
  }

  @Override
  public long lines() {
    return lines;
  }

  @Override
  public void other(byte[] array, int start, int end) {
    append(new Octets(array, start, end - start));
  }

  @Override
  public void route() {
    lines++;
    passed++;
    changed |= route.isReplaced();
    RecordHead head = route.head();
    if (head.isTable()) {
      entry(head);
    } else if (!route.isReplaced()) {
      message.keep(route);
    } else if (route.isTable()) {
      DumpRebuilder.write(writer, route);
    } else {
      MessageRebuilder.alone(writer, route);
    }
  }

  private void entry(RecordHead head) {
    if (!begun) {
      begun = true;
      boolean generic =
          route.subtype() == MrtSubtype.RIB_GENERIC
              || route.subtype() == MrtSubtype.RIB_GENERIC_ADDPATH;
      int table = head.start + MrtRecord.HEADER;
      int from = generic ? table + 4 : head.prefixAt;
      records.beginTable(
          route.seconds(),
          route.subtype(),
          Octets.i32(route.array(), table),
          new Octets(route.array(), from, head.prefixEnd - from),
          head.pathIds);
    }
    records.entry(
        route.peerIndex(), route.originated(), route.pathId(), route.attributes().octets());
  }

  @Override
  public void endRecord(int walked) {
    RecordHead head = route.head();
    if (passed == walked && !changed) {
      append(new Octets(route.array(), head.start, head.end - head.start));
    } else if (passed > 0) {
      if (begun) {
        records.endPrefix();
      } else if (head.isUpdate()) {
        message.write(writer, route);
      }
      append(writer.toOctets());
    }
    writer.truncate(0);
    message.clear();
    passed = 0;
    changed = false;
    begun = false;
  }

  private void append(Octets octets) {
    if (out.length - length < octets.length()) {
      out = Arrays.copyOf(out, Math.max(2 * out.length, length + octets.length() + (1 << 16)));
    }
    length = octets.copyTo(out, length);
  }
}
