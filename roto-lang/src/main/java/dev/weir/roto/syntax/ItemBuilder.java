package dev.weir.roto.syntax;

import dev.weir.roto.source.Code;
import dev.weir.roto.source.Span;
import dev.weir.roto.syntax.grammar.RotoParser;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.jspecify.annotations.Nullable;

/// Items of the syntax tree.
final class ItemBuilder {
  private final Findings findings;
  private final TypeBuilder types;
  private final ExpressionBuilder expressions;
  private final Documentation documentation;

  ItemBuilder(Findings findings, RotoParser parser) {
    this.findings = findings;
    this.types = new TypeBuilder(findings);
    this.expressions = new ExpressionBuilder(findings, types);
    this.documentation = new Documentation(parser.getInputStream());
  }

  List<Ast.Item> items(RotoParser.FileContext file) {
    List<Ast.Item> items = new ArrayList<>();
    for (RotoParser.TopLevelContext each : file.topLevel()) {
      add(items, each);
    }
    return items;
  }

  ParsedSnippet snippet(RotoParser.SnippetContext context, Span all) {
    List<Ast.Item> items = new ArrayList<>();
    List<RotoParser.StatementContext> statements = new ArrayList<>();
    if (context.children != null) {
      for (ParseTree child : context.children) {
        switch (child) {
          case RotoParser.SnippetItemContext item -> add(items, item);
          case RotoParser.StatementContext statement -> statements.add(statement);
          default -> {}
        }
      }
    }
    Ast.Block block = expressions.statements(all, statements, items);
    return new ParsedSnippet(items, block, findings.sorted(), findings.incomplete());
  }

  private void add(List<Ast.Item> items, ParserRuleContext parent) {
    if (parent.getChildCount() > 0 && parent.getChild(0) instanceof ParserRuleContext child) {
      Ast.Item item = parent.exception == null ? item(child) : broken(child);
      if (item != null) {
        items.add(item);
      }
    }
  }

  private Ast.@Nullable Item item(ParserRuleContext context) {
    return switch (context) {
      case RotoParser.FunctionContext function -> function(function);
      case RotoParser.TestContext test -> test(test);
      case RotoParser.ConstantContext constant -> constant(constant);
      case RotoParser.RecordContext record -> record(record);
      case RotoParser.EnumerationContext enumeration -> enumeration(enumeration);
      case RotoParser.ImportationContext importation -> expressions.importation(importation);
      default -> null;
    };
  }

  /// What is left of an item that the parser gave up on, so that its uses are not reported: a
  /// function whose header was read keeps it; another name is a constant of no known type.
  private Ast.@Nullable Item broken(ParserRuleContext context) {
    Span span = Spans.of(context);
    return switch (context) {
      case RotoParser.FunctionContext function when function.ID() != null ->
          function.parameters() != null
                  && function.parameters().exception == null
                  && (function.typeParameters() == null
                      || function.typeParameters().exception == null)
                  && (function.type() == null || function.type().exception == null)
                  && (function.ARROW() == null || function.type() != null)
              ? function(function)
              : unknown(span, types.identifier(function.ID()));
      case RotoParser.ConstantContext constant when constant.ID() != null ->
          unknown(span, types.identifier(constant.ID()));
      default -> null;
    };
  }

  private static Ast.Item unknown(Span span, Ast.Identifier name) {
    return new Ast.Constant(span, null, name, new Ast.BadType(span), new Ast.BadExpression(span));
  }

  private @Nullable String documentation(ParserRuleContext context) {
    return documentation.before(context.getStart());
  }

  private Ast.@Nullable Item function(RotoParser.FunctionContext context) {
    if (context.ID() == null || context.parameters() == null) {
      return null;
    }
    Ast.FunctionKind kind =
        switch (context.kind.getType()) {
          case RotoParser.FILTER -> Ast.FunctionKind.FILTER;
          case RotoParser.FILTERMAP -> Ast.FunctionKind.FILTERMAP;
          default -> Ast.FunctionKind.FN;
        };
    Ast.TypeExpression result = context.ARROW() == null ? null : types.type(context.type());
    if (result != null && kind != Ast.FunctionKind.FN) {
      findings.add(
          findings
              .of(
                  Code.UNEXPECTED_TOKEN,
                  "a " + context.kind.getText() + " has no result type",
                  Spans.of(context.ARROW().getSymbol()).to(result.span()),
                  "expected `{`")
              .note("its result is a Verdict, found from `accept` and `reject`"));
      result = null;
    }
    return new Ast.Function(
        Spans.of(context),
        documentation(context),
        kind,
        types.identifier(context.ID()),
        names(context.typeParameters()),
        types.fields(context.parameters().field(), documentation),
        result,
        context.block() == null || context.block().exception != null
            ? new Ast.Block(Spans.of(context), List.of(), new Ast.BadExpression(Spans.of(context)))
            : expressions.block(context.block(), context));
  }

  private List<Ast.Identifier> names(RotoParser.@Nullable TypeParametersContext context) {
    return context == null
        ? List.of()
        : context.ID().stream().map((TerminalNode id) -> types.identifier(id)).toList();
  }

  private Ast.@Nullable Item test(RotoParser.TestContext context) {
    return context.ID() == null
        ? null
        : new Ast.Test(
            Spans.of(context),
            documentation(context),
            types.identifier(context.ID()),
            expressions.block(context.block(), context));
  }

  private Ast.@Nullable Item constant(RotoParser.ConstantContext context) {
    return context.ID() == null
        ? null
        : new Ast.Constant(
            Spans.of(context),
            documentation(context),
            types.identifier(context.ID()),
            context.type() == null
                ? new Ast.BadType(Spans.of(context))
                : types.type(context.type()),
            expressions.expression(context.expression(), context));
  }

  private Ast.@Nullable Item record(RotoParser.RecordContext context) {
    return context.ID() == null
        ? null
        : new Ast.Record(
            Spans.of(context),
            documentation(context),
            types.identifier(context.ID()),
            names(context.typeParameters()),
            types.fields(context.field(), documentation));
  }

  private Ast.@Nullable Item enumeration(RotoParser.EnumerationContext context) {
    if (context.ID() == null) {
      return null;
    }
    List<Ast.Variant> variants = new ArrayList<>();
    for (RotoParser.VariantContext variant : context.variant()) {
      if (variant.ID() != null) {
        variants.add(
            new Ast.Variant(
                Spans.of(variant),
                documentation(variant),
                types.identifier(variant.ID()),
                variant.type().stream().map(types::type).toList()));
      }
    }
    return new Ast.Enum(
        Spans.of(context),
        documentation(context),
        types.identifier(context.ID()),
        names(context.typeParameters()),
        variants);
  }
}
