package dev.weir.roto.syntax;

import dev.weir.roto.source.Code;
import dev.weir.roto.source.Diagnostic;
import dev.weir.roto.source.Source;
import dev.weir.roto.source.Span;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.antlr.v4.runtime.Token;

/// What is found wrong with one source, up to a bound, in the order of the text at the end.
final class Findings {
  private static final int MOST = 100;

  private final Source source;
  private final List<Diagnostic> diagnostics = new ArrayList<>();
  private final Map<Ast.Expression, Span> parentheses = new IdentityHashMap<>();
  private final Set<Token> supplied = Collections.newSetFromMap(new IdentityHashMap<>());
  private boolean endIsKnown;
  private boolean atEnd;

  Findings(Source source) {
    this.source = source;
  }

  Source source() {
    return source;
  }

  Diagnostic of(Code code, String message, Span span, String label) {
    return Diagnostic.of(code, message, source, span, label);
  }

  void add(Diagnostic diagnostic) {
    if (diagnostic.code() == Code.UNTERMINATED) {
      endIsKnown();
    }
    if (diagnostics.size() < MOST) {
      diagnostics.add(diagnostic);
    }
  }

  /// Says that the text is known to end too early, so that it need not be reported again.
  void endIsKnown() {
    endIsKnown = true;
    atEnd = true;
  }

  /// Whether an end that comes too early still has to be reported.
  boolean reportsEnd() {
    boolean first = !endIsKnown;
    endIsKnown = true;
    atEnd = true;
    return first;
  }

  /// Whether more text would help, and nothing else is wrong.
  boolean incomplete() {
    return atEnd
        && diagnostics.stream()
            .allMatch(
                each -> each.code() == Code.UNTERMINATED || each.code() == Code.UNEXPECTED_END);
  }

  /// Remembers a token that was reported as missing and supplied.
  void supplied(Token token) {
    supplied.add(token);
  }

  /// Whether a token was reported as missing.
  boolean isSupplied(Token token) {
    return supplied.contains(token);
  }

  /// Remembers that an expression stands in parentheses, which leave no node.
  void parenthesized(Ast.Expression inner, Span span) {
    parentheses.put(inner, span);
  }

  boolean isParenthesized(Ast.Expression expression) {
    return parentheses.containsKey(expression);
  }

  /// The span of an expression with the parentheses around it.
  Span outerSpan(Ast.Expression expression) {
    return parentheses.getOrDefault(expression, expression.span());
  }

  int count() {
    return diagnostics.size();
  }

  List<Diagnostic> sorted() {
    diagnostics.sort(Comparator.comparingInt((Diagnostic each) -> each.primary().span().start()));
    return diagnostics;
  }
}
