package dev.weir.roto.syntax;

import dev.weir.roto.source.Diagnostic;
import dev.weir.roto.source.Severity;
import java.util.List;

/// A file that has been read.
///
/// @param file the tree; with bad nodes where the text was wrong
/// @param diagnostics what was found, in the order of the text
public record Parsed(Ast.File file, List<Diagnostic> diagnostics) {
  /// Copies the list.
  public Parsed {
    diagnostics = List.copyOf(diagnostics);
  }

  /// Whether the text is a file of the language.
  public boolean succeeded() {
    return diagnostics.stream().noneMatch(each -> each.severity() == Severity.ERROR);
  }
}
