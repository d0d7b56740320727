package dev.weir.bgp.filter;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Texts with one thing after another.
final class ListText {
  private static final Pattern BETWEEN = Pattern.compile("[\\s,]+");
  private static final Pattern COMMENT = Pattern.compile("#[^\\n]*");

  private ListText() {}

  /// The words of a text, without comments.
  static List<String> words(String text) {
    return Stream.of(BETWEEN.split(COMMENT.matcher(text).replaceAll(" ")))
        .filter(word -> !word.isEmpty())
        .toList();
  }
}
