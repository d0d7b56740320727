package dev.weir.signer.verify;

import dev.weir.dns.octets.OctetBuffer;
import dev.weir.dns.octets.Octets;
import dev.weir.dns.type.RecordType;
import dev.weir.dns.zone.ZoneCursor;
import java.util.Arrays;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The type bitmap that a denial record must have, built again for each name (RFC 4034 §4.1.2); for
/// one thread.
final class TypeBitmap {
  private static final int WINDOW_OCTETS = 32;

  private final OctetBuffer expected = new OctetBuffer(64);
  private int window = -1;
  private int windowAt;

  /// Builds the bitmap of a node as its NSEC record must have it: all types at a name of the zone's
  /// own, and only those that are the zone's own at a delegation.
  void ofNsec(NodeWalk node) {
    build(node, true);
  }

  /// Builds the bitmap of a node as its NSEC3 record must have it: signatures count only where some
  /// set of the original name is signed (RFC 5155 §7.1).
  void ofNsec3(NodeWalk node) {
    build(node, false);
  }

  /// Builds the bitmap of an empty non-terminal.
  void ofNothing() {
    expected.clear();
    window = -1;
  }

  private void build(NodeWalk node, boolean nsec) {
    ofNothing();
    boolean cut = node.place() == NodeWalk.Place.CUT;
    boolean signed = nsec || !cut || !node.insecureCut();
    boolean signatures = false;
    boolean chain = false;
    int last = -1;
    ZoneCursor cursor = node.cursor();
    cursor.rewind();
    while (cursor.nextSet()) {
      int type = cursor.type();
      if (type == last
          || type == Types.RRSIG
          || type == Types.NSEC
          || type == Types.NSEC3
          || (cut && type != Types.NS && type != Types.DS)) {
        continue;
      }
      if (type > Types.RRSIG && signed && !signatures) {
        add(Types.RRSIG);
        signatures = true;
      }
      if (type > Types.NSEC && nsec && !chain) {
        add(Types.NSEC);
        chain = true;
      }
      add(type);
      last = type;
    }
    cursor.rewind();
    if (signed && !signatures) {
      add(Types.RRSIG);
    }
    if (nsec && !chain) {
      add(Types.NSEC);
    }
  }

  private void add(int type) {
    int block = type >> 8;
    if (block != window) {
      window = block;
      expected.u8(block).u8(0);
      windowAt = expected.length();
    }
    int octet = (type & 0xff) >> 3;
    while (expected.length() - windowAt <= octet) {
      expected.u8(0);
    }
    expected.array()[windowAt + octet] |= (byte) (0x80 >> (type & 7));
    expected.array()[windowAt - 1] = (byte) (expected.length() - windowAt);
  }

  /// Whether the bitmap in `array[from, to)` is the one that was built.
  boolean equal(byte[] array, int from, int to) {
    return Arrays.equals(array, from, to, expected.array(), 0, expected.length());
  }

  /// Says how the bitmap in `array[from, to)` differs from the one that was built.
  String difference(byte[] array, int from, int to) {
    TreeSet<Integer> found = new TreeSet<>();
    String fault = read(array, from, to, found);
    if (fault != null) {
      return fault;
    }
    TreeSet<Integer> wanted = new TreeSet<>();
    read(expected.array(), 0, expected.length(), wanted);
    TreeSet<Integer> missing = new TreeSet<>(wanted);
    missing.removeAll(found);
    TreeSet<Integer> extra = new TreeSet<>(found);
    extra.removeAll(wanted);
    StringBuilder text = new StringBuilder("the type bitmap");
    list(text, " lacks", missing);
    list(text, missing.isEmpty() ? " has" : ", and has", extra);
    if (!extra.isEmpty()) {
      text.append(", which the name has not");
    }
    return missing.isEmpty() && extra.isEmpty()
        ? "the type bitmap has octets that say nothing"
        : text.toString();
  }

  private static void list(StringBuilder text, String verb, TreeSet<Integer> types) {
    if (!types.isEmpty()) {
      text.append(verb);
      types.forEach(type -> text.append(' ').append(new RecordType(type)));
    }
  }

  private static @Nullable String read(byte[] array, int from, int to, TreeSet<Integer> types) {
    int at = from;
    int last = -1;
    while (at < to) {
      int octets = at + 1 < to ? array[at + 1] & 0xff : 0;
      int block = array[at] & 0xff;
      if (octets == 0 || octets > WINDOW_OCTETS || at + 2 + octets > to || block <= last) {
        return "the type bitmap is malformed (" + new Octets(array, from, to - from) + ")";
      }
      for (int bit = 0; bit < 8 * octets; bit++) {
        if ((array[at + 2 + (bit >> 3)] & (0x80 >> (bit & 7))) != 0) {
          types.add(block << 8 | bit);
        }
      }
      last = block;
      at += 2 + octets;
    }
    return null;
  }
}
