package dev.weir.bgp.path;

import dev.weir.bgp.octets.Octets;
import dev.weir.inet.Asn;
import java.util.Arrays;

/// Puts a path together from segments, in four-octet AS numbers. Neighbouring sequences become one,
/// as long as it has at most 255 numbers.
public final class AsPathBuilder {
  private static final int MOST = 255;

  private byte[] octets = new byte[64];
  private int length;
  private int segment = -1;

  /// Makes an empty path.
  public AsPathBuilder() {}

  /// Adds a segment. One of more than 255 numbers becomes several.
  ///
  /// @param kind such as [AsPath#AS_SEQUENCE]
  public AsPathBuilder segment(int kind, Asn... asns) {
    boolean first = true;
    for (Asn asn : asns) {
      begin(kind, first);
      append(asn.bits());
      first = false;
    }
    return this;
  }

  /// Puts one AS in front a number of times, as a router does that sends the route on (RFC 4271
  /// section 5.1.2).
  public static AsPath prepend(AsPath path, Asn asn, int times) {
    AsPathBuilder builder = new AsPathBuilder();
    Asn[] front = new Asn[times];
    Arrays.fill(front, asn);
    builder.segment(AsPath.AS_SEQUENCE, front);
    for (AsPath.Segments s = path.segments(); s.next(); ) {
      builder.copy(s, s.count());
    }
    return builder.build();
  }

  void copy(AsPath.Segments from, int count) {
    for (int i = 0; i < count; i++) {
      begin(from.kind(), i == 0);
      append(from.asn(i));
    }
  }

  /// Opens a segment where the number that comes does not fit into the last.
  private void begin(int kind, boolean first) {
    boolean joins =
        segment >= 0
            && octets[segment] == kind
            && (octets[segment + 1] & 0xff) < MOST
            && (!first || kind == AsPath.AS_SEQUENCE);
    if (!joins) {
      reserve(2);
      segment = length;
      octets[length++] = (byte) kind;
      octets[length++] = 0;
    }
  }

  private void append(int asn) {
    reserve(4);
    for (int i = 0; i < 4; i++) {
      octets[length++] = (byte) (asn >>> 24 - 8 * i);
    }
    octets[segment + 1]++;
  }

  private void reserve(int more) {
    if (length + more > octets.length) {
      octets = Arrays.copyOf(octets, octets.length * 2);
    }
  }

  /// Returns the path.
  public AsPath build() {
    return new AsPath(Octets.of(Arrays.copyOf(octets, length)), true);
  }
}
