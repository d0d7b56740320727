package dev.weir.roto.run;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/// How large a regular expression becomes when its counted repetitions are written out.
///
/// `((a{1000}){1000}){1000}` is short, and would be compiled to a billion states. This reads only
/// as much of the syntax as tells groups, classes, escapes and counts apart, and may count too
/// much.
final class RegexSize {
  private static final long MOST_STATES = 20_000;
  private static final int MOST_GROUPS = 500;

  private final String pattern;
  private final Deque<Long> groups = new ArrayDeque<>();
  private int at;
  private long size;
  private long last;

  private RegexSize(String pattern) {
    this.pattern = pattern;
  }

  /// What is wrong with the size of an expression, or null.
  static @Nullable String excess(String pattern) {
    RegexSize scan = new RegexSize(pattern);
    while (scan.at < pattern.length()) {
      scan.step();
      if (scan.groups.size() > MOST_GROUPS) {
        return "groups are nested more than " + MOST_GROUPS + " deep";
      }
      if (scan.size > MOST_STATES) {
        return "the expression has more than " + MOST_STATES + " states";
      }
    }
    return null;
  }

  private void step() {
    switch (pattern.charAt(at++)) {
      case '(' -> {
        groups.push(size);
        size = 0;
      }
      case ')' -> {
        last = size + 2;
        size = last + (groups.isEmpty() ? 0 : groups.pop());
      }
      case '[' -> {
        skipClass();
        item();
      }
      case '\\' -> {
        at++;
        item();
      }
      case '{' -> repeat();
      default -> item();
    }
  }

  private void item() {
    last = 1;
    size++;
  }

  /// Reads `n}`, `n,}` or `n,m}`; anything else is text.
  private void repeat() {
    int first = number();
    int second = first;
    if (at < pattern.length() && pattern.charAt(at) == ',') {
      at++;
      second = Math.max(first, number());
    }
    size += last * Math.max(0, Math.max(first, second) - 1);
    last *= Math.max(1, Math.max(first, second));
  }

  private int number() {
    int number = 0;
    while (at < pattern.length() && pattern.charAt(at) >= '0' && pattern.charAt(at) <= '9') {
      number = Math.min(10 * number + pattern.charAt(at) - '0', 100_000);
      at++;
    }
    return number;
  }

  private void skipClass() {
    int first = at;
    while (at < pattern.length() && (pattern.charAt(at) != ']' || at == first)) {
      at += pattern.charAt(at) == '\\' ? 2 : 1;
    }
    at++;
  }
}
