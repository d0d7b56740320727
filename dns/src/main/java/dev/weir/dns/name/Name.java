package dev.weir.dns.name;

import dev.weir.dns.MalformedText;
import dev.weir.dns.MalformedWire;
import dev.weir.dns.octets.OctetBuffer;
import dev.weir.dns.octets.Octets;
import java.util.Arrays;

/// An absolute domain name (RFC 1035 §3.1): at most 255 octets, labels of 1 to 63 octets.
///
/// The representation is the uncompressed wire form, in the case it was written in. Equality, hash
/// and order ignore the case of ASCII letters and of nothing else (RFC 4343); the order is the
/// canonical one of RFC 4034 §6.1. A name that exists is valid, so nobody checks it again.
public final class Name implements Comparable<Name> {
  // Before ROOT, whose hash needs it.
  private static final byte[] FOLD = foldTable();

  /// Octets of the longest name on the wire, the root label included.
  public static final int MAX_OCTETS = 255;

  /// Octets of the longest label, its length octet not counted.
  public static final int MAX_LABEL_OCTETS = 63;

  /// The name of the root zone.
  public static final Name ROOT = new Name(new byte[] {0});

  private final byte[] wire;
  private final int hash;

  private Name(byte[] wire) {
    this.wire = wire;
    this.hash = hashOf(wire);
  }

  /// Parses an absolute name; a missing final dot is taken as given.
  ///
  /// @throws MalformedText if the text is not a name
  public static Name parse(String text) {
    return parse(text, ROOT);
  }

  /// Parses a name, relative to `origin` if it lacks the final dot; `@` is the origin.
  ///
  /// Escapes are `\DDD` (decimal) and `\X` (RFC 1035 §5.1). Characters above U+00FF are refused.
  ///
  /// @throws MalformedText if a label is empty or over 63 octets, the name is over 255 octets, or
  ///   an escape is broken
  public static Name parse(String text, Name origin) {
    byte[] source = new byte[text.length()];
    for (int i = 0; i < source.length; i++) {
      char c = text.charAt(i);
      if (c > 0xff) {
        throw new MalformedText(
            "the name '" + text + "' has a character that is no octet; write it in its xn-- form");
      }
      source[i] = (byte) c;
    }
    OctetBuffer out = new OctetBuffer(MAX_OCTETS + 1);
    NameText.parse(source, 0, source.length, origin, out);
    return new Name(out.toBytes());
  }

  /// Takes the uncompressed name at the start of a view.
  ///
  /// @throws MalformedWire if it is cut short, too long, or compressed
  public static Name read(Octets wire) {
    int length = measure(wire.array(), wire.offset(), wire.offset() + wire.length());
    return new Name(Arrays.copyOfRange(wire.array(), wire.offset(), wire.offset() + length));
  }

  /// Takes a name in wire form that is known to be valid; the array is not copied.
  ///
  /// @throws MalformedWire if it is not exactly one uncompressed name
  public static Name of(byte[] wire) {
    if (measure(wire, 0, wire.length) != wire.length) {
      throw new MalformedWire(0, "octets follow the name");
    }
    return new Name(wire);
  }

  /// Measures the uncompressed name that starts at `from` and must end before `to`.
  ///
  /// @return its octets, the root label included
  /// @throws MalformedWire if it is cut short, longer than 255 octets, or has a label type other
  ///   than 00 (RFC 1035 §3.1, RFC 6891 §5)
  public static int measure(byte[] array, int from, int to) {
    int at = from;
    while (at < to) {
      int label = array[at] & 0xff;
      if (label > MAX_LABEL_OCTETS) {
        throw new MalformedWire(
            at - from, "label type " + (label >> 6) + " where a plain label must be");
      }
      at += label + 1;
      if (at - from > MAX_OCTETS) {
        throw new MalformedWire(at - from, "name longer than 255 octets (RFC 1035 §3.1)");
      }
      if (label == 0) {
        return at - from;
      }
    }
    throw new MalformedWire(at - from, "name is cut short");
  }

  /// Folds the case of one octet: ASCII `A` to `Z` become small, all else stays.
  public static byte fold(byte octet) {
    return FOLD[octet & 0xff];
  }

  /// Octets of the wire form, the root label included: 1 to 255.
  public int length() {
    return wire.length;
  }

  /// A view of the wire form, uncompressed, in the case it was written in.
  public Octets wire() {
    return Octets.of(wire);
  }

  /// A fresh copy of the wire form with ASCII letters small (RFC 4034 §6.2).
  public byte[] canonicalWire() {
    byte[] folded = new byte[wire.length];
    for (int i = 0; i < wire.length; i++) {
      folded[i] = fold(wire[i]);
    }
    return folded;
  }

  /// This name with ASCII letters small.
  public Name canonical() {
    return new Name(canonicalWire());
  }

  /// Labels, the root label not counted: 0 to 127.
  public int labels() {
    int count = 0;
    for (int at = 0; wire[at] != 0; at += wire[at] + 1) {
      count++;
    }
    return count;
  }

  /// Whether this is the root.
  public boolean root() {
    return wire.length == 1;
  }

  /// Whether the first label is a lone asterisk (RFC 4592 §2.1.1).
  public boolean wildcard() {
    return wire[0] == 1 && wire[1] == '*';
  }

  /// The name without its first label.
  ///
  /// @throws IllegalStateException at the root
  public Name parent() {
    if (root()) {
      throw new IllegalStateException("the root has no parent");
    }
    return new Name(Arrays.copyOfRange(wire, wire[0] + 1, wire.length));
  }

  /// This name with `label` put before it.
  ///
  /// @param label 1 to 63 octets
  /// @throws MalformedWire if label or result is too long
  public Name child(byte[] label) {
    if (label.length == 0 || label.length > MAX_LABEL_OCTETS) {
      throw new MalformedWire(0, "a label has 1 to 63 octets, not " + label.length);
    }
    if (wire.length + label.length + 1 > MAX_OCTETS) {
      throw new MalformedWire(0, "name longer than 255 octets (RFC 1035 §3.1)");
    }
    byte[] joined = new byte[wire.length + label.length + 1];
    joined[0] = (byte) label.length;
    System.arraycopy(label, 0, joined, 1, label.length);
    System.arraycopy(wire, 0, joined, label.length + 1, wire.length);
    return new Name(joined);
  }

  /// Whether this name is `ancestor` or lies below it.
  public boolean under(Name ancestor) {
    int start = wire.length - ancestor.wire.length;
    if (start < 0) {
      return false;
    }
    int at = 0;
    while (at < start) {
      at += wire[at] + 1;
    }
    return at == start && equalFolded(wire, start, ancestor.wire);
  }

  /// Canonical order (RFC 4034 §6.1): labels from the right, each as small unsigned octets.
  @Override
  public int compareTo(Name other) {
    return Arrays.compareUnsigned(NameKey.of(this), NameKey.of(other));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Name that
        && wire.length == that.wire.length
        && hash == that.hash
        && equalFolded(wire, 0, that.wire);
  }

  @Override
  public int hashCode() {
    return hash;
  }

  /// Prints the name with its final dot, escaping as RFC 1035 §5.1 asks.
  @Override
  public String toString() {
    OctetBuffer out = new OctetBuffer(wire.length + 16);
    NameText.print(wire, 0, out);
    return new String(out.array(), 0, out.length(), java.nio.charset.StandardCharsets.ISO_8859_1);
  }

  private static boolean equalFolded(byte[] wire, int from, byte[] other) {
    for (int i = 0; i < other.length; i++) {
      if (fold(wire[from + i]) != fold(other[i])) {
        return false;
      }
    }
    return true;
  }

  private static int hashOf(byte[] wire) {
    int hash = 0;
    for (byte octet : wire) {
      hash = 31 * hash + fold(octet);
    }
    return hash;
  }

  private static byte[] foldTable() {
    byte[] table = new byte[256];
    for (int i = 0; i < 256; i++) {
      table[i] = (byte) (i >= 'A' && i <= 'Z' ? i + 32 : i);
    }
    return table;
  }
}
