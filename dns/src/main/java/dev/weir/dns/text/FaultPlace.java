package dev.weir.dns.text;

/// Where in a text a token at fault stands; made only when a fault is reported.
///
/// @param text the octets
/// @param start where the fault begins
/// @param end where it ends, exclusive
/// @param lineFrom where its line begins
/// @param lineTo where its line ends, exclusive
record FaultPlace(byte[] text, int start, int end, int lineFrom, int lineTo) {

  /// The place of a token of an entry.
  ///
  /// @param token its index; the number of tokens for the place behind the last
  /// @param text the text that the entry was cut from
  /// @param from where the text begins
  /// @param to where it ends, exclusive
  static FaultPlace of(Entry entry, int token, byte[] text, int from, int to) {
    int start;
    int end;
    if (token < entry.tokens()) {
      start = entry.start(token);
      end = entry.end(token);
      if (entry.quoted(token)) {
        start--;
        end++;
      }
    } else {
      int last = entry.tokens() - 1;
      start = entry.end(last) + (entry.quoted(last) ? 1 : 0);
      end = start + 1;
    }
    int lineFrom = start;
    while (lineFrom > from && !lineEnd(text[lineFrom - 1])) {
      lineFrom--;
    }
    int lineTo = start;
    while (lineTo < to && !lineEnd(text[lineTo])) {
      lineTo++;
    }
    return new FaultPlace(text, start, Math.min(end, lineTo), lineFrom, lineTo);
  }

  /// A diagnostic at this place.
  ///
  /// @param entryFrom where the entry begins
  /// @param entryLine line ends before the entry
  Diagnostic diagnostic(
      Severity severity, String file, String message, int entryFrom, int entryLine) {
    int line = entryLine + 1 + lineEnds(text, entryFrom, start);
    return new Diagnostic(
        severity,
        file,
        line,
        start - lineFrom + 1,
        message,
        Diagnostic.Excerpt.of(text, lineFrom, lineTo, start, end));
  }

  /// Line ends in `text[from, to)`: line feeds and lone carriage returns.
  private static int lineEnds(byte[] text, int from, int to) {
    int count = 0;
    for (int i = from; i < to; i++) {
      if (text[i] == '\n' || (text[i] == '\r' && text[i + 1] != '\n')) {
        count++;
      }
    }
    return count;
  }

  private static boolean lineEnd(byte octet) {
    return octet == '\n' || octet == '\r';
  }
}
