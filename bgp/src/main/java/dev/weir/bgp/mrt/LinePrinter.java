package dev.weir.bgp.mrt;

import dev.weir.inet.Asn;
import dev.weir.inet.IpAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Prints routes as lines of JSON or of comma-separated values.
///
/// What a line says behind the prefix is put together once for all routes that share it, see
/// [RouteCursor#group]. Times are seconds since 1970, with microseconds where the archive has them.
public final class LinePrinter implements RoutePrinter {
  /// The forms of a line.
  public enum Form {
    /// An object a line, with all attributes: those that have no member of their own as octets.
    JSON,
    /// Values between commas: kind, time, peer, peer AS, prefix, path id, path, origin, next hop,
    /// local preference, MED, communities, large communities.
    CSV
  }

  /// The names of the columns of [Form#CSV], as its first line.
  public static final String CSV_HEAD =
      "kind,time,peer,peer_as,prefix,path_id,as_path,origin,next_hop,local_preference,med,"
          + "communities,large_communities\n";

  private static final byte[] NONE = {};

  private final RouteCursor route;
  private final Form form;
  private byte[] out = NONE;
  private int length;
  private byte[] head = NONE;
  private byte[] tail = NONE;
  private long group = -1;
  private long lines;

  /// A printer of the routes of a cursor.
  public LinePrinter(RouteCursor route, Form form) {
    this.route = route;
    this.form = form;
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
  public void route() {
    if (route.group() != group) {
      group = route.group();
      head = ascii(form == Form.JSON ? jsonHead() : csvHead());
      tail = ascii(form == Form.JSON ? jsonTail() : csvTail());
    }
    byte[] own = ascii(form == Form.JSON ? jsonRoute() : csvRoute());
    append(head);
    append(own);
    append(tail);
    lines++;
  }

  @Override
  public void other(byte[] array, int start, int end) {
    StateChange change =
        StateChange.read(new dev.weir.bgp.octets.Octets(array, start, end - start));
    if (change == null) {
      return;
    }
    String time = time(change.seconds(), change.microseconds());
    long asn = change.peerAsn().bits() & 0xffff_ffffL;
    append(
        ascii(
            form == Form.JSON
                ? "{\"kind\":\"state\",\"time\":"
                    + time
                    + ",\"peer\":\""
                    + change.peer()
                    + "\",\"peer_as\":"
                    + asn
                    + ",\"before\":"
                    + change.before()
                    + ",\"after\":"
                    + change.after()
                    + "}\n"
                : "state," + time + "," + change.peer() + "," + asn + ",,,,,,,,,\n"));
    lines++;
  }

  private String kind() {
    return route.isWithdrawn() ? "withdraw" : route.isTable() ? "table" : "announce";
  }

  private static String time(long seconds, long micros) {
    return micros < 0
        ? Long.toString(seconds)
        : seconds + "." + Long.toString(1_000_000 + micros % 1_000_000).substring(1);
  }

  private String jsonHead() {
    return "{\"kind\":\""
        + kind()
        + "\",\"time\":"
        + time(route.seconds(), route.microseconds())
        + ",\"peer\":\""
        + route.peerAddress()
        + "\",\"peer_as\":"
        + (route.peerAsnBits() & 0xffff_ffffL);
  }

  private String jsonRoute() {
    String own = ",\"family\":\"" + route.family() + "\"";
    own += route.isPlain() ? ",\"prefix\":\"" + route.prefix() + "\"" : nlri();
    return route.hasPathId() ? own + ",\"path_id\":" + (route.pathId() & 0xffff_ffffL) : own;
  }

  private String nlri() {
    return ",\"nlri\":\"" + route.nlri() + "\"";
  }

  private String jsonTail() {
    if (route.isWithdrawn()) {
      return "}\n";
    }
    StringBuilder text = new StringBuilder(256);
    if (route.isTable()) {
      text.append(",\"originated\":").append(route.originated());
    }
    IpAddress hop = NextHopText.of(route);
    if (hop != null) {
      text.append(",\"next_hop\":\"").append(hop).append('"');
    }
    AttributeFields.append(text, route.attributes());
    return text.append("}\n").toString();
  }

  private String csvHead() {
    return kind()
        + ","
        + time(route.seconds(), route.microseconds())
        + ","
        + route.peerAddress()
        + ","
        + new Asn(route.peerAsnBits()).toString().replace("AS", "")
        + ",";
  }

  private String csvRoute() {
    String prefix = route.isPlain() ? route.prefix().toString() : route.nlri().toString();
    return prefix + "," + (route.hasPathId() ? Long.toString(route.pathId() & 0xffff_ffffL) : "");
  }

  private String csvTail() {
    return route.isWithdrawn() ? ",,,,,,,\n" : CsvFields.of(route) + "\n";
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private void append(byte[] text) {
    if (out.length - length < text.length) {
      out = Arrays.copyOf(out, Math.max(2 * out.length, length + text.length + (1 << 16)));
    }
    System.arraycopy(text, 0, out, length, text.length);
    length += text.length;
  }
}
