package dev.weir.benchmarks.roto;

import java.util.Random;

/// The host's part of the text workload: random words, and their comparison.
public final class Words {
  private static final String LETTERS = "abcdefghijklmno";
  private static final String[] WORDS = words(10_000);

  private Words() {}

  private static String[] words(int count) {
    Random random = new Random(7);
    String[] words = new String[count];
    for (int i = 0; i < count; i++) {
      StringBuilder word = new StringBuilder();
      for (int letters = 8 + random.nextInt(16); letters > 0; letters--) {
        word.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
      }
      words[i] = word.toString();
    }
    return words;
  }

  /// One of the words.
  public static String word(long index) {
    return WORDS[(int) index];
  }

  /// Whether a word comes before another.
  public static boolean isLess(String a, String b) {
    return a.compareTo(b) < 0;
  }
}
