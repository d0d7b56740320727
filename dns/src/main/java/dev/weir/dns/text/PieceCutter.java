package dev.weir.dns.text;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/// Cuts a text into pieces as it is read, each of which ends where a line with an owner begins.
///
/// Pieces grow from small to the size the rules ask for, so that the first comes at once and a
/// small file still has several. A piece without a place to cut grows until there is one.
final class PieceCutter {
  private static final int FIRST_OCTETS = 64 << 10;
  private static final int MAX_OCTETS = 1 << 30;

  private final TextSource source;
  private final ReadRules rules;
  private final Deque<Piece> pushedBack = new ArrayDeque<>();
  private final Deque<Piece> spare;
  private byte[] carry = new byte[256];
  private int carried;
  private int target;
  private boolean first = true;
  private boolean done;

  /// A cutter.
  ///
  /// @param spare pieces to use again
  PieceCutter(TextSource source, ReadRules rules, Deque<Piece> spare) {
    this.source = source;
    this.rules = rules;
    this.spare = spare;
    target = Math.min(FIRST_OCTETS, rules.pieceOctets());
  }

  /// The next piece; null at the end of the text.
  @Nullable Piece next() {
    if (!pushedBack.isEmpty()) {
      return pushedBack.remove();
    }
    if (done) {
      return null;
    }
    Piece piece = spare.isEmpty() ? new Piece(rules) : spare.remove();
    byte[] array = piece.reserve(Math.max(target, carried + 1), 0);
    System.arraycopy(carry, 0, array, 0, carried);
    int length = carried;
    int wanted = Math.max(target, carried + 1);
    while (true) {
      length = fill(array, length, wanted);
      if (length < wanted) {
        done = true;
        carried = 0;
        break;
      }
      int cut = cut(array, length);
      if (cut > 0) {
        keep(array, cut, length);
        length = cut;
        break;
      }
      if (wanted >= MAX_OCTETS) {
        throw new dev.weir.dns.MalformedText(
            source.name() + " has over a gigabyte without a line that starts with an owner");
      }
      wanted = Math.min(2 * wanted, MAX_OCTETS);
      array = piece.reserve(wanted, length);
    }
    target = Math.min(2 * target, rules.pieceOctets());
    int from = first ? byteOrderMark(array, length) : 0;
    first = false;
    if (from == length) {
      spare.add(piece);
      return null;
    }
    piece.bound(from, length, done);
    return piece;
  }

  /// Puts a piece back in front; what is put back first comes last.
  void pushBack(Piece piece) {
    pushedBack.addFirst(piece);
  }

  private int fill(byte[] array, int from, int wanted) {
    int length = from;
    while (length < wanted) {
      int count = source.read(array, length, wanted - length);
      if (count < 0) {
        break;
      }
      length += count;
    }
    return length;
  }

  private static int cut(byte[] array, int length) {
    for (int i = length - 1; i > 0; i--) {
      if (array[i - 1] == '\n' && Lexer.startsOwner(array[i])) {
        return i;
      }
    }
    return -1;
  }

  private void keep(byte[] array, int from, int to) {
    carried = to - from;
    if (carry.length < carried) {
      carry = new byte[Math.max(2 * carry.length, carried)];
    }
    System.arraycopy(array, from, carry, 0, carried);
  }

  private static int byteOrderMark(byte[] array, int length) {
    return length >= 3
            && (array[0] & 0xff) == 0xef
            && (array[1] & 0xff) == 0xbb
            && (array[2] & 0xff) == 0xbf
        ? 3
        : 0;
  }
}
