package dev.weir.dns.text;

import java.util.Arrays;

/// What lately stood between owner and data: blanks, TTL, class and type, and what they mean.
///
/// A large file has few of them, and to compare octets is much cheaper than to part and read them.
final class KnownMiddles {
  private static final int COUNT = 4;
  private static final int MAX_OCTETS = 64;

  private final byte[][] middles = new byte[COUNT][0];
  private final int[] types = new int[COUNT];
  private final int[] ttls = new int[COUNT];
  private int next;
  private int last;

  /// The number of the middle that begins at `from` in the text; -1 if it is not known.
  int find(byte[] text, int from, int to) {
    for (int i = 0; i < COUNT; i++) {
      int index = (last + i) & (COUNT - 1);
      byte[] middle = middles[index];
      int end = from + middle.length;
      if (middle.length > 0
          && end <= to
          && text[end - 2] == middle[middle.length - 2]
          && Arrays.equals(text, from, end, middle, 0, middle.length)) {
        last = index;
        return index;
      }
    }
    return -1;
  }

  /// Octets of a middle, the blank before the data included.
  int length(int index) {
    return middles[index].length;
  }

  /// The record type it names.
  int type(int index) {
    return types[index];
  }

  /// The TTL it states; -1 if none.
  int ttl(int index) {
    return ttls[index];
  }

  /// Learns the middle `text[from, to)`, of plain words between blanks.
  void learn(byte[] text, int from, int to, int type, int ttl) {
    if (to - from <= MAX_OCTETS
        && Lexer.plain(text, from, to)
        && Lexer.blank(text[to - 1])
        && find(text, from, to) < 0) {
      next = (next + 1) & (COUNT - 1);
      middles[next] = Arrays.copyOfRange(text, from, to);
      types[next] = type;
      ttls[next] = ttl;
      last = next;
    }
  }
}
