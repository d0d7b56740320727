package dev.weir.roto.syntax;

import dev.weir.inet.IpAddress;
import dev.weir.roto.source.Code;
import dev.weir.roto.source.Span;
import dev.weir.roto.syntax.grammar.RotoParser;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/// Patterns of the syntax tree.
final class PatternBuilder {
  private final Findings findings;
  private final TypeBuilder types;
  private final LiteralBuilder literals;

  PatternBuilder(Findings findings, TypeBuilder types, LiteralBuilder literals) {
    this.findings = findings;
    this.types = types;
    this.literals = literals;
  }

  Ast.Pattern pattern(RotoParser.PatternContext context) {
    List<RotoParser.SimplePatternContext> parts = context.simplePattern();
    if (parts.size() == 1) {
      return simple(parts.getFirst());
    }
    List<Ast.Pattern> alternatives = new ArrayList<>(parts.size());
    for (RotoParser.SimplePatternContext part : parts) {
      alternatives.add(simple(part));
    }
    return new Ast.OrPattern(Spans.of(context), List.copyOf(alternatives));
  }

  private Ast.Pattern simple(RotoParser.SimplePatternContext context) {
    if (!context.segment().isEmpty()) {
      return named(context);
    }
    if (context.fields != null) {
      return fields(Spans.of(context), null, context.fields);
    }
    return literal(context);
  }

  private Ast.Pattern named(RotoParser.SimplePatternContext context) {
    Span span = Spans.of(context);
    Ast.Path path = types.path(context.segment());
    if (context.fields != null) {
      return fields(span, path, context.fields);
    }
    if (context.arguments != null) {
      List<Ast.Pattern> arguments =
          context.arguments.pattern().stream().map(this::pattern).toList();
      return new Ast.VariantPattern(span, path, arguments);
    }
    if (path.segments().size() > 1 || context.segment(0).ID() == null) {
      return new Ast.VariantPattern(span, path, null);
    }
    Ast.Identifier name = path.segments().getFirst();
    return name.name().equals("_") ? new Ast.Wildcard(span) : new Ast.NamePattern(span, name);
  }

  private Ast.Pattern fields(
      Span span, Ast.@Nullable Path path, RotoParser.PatternFieldsContext context) {
    List<Ast.FieldPattern> fields = new ArrayList<>();
    for (RotoParser.FieldPatternContext field : context.fieldPattern()) {
      fields.add(
          new Ast.FieldPattern(
              Spans.of(field),
              types.identifier(field.ID()),
              field.pattern() == null ? null : pattern(field.pattern())));
    }
    return new Ast.RecordPattern(span, path, List.copyOf(fields), context.DOTS() != null);
  }

  private Ast.Pattern literal(RotoParser.SimplePatternContext context) {
    Span span = Spans.of(context);
    Ast.Expression from = context.from == null ? null : bound(context.from);
    if (context.length != null && from != null) {
      return prefix(span, from, context.length, context.dots);
    }
    if (context.dots == null) {
      return from == null ? new Ast.BadPattern(span) : new Ast.LiteralPattern(span, from);
    }
    boolean inclusive = context.dots.getType() == RotoParser.DOTS_EQUAL;
    Ast.Expression to = context.to == null ? null : bound(context.to);
    if (inclusive && to == null) {
      findings.add(
          findings.of(
              Code.UNEXPECTED_TOKEN,
              "a range with `..=` needs an end",
              Spans.of(context.dots),
              "expected a literal after it"));
      return new Ast.BadPattern(span);
    }
    return new Ast.RangePattern(span, from, to, inclusive);
  }

  private Ast.Pattern prefix(Span span, Ast.Expression from, Token length, @Nullable Token dots) {
    Ast.Expression number = literals.integer(length);
    if (!(from instanceof Ast.AddressLiteral(_, IpAddress address))) {
      if (!(from instanceof Ast.BadExpression)) {
        findings.add(
            findings.of(
                Code.UNEXPECTED_TOKEN,
                "only an address can stand before the `/` of a prefix",
                from.span(),
                "not an address"));
      }
      return new Ast.BadPattern(span);
    }
    if (dots != null) {
      findings.add(
          findings.of(
              Code.UNEXPECTED_TOKEN,
              "prefixes have no ranges",
              Spans.of(dots),
              "expected the end of the pattern"));
      return new Ast.BadPattern(span);
    }
    if (!(number instanceof Ast.IntegerLiteral(_, var magnitude, _))
        || magnitude.bitLength() > 8
        || magnitude.intValue() > address.width()) {
      findings.add(
          findings.of(
              Code.INVALID_LITERAL,
              "a prefix length is from 0 to " + address.width(),
              Spans.of(length),
              "too long for this address"));
      return new Ast.BadPattern(span);
    }
    return new Ast.PrefixPattern(span, address, magnitude.intValue());
  }

  private Ast.Expression bound(RotoParser.BoundContext context) {
    Ast.Expression literal = literals.literal(context.literal());
    if (context.MINUS() == null) {
      return literal;
    }
    Span span = Spans.of(context);
    if (literal instanceof Ast.IntegerLiteral || literal instanceof Ast.FloatLiteral) {
      return new Ast.Unary(span, Ast.UnaryOperator.NEGATE, literal);
    }
    if (!(literal instanceof Ast.BadExpression)) {
      findings.add(
          findings.of(
              Code.UNEXPECTED_TOKEN,
              "only a number can follow `-` in a pattern",
              literal.span(),
              "not a number"));
    }
    return new Ast.BadExpression(span);
  }
}
