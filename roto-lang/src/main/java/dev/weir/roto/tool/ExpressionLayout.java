package dev.weir.roto.tool;

import dev.weir.roto.syntax.Ast;
import dev.weir.roto.tool.ListLayout.Style;
import java.util.ArrayList;
import java.util.List;

/// How statements and expressions are set.
///
/// The tree has no node for parentheses: they are there where the next word stands before the
/// expression that it should begin.
final class ExpressionLayout {
  private final ScriptWords words;
  private final ListLayout lists;
  private final ItemLayout items;
  private final PatternLayout patterns;
  private final ChainLayout chains;

  ExpressionLayout(ScriptWords words, ItemLayout items) {
    this.words = words;
    this.items = items;
    this.lists = new ListLayout(words);
    this.patterns = new PatternLayout(words, items);
    this.chains = new ChainLayout(words, this);
  }

  // ---- blocks -----------------------------------------------------------------------------------

  /// A block without a group of its own: what is around it decides whether it is on one line.
  Layout block(Ast.Block block) {
    boolean brief = isShort(block);
    Layout edge = brief ? Layout.SPACE : Layout.LINE;
    Layout open = words.take("{");
    boolean empty = block.statements().isEmpty() && block.result() == null;
    if (empty && !words.hasComments()) {
      return Layout.of(open, words.take("}"));
    }
    List<Layout> parts = new ArrayList<>();
    for (Ast.Statement statement : block.statements()) {
      parts.add(parts.isEmpty() ? edge : Layout.NEXT);
      parts.add(statement(statement));
    }
    if (block.result() != null) {
      parts.add(parts.isEmpty() ? edge : Layout.NEXT);
      parts.add(expression(block.result()));
    }
    if (empty) {
      parts.add(edge);
      parts.add(words.takeComments());
    }
    Layout inner = Layout.indented(Layout.of(parts), lists.lastComments());
    return Layout.of(open, inner, edge, words.take("}"));
  }

  private boolean isShort(Ast.Block block) {
    int parts = block.statements().size() + (block.result() == null ? 0 : 1);
    return parts <= 1 && words.isOneLine(block.span());
  }

  private Layout statement(Ast.Statement statement) {
    return switch (statement) {
      case Ast.Import importation -> items.importation(importation);
      case Ast.Let let -> {
        Layout name = Layout.of(words.take("let"), Layout.BLANK, words.take());
        Layout type =
            let.type() == null
                ? Layout.EMPTY
                : Layout.of(words.take(":"), Layout.BLANK, items.type(let.type()));
        Layout sign = words.take("=");
        Layout value = afterSign(let.value());
        yield Layout.of(name, type, Layout.BLANK, sign, value, items.semicolon());
      }
      case Ast.ExpressionStatement(_, var expression, var semicolon) -> {
        Layout value = expression(expression);
        yield semicolon ? Layout.of(value, items.semicolon()) : value;
      }
    };
  }

  /// A value behind `=` or `=>`: on a line of its own if it cannot be broken and is too long.
  Layout afterSign(Ast.Expression value) {
    Layout layout = expression(value);
    return layout.breaks()
        ? Layout.of(Layout.BLANK, layout)
        : Layout.group(Layout.indented(Layout.SPACE, layout));
  }

  // ---- expressions ------------------------------------------------------------------------------

  /// Whether the next word is a parenthesis around an expression.
  boolean isParenthesized(Ast.Expression expression) {
    return words.position() < expression.span().start();
  }

  /// An expression with the parentheses around it.
  Layout expression(Ast.Expression expression) {
    if (!isParenthesized(expression)) {
      return bare(expression);
    }
    Layout open = words.take("(");
    Layout inner = expression(expression);
    Layout last = lists.lastComments();
    Layout close = words.take(")");
    return isEnclosed(expression) && last == Layout.EMPTY
        ? Layout.of(open, inner, close)
        : Layout.group(open, Layout.indented(Layout.SOFT, inner, last), Layout.SOFT, close);
  }

  /// Whether an expression ends with a bracket that can stand alone on its line.
  static boolean isEnclosed(Ast.Expression expression) {
    return switch (expression) {
      case Ast.Block _,
          Ast.If _,
          Ast.Match _,
          Ast.While _,
          Ast.For _,
          Ast.ListLiteral _,
          Ast.RecordLiteral _,
          Ast.StringLiteral _,
          Ast.FString _ ->
          true;
      case Ast.Closure closure -> closure.body() instanceof Ast.Block || isEnclosed(closure.body());
      default -> false;
    };
  }

  private Layout bare(Ast.Expression expression) {
    return switch (expression) {
      case Ast.UnitLiteral _ -> Layout.of(words.take("("), words.take(")"));
      case Ast.ListLiteral list -> lists.list(list.elements(), this::expression, Style.TIGHT);
      case Ast.RecordLiteral record -> {
        Layout path =
            record.path() == null
                ? Layout.EMPTY
                : Layout.of(items.path(record.path()), Layout.BLANK);
        yield Layout.of(path, lists.list(record.fields(), this::field, Style.SPACED));
      }
      case Ast.Member _, Ast.Call _, Ast.Index _, Ast.Try _ -> chains.suffixes(expression);
      case Ast.Chain chain -> chains.operators(chain);
      case Ast.Unary unary -> unary(unary);
      case Ast.Assignment assignment -> {
        Layout target = expression(assignment.target());
        Layout sign = words.take();
        yield Layout.of(target, Layout.BLANK, sign, afterSign(assignment.value()));
      }
      case Ast.Range range -> range(range);
      case Ast.Block block -> Layout.group(block(block));
      case Ast.If conditional -> conditional(conditional);
      case Ast.Match match -> match(match);
      case Ast.While loop -> {
        Layout word = words.take("while");
        yield Layout.of(
            word, Layout.BLANK, condition(loop.condition()), Layout.group(block(loop.body())));
      }
      case Ast.For loop -> {
        Layout variable = Layout.of(words.take("for"), Layout.BLANK, words.take());
        Layout in = Layout.of(Layout.BLANK, words.take("in"), Layout.BLANK);
        yield Layout.of(variable, in, head(loop.iterable()), Layout.group(block(loop.body())));
      }
      case Ast.Leave leave -> {
        Layout word = words.take();
        Ast.Expression value = leave.value();
        yield value == null ? word : Layout.of(word, Layout.BLANK, expression(value));
      }
      case Ast.Closure closure -> closure(closure);
      case Ast.BadExpression _ ->
          throw new IllegalStateException("an expression that does not parse");
      default -> words.take();
    };
  }

  private Layout field(Ast.FieldValue field) {
    Layout name = Layout.of(words.take(), words.take(":"));
    return Layout.of(name, afterSign(field.value()));
  }

  private Layout unary(Ast.Unary unary) {
    Layout sign = words.take();
    boolean twice = unary.operator() == Ast.UnaryOperator.NEGATE && words.next().equals("-");
    return Layout.of(sign, twice ? Layout.BLANK : Layout.EMPTY, expression(unary.operand()));
  }

  private Layout range(Ast.Range range) {
    Layout from = expression(range.from());
    Layout dots = words.take();
    return Layout.of(from, dots, expression(range.to()));
  }

  private Layout closure(Ast.Closure closure) {
    List<Layout> parts = new ArrayList<>();
    parts.add(words.take());
    if (!closure.parameters().isEmpty()) {
      for (Ast.ClosureParameter parameter : closure.parameters()) {
        parts.add(parts.size() == 1 ? Layout.EMPTY : Layout.of(Layout.text(","), Layout.BLANK));
        parts.add(words.take());
        if (parameter.type() != null) {
          parts.add(Layout.of(words.take(":"), Layout.BLANK, items.type(parameter.type())));
        }
        parts.add(words.skip(","));
      }
      parts.add(words.take("|"));
    } else if (words.next().equals("|")) {
      parts.add(words.take());
    }
    parts.add(Layout.BLANK);
    parts.add(expression(closure.body()));
    return Layout.of(parts);
  }

  // ---- control flow -----------------------------------------------------------------------------

  private Layout condition(Ast.Condition condition) {
    return switch (condition) {
      case Ast.Holds(_, var expression) -> head(expression);
      case Ast.Fits(_, var pattern, var value) -> {
        Layout let = Layout.of(words.take("let"), Layout.BLANK, patterns.pattern(pattern));
        Layout sign = Layout.of(Layout.BLANK, words.take("="), Layout.BLANK);
        yield Layout.of(let, sign, head(value));
      }
    };
  }

  /// What stands between a word and its block, with the blank before the block; where operators are
  /// broken over lines, the block begins on a line of its own, apart from them.
  private Layout head(Ast.Expression expression) {
    if (expression instanceof Ast.Chain chain && !isParenthesized(expression)) {
      return Layout.group(chains.links(chain), Layout.SPACE);
    }
    return Layout.of(expression(expression), Layout.BLANK);
  }

  private Layout conditional(Ast.If conditional) {
    List<Layout> parts = new ArrayList<>();
    for (Ast.Branch branch : conditional.branches()) {
      if (!parts.isEmpty()) {
        parts.add(otherwise());
      }
      parts.add(Layout.of(words.take("if"), Layout.BLANK));
      parts.add(condition(branch.condition()));
      parts.add(block(branch.body()));
    }
    if (conditional.otherwise() != null) {
      parts.add(otherwise());
      parts.add(block(conditional.otherwise()));
    }
    return Layout.group(parts.toArray(Layout[]::new));
  }

  private Layout otherwise() {
    Layout before = words.commentsBreak() ? Layout.LINE : Layout.BLANK;
    return Layout.of(before, words.take("else"), Layout.BLANK);
  }

  private Layout match(Ast.Match match) {
    boolean kept = !words.isOneLine(match.span());
    Layout word = Layout.of(words.take("match"), Layout.BLANK, head(match.value()));
    Layout open = words.take("{");
    if (match.arms().isEmpty() && !words.hasComments()) {
      return Layout.of(word, open, words.take("}"));
    }
    List<Layout> parts = new ArrayList<>();
    for (Ast.Arm arm : match.arms()) {
      boolean first = parts.isEmpty();
      parts.add(kept ? first ? Layout.LINE : Layout.NEXT : Layout.SPACE);
      parts.add(arm(arm, arm == match.arms().getLast()));
    }
    Layout inner = Layout.indented(Layout.of(parts), lists.lastComments());
    return Layout.group(word, open, inner, kept ? Layout.LINE : Layout.SPACE, words.take("}"));
  }

  private Layout arm(Ast.Arm arm, boolean last) {
    List<Layout> parts = new ArrayList<>();
    parts.add(patterns.pattern(arm.pattern()));
    if (arm.guard() != null) {
      parts.add(Layout.of(Layout.BLANK, words.take("if"), Layout.BLANK));
      parts.add(expression(arm.guard()));
    }
    parts.add(Layout.of(Layout.BLANK, words.take("=>")));
    if (arm.body() instanceof Ast.Block block && !isParenthesized(block)) {
      parts.add(Layout.BLANK);
      parts.add(Layout.group(block(block)));
      parts.add(words.skip(","));
      return Layout.of(parts);
    }
    parts.add(afterSign(arm.body()));
    parts.add(words.skip(","));
    parts.add(last ? new Layout.IfBroken(",") : Layout.text(","));
    return Layout.of(parts);
  }
}
