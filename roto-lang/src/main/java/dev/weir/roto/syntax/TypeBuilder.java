package dev.weir.roto.syntax;

import dev.weir.roto.source.Span;
import dev.weir.roto.syntax.grammar.RotoParser;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.jspecify.annotations.Nullable;

/// Types, paths and names of the syntax tree.
final class TypeBuilder {
  private final Findings findings;

  TypeBuilder(Findings findings) {
    this.findings = findings;
  }

  Ast.TypeExpression type(RotoParser.@Nullable TypeContext context) {
    if (context == null || context.typeAtom() == null) {
      return new Ast.BadType(context == null ? new Span(0, 0) : Spans.of(context));
    }
    Ast.TypeExpression type = atom(context.typeAtom());
    for (TerminalNode mark : context.QUESTION()) {
      type = new Ast.OptionType(type.span().to(Spans.of(mark.getSymbol())), type);
    }
    return type;
  }

  private Ast.TypeExpression atom(RotoParser.TypeAtomContext context) {
    Span span = Spans.of(context);
    if (context.BANG() != null) {
      return new Ast.NeverType(span);
    }
    if (context.LBRACE() != null) {
      return new Ast.RecordType(span, fields(context.field(), null));
    }
    if (context.LPAREN() != null) {
      return new Ast.UnitType(span);
    }
    if (context.segment().isEmpty()) {
      return new Ast.BadType(span);
    }
    RotoParser.TypeArgumentsContext brackets = context.typeArguments();
    List<Ast.TypeExpression> arguments =
        brackets == null ? null : brackets.type().stream().map(this::type).toList();
    return new Ast.NamedType(span, path(context.segment()), arguments);
  }

  List<Ast.Parameter> fields(
      List<RotoParser.FieldContext> contexts, @Nullable Documentation documentation) {
    List<Ast.Parameter> fields = new ArrayList<>(contexts.size());
    for (RotoParser.FieldContext field : contexts) {
      if (field.ID() != null) {
        fields.add(
            new Ast.Parameter(
                Spans.of(field),
                documentation == null ? null : documentation.before(field.getStart()),
                identifier(field.ID()),
                type(field.type())));
      }
    }
    return fields;
  }

  Ast.Path path(List<RotoParser.SegmentContext> segments) {
    List<Ast.Identifier> names = segments.stream().map(this::identifier).toList();
    return new Ast.Path(names.getFirst().span().to(names.getLast().span()), names);
  }

  Ast.Identifier identifier(RotoParser.SegmentContext segment) {
    return identifier(segment.getStart());
  }

  Ast.Identifier identifier(TerminalNode node) {
    return identifier(node.getSymbol());
  }

  Ast.Identifier identifier(Token token) {
    Span span = Spans.of(token);
    return new Ast.Identifier(span, findings.source().text(span));
  }
}
