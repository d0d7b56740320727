package dev.weir.roto.check;

import dev.weir.roto.source.Span;
import dev.weir.roto.tree.Pattern;
import dev.weir.roto.type.Type;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// The column by which [Coverage] takes a matrix apart, and the matrix.
///
/// @param types of all columns
/// @param index of this column
/// @param rows of the matrix, without alternatives in this column
/// @param depth how many columns have been taken apart on the way here
record PatternColumn(List<Type> types, int index, List<PatternRow> rows, int depth) {
  private static final Pattern ANY = new Pattern.Any(new Span(0, 0));
  private static final int MOST_BELOW = 3;
  private static final int MOST = 300;

  /// The type of what is compared in this column.
  Type type() {
    return types.get(index).head();
  }

  /// What a row has in this column.
  Pattern pattern(PatternRow row) {
    return row.patterns().get(index);
  }

  /// A row with the parts of its pattern in place of the pattern.
  PatternRow replaced(PatternRow row, List<Pattern> parts) {
    return row.replaced(index, parts);
  }

  /// A row with as many patterns that fit everything in place of its pattern.
  PatternRow widened(PatternRow row, int width) {
    return row.replaced(index, Collections.nCopies(width, ANY));
  }

  /// The types of the columns with those of the parts in place of this one.
  List<Type> with(List<Type> parts) {
    List<Type> changed = new ArrayList<>(parts);
    changed.addAll(types.subList(0, index));
    changed.addAll(types.subList(index + 1, types.size()));
    return changed;
  }

  /// Adds a witness, unless there are enough.
  ///
  /// @param text of this column
  /// @param below of the parts, which `text` replaces, and of the other columns
  void add(List<List<String>> witnesses, String text, List<String> below, int parts) {
    if (isFull(witnesses.size())) {
      return;
    }
    List<String> rest = below.subList(parts, below.size());
    List<String> witness = new ArrayList<>(rest.subList(0, index));
    witness.add(text);
    witness.addAll(rest.subList(index, rest.size()));
    witnesses.add(witness);
  }

  /// Whether so many witnesses are enough.
  boolean isFull(int witnesses) {
    return witnesses >= (depth == 0 ? MOST : MOST_BELOW);
  }
}
