package dev.weir.roto.check;

import java.util.Arrays;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/// Finds the name that was probably meant.
///
/// The distance is that of Damerau and Levenshtein in its restricted form: insertions, deletions,
/// substitutions and exchanges of neighbours count 1. A third of the letters may be wrong, at least
/// one; a difference in case alone always counts as near.
final class Suggestions {
  private static final int LONGEST = 64;

  private Suggestions() {}

  /// The nearest of some names, or null if none is near.
  static @Nullable String near(String wrong, Collection<String> names) {
    if (wrong.length() > LONGEST) {
      return null;
    }
    String best = null;
    int least = Math.max(1, wrong.length() / 3) + 1;
    for (String name : names) {
      if (name.equals(wrong) || Math.abs(name.length() - wrong.length()) >= least) {
        continue;
      }
      int distance = name.equalsIgnoreCase(wrong) ? 0 : distance(wrong, name);
      if (distance < least) {
        least = distance;
        best = name;
      }
    }
    return best;
  }

  private static int distance(String a, String b) {
    int[] beforeLast = new int[b.length() + 1];
    int[] last = new int[b.length() + 1];
    int[] row = new int[b.length() + 1];
    Arrays.setAll(last, i -> i);
    for (int i = 1; i <= a.length(); i++) {
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        int least = Math.min(Math.min(row[j - 1], last[j]) + 1, last[j - 1] + change);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          least = Math.min(least, beforeLast[j - 2] + 1);
        }
        row[j] = least;
      }
      int[] free = beforeLast;
      beforeLast = last;
      last = row;
      row = free;
    }
    return last[b.length()];
  }
}
