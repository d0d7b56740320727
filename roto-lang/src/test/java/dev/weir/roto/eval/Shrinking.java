package dev.weir.roto.eval;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// Makes a failing text smaller, as long as it fails in the same way: leaves out lines and blocks,
/// from the end on, and puts for an expression in parentheses one that is inside it.
final class Shrinking {
  private final Predicate<String> fails;
  private List<String> lines;
  private int trials = 1_500;

  private Shrinking(String text, Predicate<String> fails) {
    this.lines = new ArrayList<>(text.lines().toList());
    this.fails = fails;
  }

  static String smaller(String text, Predicate<String> fails) {
    Shrinking shrinking = new Shrinking(withoutItems(text, fails), fails);
    int before;
    do {
      before = shrinking.lines.size();
      shrinking.dropLines();
    } while (shrinking.lines.size() < before);
    for (int i = 0; i < shrinking.lines.size(); i++) {
      shrinking.simplify(i);
    }
    shrinking.dropLines();
    return String.join("\n", shrinking.lines);
  }

  /// Leaves out whole items, which stand between empty lines.
  private static String withoutItems(String text, Predicate<String> fails) {
    List<String> items = new ArrayList<>(List.of(text.split("\n\n+")));
    int before;
    do {
      before = items.size();
      for (int size = Math.max(1, items.size() / 4); size >= 1; size /= 2) {
        for (int at = items.size() - size; at >= 0; at -= size) {
          List<String> fewer = new ArrayList<>(items);
          fewer.subList(at, Math.min(items.size(), at + size)).clear();
          if (fails.test(String.join("\n\n", fewer))) {
            items = fewer;
          }
        }
      }
    } while (items.size() < before);
    return String.join("\n\n", items);
  }

  private boolean tries(List<String> candidate) {
    if (trials-- <= 0 || !fails.test(String.join("\n", candidate))) {
      return false;
    }
    lines = candidate;
    return true;
  }

  private void dropLines() {
    for (int at = lines.size() - 1; at >= 0; at--) {
      if (at >= lines.size()) {
        continue;
      }
      int end = end(at);
      List<String> fewer = new ArrayList<>(lines);
      fewer.subList(at, end).clear();
      if (!tries(fewer) && end > at + 2) {
        List<String> unwrapped = new ArrayList<>(lines);
        unwrapped.remove(end - 1);
        unwrapped.remove(at);
        tries(unwrapped);
      }
    }
  }

  /// Extends a line to where its braces are closed.
  private int end(int from) {
    int depth = 0;
    for (int i = from; i < lines.size(); i++) {
      for (char c : lines.get(i).replaceAll("\"(\\\\.|[^\"\\\\])*\"", "").toCharArray()) {
        depth += c == '{' ? 1 : c == '}' ? -1 : 0;
      }
      if (depth <= 0) {
        return i + 1;
      }
    }
    return lines.size();
  }

  private void simplify(int index) {
    boolean changed = true;
    while (changed) {
      changed = false;
      String line = lines.get(index);
      for (int from = line.indexOf('(');
          from >= 0 && !changed;
          from = line.indexOf('(', from + 1)) {
        int to = close(line, from);
        for (int inner = from + 1; inner < to && !changed; inner++) {
          char c = line.charAt(inner);
          int end =
              c == '(' ? close(line, inner) : Character.isLetterOrDigit(c) ? word(line, inner) : 0;
          if (end > inner && end <= to) {
            List<String> candidate = new ArrayList<>(lines);
            candidate.set(
                index, line.substring(0, from) + line.substring(inner, end) + line.substring(to));
            changed = candidate.get(index).length() < line.length() && tries(candidate);
            inner = end - 1;
          }
        }
      }
    }
  }

  private static int word(String line, int from) {
    int end = from;
    while (end < line.length()
        && (Character.isLetterOrDigit(line.charAt(end)) || line.charAt(end) == '_')) {
      end++;
    }
    return end;
  }

  private static int close(String line, int from) {
    int depth = 0;
    for (int i = from; i < line.length(); i++) {
      depth += line.charAt(i) == '(' ? 1 : line.charAt(i) == ')' ? -1 : 0;
      if (depth == 0) {
        return i + 1;
      }
    }
    return 0;
  }
}
