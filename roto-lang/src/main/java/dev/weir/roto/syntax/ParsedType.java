package dev.weir.roto.syntax;

import dev.weir.roto.source.Diagnostic;
import java.util.List;

/// A type that stands alone.
///
/// @param type the tree; perhaps an [Ast.BadType]
/// @param diagnostics what was found, in the order of the text
public record ParsedType(Ast.TypeExpression type, List<Diagnostic> diagnostics) {
  /// Copies the list.
  public ParsedType {
    diagnostics = List.copyOf(diagnostics);
  }
}
