package dev.weir.bgp.path;

import dev.weir.bgp.path.PatternTree.Ranges;
import java.util.ArrayList;
import java.util.List;

/// A place as an AS number, a set of them, or a dot for any (the regular expressions of RFC 2622
/// section 5.4, without names).
final class NumberNotation implements PatternParser.Notation {
  @Override
  public boolean isLoose() {
    return true;
  }

  @Override
  public PatternTree atom(PatternParser parser) {
    int character = parser.peek();
    if (character == '.') {
      parser.skip();
      return new PatternTree.Symbols(Ranges.ALL);
    }
    if (character == '[') {
      return new PatternTree.Symbols(bracket(parser));
    }
    if (startsNumber(character)) {
      return new PatternTree.Symbols(Ranges.one(number(parser)));
    }
    throw parser.fault(
        switch (character) {
          case '_' -> "numbers match as a whole in this notation; leave out '_'";
          case '{' -> "there is nothing before this '{' to be repeated";
          case '~' -> "operators that match the same number again (~*, ~+) are not supported";
          case ']' -> "this ']' closes nothing; remove it";
          default ->
              "expected an AS number, a set such as [64512-65534], or '.' for any number, not '"
                  + Character.toString(character)
                  + "'";
        });
  }

  private static boolean startsNumber(int character) {
    return (character >= '0' && character <= '9') || character == 'A' || character == 'a';
  }

  private static long number(PatternParser parser) {
    if (parser.peek() == 'A' || parser.peek() == 'a') {
      int column = parser.column();
      parser.skip();
      boolean named = parser.peekRaw() != 'S' && parser.peekRaw() != 's';
      if (!named) {
        parser.skip();
      }
      if (named || parser.peekRaw() < '0' || parser.peekRaw() > '9') {
        throw parser.fault(column, "names of sets are not known here; list the AS numbers");
      }
    }
    long number = parser.number();
    if (parser.peekRaw() == '.') {
      throw parser.fault(
          "put a blank before '.' if it stands for any number; write numbers such as 1.10 as"
              + " 65546");
    }
    return number;
  }

  private static Ranges bracket(PatternParser parser) {
    int opened = parser.column();
    parser.skip();
    boolean negated = parser.take('^');
    List<long[]> ranges = new ArrayList<>();
    while (!parser.take(']')) {
      if (parser.peek() < 0) {
        throw parser.fault(opened, "this '[' is not closed; add a ']'");
      }
      int column = parser.column();
      long from = inBracket(parser);
      long to = parser.take('-') ? inBracket(parser) : from;
      if (from > to) {
        throw parser.fault(column, "the range ends before it begins");
      }
      ranges.add(new long[] {from, to});
      parser.take(',');
    }
    if (ranges.isEmpty()) {
      throw parser.fault(opened, "the brackets list nothing");
    }
    return negated ? Ranges.of(ranges).complement() : Ranges.of(ranges);
  }

  private static long inBracket(PatternParser parser) {
    if (!startsNumber(parser.peek())) {
      throw parser.fault("expected an AS number: a set is written [65000 64512-65534]");
    }
    return number(parser);
  }
}
