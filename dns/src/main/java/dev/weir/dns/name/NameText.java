package dev.weir.dns.name;

import dev.weir.dns.MalformedText;
import dev.weir.dns.octets.OctetBuffer;
import dev.weir.dns.octets.Octets;

/// The text form of names (RFC 1035 §5.1), straight between octets and octets.
///
/// Text is octets here, as zone files are: no character decoding takes place, and an octet above
/// 127 stands for itself on the way in and is escaped on the way out.
public final class NameText {
  // Other punctuation could stand for itself too, but one widely used reader of zone files takes no
  // more than these without a backslash. A backslash before `#` would begin the generic form of
  // record data, so that `#` is written with digits.

  /// Whether an octet is printed as itself.
  private static final boolean[] PLAIN = plainTable();

  private NameText() {}

  /// Parses the text `source[from, to)` and appends the name's wire form to `out`.
  ///
  /// A lone unescaped `@` is the origin; text without a final unescaped dot is relative to it.
  /// Nothing is left in `out` when the text is refused.
  ///
  /// @throws MalformedText if the text is not a name
  public static void parse(byte[] source, int from, int to, Name origin, OctetBuffer out) {
    int start = out.length();
    try {
      if (to - from == 1 && (source[from] == '@' || source[from] == '.')) {
        out.octets(source[from] == '@' ? origin.wire() : Name.ROOT.wire());
        return;
      }
      if (labels(source, from, to, start, out)) {
        out.u8(0);
      } else {
        out.octets(origin.wire());
      }
      if (out.length() - start > Name.MAX_OCTETS) {
        throw fault(source, from, to, "is longer than 255 octets");
      }
    } catch (MalformedText e) {
      out.truncate(start);
      throw e;
    }
  }

  /// Appends the labels; true if the text ended in an unescaped dot.
  private static boolean labels(byte[] source, int from, int to, int start, OctetBuffer out) {
    out.reserve((to - from) + 2);
    byte[] array = out.array();
    int label = start;
    int at = start + 1;
    int i = from;
    while (i < to) {
      byte c = source[i];
      if (c == '.') {
        closeLabel(source, from, to, array, label, at);
        label = at++;
        i++;
        continue;
      }
      if (c == '\\') {
        int octet = unescape(source, i, to);
        if (octet < 0) {
          throw fault(source, from, to, "has a broken escape; write \\DDD with 000 to 255, or \\X");
        }
        array[at++] = (byte) octet;
        i += escapeLength(source, i);
      } else {
        array[at++] = c;
        i++;
      }
    }
    boolean absolute = at == label + 1 && at > start + 1;
    if (absolute) {
      out.advance(label - start);
      return true;
    }
    closeLabel(source, from, to, array, label, at);
    out.advance(at - start);
    return false;
  }

  private static void closeLabel(
      byte[] source, int from, int to, byte[] array, int label, int end) {
    int octets = end - label - 1;
    if (octets == 0) {
      throw fault(source, from, to, "has an empty label");
    }
    if (octets > Name.MAX_LABEL_OCTETS) {
      throw fault(source, from, to, "has a label longer than 63 octets");
    }
    array[label] = (byte) octets;
  }

  /// The octet that the escape at `at` stands for, or -1 if it is broken or cut short by `to`.
  public static int unescape(byte[] source, int at, int to) {
    if (at + 1 >= to) {
      return -1;
    }
    int first = source[at + 1] - '0';
    if (first < 0 || first > 9) {
      return source[at + 1] & 0xff;
    }
    if (at + 3 >= to) {
      return -1;
    }
    int second = source[at + 2] - '0';
    int third = source[at + 3] - '0';
    if (second < 0 || second > 9 || third < 0 || third > 9) {
      return -1;
    }
    int value = first * 100 + second * 10 + third;
    return value > 255 ? -1 : value;
  }

  /// Octets of text that the well-formed escape at `at` takes: 4 for `\DDD`, 2 for `\X`.
  public static int escapeLength(byte[] source, int at) {
    byte c = source[at + 1];
    return c >= '0' && c <= '9' ? 4 : 2;
  }

  /// Appends the text of the wire-form name at `from`, with its final dot.
  public static void print(byte[] wire, int from, OctetBuffer out) {
    int at = from;
    if (wire[at] == 0) {
      out.u8('.');
      return;
    }
    while (wire[at] != 0) {
      int end = at + 1 + wire[at];
      printLabel(wire, at + 1, end, out);
      out.u8('.');
      at = end;
    }
  }

  /// Appends the text of the wire-form name at the start of a view, with its final dot.
  public static void print(Octets wire, OctetBuffer out) {
    print(wire.array(), wire.offset(), out);
  }

  /// Appends the text of one label's octets `[from, to)`, escaped where a master file needs it.
  public static void printLabel(byte[] wire, int from, int to, OctetBuffer out) {
    out.reserve((to - from) * 4);
    byte[] array = out.array();
    int at = out.length();
    int start = at;
    for (int i = from; i < to; i++) {
      byte c = wire[i];
      if (PLAIN[c & 0xff]) {
        array[at++] = c;
      } else if (c > ' ' && c < '~' && c != '#' && c != '[') {
        array[at++] = '\\';
        array[at++] = c;
      } else {
        int value = c & 0xff;
        array[at++] = '\\';
        array[at++] = (byte) ('0' + value / 100);
        array[at++] = (byte) ('0' + value / 10 % 10);
        array[at++] = (byte) ('0' + value % 10);
      }
    }
    out.advance(at - start);
  }

  private static boolean[] plainTable() {
    boolean[] table = new boolean[256];
    for (int c = 0; c < 128; c++) {
      table[c] = Character.isLetterOrDigit(c) || "-_*/".indexOf(c) >= 0;
    }
    return table;
  }

  private static MalformedText fault(byte[] source, int from, int to, String what) {
    String text =
        new String(
            source, from, Math.min(to - from, 80), java.nio.charset.StandardCharsets.ISO_8859_1);
    return new MalformedText("the name '" + text + (to - from > 80 ? "..." : "") + "' " + what);
  }
}
