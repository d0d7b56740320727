package dev.weir.dns.text;

// The idea: one pass over the octets, driven by a table that gives each octet its kind. Nearly all
// octets are parts of words, blanks and line ends, which the first loop handles; everything else
// (comments, quotes, parentheses, escapes) is left to the methods below it.
//
// The representation: the text is an array with a spare octet after its end, into which the lexer
// writes a line end. So a last line needs none of its own, and no loop but the one over lines ever
// asks for the end of the text.
//
// Decisions where RFC 1035 §5 is silent: a carriage return before a line feed is a blank, alone it
// ends the line; a form feed is a blank; NUL is refused, as it is a sign of a damaged file; a
// quoted
// string must end on its line, so that a forgotten quote costs one line and not the rest of the
// file; parentheses do not nest.

/// Cuts the octets of a master file into entries (RFC 1035 §5).
///
/// It allocates nothing per entry. One thread; [#begin] starts over.
public final class Lexer {
  private static final byte WORD = 0;
  private static final byte BLANK = 1;
  private static final byte LINE_END = 2;
  private static final byte RETURN = 3;
  private static final byte COMMENT = 4;
  private static final byte QUOTE = 5;
  private static final byte OPEN = 6;
  private static final byte CLOSE = 7;
  private static final byte ESCAPE = 8;
  private static final byte NUL = 9;

  private static final byte[] KINDS = kinds();

  private byte[] text = new byte[1];
  private int at;
  private int to;
  private int lines;
  private int entryFrom;
  private int entryLine;
  private int openAt = -1;
  private int faultAt = -1;
  private String fault = "";

  /// A lexer without text.
  public Lexer() {}

  private static byte[] kinds() {
    byte[] kinds = new byte[256];
    kinds[0] = NUL;
    kinds[' '] = BLANK;
    kinds['\t'] = BLANK;
    kinds['\f'] = BLANK;
    kinds['\n'] = LINE_END;
    kinds['\r'] = RETURN;
    kinds[';'] = COMMENT;
    kinds['"'] = QUOTE;
    kinds['('] = OPEN;
    kinds[')'] = CLOSE;
    kinds['\\'] = ESCAPE;
    return kinds;
  }

  /// Whether a line that starts with this octet begins an entry of its own with an owner, so that a
  /// file can be cut before it unless an open parenthesis is in force.
  static boolean startsOwner(byte octet) {
    return KINDS[octet & 0xff] == WORD && octet != '$';
  }

  /// Starts over at `from`, in the first column of line 1.
  ///
  /// @param text the octets; the one at `to` must exist and is overwritten
  /// @param from where the text begins
  /// @param to where it ends, exclusive
  public void begin(byte[] text, int from, int to) {
    text[to] = '\n';
    this.text = text;
    this.at = from;
    this.to = to;
    lines = 0;
    openAt = -1;
  }

  /// Cuts the next entry that has tokens.
  ///
  /// @return false if the text has none left
  /// @throws EntryFault if the entry is malformed; it is passed over, and the next call goes on
  ///   behind it
  public boolean next(Entry entry) throws EntryFault {
    while (at < to) {
      entry.begin(text, KINDS[text[at] & 0xff] == BLANK);
      cut(entry, at);
      if (entry.tokens() > 0) {
        return true;
      }
    }
    return false;
  }

  /// Cuts the next entry from `start` on, which lies behind words of its first line that the caller
  /// knows; those are no tokens.
  ///
  /// @throws EntryFault as in [#next]
  void nextFrom(int start, Entry entry) throws EntryFault {
    entry.begin(text, false);
    cut(entry, start);
  }

  /// Goes back to where the entry last cut begins.
  void back() {
    at = entryFrom;
    lines = entryLine;
    openAt = -1;
  }

  private void cut(Entry entry, int start) throws EntryFault {
    byte[] octets = text;
    int i = start;
    entryFrom = at;
    entryLine = lines;
    faultAt = -1;
    while (true) {
      byte kind = KINDS[octets[i] & 0xff];
      if (kind == WORD) {
        int word = i;
        do {
          kind = KINDS[octets[++i] & 0xff];
        } while (kind == WORD);
        if (kind == ESCAPE) {
          i = escapedWord(i);
        }
        entry.add(word, i, false);
      } else if (kind == BLANK) {
        i++;
      } else if (kind == LINE_END && openAt < 0) {
        i++;
        break;
      } else {
        i = special(entry, i, kind);
        if (i < 0) {
          i = -i;
          break;
        }
      }
    }
    lines += i <= to ? 1 : 0;
    at = i;
    if (faultAt >= 0) {
      entry.add(faultAt, faultAt + 1, false);
      throw new EntryFault(entry.tokens() - 1, fault);
    }
  }

  /// Where the word at `from` ends, if it is plain and a blank follows; -1 if not.
  int plainWordEnd(int from) {
    int i = from;
    while (KINDS[text[i] & 0xff] == WORD) {
      i++;
    }
    return i > from && KINDS[text[i] & 0xff] == BLANK ? i : -1;
  }

  /// Whether an octet is a blank.
  static boolean blank(byte octet) {
    return KINDS[octet & 0xff] == BLANK;
  }

  /// Whether `text[from, to)` is nothing but plain words and blanks.
  static boolean plain(byte[] text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (KINDS[text[i] & 0xff] > BLANK) {
        return false;
      }
    }
    return true;
  }

  /// Where in the text the next entry will be looked for.
  public int position() {
    return at;
  }

  /// Line ends passed so far.
  public int lines() {
    return lines;
  }

  /// Where the entry last cut begins.
  public int entryFrom() {
    return entryFrom;
  }

  /// Line ends before the entry last cut.
  public int entryLine() {
    return entryLine;
  }

  /// Whether the text ended inside parentheses.
  boolean unclosed() {
    return openAt >= 0;
  }

  /// Passes over an octet that is neither word, blank nor plain line end.
  ///
  /// @return where to go on; negated if the entry ends there
  private int special(Entry entry, int i, byte kind) {
    return switch (kind) {
      case LINE_END -> lineEndInParentheses(i);
      case RETURN -> {
        if (text[i + 1] == '\n') {
          yield i + 1;
        }
        if (openAt < 0) {
          yield -(i + 1);
        }
        lines++;
        yield i + 1;
      }
      case COMMENT -> afterComment(i);
      case QUOTE -> quoted(entry, i);
      case OPEN -> {
        if (openAt >= 0) {
          faultAt(i, "a parenthesis inside parentheses; they do not nest (RFC 1035 §5.1)");
        } else {
          openAt = i;
        }
        yield i + 1;
      }
      case CLOSE -> {
        if (openAt < 0) {
          faultAt(i, "a closing parenthesis without an opening one");
        }
        openAt = -1;
        yield i + 1;
      }
      case ESCAPE -> {
        int end = escapedWord(i);
        entry.add(i, end, false);
        yield end;
      }
      default -> {
        faultAt(i, "a NUL octet; in a name or string it is written \\000");
        yield i + 1;
      }
    };
  }

  private int lineEndInParentheses(int i) {
    if (i < to) {
      lines++;
      return i + 1;
    }
    faultAt(openAt, "the parenthesis that opens here is never closed");
    return -(i + 1);
  }

  /// Where the line of a comment ends: at its line feed or lone carriage return.
  private int afterComment(int from) {
    int i = from;
    while (text[i] != '\n' && text[i] != '\r') {
      i++;
    }
    return i;
  }

  /// Takes a quoted string.
  private int quoted(Entry entry, int open) {
    int i = open + 1;
    while (text[i] != '"') {
      if (text[i] == '\n' || text[i] == '\r') {
        faultAt(open, "a quoted string must end on its line; a line end in it is written \\010");
        return i;
      }
      if (text[i] == 0) {
        faultAt(i, "a NUL octet in a quoted string; it is written \\000");
      }
      i += text[i] == '\\' && text[i + 1] != '\n' && text[i + 1] != '\r' ? 2 : 1;
    }
    entry.add(open + 1, i, true);
    return i + 1;
  }

  /// Where the word ends that has an escape at `from`.
  private int escapedWord(int from) {
    int i = from;
    while (true) {
      byte kind = KINDS[text[i] & 0xff];
      if (kind == ESCAPE) {
        i += text[i + 1] == '\n' || text[i + 1] == '\r' ? 1 : 2;
      } else if (kind == WORD) {
        i++;
      } else {
        return i;
      }
    }
  }

  private void faultAt(int place, String message) {
    if (faultAt < 0) {
      faultAt = place;
      fault = message;
    }
  }
}
