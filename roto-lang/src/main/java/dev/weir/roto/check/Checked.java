package dev.weir.roto.check;

import dev.weir.roto.source.Diagnostic;
import dev.weir.roto.tree.Program;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What came of checking a package.
///
/// @param program null if and only if there is an error among the diagnostics
/// @param diagnostics errors and warnings, by module and by place
public record Checked(@Nullable Program program, List<Diagnostic> diagnostics) {
  /// Copies the list.
  public Checked {
    diagnostics = List.copyOf(diagnostics);
  }
}
