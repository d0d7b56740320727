package dev.weir.bgp.path;

import dev.weir.bgp.type.MalformedPattern;
import java.util.ArrayList;
import java.util.List;

/// Reads a pattern in either notation of [AsPathPattern]: what they share is here, what a single
/// place looks like is in [TextNotation] and [NumberNotation].
final class PatternParser {
  /// Groups in groups; more would be a mistake.
  private static final int MOST_DEPTH = 100;

  private static final int MOST_LENGTH = 10_000;
  private static final int MOST_TIMES = 255;

  /// How one place of a path is written.
  interface Notation {
    /// Reads one place.
    PatternTree atom(PatternParser parser);

    /// Whether blanks mean nothing and numbers in braces say how often.
    boolean isLoose();
  }

  private final String pattern;
  private final Notation notation;
  private final int end;
  private int at;
  private int depth;

  private PatternParser(String pattern, int from, int to, Notation notation) {
    this.pattern = pattern;
    this.at = from;
    this.end = to;
    this.notation = notation;
  }

  /// Reads `from..to` of a pattern.
  ///
  /// @throws MalformedPattern if it is none
  static PatternTree parse(String pattern, int from, int to, Notation notation) {
    if (pattern.length() > MOST_LENGTH) {
      throw new MalformedPattern(
          pattern.substring(0, 40) + "...", MOST_LENGTH + 1, "the pattern is too long");
    }
    PatternParser parser = new PatternParser(pattern, from, to, notation);
    PatternTree tree = parser.choice();
    if (parser.peek() == ')') {
      throw parser.fault("this ')' closes nothing; remove it, or write '\\)' for the character");
    }
    return tree;
  }

  private PatternTree choice() {
    if (++depth > MOST_DEPTH) {
      throw fault("groups are nested too deeply");
    }
    List<PatternTree> options = new ArrayList<>();
    options.add(sequence());
    while (peek() == '|') {
      at++;
      options.add(sequence());
    }
    depth--;
    return options.size() == 1 ? options.getFirst() : new PatternTree.Choice(options);
  }

  private PatternTree sequence() {
    List<PatternTree> parts = new ArrayList<>();
    while (peek() >= 0 && peek() != '|' && peek() != ')') {
      parts.add(repeated(place()));
    }
    return switch (parts.size()) {
      case 0 -> new PatternTree.Empty();
      case 1 -> parts.getFirst();
      default -> new PatternTree.Sequence(parts);
    };
  }

  private PatternTree place() {
    return switch (peek()) {
      case '(' -> group();
      case '^' -> {
        at++;
        yield new PatternTree.Start();
      }
      case '$' -> {
        at++;
        yield new PatternTree.End();
      }
      case '*', '+', '?' ->
          throw fault("there is nothing before this '" + (char) peek() + "' to be repeated");
      default -> notation.atom(this);
    };
  }

  private PatternTree group() {
    int opened = column();
    at++;
    PatternTree inner = choice();
    if (!take(')')) {
      throw fault(opened, "this group is not closed; add a ')' where it ends");
    }
    return inner;
  }

  private PatternTree repeated(PatternTree first) {
    PatternTree tree = first;
    while (true) {
      int column = column();
      if (take('*')) {
        tree = new PatternTree.Repeat(tree, 0, -1, column);
      } else if (take('+')) {
        tree = new PatternTree.Repeat(tree, 1, -1, column);
      } else if (take('?')) {
        tree = new PatternTree.Repeat(tree, 0, 1, column);
      } else if (notation.isLoose() && take('{')) {
        tree = times(tree, column);
      } else {
        return tree;
      }
    }
  }

  /// Reads `{3}`, `{1,3}` or `{2,}`.
  private PatternTree times(PatternTree tree, int column) {
    int least = times();
    int most = least;
    if (peek() == ',') {
      at++;
      most = peek() == '}' ? -1 : times();
    }
    if (peek() != '}') {
      throw fault("expected '}': how often is written {3}, {1,3} or {2,}");
    }
    at++;
    if (most >= 0 && most < least) {
      throw new MalformedPattern(pattern, column, "at least " + least + ", at most " + most);
    }
    return new PatternTree.Repeat(tree, least, most, column);
  }

  private int times() {
    if (peek() < '0' || peek() > '9') {
      throw fault("expected a number: how often is written {3}, {1,3} or {2,}");
    }
    int from = at;
    long number = number();
    if (number > MOST_TIMES) {
      throw new MalformedPattern(pattern, from + 1, "nothing repeats more than 255 times");
    }
    return (int) number;
  }

  /// The next character, or -1 behind the last.
  int peek() {
    while (notation.isLoose() && at < end && pattern.charAt(at) == ' ') {
      at++;
    }
    return at < end ? pattern.charAt(at) : -1;
  }

  /// The next character, a blank too, or -1 behind the last.
  int peekRaw() {
    return at < end ? pattern.charAt(at) : -1;
  }

  /// Takes the next character.
  void skip() {
    at++;
  }

  /// Takes a character if it is next.
  boolean take(char wanted) {
    if (peek() != wanted) {
      return false;
    }
    at++;
    return true;
  }

  /// Takes all digits that follow; what needs more than 32 bits is refused.
  long number() {
    int from = at;
    long number = 0;
    while (at < end && pattern.charAt(at) >= '0' && pattern.charAt(at) <= '9') {
      number = number * 10 + pattern.charAt(at++) - '0';
      if (number > 0xffff_ffffL) {
        throw new MalformedPattern(pattern, from + 1, "an AS number is at most 4294967295");
      }
    }
    return number;
  }

  /// Where the next character is, counted from 1.
  int column() {
    return at + 1;
  }

  /// What to throw about the next character.
  MalformedPattern fault(String problem) {
    return fault(column(), problem);
  }

  /// What to throw about an earlier character.
  MalformedPattern fault(int column, String problem) {
    return new MalformedPattern(pattern, column, problem);
  }
}
