package dev.weir.bgp.mrt;

import dev.weir.bgp.octets.Octets;
import dev.weir.bgp.path.AsPath;

/// AS paths as `bgpdump` prints them: `1 2 {3,4}`, members of confederations as `(5 6)` and
/// `[7,8]`, and `! Error !` for a path that is none.
final class PathText {
  private static final byte[] ERROR = AsciiText.bytes("! Error !");

  private PathText() {}

  /// Prints the path that stands between two offsets; needs room for 11 octets for each number, and
  /// three for each segment.
  static int print(byte[] out, int to, byte[] array, int from, int end, boolean fourOctet) {
    int here = to;
    int at = from;
    while (at < end) {
      int count = end - at < 2 ? 0 : array[at + 1] & 0xff;
      int next = at + 2 + count * (fourOctet ? 4 : 2);
      int kind = array[at];
      if (next > end || kind < AsPath.AS_SET || kind > AsPath.AS_CONFED_SET) {
        return AsciiText.text(out, to, ERROR);
      }
      if (here != to) {
        out[here++] = ' ';
      }
      if (kind == AsPath.AS_SEQUENCE) {
        here = numbers(out, here, array, at + 2, next, fourOctet, ' ');
      } else {
        here = bracketed(out, here, array, at, next, fourOctet);
      }
      at = next;
    }
    return here;
  }

  private static int bracketed(
      byte[] out, int to, byte[] array, int at, int next, boolean fourOctet) {
    int kind = array[at];
    boolean ordered = kind == AsPath.AS_CONFED_SEQUENCE;
    int here = to;
    out[here++] = (byte) (kind == AsPath.AS_SET ? '{' : ordered ? '(' : '[');
    here = numbers(out, here, array, at + 2, next, fourOctet, ordered ? ' ' : ',');
    out[here++] = (byte) (kind == AsPath.AS_SET ? '}' : ordered ? ')' : ']');
    return here;
  }

  private static int numbers(
      byte[] out, int to, byte[] array, int from, int end, boolean fourOctet, char between) {
    int here = to;
    if (fourOctet) {
      for (int at = from; at < end; at += 4) {
        here = AsciiText.unsigned(out, here, Octets.i32(array, at));
        out[here++] = (byte) between;
      }
    } else {
      for (int at = from; at < end; at += 2) {
        here = AsciiText.unsigned(out, here, Octets.u16(array, at));
        out[here++] = (byte) between;
      }
    }
    return here == to ? here : here - 1;
  }
}
