package dev.weir.bgp.path;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AsPathPatternLawTest {
  static IntStream seeds() {
    return IntStream.range(0, 60);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void textMatchesWhereTheRegularExpressionsOfTheJdkDo(int seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < 20; i++) {
      String text = textPattern(random, 3);
      AsPathPattern pattern = AsPathPattern.compile(text);
      Pattern model = TextModel.of(text);
      for (int j = 0; j < 50; j++) {
        AsPath path = SamplePaths.next(random);
        assertThat(pattern.matches(path))
            .as("%s on '%s'", text, path)
            .isEqualTo(model.matcher(path.toString()).find());
      }
    }
  }

  /// A path of sequences only, written with one letter for each number, is a text, and so is the
  /// pattern.
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void numbersMatchWhereLettersForThemDo(int seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < 20; i++) {
      StringBuilder numbers = new StringBuilder();
      StringBuilder letters = new StringBuilder();
      numberPattern(random, 3, numbers, letters);
      AsPathPattern pattern = AsPathPattern.compile("<" + numbers + ">");
      Pattern model = Pattern.compile(letters.toString());
      for (int j = 0; j < 50; j++) {
        int length = random.nextInt(7);
        StringBuilder path = new StringBuilder();
        StringBuilder spelt = new StringBuilder();
        for (int k = 0; k < length; k++) {
          int letter = random.nextInt(4);
          path.append(1000 + letter).append(' ');
          spelt.append((char) ('a' + letter));
        }
        assertThat(pattern.matches(SamplePaths.parse(path.toString())))
            .as("%s on '%s'", numbers, path)
            .isEqualTo(model.matcher(spelt).find());
      }
    }
  }

  private static String textPattern(SplittableRandom random, int depth) {
    if (depth == 0) {
      return switch (random.nextInt(11)) {
        case 0 -> "_";
        case 1 -> ".";
        case 2 -> "[0-9]";
        case 3 -> "[^1-4 ]";
        case 4 -> "^";
        case 5 -> "$";
        case 6 -> " ";
        case 7 -> "{";
        case 8 -> ",";
        default -> Long.toString(SamplePaths.asn(random));
      };
    }
    String inner = textPattern(random, depth - 1);
    return switch (random.nextInt(8)) {
      case 0 -> "(" + inner + "|" + textPattern(random, depth - 1) + ")";
      case 1 -> "(" + inner + ")*";
      case 2 -> "(" + inner + ")+";
      case 3 -> "(" + inner + ")?";
      default -> inner + textPattern(random, depth - 1);
    };
  }

  private static void numberPattern(
      SplittableRandom random, int depth, StringBuilder numbers, StringBuilder letters) {
    if (depth == 0) {
      int letter = random.nextInt(4);
      switch (random.nextInt(7)) {
        case 0 -> both(numbers, letters, " .", ".");
        case 1 -> both(numbers, letters, "^", "^");
        case 2 -> both(numbers, letters, "$", "$");
        case 3 -> both(numbers, letters, "[1001-1002]", "[bc]");
        case 4 ->
            both(
                numbers, letters, "[^" + (1000 + letter) + "]", "[^" + (char) ('a' + letter) + "]");
        default -> both(numbers, letters, " " + (1000 + letter), "" + (char) ('a' + letter));
      }
      return;
    }
    int shape = random.nextInt(8);
    if (shape < 5) {
      both(numbers, letters, "(", "(");
    }
    numberPattern(random, depth - 1, numbers, letters);
    if (shape == 0) {
      both(numbers, letters, "|", "|");
    }
    if (shape == 0 || shape >= 5) {
      numberPattern(random, depth - 1, numbers, letters);
    }
    switch (shape) {
      case 0 -> both(numbers, letters, ")", ")");
      case 1 -> both(numbers, letters, ")*", ")*");
      case 2 -> both(numbers, letters, ")+", ")+");
      case 3 -> both(numbers, letters, ")?", ")?");
      case 4 -> both(numbers, letters, "){1,2}", "){1,2}");
      default -> {}
    }
  }

  private static void both(
      StringBuilder numbers, StringBuilder letters, String number, String letter) {
    numbers.append(number);
    letters.append(letter);
  }
}
