package dev.weir.bgp.path;

import dev.weir.bgp.octets.Octets;
import dev.weir.bgp.type.MalformedPattern;
import java.util.ArrayList;
import java.util.List;

/// A regular expression over AS paths, in one of two notations.
///
/// **Text**, as routers have it: the expression is looked for anywhere in the text that
/// [AsPath#toString] gives, so `_3356_` finds that AS anywhere, `^65000_` at the start and `_3356$`
/// at the end. `.` is any character and `_` the start, the end, or what stands between numbers.
///
/// **Numbers**, in angle brackets as RPSL has it (RFC 2622 section 5.4): each place is an AS
/// number, `<^65000 .* 3356$>`, `<[64512-65534]>`. `.` is any number. A set of ASes is one place,
/// which matches if any of its members does.
///
/// A pattern becomes a deterministic automaton over the digits or over classes of numbers while
/// paths are read, see [PatternAutomaton]. Matching reads the octets of the path, needs time linear
/// in them whatever the pattern is, and allocates nothing once the transitions are known. A pattern
/// can be used by any number of threads.
public final class AsPathPattern {
  private static final int DIGIT = 10;
  private static final int BLANK = 10;
  private static final int COMMA = 11;

  private final String pattern;
  private final boolean numbers;
  private final PatternAlphabet alphabet;
  private final PatternAutomaton automaton;

  /// The class of each character in the notation of text, else nothing.
  private final int[] characters;

  private AsPathPattern(String pattern, PatternTree tree, boolean numbers) {
    this.pattern = pattern;
    this.numbers = numbers;
    this.alphabet = PatternAlphabet.of(tree);
    this.automaton = new PatternAutomaton(new PatternCode(pattern, tree, alphabet));
    this.characters = new int[numbers ? 0 : PatternAlphabet.CHARACTERS.length()];
    for (int i = 0; i < characters.length; i++) {
      characters[i] = alphabet.classOf(i);
    }
  }

  /// Compiles a pattern: in angle brackets one over numbers, else one over text.
  ///
  /// @throws MalformedPattern if it is none; says where and what to do
  public static AsPathPattern compile(String pattern) {
    int first = 0;
    while (first < pattern.length() && pattern.charAt(first) == ' ') {
      first++;
    }
    if (first == pattern.length() || pattern.charAt(first) != '<') {
      return new AsPathPattern(
          pattern, PatternParser.parse(pattern, 0, pattern.length(), new TextNotation()), false);
    }
    int last = pattern.length();
    while (pattern.charAt(last - 1) == ' ') {
      last--;
    }
    if (last - 1 == first || pattern.charAt(last - 1) != '>') {
      throw new MalformedPattern(
          pattern, last + 1, "the '<' at the start is not closed; add a '>'");
    }
    return new AsPathPattern(
        pattern, PatternParser.parse(pattern, first + 1, last - 1, new NumberNotation()), true);
  }

  /// Compiles a pattern over numbers that stands in no angle brackets: `65000 .* 3356`.
  ///
  /// @throws MalformedPattern if it is none; says where and what to do
  public static AsPathPattern numbers(String pattern) {
    return new AsPathPattern(
        pattern, PatternParser.parse(pattern, 0, pattern.length(), new NumberNotation()), true);
  }

  /// Returns whether the pattern matches somewhere in a path.
  public boolean matches(AsPath path) {
    return matches(path.array(), path.start(), path.end() - path.start(), path.isFourOctet());
  }

  /// Returns whether the pattern matches somewhere in a path, given as octets of AS_PATH.
  ///
  /// @param array not changed
  /// @param offset where the path begins in the array
  /// @param length how many octets it has
  /// @param fourOctetAsn how wide its AS numbers are
  public boolean matches(byte[] array, int offset, int length, boolean fourOctetAsn) {
    int width = fourOctetAsn ? 4 : 2;
    int state =
        numbers
            ? walkNumbers(array, offset, offset + length, width)
            : walkText(array, offset, offset + length, width);
    return state == PatternAutomaton.UNKNOWN
        ? automaton.simulate(places(new AsPath(new Octets(array, offset, length), fourOctetAsn)))
        : state == PatternAutomaton.MATCHED;
  }

  private int walkNumbers(byte[] array, int start, int end, int width) {
    int[] table = automaton.table();
    int state = PatternAutomaton.BEGIN;
    int at = start;
    while (end - at >= 2 && state > PatternAutomaton.MATCHED) {
      int kind = array[at] & 0xff;
      int next = at + 2 + (array[at + 1] & 0xff) * width;
      if (next > end) {
        break;
      }
      if (kind == AsPath.AS_SET || kind == AsPath.AS_CONFED_SET) {
        state = walkSet(table, state, array, at + 2, next, width);
      } else {
        for (int i = at + 2; i < next && state > PatternAutomaton.MATCHED; i += width) {
          state = automaton.step(table, state, alphabet.classOf(asn(array, i, width)));
        }
      }
      at = next;
    }
    return state > PatternAutomaton.MATCHED ? automaton.end(table, state) : state;
  }

  /// All members of a set stand at one place.
  private int walkSet(int[] table, int state, byte[] array, int from, int to, int width) {
    int any = from < to ? PatternAutomaton.DEAD : state;
    for (int i = from; i < to; i += width) {
      int one = automaton.step(table, state, alphabet.classOf(asn(array, i, width)));
      any = one < 0 || any < 0 ? PatternAutomaton.UNKNOWN : automaton.union(any, one);
    }
    return any;
  }

  private int walkText(byte[] array, int start, int end, int width) {
    int[] table = automaton.table();
    int state = PatternAutomaton.BEGIN;
    int at = start;
    boolean first = true;
    while (end - at >= 2 && state > PatternAutomaton.MATCHED) {
      int kind = array[at] & 0xff;
      int next = at + 2 + (array[at + 1] & 0xff) * width;
      if (next > end) {
        break;
      }
      if (!first) {
        state = character(table, state, BLANK);
      }
      int open = opening(kind);
      if (open >= 0) {
        state = character(table, state, open);
      }
      int between = kind == AsPath.AS_SET || kind == AsPath.AS_CONFED_SET ? COMMA : BLANK;
      for (int i = at + 2; i < next && state > PatternAutomaton.MATCHED; i += width) {
        if (i > at + 2) {
          state = character(table, state, between);
        }
        state = digits(table, state, asn(array, i, width));
      }
      if (open >= 0) {
        state = character(table, state, open + 1);
      }
      first &= open < 0 && next == at + 2;
      at = next;
    }
    return state > PatternAutomaton.MATCHED ? automaton.end(table, state) : state;
  }

  /// The bracket before a segment, the closing one is next to it; -1 if there is none.
  private static int opening(int kind) {
    return switch (kind) {
      case AsPath.AS_SEQUENCE -> -1;
      case AsPath.AS_SET -> 12;
      case AsPath.AS_CONFED_SEQUENCE -> 14;
      case AsPath.AS_CONFED_SET -> 16;
      default -> 18;
    };
  }

  private int digits(int[] table, int state, int asn) {
    long left = Integer.toUnsignedLong(asn);
    long digits = 0;
    int shift = 0;
    do {
      long tenth = left / DIGIT;
      digits |= left - tenth * DIGIT << shift;
      shift += 4;
      left = tenth;
    } while (left > 0);
    int now = state;
    while (shift > 0) {
      shift -= 4;
      now = character(table, now, (int) (digits >>> shift) & 15);
    }
    return now;
  }

  private int character(int[] table, int state, int character) {
    return state < 0 ? state : automaton.step(table, state, characters[character]);
  }

  private static int asn(byte[] array, int at, int width) {
    return width == 4 ? Octets.i32(array, at) : Octets.u16(array, at);
  }

  /// The classes of each place, for a pattern with too many states.
  private List<int[]> places(AsPath path) {
    List<int[]> places = new ArrayList<>();
    if (!numbers) {
      String text = path.toString();
      for (int i = 0; i < text.length(); i++) {
        places.add(new int[] {characters[PatternAlphabet.CHARACTERS.indexOf(text.charAt(i))]});
      }
      return places;
    }
    for (AsPath.Segments s = path.segments(); s.next(); ) {
      int[] classes = new int[s.count()];
      for (int i = 0; i < classes.length; i++) {
        classes[i] = alphabet.classOf(s.asn(i));
      }
      if (s.kind() == AsPath.AS_SET || s.kind() == AsPath.AS_CONFED_SET) {
        if (classes.length > 0) {
          places.add(classes);
        }
      } else {
        for (int one : classes) {
          places.add(new int[] {one});
        }
      }
    }
    return places;
  }

  /// Returns the pattern as it was written.
  @Override
  public String toString() {
    return pattern;
  }
}
