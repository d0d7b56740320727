package dev.weir.roto.check;

import dev.weir.roto.tree.Pattern;
import java.util.ArrayList;
import java.util.List;

/// A row of the matrix of [Coverage]: what remains to be compared before an arm is taken.
///
/// @param arm index of the arm; several rows have the same where it has alternatives
/// @param guarded whether the arm may refuse what fits
/// @param patterns one a column
record PatternRow(int arm, boolean guarded, List<Pattern> patterns) {
  /// Whether a pattern fits everything just by its kind.
  static boolean isWild(Pattern pattern) {
    return pattern instanceof Pattern.Any || pattern instanceof Pattern.Bind;
  }

  /// Whether nothing remains to be compared.
  boolean isWild() {
    return firstRefutable() == patterns.size();
  }

  /// The first column in which something is compared, or their number.
  int firstRefutable() {
    int column = 0;
    while (column < patterns.size() && isWild(patterns.get(column))) {
      column++;
    }
    return column;
  }

  /// The same row as one that may refuse.
  PatternRow asGuarded() {
    return new PatternRow(arm, true, patterns);
  }

  /// Adds the row to a list, as often as the pattern of a column has alternatives.
  void expand(int column, Pattern pattern, List<PatternRow> into) {
    if (pattern instanceof Pattern.Or or) {
      or.alternatives().forEach(alternative -> expand(column, alternative, into));
    } else if (patterns.get(column) == pattern) {
      into.add(this);
    } else {
      List<Pattern> changed = new ArrayList<>(patterns);
      changed.set(column, pattern);
      into.add(new PatternRow(arm, guarded, changed));
    }
  }

  /// The row with patterns at the front in place of that of a column.
  PatternRow replaced(int column, List<Pattern> front) {
    List<Pattern> changed = new ArrayList<>(front.size() + patterns.size() - 1);
    changed.addAll(front);
    changed.addAll(patterns.subList(0, column));
    changed.addAll(patterns.subList(column + 1, patterns.size()));
    return new PatternRow(arm, guarded, changed);
  }
}
