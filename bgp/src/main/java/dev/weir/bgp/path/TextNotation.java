package dev.weir.bgp.path;

import dev.weir.bgp.path.PatternTree.Ranges;
import java.util.ArrayList;
import java.util.List;

/// A place in the text of a path: one character of [PatternAlphabet#CHARACTERS], whose index is the
/// symbol.
final class TextNotation implements PatternParser.Notation {
  /// Whatever stands between two numbers.
  private static final Ranges DELIMITERS =
      Ranges.of(List.of(new long[] {10, PatternAlphabet.CHARACTERS.length() - 1}));

  @Override
  public boolean isLoose() {
    return false;
  }

  @Override
  public PatternTree atom(PatternParser parser) {
    int character = parser.peek();
    return switch (character) {
      case '.' -> {
        parser.skip();
        yield new PatternTree.Symbols(Ranges.ALL);
      }
      case '_' -> {
        parser.skip();
        yield new PatternTree.Choice(
            List.of(
                new PatternTree.Start(),
                new PatternTree.End(),
                new PatternTree.Symbols(DELIMITERS)));
      }
      case '[' -> new PatternTree.Symbols(bracket(parser));
      case ']' -> throw parser.fault("this ']' closes nothing; write '\\]' for the character");
      case '\\' -> new PatternTree.Symbols(Ranges.one(escaped(parser)));
      default -> new PatternTree.Symbols(Ranges.one(literal(parser, character)));
    };
  }

  private static int escaped(PatternParser parser) {
    int column = parser.column();
    parser.skip();
    int character = parser.peek();
    if (character >= '1' && character <= '9') {
      throw parser.fault(
          column,
          "what a group has matched cannot be asked for again (\\"
              + (char) character
              + "): list the numbers, as in _(701|702)_");
    }
    if (character < 0) {
      throw parser.fault(column, "a character must follow '\\'");
    }
    return literal(parser, character);
  }

  private static int literal(PatternParser parser, int character) {
    int symbol = PatternAlphabet.CHARACTERS.indexOf(character);
    if (symbol < 0) {
      throw parser.fault(
          "'"
              + Character.toString(character)
              + "' is never in the text of a path, which has digits, blanks, commas and brackets"
              + (Character.isLetter(character) ? "; write AS numbers without letters" : ""));
    }
    parser.skip();
    return symbol;
  }

  private static Ranges bracket(PatternParser parser) {
    int opened = parser.column();
    parser.skip();
    boolean negated = parser.take('^');
    List<long[]> ranges = new ArrayList<>();
    boolean[] seen = new boolean[PatternAlphabet.CHARACTERS.length()];
    while (parser.peek() != ']') {
      if (parser.peek() < 0) {
        throw parser.fault(opened, "this '[' is not closed; add a ']'");
      }
      int column = parser.column();
      int from = inBracket(parser);
      int to = from;
      if (parser.take('-')) {
        to = inBracket(parser);
        if (from > to || to > 9) {
          throw parser.fault(column, "a range in brackets goes from a digit to one not smaller");
        }
      }
      for (int symbol = from; symbol <= to; symbol++) {
        if (seen[symbol]) {
          throw parser.fault(
              column,
              "brackets list single characters, and '"
                  + PatternAlphabet.CHARACTERS.charAt(symbol)
                  + "' is listed already; for a range of AS numbers use the notation of numbers,"
                  + " as in <^[64512-65534]$>");
        }
        seen[symbol] = true;
      }
      ranges.add(new long[] {from, to});
    }
    if (ranges.isEmpty()) {
      throw parser.fault(opened, "the brackets list nothing");
    }
    parser.skip();
    return negated ? Ranges.of(ranges).complement() : Ranges.of(ranges);
  }

  private static int inBracket(PatternParser parser) {
    int character = parser.peek();
    if (character == '\\') {
      return escaped(parser);
    }
    if (character == '_') {
      throw parser.fault("in brackets, write the delimiters that are meant, as in [ ,{}]");
    }
    if (character == ']' || character < 0) {
      throw parser.fault("a digit must follow '-' in brackets");
    }
    return literal(parser, character);
  }
}
