package dev.weir.dns.text;

import dev.weir.dns.octets.OctetBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// One entry of a master file, cut into tokens: a record or a directive, over however many lines.
///
/// The tokens are places in the text, nothing is copied; the lexer fills one entry over and over. A
/// token's text is as it stands in the file: escapes are still escapes, quotes are left out. Only
/// an unquoted token can be a name, a number or a keyword.
public final class Entry {
  private byte[] text = new byte[0];
  private int[] starts = new int[32];
  private int[] ends = new int[32];
  private boolean[] quoted = new boolean[32];
  private int tokens;
  private boolean leadingBlank;

  /// An entry without tokens.
  public Entry() {}

  /// An entry whose tokens are the blank-separated words of `text`, quoted strings being one token.
  ///
  /// It is for single values, such as the record data of a test vector; comments, parentheses and
  /// line ends have no meaning here.
  public static Entry of(String text) {
    Entry entry = new Entry();
    byte[] octets = text.getBytes(StandardCharsets.ISO_8859_1);
    entry.begin(octets, false);
    int at = 0;
    while (at < octets.length) {
      if (octets[at] == ' ' || octets[at] == '\t') {
        at++;
        continue;
      }
      boolean inQuotes = octets[at] == '"';
      int start = inQuotes ? ++at : at;
      while (at < octets.length && !ends(octets[at], inQuotes)) {
        at += octets[at] == '\\' ? 2 : 1;
      }
      at = Math.min(at, octets.length);
      entry.add(start, at, inQuotes);
      if (inQuotes) {
        at++;
      }
    }
    return entry;
  }

  private static boolean ends(byte c, boolean inQuotes) {
    return inQuotes ? c == '"' : c == ' ' || c == '\t' || c == '"';
  }

  /// Starts over with no tokens, over `text`.
  ///
  /// @param leadingBlank whether the entry's first line starts with a blank, so that it has no
  ///   owner
  public void begin(byte[] text, boolean leadingBlank) {
    this.text = text;
    this.leadingBlank = leadingBlank;
    tokens = 0;
  }

  /// Adds the token `text[start, end)`; for a quoted one the places are inside the quotes.
  public void add(int start, int end, boolean inQuotes) {
    if (tokens == starts.length) {
      starts = Arrays.copyOf(starts, tokens * 2);
      ends = Arrays.copyOf(ends, tokens * 2);
      quoted = Arrays.copyOf(quoted, tokens * 2);
    }
    starts[tokens] = start;
    ends[tokens] = end;
    quoted[tokens++] = inQuotes;
  }

  /// The text that the places of tokens point into.
  public byte[] text() {
    return text;
  }

  /// How many tokens there are.
  public int tokens() {
    return tokens;
  }

  /// Whether the entry's first line starts with a blank.
  public boolean leadingBlank() {
    return leadingBlank;
  }

  /// Where token `index` begins.
  public int start(int index) {
    return starts[index];
  }

  /// Where token `index` ends, exclusive.
  public int end(int index) {
    return ends[index];
  }

  /// Whether token `index` stood in quotes.
  public boolean quoted(int index) {
    return quoted[index];
  }

  /// Octets of token `index` as it stands in the text.
  public int length(int index) {
    return ends[index] - starts[index];
  }

  /// Whether token `index` is unquoted and equals `word`, ignoring the case of ASCII letters.
  ///
  /// @param word in small letters
  public boolean is(int index, String word) {
    int start = starts[index];
    if (quoted[index] || ends[index] - start != word.length()) {
      return false;
    }
    for (int i = 0; i < word.length(); i++) {
      int c = text[start + i];
      if (c >= 'A' && c <= 'Z') {
        c += 32;
      }
      if (c != word.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /// Token `index` as a string, an octet for each character; for messages and rare values.
  public String string(int index) {
    return new String(text, starts[index], length(index), StandardCharsets.ISO_8859_1);
  }

  /// Appends token `index` as it stands in the text.
  public void copy(int index, OctetBuffer out) {
    out.bytes(text, starts[index], length(index));
  }
}
