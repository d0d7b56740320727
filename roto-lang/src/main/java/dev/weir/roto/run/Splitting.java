package dev.weir.roto.run;

import java.util.ArrayDeque;
import java.util.Deque;

/// How a text is cut at a separator.
///
/// Nothing is dropped: parts at the ends and between two separators may be empty. An empty
/// separator is found before each character and at the end, so that the first and the last part are
/// empty.
public final class Splitting {
  private Splitting() {}

  /// All parts.
  public static RefList split(String text, String separator) {
    return splitn(text, -1, separator);
  }

  /// At most `limit` parts; the last is what remains.
  ///
  /// @param limit unsigned; 0 gives no part
  public static RefList splitn(String text, long limit, String separator) {
    RefList parts = new RefList();
    if (limit == 0) {
      return parts;
    }
    int from = 0;
    int search = 0;
    for (long count = 1; count != limit; count++) {
      int at = search > text.length() ? -1 : text.indexOf(separator, search);
      if (at < 0) {
        break;
      }
      parts.push(text.substring(from, at));
      from = at + separator.length();
      search = separator.isEmpty() ? after(text, at) : from;
    }
    parts.push(text.substring(from));
    return parts;
  }

  /// At most `limit` parts, cut from the end; the last part of the text comes first.
  ///
  /// @param limit unsigned; 0 gives no part
  public static RefList rsplitn(String text, long limit, String separator) {
    RefList parts = new RefList();
    if (limit == 0) {
      return parts;
    }
    int to = text.length();
    int search = to;
    for (long count = 1; count != limit; count++) {
      int at = search < 0 ? -1 : text.lastIndexOf(separator, search - separator.length());
      if (at < 0) {
        break;
      }
      parts.push(text.substring(at + separator.length(), to));
      to = at;
      search = separator.isEmpty() ? before(text, at) : at;
    }
    parts.push(text.substring(0, to));
    return parts;
  }

  /// The parts between white space; none of them is empty.
  public static RefList words(String text) {
    Deque<String> words = new ArrayDeque<>();
    int from = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i == text.length() || Texts.isWhitespace(text.charAt(i))) {
        if (i > from) {
          words.add(text.substring(from, i));
        }
        from = i + 1;
      }
    }
    return RefList.of(words.toArray());
  }

  private static int after(String text, int at) {
    return at == text.length() ? at + 1 : at + Character.charCount(text.codePointAt(at));
  }

  private static int before(String text, int at) {
    return at == 0 ? -1 : at - Character.charCount(text.codePointBefore(at));
  }
}
