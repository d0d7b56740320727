package dev.weir.roto.syntax;

import dev.weir.roto.source.Code;
import dev.weir.roto.source.Span;
import dev.weir.roto.syntax.grammar.RotoParser;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ErrorNode;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.jspecify.annotations.Nullable;

/// Statements and expressions of the syntax tree.
///
/// Where the parser gave up on a part, that part becomes an [Ast.BadExpression]; a broken `let`
/// still declares its name, so that its uses are not reported.
final class ExpressionBuilder {
  private final Findings findings;
  private final TypeBuilder types;
  private final LiteralBuilder literals;
  private final PatternBuilder patterns;
  private final Operators operators;

  ExpressionBuilder(Findings findings, TypeBuilder types) {
    this.findings = findings;
    this.types = types;
    this.literals = new LiteralBuilder(findings);
    this.patterns = new PatternBuilder(findings, types, literals);
    this.operators = new Operators(findings);
  }

  // ---- statements -------------------------------------------------------------------------------

  Ast.Block block(RotoParser.@Nullable BlockContext context, ParserRuleContext around) {
    return context == null || context.body() == null
        ? new Ast.Block(Spans.of(around), List.of(), null)
        : statements(Spans.of(context), context.body().statement(), null);
  }

  /// Makes a block.
  ///
  /// @param imports where imports go; null if they stay in the block
  Ast.Block statements(
      Span span, List<RotoParser.StatementContext> contexts, @Nullable List<Ast.Item> imports) {
    List<Ast.Statement> statements = new ArrayList<>(contexts.size());
    for (RotoParser.StatementContext context : contexts) {
      if (context.empty != null) {
        separate(statements, context.empty);
        continue;
      }
      Ast.Statement statement = statement(context);
      if (imports != null && statement instanceof Ast.Import importation) {
        imports.add(importation);
      } else {
        statements.add(statement);
      }
    }
    if (!statements.isEmpty()
        && statements.getLast() instanceof Ast.ExpressionStatement(_, var result, var ends)
        && !ends) {
      statements.removeLast();
      return new Ast.Block(span, List.copyOf(statements), result);
    }
    return new Ast.Block(span, List.copyOf(statements), null);
  }

  /// Gives a semicolon to the `if`, `match`, `while` or `for` before it.
  private void separate(List<Ast.Statement> statements, Token semicolon) {
    Span span = Spans.of(semicolon);
    if (!statements.isEmpty()
        && statements.getLast() instanceof Ast.ExpressionStatement(var at, var value, var ends)
        && !ends) {
      statements.removeLast();
      statements.add(new Ast.ExpressionStatement(at.to(span), value, true));
      return;
    }
    findings.add(
        findings
            .of(Code.UNEXPECTED_TOKEN, "expected a statement, found `;`", span, "nothing ends here")
            .fix(new dev.weir.roto.source.Fix("delete the `;`", findings.source(), span, "")));
  }

  private Ast.Statement statement(RotoParser.StatementContext context) {
    Span span = Spans.of(context);
    if (context.exception != null) {
      RotoParser.LetContext let = context.let();
      return let != null && let.ID() != null
          ? new Ast.Let(span, types.identifier(let.ID()), null, new Ast.BadExpression(span))
          : new Ast.ExpressionStatement(span, new Ast.BadExpression(span), true);
    }
    ParseTree first = context.getChild(0);
    return switch (first) {
      case RotoParser.ImportationContext importation -> importation(importation);
      case RotoParser.LetContext let ->
          new Ast.Let(
              span,
              types.identifier(let.ID()),
              let.type() == null ? null : types.type(let.type()),
              expression(let.expression(), let));
      case RotoParser.ExpressionContext expression ->
          new Ast.ExpressionStatement(
              span,
              expression(expression, context),
              context.SEMICOLON().getSymbol().getTokenIndex() >= 0
                  || findings.isSupplied(context.SEMICOLON().getSymbol()));
      default -> new Ast.ExpressionStatement(span, control(context, context.getChild(1)), false);
    };
  }

  Ast.Import importation(RotoParser.ImportationContext context) {
    return new Ast.Import(Spans.of(context), importTree(context.importTree()));
  }

  private Ast.ImportTree importTree(RotoParser.@Nullable ImportTreeContext context) {
    if (context == null) {
      return new Ast.ImportTree(new Span(0, 0), List.of(), List.of());
    }
    List<Ast.Identifier> segments = new ArrayList<>();
    List<Ast.ImportTree> group = List.of();
    for (RotoParser.ImportStepContext step : context.importStep()) {
      if (step.segment() == null) {
        group = step.importTree().stream().map(this::importTree).toList();
        if (step != context.importStep().getLast()) {
          findings.add(
              findings.of(
                  Code.UNEXPECTED_TOKEN,
                  "nothing can follow the braces of an import",
                  Spans.of(context.importStep().getLast()),
                  "not expected here"));
          break;
        }
      } else {
        segments.add(types.identifier(step.segment()));
      }
    }
    return new Ast.ImportTree(Spans.of(context), List.copyOf(segments), group);
  }

  // ---- operators --------------------------------------------------------------------------------

  Ast.Expression expression(
      RotoParser.@Nullable ExpressionContext context, ParserRuleContext around) {
    return context == null
        ? new Ast.BadExpression(Spans.of(around))
        : flat(context, Spans.of(context));
  }

  /// Makes a tree of operands and operators that the parser read as a list.
  private Ast.Expression flat(ParserRuleContext context, Span span) {
    Operators.Flat flat = operators.begin();
    Ast.@Nullable Expression target = null;
    Token assignment = null;
    for (ParseTree child : context.children) {
      switch (child) {
        case ErrorNode _ -> {}
        case TerminalNode node -> flat.token(node.getSymbol());
        case RotoParser.OperatorContext operator -> flat.token(operator.getStart());
        case RotoParser.PostfixContext postfix -> flat.operand(postfix(postfix));
        case RotoParser.GreedyContext greedy -> flat.operand(greedy(greedy));
        case RotoParser.OperandContext operand -> {
          for (ParseTree part : operand.children) {
            if (part instanceof TerminalNode prefix && !(part instanceof ErrorNode)) {
              flat.prefix(prefix.getSymbol());
            } else if (part instanceof RotoParser.PostfixContext postfix) {
              flat.operand(postfix(postfix));
            }
          }
        }
        case RotoParser.AssignmentContext operator -> {
          target = flat.finish(span);
          assignment = operator.getStart();
          flat = operators.begin();
        }
        case RotoParser.ChainContext chain -> flat.operand(flat(chain, Spans.of(chain)));
        default -> throw new IllegalStateException("in an expression: " + child.getClass());
      }
    }
    Ast.Expression value = flat.finish(span);
    return target == null || assignment == null
        ? value
        : operators.assignment(span, target, assignment, value);
  }

  private Ast.Expression greedy(RotoParser.GreedyContext context) {
    Span span = Spans.of(context);
    if (context.VALUE_LEAVE() != null) {
      return new Ast.Leave(
          span, exit(context.VALUE_LEAVE().getSymbol()), expression(context.expression(), context));
    }
    RotoParser.ClosureContext closure = context.closure();
    List<Ast.ClosureParameter> parameters = new ArrayList<>();
    for (RotoParser.ClosureParameterContext parameter : closure.closureParameter()) {
      parameters.add(
          new Ast.ClosureParameter(
              Spans.of(parameter),
              types.identifier(parameter.ID()),
              parameter.type() == null ? null : types.type(parameter.type())));
    }
    return new Ast.Closure(
        span, List.copyOf(parameters), expression(closure.expression(), closure));
  }

  private static Ast.Exit exit(Token token) {
    return switch (token.getText()) {
      case "accept" -> Ast.Exit.ACCEPT;
      case "reject" -> Ast.Exit.REJECT;
      default -> Ast.Exit.RETURN;
    };
  }

  // ---- operands ---------------------------------------------------------------------------------

  private Ast.Expression postfix(RotoParser.PostfixContext context) {
    Ast.Expression target = primary(context.primary());
    for (RotoParser.SuffixContext suffix : context.suffix()) {
      target = suffix(target, suffix);
    }
    return target;
  }

  private Ast.Expression suffix(Ast.Expression target, RotoParser.SuffixContext context) {
    Span span = findings.outerSpan(target).to(Spans.of(context));
    return switch (context.getStart().getType()) {
      case RotoParser.LPAREN -> new Ast.Call(span, target, expressions(context.expression()));
      case RotoParser.DOT -> new Ast.Member(span, target, types.identifier(context.segment()));
      case RotoParser.QUESTION -> new Ast.Try(span, target);
      case RotoParser.LBRACKET -> new Ast.Index(span, target, range(context.range()));
      default -> {
        Ast.Path path = path(target);
        if (path == null) {
          findings.add(
              findings.of(
                  Code.UNEXPECTED_TOKEN,
                  "a record begins with the name of its type",
                  target.span(),
                  "expected a path"));
          yield new Ast.BadExpression(span);
        }
        yield new Ast.RecordLiteral(span, path, fields(context.fieldValue()));
      }
    };
  }

  private static Ast.@Nullable Path path(Ast.Expression expression) {
    List<Ast.Identifier> segments = new ArrayList<>();
    Ast.Expression rest = expression;
    while (rest instanceof Ast.Member(_, var target, var name)) {
      segments.addFirst(name);
      rest = target;
    }
    if (!(rest instanceof Ast.Name(var span, var name))) {
      return null;
    }
    segments.addFirst(new Ast.Identifier(span, name));
    return new Ast.Path(expression.span(), List.copyOf(segments));
  }

  private List<Ast.FieldValue> fields(List<RotoParser.FieldValueContext> contexts) {
    List<Ast.FieldValue> fields = new ArrayList<>(contexts.size());
    for (RotoParser.FieldValueContext field : contexts) {
      fields.add(
          new Ast.FieldValue(
              Spans.of(field),
              types.identifier(field.ID()),
              expression(field.expression(), field)));
    }
    return fields;
  }

  private List<Ast.Expression> expressions(List<RotoParser.ExpressionContext> contexts) {
    List<Ast.Expression> expressions = new ArrayList<>(contexts.size());
    for (RotoParser.ExpressionContext context : contexts) {
      expressions.add(expression(context, context));
    }
    return expressions;
  }

  private Ast.Expression range(RotoParser.RangeContext context) {
    Ast.Expression from = expression(context.expression(0), context);
    return context.expression().size() == 1
        ? from
        : new Ast.Range(
            Spans.of(context),
            from,
            expression(context.expression(1), context),
            context.DOTS_EQUAL() != null);
  }

  private Ast.Expression primary(RotoParser.PrimaryContext context) {
    Span span = Spans.of(context);
    return switch (context.getChild(0)) {
      case RotoParser.ParenthesisContext parenthesis ->
          parenthesis.expression() == null
              ? new Ast.UnitLiteral(span)
              : inParentheses(expression(parenthesis.expression(), parenthesis), span);
      case RotoParser.ListContext list -> new Ast.ListLiteral(span, expressions(list.expression()));
      case RotoParser.AnonymousRecordContext record ->
          new Ast.RecordLiteral(span, null, fields(record.fieldValue()));
      case RotoParser.BlockContext block -> block(block, context);
      case RotoParser.FStringContext text -> fString(text);
      case RotoParser.LiteralContext literal -> literals.literal(literal);
      case RotoParser.SegmentContext segment ->
          new Ast.Name(span, types.identifier(segment).name());
      default -> word(context, span);
    };
  }

  /// Parentheses leave no node, but the spans of what is around their content include them.
  private Ast.Expression inParentheses(Ast.Expression inner, Span span) {
    findings.parenthesized(inner, span);
    return inner;
  }

  private Ast.Expression word(RotoParser.PrimaryContext context, Span span) {
    Token token = context.getStart();
    return switch (token.getType()) {
      case RotoParser.BREAK -> new Ast.Break(span);
      case RotoParser.CONTINUE -> new Ast.Continue(span);
      case RotoParser.RETURN, RotoParser.ACCEPT, RotoParser.REJECT ->
          new Ast.Leave(span, exit(token), null);
      default -> control(context, context.getChild(1));
    };
  }

  private Ast.Expression fString(RotoParser.FStringContext context) {
    List<Ast.FStringPart> parts = new ArrayList<>();
    for (ParseTree child : context.children) {
      if (child instanceof RotoParser.HoleContext hole) {
        parts.add(
            new Ast.FStringValue(
                Spans.of(hole),
                expression(hole.expression(), hole),
                hole.FORMAT() == null ? null : literals.format(hole.FORMAT().getSymbol())));
      } else if (child instanceof TerminalNode node
          && node.getSymbol().getType() == RotoParser.INNER_TEXT) {
        parts.add(literals.innerText(node.getSymbol()));
      }
    }
    return new Ast.FString(Spans.of(context), List.copyOf(parts));
  }

  // ---- control flow -----------------------------------------------------------------------------

  /// An `if`, `match`, `while` or `for`.
  ///
  /// @param whole what begins with the word
  private Ast.Expression control(ParserRuleContext whole, ParseTree rest) {
    Span span = Spans.of(whole);
    return switch (rest) {
      case RotoParser.IfRestContext context -> conditional(span, context);
      case RotoParser.MatchRestContext context ->
          new Ast.Match(
              span,
              expression(context.examinee().expression(), context.examinee()),
              arms(context.arms().arm()));
      case RotoParser.WhileRestContext context ->
          new Ast.While(span, condition(context.condition()), block(context.block(), context));
      case RotoParser.ForRestContext context ->
          new Ast.For(
              span,
              types.identifier(context.ID()),
              range(context.iterable().range()),
              block(context.block(), context));
      default -> throw new IllegalStateException("after a word: " + rest.getClass());
    };
  }

  private Ast.Expression conditional(Span span, RotoParser.IfRestContext context) {
    List<Ast.Branch> branches = new ArrayList<>();
    List<RotoParser.BlockContext> blocks = context.block();
    List<RotoParser.ConditionContext> conditions = context.condition();
    for (int i = 0; i < conditions.size(); i++) {
      RotoParser.BlockContext body = blocks.get(i);
      branches.add(
          new Ast.Branch(
              Spans.of(conditions.get(i)).to(Spans.of(body)),
              condition(conditions.get(i)),
              block(body, context)));
    }
    Ast.Block otherwise = context.ELSE() == null ? null : block(blocks.getLast(), context);
    return new Ast.If(span, List.copyOf(branches), otherwise);
  }

  private Ast.Condition condition(RotoParser.ConditionContext context) {
    Span span = Spans.of(context);
    Ast.Expression expression = expression(context.expression(), context);
    return context.LET() == null
        ? new Ast.Holds(span, expression)
        : new Ast.Fits(span, patterns.pattern(context.pattern()), expression);
  }

  private List<Ast.Arm> arms(List<RotoParser.ArmContext> contexts) {
    List<Ast.Arm> arms = new ArrayList<>(contexts.size());
    for (RotoParser.ArmContext context : contexts) {
      Span span = Spans.of(context);
      if (context.exception != null) {
        arms.add(new Ast.Arm(span, new Ast.BadPattern(span), null, new Ast.BadExpression(span)));
        continue;
      }
      List<RotoParser.ExpressionContext> expressions = context.expression();
      Ast.Expression guard =
          context.IF() == null ? null : expression(expressions.getFirst(), context);
      Ast.Expression body =
          context.armBlock() == null
              ? expression(expressions.getLast(), context)
              : statements(
                  Spans.of(context.armBlock()), context.armBlock().body().statement(), null);
      arms.add(new Ast.Arm(span, patterns.pattern(context.pattern()), guard, body));
    }
    return arms;
  }
}
