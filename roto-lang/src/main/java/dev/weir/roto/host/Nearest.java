package dev.weir.roto.host;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The name that someone may have meant: the one with the fewest letters to change, if those are at
/// most a third of them.
final class Nearest {
  private Nearest() {}

  static @Nullable String to(String wrong, List<String> names) {
    int least = Math.max(1, wrong.length() / 3) + 1;
    String nearest = null;
    for (String name : names) {
      int distance = distance(wrong, name);
      if (distance < least) {
        least = distance;
        nearest = name;
      }
    }
    return nearest;
  }

  /// How many letters must be put, dropped or changed (Levenshtein).
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int above = row[j];
        int changed = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(changed, Math.min(above, row[j - 1]) + 1);
        diagonal = above;
      }
    }
    return row[b.length()];
  }
}
