package dev.weir.roto.syntax;

import dev.weir.roto.source.Code;
import dev.weir.roto.source.Span;
import dev.weir.roto.syntax.grammar.RotoParser;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/// Precedence: from a list of operands and operators to chains, one per level.
///
/// The levels are, loosest first, `&& ||` (which never mix), comparisons (which have one link), `+
/// -`, and `* / %`. Each level reads its operands with the next one, so that a list of n operators
/// costs n steps and four frames of stack.
final class Operators {
  private final Findings findings;

  Operators(Findings findings) {
    this.findings = findings;
  }

  Flat begin() {
    return new Flat();
  }

  Ast.Expression assignment(
      Span span, Ast.Expression target, Token operator, Ast.Expression value) {
    if (!isPlace(target)) {
      findings.add(
          findings
              .of(
                  Code.INVALID_ASSIGNMENT,
                  "only a variable, a field of one or an element can be assigned to",
                  target.span(),
                  "not a place")
              .also(findings.source(), Spans.of(operator), "assigned here"));
      return new Ast.BadExpression(span);
    }
    Ast.BinaryOperator compound =
        switch (operator.getType()) {
          case RotoParser.PLUS_ASSIGN -> Ast.BinaryOperator.ADD;
          case RotoParser.MINUS_ASSIGN -> Ast.BinaryOperator.SUBTRACT;
          case RotoParser.STAR_ASSIGN -> Ast.BinaryOperator.MULTIPLY;
          case RotoParser.SLASH_ASSIGN -> Ast.BinaryOperator.DIVIDE;
          case RotoParser.PERCENT_ASSIGN -> Ast.BinaryOperator.REMAINDER;
          default -> null;
        };
    return new Ast.Assignment(span, target, compound, value);
  }

  private boolean isPlace(Ast.Expression target) {
    Ast.Expression rest = target;
    while (!findings.isParenthesized(rest)) {
      switch (rest) {
        case Ast.Member(_, var inner, _) -> rest = inner;
        case Ast.Index(_, var inner, _) -> rest = inner;
        default -> {
          return rest instanceof Ast.Name || rest instanceof Ast.BadExpression;
        }
      }
    }
    return false;
  }

  /// Operands and operators in the order of the text.
  final class Flat {
    private final List<Ast.Expression> operands = new ArrayList<>(1);
    private List<Token> operators = List.of();
    private List<Token> prefixes = List.of();
    private boolean afterOperand;
    private int next;

    /// Takes a token that is an operator after an operand, and a prefix before one.
    void token(Token token) {
      if (!afterOperand) {
        prefix(token);
        return;
      }
      if (operators.isEmpty()) {
        operators = new ArrayList<>();
      }
      operators.add(token);
      afterOperand = false;
    }

    void prefix(Token token) {
      if (prefixes.isEmpty()) {
        prefixes = new ArrayList<>();
      }
      prefixes.add(token);
    }

    void operand(Ast.Expression inner) {
      Ast.Expression operand = inner;
      for (int i = prefixes.size() - 1; i >= 0; i--) {
        Token token = prefixes.get(i);
        operand =
            new Ast.Unary(
                Spans.of(token).to(findings.outerSpan(operand)),
                token.getType() == RotoParser.BANG
                    ? Ast.UnaryOperator.NOT
                    : Ast.UnaryOperator.NEGATE,
                operand);
      }
      prefixes = List.of();
      operands.add(operand);
      afterOperand = true;
    }

    /// The tree. Where recovery left an operand out, there is a bad one.
    ///
    /// @param around where all of it stands
    Ast.Expression finish(Span around) {
      while (operands.size() <= operators.size()) {
        operands.add(new Ast.BadExpression(around));
      }
      return operators.isEmpty() ? operands.getFirst() : level(0);
    }

    private Ast.Expression level(int level) {
      if (level == 4) {
        return operands.get(next);
      }
      Ast.Expression first = level(level + 1);
      List<Ast.Link> links = null;
      while (next < operators.size() && levelOf(next) == level) {
        Token token = operators.get(next);
        Ast.BinaryOperator operator = operator(token);
        if (links != null && level < 2 && !chains(links.getLast().operator(), operator)) {
          reject(links.getLast(), token, operator);
          first = chain(first, links);
          links = null;
        }
        next++;
        if (links == null) {
          links = new ArrayList<>(1);
        }
        links.add(new Ast.Link(Spans.of(token), operator, level(level + 1)));
      }
      return links == null ? first : chain(first, links);
    }

    private Ast.Chain chain(Ast.Expression first, List<Ast.Link> links) {
      Span span = findings.outerSpan(first).to(findings.outerSpan(links.getLast().operand()));
      return new Ast.Chain(span, first, List.copyOf(links));
    }

    private int levelOf(int index) {
      return switch (operator(operators.get(index))) {
        case AND, OR -> 0;
        case EQUAL, NOT_EQUAL, LESS, LESS_EQUAL, GREATER, GREATER_EQUAL -> 1;
        case ADD, SUBTRACT -> 2;
        case MULTIPLY, DIVIDE, REMAINDER -> 3;
      };
    }

    private void reject(Ast.Link before, Token token, Ast.BinaryOperator operator) {
      findings.add(
          findings
              .of(
                  Code.CHAINED_OPERATORS,
                  "`"
                      + before.operator().symbol()
                      + "` and `"
                      + operator.symbol()
                      + "` cannot stand beside each other",
                  Spans.of(token),
                  "which of the two comes first?")
              .also(findings.source(), before.span(), "the other one")
              .note("write parentheses around one of them"));
    }
  }

  private static boolean chains(Ast.BinaryOperator before, Ast.BinaryOperator operator) {
    return before == operator
        && (operator == Ast.BinaryOperator.AND || operator == Ast.BinaryOperator.OR);
  }

  private static Ast.BinaryOperator operator(Token token) {
    return switch (token.getType()) {
      case RotoParser.PLUS -> Ast.BinaryOperator.ADD;
      case RotoParser.MINUS -> Ast.BinaryOperator.SUBTRACT;
      case RotoParser.STAR -> Ast.BinaryOperator.MULTIPLY;
      case RotoParser.SLASH -> Ast.BinaryOperator.DIVIDE;
      case RotoParser.PERCENT -> Ast.BinaryOperator.REMAINDER;
      case RotoParser.EQUAL -> Ast.BinaryOperator.EQUAL;
      case RotoParser.NOT_EQUAL -> Ast.BinaryOperator.NOT_EQUAL;
      case RotoParser.LESS -> Ast.BinaryOperator.LESS;
      case RotoParser.LESS_EQUAL -> Ast.BinaryOperator.LESS_EQUAL;
      case RotoParser.GREATER -> Ast.BinaryOperator.GREATER;
      case RotoParser.GREATER_EQUAL -> Ast.BinaryOperator.GREATER_EQUAL;
      case RotoParser.AND -> Ast.BinaryOperator.AND;
      case RotoParser.OR -> Ast.BinaryOperator.OR;
      default -> symbol(token.getText());
    };
  }

  private static Ast.BinaryOperator symbol(@Nullable String text) {
    for (Ast.BinaryOperator operator : Ast.BinaryOperator.values()) {
      if (operator.symbol().equals(text)) {
        return operator;
      }
    }
    throw new IllegalStateException("no operator: " + text);
  }
}
