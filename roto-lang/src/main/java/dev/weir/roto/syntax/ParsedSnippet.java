package dev.weir.roto.syntax;

import dev.weir.roto.source.Diagnostic;
import dev.weir.roto.source.Severity;
import java.util.List;

/// What was typed at a prompt: items and statements in any order.
///
/// @param items the items, imports among them
/// @param block the statements; its result is the last expression without a semicolon
/// @param diagnostics what was found, in the order of the text
/// @param incomplete whether the only thing wrong is that the text ends too early
public record ParsedSnippet(
    List<Ast.Item> items, Ast.Block block, List<Diagnostic> diagnostics, boolean incomplete) {
  /// Copies the lists.
  public ParsedSnippet {
    items = List.copyOf(items);
    diagnostics = List.copyOf(diagnostics);
  }

  /// Whether the text can be compiled.
  public boolean succeeded() {
    return diagnostics.stream().noneMatch(each -> each.severity() == Severity.ERROR);
  }
}
