package dev.weir.dns.name;

import dev.weir.dns.octets.OctetBuffer;
import java.util.Arrays;

// The idea: canonical order (RFC 4034 §6.1) compares names label by label from the right, each
// label as small unsigned octets, a shorter label first. Turn a name into a byte string whose plain
// unsigned order is that order, once, and every sort, search and merge is a comparison of arrays.
//
// The representation: labels from the right, each followed by the separator 0x00. The two octets
// that could be taken for a separator or for its escape are written as two: 0x00 as 01 01 and 0x01
// as 01 02. Every other octet is itself, ASCII capitals made small. A key is relative to an apex,
// whose own key is empty.
//
// The invariant: key(a) < key(b) as unsigned octets exactly if a < b canonically, and key(a) is a
// prefix of key(b) exactly if b is a or lies below it. The latter makes "is it under this cut" a
// prefix comparison.
//
// The cost: one octet for each label beyond the label's own, twice the length at worst.
//
// A *spelling* is the same string without the folding of case: it keeps what the zone file wrote.

/// Canonical sort keys for names, relative to an apex (RFC 4034 §6.1).
public final class NameKey {
  /// Octets of the longest key: 255 octets of name, each escaped.
  public static final int MAX_OCTETS = 2 * Name.MAX_OCTETS;

  private NameKey() {}

  /// The key of a name relative to the root.
  public static byte[] of(Name name) {
    return of(name, Name.ROOT);
  }

  /// The key of a name relative to `apex`.
  ///
  /// @throws IllegalArgumentException if the name does not lie under the apex
  public static byte[] of(Name name, Name apex) {
    if (!name.under(apex)) {
      throw new IllegalArgumentException(name + " is not under " + apex);
    }
    OctetBuffer out = new OctetBuffer(name.length() + 8);
    append(name.wire().array(), 0, name.length() - apex.length(), true, out);
    return out.toBytes();
  }

  /// Appends the key or the spelling of the labels in `wire[from, to)`.
  ///
  /// @param wire labels in wire form
  /// @param from where the first (leftmost) label begins
  /// @param to where the apex (or the root label) begins: the labels end there
  /// @param fold true for the key, false for the spelling
  /// @param out where to append
  /// @return whether folding made a difference
  public static boolean append(byte[] wire, int from, int to, boolean fold, OctetBuffer out) {
    if (from >= to) {
      return false;
    }
    int next = from + wire[from] + 1;
    boolean folded = append(wire, next, to, fold, out);
    out.reserve(2 * (next - from));
    byte[] array = out.array();
    int start = out.length();
    int at = start;
    for (int i = from + 1; i < next; i++) {
      byte c = wire[i];
      if ((c & 0xfe) == 0) {
        array[at++] = 1;
        array[at++] = (byte) (c + 1);
      } else if (fold && c >= 'A' && c <= 'Z') {
        array[at++] = (byte) (c + 32);
        folded = true;
      } else {
        array[at++] = c;
      }
    }
    array[at++] = 0;
    out.advance(at - start);
    return folded;
  }

  /// Appends the wire form of the labels that a key or spelling stands for, without the apex.
  ///
  /// @param key the array that holds it
  /// @param from where it begins
  /// @param to where it ends, exclusive
  /// @param out where to append: the labels from the left, ready for the apex's own wire form
  public static void labels(byte[] key, int from, int to, OctetBuffer out) {
    int end = to;
    while (end > from) {
      int start = end - 1;
      while (start > from && key[start - 1] != 0) {
        start--;
      }
      int lengthAt = out.length();
      out.u8(0);
      for (int i = start; i < end - 1; i++) {
        out.u8(key[i] == 1 ? key[++i] - 1 : key[i]);
      }
      out.array()[lengthAt] = (byte) (out.length() - lengthAt - 1);
      end = start;
    }
  }

  /// Labels in a key, relative to its apex.
  public static int labelCount(byte[] key, int from, int to) {
    int count = 0;
    for (int i = from; i < to; i++) {
      if (key[i] == 0) {
        count++;
      }
    }
    return count;
  }

  /// Where the last label (leftmost in the name) of a key begins; `from` if there is but one.
  public static int lastLabel(byte[] key, int from, int to) {
    int start = to - 1;
    while (start > from && key[start - 1] != 0) {
      start--;
    }
    return start;
  }

  /// The name that a key or spelling stands for, under its apex.
  public static Name name(byte[] key, Name apex) {
    return name(key, 0, key.length, apex);
  }

  /// The name that the key or spelling `key[from, to)` stands for, under its apex.
  public static Name name(byte[] key, int from, int to, Name apex) {
    OctetBuffer out = new OctetBuffer(to - from + apex.length() + 1);
    labels(key, from, to, out);
    out.octets(apex.wire());
    return Name.of(out.toBytes());
  }

  /// Whether the first key is a prefix of the second: the second name lies at or below the first.
  public static boolean covers(byte[] ancestor, byte[] key) {
    return key.length >= ancestor.length
        && Arrays.equals(ancestor, 0, ancestor.length, key, 0, ancestor.length);
  }
}
