package dev.weir.roto.ir;

import dev.weir.roto.tree.Function;
import java.util.List;
import java.util.Map;

/// A whole program in the intermediate form.
///
/// @param routines all
/// @param roots those that can be called from outside, by their functions
/// @param layouts of all shapes
public record Image(List<Routine> routines, Map<Function, Routine> roots, List<Layout> layouts) {
  /// Copies the lists.
  public Image {
    routines = List.copyOf(routines);
    layouts = List.copyOf(layouts);
  }
}
