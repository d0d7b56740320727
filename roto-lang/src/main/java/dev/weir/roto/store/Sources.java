package dev.weir.roto.store;

import dev.weir.roto.source.Diagnostic;
import dev.weir.roto.source.SourceTree;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads the texts of a package.
public final class Sources {
  private Sources() {}

  /// What was read.
  ///
  /// @param tree the package; null if a text could not be read
  /// @param diagnostics what was wrong with files
  public record Reading(@Nullable SourceTree tree, List<Diagnostic> diagnostics) {
    /// Copies the list.
    public Reading {
      diagnostics = List.copyOf(diagnostics);
    }
  }

  /// Reads a file, or a directory with a `pkg.roto`.
  public static Reading read(Path path) {
    return new Reading(null, List.of());
  }
}
