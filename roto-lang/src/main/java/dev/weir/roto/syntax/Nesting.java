package dev.weir.roto.syntax;

import dev.weir.roto.source.Code;
import dev.weir.roto.syntax.grammar.RotoLexer;
import java.util.Arrays;
import java.util.List;
import org.antlr.v4.runtime.Token;

/// How deep the tree of some tokens will be, at most, found without making it.
///
/// Each open bracket is a level. Within a bracket, a prefix operator, a call, a point, an index and
/// a question mark are levels until the next operand begins; `return`, a closure and the like are
/// levels until the next separator, since what follows is inside them.
final class Nesting {
  private int[] operands = new int[64];
  private int[] takers = new int[64];
  private int[] heads = new int[64];
  private boolean[] bodies = new boolean[64];
  private int open;
  private int depth;

  private Nesting() {}

  /// Reports where the tokens nest too deep.
  ///
  /// @return whether they do not
  static boolean check(Findings findings, List<Token> tokens) {
    Nesting nesting = new Nesting();
    int before = Token.EOF;
    for (Token token : tokens) {
      if (token.getChannel() != Token.DEFAULT_CHANNEL) {
        continue;
      }
      nesting.take(token.getType(), before);
      if (nesting.depth > Parser.DEEPEST) {
        findings.add(
            findings
                .of(
                    Code.TOO_DEEP,
                    "nested too deep",
                    Spans.of(token),
                    "more than " + Parser.DEEPEST + " levels")
                .note("give parts names of their own, by `let` or as functions"));
        return false;
      }
      before = token.getType();
    }
    return true;
  }

  private void take(int type, int before) {
    switch (type) {
      case RotoLexer.LPAREN,
          RotoLexer.LBRACKET,
          RotoLexer.LBRACE,
          RotoLexer.F_START,
          RotoLexer.F_OPEN -> {
        if (type != RotoLexer.LBRACE && endsOperand(before)) {
          operand(1);
        }
        enter(type == RotoLexer.LBRACE && endsOperand(before));
      }
      case RotoLexer.RPAREN, RotoLexer.RBRACKET, RotoLexer.RBRACE, RotoLexer.F_END -> leave();
      case RotoLexer.DOT, RotoLexer.QUESTION -> operand(1);
      case RotoLexer.SEMICOLON, RotoLexer.COMMA, RotoLexer.FAT_ARROW -> separate();
      case RotoLexer.IF, RotoLexer.MATCH, RotoLexer.WHILE, RotoLexer.FOR -> {
        operand(-operands[open]);
        heads[open]++;
        depth++;
      }
      case RotoLexer.VALUE_LEAVE -> taker(1);
      case RotoLexer.MINUS, RotoLexer.BANG, RotoLexer.BAR, RotoLexer.OR, RotoLexer.DASHES -> {
        if (endsOperand(before)) {
          if (type != RotoLexer.BAR) {
            operand(-operands[open]);
          }
        } else if (type == RotoLexer.BAR || type == RotoLexer.OR) {
          taker(1);
        } else {
          operand(1);
        }
      }
      case RotoLexer.PLUS,
          RotoLexer.STAR,
          RotoLexer.SLASH,
          RotoLexer.PERCENT,
          RotoLexer.EQUAL,
          RotoLexer.NOT_EQUAL,
          RotoLexer.LESS,
          RotoLexer.LESS_EQUAL,
          RotoLexer.GREATER,
          RotoLexer.GREATER_EQUAL,
          RotoLexer.AND,
          RotoLexer.ASSIGN,
          RotoLexer.ARROW,
          RotoLexer.LET,
          RotoLexer.ELSE,
          RotoLexer.ELSE_IF ->
          operand(-operands[open]);
      default -> {
        if (beginsItem(type)) {
          separate();
        }
      }
    }
  }

  private static boolean beginsItem(int type) {
    return switch (type) {
      case RotoLexer.FN,
          RotoLexer.FILTER,
          RotoLexer.FILTERMAP,
          RotoLexer.TEST,
          RotoLexer.CONST,
          RotoLexer.RECORD,
          RotoLexer.ENUM ->
          true;
      default -> false;
    };
  }

  private static boolean endsOperand(int type) {
    return switch (type) {
      case RotoLexer.RPAREN,
          RotoLexer.RBRACKET,
          RotoLexer.RBRACE,
          RotoLexer.F_END,
          RotoLexer.QUESTION,
          RotoLexer.ID,
          RotoLexer.PKG,
          RotoLexer.SUPER,
          RotoLexer.DEP,
          RotoLexer.TRUE,
          RotoLexer.FALSE,
          RotoLexer.INTEGER,
          RotoLexer.FLOAT,
          RotoLexer.CHARACTER,
          RotoLexer.STRING,
          RotoLexer.ASN,
          RotoLexer.IPV4,
          RotoLexer.IPV6 ->
          true;
      default -> false;
    };
  }

  private void operand(int change) {
    operands[open] += change;
    depth += change;
  }

  private void taker(int change) {
    takers[open] += change;
    depth += change;
  }

  private void separate() {
    operand(-operands[open]);
    taker(-takers[open]);
    depth -= heads[open];
    heads[open] = 0;
  }

  private void enter(boolean body) {
    open++;
    depth++;
    if (open == operands.length) {
      operands = Arrays.copyOf(operands, 2 * open);
      takers = Arrays.copyOf(takers, 2 * open);
      heads = Arrays.copyOf(heads, 2 * open);
      bodies = Arrays.copyOf(bodies, 2 * open);
    }
    bodies[open] = body;
  }

  /// After the body of an `if` its head is over.
  private void leave() {
    if (open == 0) {
      return;
    }
    separate();
    boolean body = bodies[open];
    open--;
    depth--;
    if (body && heads[open] > 0) {
      heads[open]--;
      depth--;
    }
  }
}
