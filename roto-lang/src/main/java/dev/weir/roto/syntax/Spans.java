package dev.weir.roto.syntax;

import dev.weir.roto.source.Span;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;

/// Where tokens and contexts of the parser stand.
final class Spans {
  private Spans() {}

  static Span of(Token token) {
    int start = Math.max(0, token.getStartIndex());
    return new Span(start, Math.max(start, token.getStopIndex() + 1));
  }

  /// From the first to the last token; where an error left no last one, the first alone.
  static Span of(ParserRuleContext context) {
    Token start = context.getStart();
    Token stop = context.getStop();
    if (stop == null || stop.getTokenIndex() < start.getTokenIndex()) {
      return start.getType() == Token.EOF
          ? new Span(start.getStartIndex(), start.getStartIndex())
          : of(start);
    }
    return of(start).to(of(stop));
  }
}
