package dev.weir.roto.eval;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// Makes a failing text smaller by leaving out lines, and pieces of lines between brackets, as long
/// as it fails in the same way.
final class Shrinking {
  private static final int TRIALS = 3_000;

  private Shrinking() {}

  static String smaller(String text, Predicate<String> fails) {
    List<String> lines = new ArrayList<>(text.lines().toList());
    int trials = 0;
    for (int size = Math.max(1, lines.size() / 2); size >= 1; size /= 2) {
      for (int at = 0; at < lines.size() && trials < TRIALS; ) {
        List<String> fewer = new ArrayList<>(lines);
        fewer.subList(at, end(lines, at, size)).clear();
        trials++;
        if (fewer.size() < lines.size() && fails.test(String.join("\n", fewer))) {
          lines = fewer;
        } else {
          at += size;
        }
      }
    }
    return String.join("\n", lines);
  }

  /// Extends a piece to where its braces are closed.
  private static int end(List<String> lines, int from, int size) {
    int depth = 0;
    for (int i = from; i < lines.size(); i++) {
      for (char c : lines.get(i).toCharArray()) {
        depth += c == '{' ? 1 : c == '}' ? -1 : 0;
      }
      if (i - from + 1 >= size && depth <= 0) {
        return i + 1;
      }
    }
    return lines.size();
  }
}
