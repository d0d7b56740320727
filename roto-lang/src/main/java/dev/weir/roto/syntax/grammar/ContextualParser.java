package dev.weir.roto.syntax.grammar;

import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenStream;
import org.antlr.v4.runtime.WritableToken;

/// What the grammar's actions do: give a token another type where its surroundings say what it is.
///
/// An action runs right before the decision that depends on it and looks at most at three tokens,
/// so that the grammar itself needs one token of look-ahead. The only state is whether the parser
/// is in the head of an `if`, `while`, `match` or `for`, where `name {` opens the body and not a
/// record.
public abstract class ContextualParser extends Parser {
  private boolean inHead;

  /// Reads from a stream of tokens.
  protected ContextualParser(TokenStream input) {
    super(input);
  }

  /// Enters or leaves a head, or brackets inside one.
  ///
  /// @return the state before
  protected final boolean head(boolean now) {
    boolean before = inHead;
    inHead = now;
    return before;
  }

  /// Marks `if`, `match`, `while` and `for` at the start of a statement, which end with their
  /// brace.
  protected final void beginStatement() {
    switch (_input.LA(1)) {
      case RotoParser.IF -> retype(RotoParser.STATEMENT_IF);
      case RotoParser.MATCH -> retype(RotoParser.STATEMENT_MATCH);
      case RotoParser.WHILE -> retype(RotoParser.STATEMENT_WHILE);
      case RotoParser.FOR -> retype(RotoParser.STATEMENT_FOR);
      default -> {}
    }
  }

  /// Marks an `else` that belongs to no `if`.
  protected final void endStatement() {
    if (_input.LA(1) == RotoParser.ELSE || _input.LA(1) == RotoParser.ELSE_IF) {
      retype(RotoParser.STRAY_ELSE);
    }
  }

  /// Marks a brace that opens a record: one before `}` or before a name and a colon.
  protected final void beginOperand() {
    if (_input.LA(1) == RotoParser.LBRACE
        && (_input.LA(2) == RotoParser.RBRACE
            || _input.LA(2) == RotoParser.ID && _input.LA(3) == RotoParser.COLON)) {
      retype(RotoParser.ANONYMOUS_LBRACE);
    }
  }

  /// Marks a brace after a path as that of a record, except in a head.
  protected final void recordBrace() {
    if (!inHead
        && _input.LA(1) == RotoParser.LBRACE
        && switch (_input.LA(-1)) {
          case RotoParser.ID, RotoParser.PKG, RotoParser.SUPER, RotoParser.DEP -> true;
          default -> false;
        }) {
      retype(RotoParser.RECORD_LBRACE);
    }
  }

  /// Marks the operator before a `return` with a value or a closure: those take all that follows,
  /// so that it is the last of its chain.
  protected final void endOperand() {
    if (!isOperator(_input.LA(1))) {
      return;
    }
    int ahead = 2;
    while (_input.LA(ahead) == RotoParser.MINUS || _input.LA(ahead) == RotoParser.BANG) {
      ahead++;
    }
    switch (_input.LA(ahead)) {
      case RotoParser.VALUE_LEAVE, RotoParser.BAR, RotoParser.OR ->
          retype(RotoParser.LAST_OPERATOR);
      default -> {}
    }
  }

  private static boolean isOperator(int type) {
    return switch (type) {
      case RotoParser.PLUS,
          RotoParser.MINUS,
          RotoParser.STAR,
          RotoParser.SLASH,
          RotoParser.PERCENT,
          RotoParser.EQUAL,
          RotoParser.NOT_EQUAL,
          RotoParser.LESS,
          RotoParser.LESS_EQUAL,
          RotoParser.GREATER,
          RotoParser.GREATER_EQUAL,
          RotoParser.AND,
          RotoParser.OR ->
          true;
      default -> false;
    };
  }

  /// Marks a brace that opens the body of an arm, which is always a block.
  protected final void beginArmBody() {
    if (_input.LA(1) == RotoParser.LBRACE) {
      retype(RotoParser.BODY_LBRACE);
    }
  }

  /// Reports a token that can begin nothing and skips what belongs to it.
  protected final void stray() {
    Token token = _input.LT(-1);
    ParserRuleContext context = _ctx;
    RecognitionException error = new StrayToken(this, token, context);
    failed(context, error);
  }

  /// Reports an error and goes to where the parser can continue.
  protected final void failed(ParserRuleContext context, RecognitionException error) {
    context.exception = error;
    _errHandler.reportError(this, error);
    _errHandler.recover(this, error);
    inHead = false;
  }

  private void retype(int type) {
    ((WritableToken) _input.LT(1)).setType(type);
  }

  /// A token where an item or a statement should begin.
  public static final class StrayToken extends RecognitionException {
    private static final long serialVersionUID = 1;

    StrayToken(Parser parser, Token token, ParserRuleContext context) {
      super(parser, parser.getInputStream(), context);
      setOffendingToken(token);
    }
  }
}
