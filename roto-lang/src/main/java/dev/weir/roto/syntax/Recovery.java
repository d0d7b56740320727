package dev.weir.roto.syntax;

import dev.weir.roto.source.Code;
import dev.weir.roto.source.Diagnostic;
import dev.weir.roto.source.Fix;
import dev.weir.roto.source.Span;
import dev.weir.roto.syntax.grammar.ContextualParser.StrayToken;
import dev.weir.roto.syntax.grammar.RotoParser;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.DefaultErrorStrategy;
import org.antlr.v4.runtime.InputMismatchException;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenStream;
import org.antlr.v4.runtime.misc.Interval;
import org.jspecify.annotations.Nullable;

/// What the parser does where the text is wrong.
///
/// Errors are caught where something repeats: at items, statements and arms. There the parser skips
/// what the broken part still has (brackets with their content, up to a `;`, a `,` of arms, the
/// closing brace, or a word that begins an item) and goes on, so that each mistake is reported once
/// and hides no more than its own statement. Some tokens are supplied: the comma and semicolon that
/// may be left out before a closing bracket, silently, and with a report those whose absence
/// misleads nobody (`;` before a new statement, `}` before a new item).
final class Recovery extends DefaultErrorStrategy {
  private final Findings findings;
  private final boolean snippet;
  private int lastReported = -1;
  private @Nullable Hints hints;

  Recovery(Findings findings, boolean snippet) {
    this.findings = findings;
    this.snippet = snippet;
  }

  @Override
  public void sync(org.antlr.v4.runtime.Parser parser) {
    // one token decides everywhere; nothing to do ahead
  }

  @Override
  public void reset(org.antlr.v4.runtime.Parser parser) {
    lastReported = -1;
  }

  @Override
  public boolean inErrorRecoveryMode(org.antlr.v4.runtime.Parser parser) {
    return false;
  }

  // ---- tokens that are missing ------------------------------------------------------------------

  @Override
  public Token recoverInline(org.antlr.v4.runtime.Parser parser) {
    Token found = parser.getCurrentToken();
    int wanted = wanted(parser);
    ParserRuleContext context = parser.getContext();
    if (wanted == RotoParser.COMMA && isCloser(found, context)
        || wanted == RotoParser.SEMICOLON && endsBlock(found, context)) {
      return supplied(parser, wanted);
    }
    boolean harmless =
        switch (wanted) {
          case RotoParser.SEMICOLON -> endsStatement(found.getType());
          case RotoParser.RBRACE -> endsBody(found, context);
          case RotoParser.COMMA -> isComma(found, context);
          case RotoParser.F_END -> found.getType() == Token.EOF;
          default -> false;
        };
    if (harmless) {
      hints = new Hints(findings.source(), parser.getInputStream());
      report(found, Expectations.of(parser, wanted), context, wanted);
      Token token = supplied(parser, wanted);
      findings.supplied(token);
      return token;
    }
    throw new InputMismatchException(parser);
  }

  private static int wanted(org.antlr.v4.runtime.Parser parser) {
    var expected = parser.getATN().nextTokens(parser.getATN().states.get(parser.getState()));
    return expected.size() == 1 ? expected.getMinElement() : Token.INVALID_TYPE;
  }

  private static boolean isCloser(Token found, ParserRuleContext context) {
    return switch (found.getType()) {
      case RotoParser.RPAREN, RotoParser.RBRACE, RotoParser.RBRACKET -> true;
      case RotoParser.BAR -> context instanceof RotoParser.ClosureContext;
      case RotoParser.DOTS -> false;
      default -> false;
    };
  }

  /// Whether the semicolon of an expression may be left out.
  private boolean endsBlock(Token found, ParserRuleContext context) {
    return context instanceof RotoParser.StatementContext
        && (found.getType() == RotoParser.RBRACE || snippet && found.getType() == Token.EOF);
  }

  private static boolean endsStatement(int type) {
    return switch (type) {
      case RotoParser.RBRACE,
          RotoParser.LET,
          RotoParser.IMPORT,
          RotoParser.IF,
          RotoParser.MATCH,
          RotoParser.WHILE,
          RotoParser.FOR,
          RotoParser.RETURN,
          RotoParser.ACCEPT,
          RotoParser.REJECT,
          RotoParser.VALUE_LEAVE,
          RotoParser.BREAK,
          RotoParser.CONTINUE ->
          true;
      default -> beginsItem(type);
    };
  }

  /// Whether a closing brace is missing before a token: one that begins an item, and stands no
  /// further in than the item around it.
  private static boolean endsBody(Token found, ParserRuleContext context) {
    if (!beginsItem(found.getType())) {
      return found.getType() == Token.EOF;
    }
    ParserRuleContext item = context;
    while (item.getParent() != null
        && !(item instanceof RotoParser.TopLevelContext)
        && !(item instanceof RotoParser.SnippetItemContext)) {
      item = item.getParent();
    }
    Token start = item.getStart();
    return start == null || found.getCharPositionInLine() <= start.getCharPositionInLine();
  }

  /// A new line after an element begins the next one.
  private static boolean isComma(Token found, ParserRuleContext context) {
    return found.getType() == RotoParser.ID
        && context.getStop() == null
        && (context instanceof RotoParser.RecordContext
            || context instanceof RotoParser.EnumerationContext
            || context instanceof RotoParser.ArmContext
            || context instanceof RotoParser.AnonymousRecordContext);
  }

  private static Token supplied(org.antlr.v4.runtime.Parser parser, int type) {
    Token before = parser.getInputStream().LT(-1);
    CommonToken token = new CommonToken(type, "");
    int position = before == null ? 0 : before.getStopIndex() + 1;
    token.setStartIndex(position);
    token.setStopIndex(position - 1);
    return token;
  }

  // ---- reports ----------------------------------------------------------------------------------

  @Override
  public void reportError(org.antlr.v4.runtime.Parser parser, RecognitionException error) {
    if (!goesOn(parser.getContext())) {
      return;
    }
    hints = new Hints(findings.source(), parser.getInputStream());
    Token found = error.getOffendingToken();
    ParserRuleContext context = (ParserRuleContext) error.getCtx();
    int wanted =
        error instanceof InputMismatchException ? wanted(parser, error) : Token.INVALID_TYPE;
    String expected =
        error instanceof StrayToken
            ? Expectations.ofStray(context)
            : Expectations.of(parser, error, wanted);
    report(found, expected, context, wanted);
  }

  private static int wanted(org.antlr.v4.runtime.Parser parser, RecognitionException error) {
    int state = error.getOffendingState();
    if (state < 0) {
      return Token.INVALID_TYPE;
    }
    var expected = parser.getATN().nextTokens(parser.getATN().states.get(state));
    return expected.size() == 1 ? expected.getMinElement() : Token.INVALID_TYPE;
  }

  private void report(
      Token found, String expected, @Nullable ParserRuleContext context, int wanted) {
    if (found.getTokenIndex() == lastReported || isReportedAlready(found)) {
      lastReported = found.getTokenIndex();
      return;
    }
    lastReported = found.getTokenIndex();
    Diagnostic diagnostic = describe(found, expected, context, wanted);
    findings.add(opening(diagnostic, context, wanted));
  }

  private boolean isReportedAlready(Token found) {
    return switch (found.getType()) {
      case RotoParser.INVALID, RotoParser.UNTERMINATED, RotoParser.HASH, RotoParser.DASHES -> true;
      case Token.EOF -> !findings.reportsEnd();
      default -> false;
    };
  }

  private Diagnostic describe(
      Token found, String expected, @Nullable ParserRuleContext context, int wanted) {
    Span span = found.getType() == Token.EOF ? end() : Spans.of(found);
    String message = "expected " + expected + ", found " + Words.found(found);
    Code code =
        found.getType() == Token.EOF
            ? Code.UNEXPECTED_END
            : expected.equals("an item") ? Code.EXPECTED_ITEM : Code.UNEXPECTED_TOKEN;
    Diagnostic diagnostic = findings.of(code, message, span, "expected " + expected);
    if (isKeyword(found) && expected.contains("name")) {
      diagnostic =
          diagnostic.note(
              "`" + found.getText() + "` is a word of the language and cannot be a name");
    }
    diagnostic = foreignStatement(diagnostic, found, context, wanted, span);
    if (code == Code.EXPECTED_ITEM) {
      return foreignItem(diagnostic, found, span);
    }
    return hints == null ? diagnostic : hints.add(diagnostic, found, context);
  }

  private Span end() {
    int length = findings.source().text().length();
    return new Span(length, length);
  }

  private static boolean isKeyword(Token token) {
    int type = token.getType();
    return type >= RotoParser.ACCEPT && type <= RotoParser.FALSE
        || type == RotoParser.VALUE_LEAVE
        || type == RotoParser.ELSE_IF;
  }

  private Diagnostic foreignItem(Diagnostic diagnostic, Token found, Span span) {
    String text = found.getText();
    String word = Words.item(text);
    if (word != null) {
      return diagnostic
          .also(findings.source(), span, "`" + text + "` is written `" + word + "` here")
          .fix(new Fix("write `" + word + "`", findings.source(), span, word));
    }
    return switch (text) {
      case "let" -> diagnostic.note("a value of a whole file is declared with `const`");
      case "type" ->
          diagnostic.note(
              "a type is declared with `record` or `enum`; there are no other names for types");
      case "pub" -> diagnostic.note("every item can be used by others; leave `pub` out");
      case "}" -> diagnostic.note("every `{` above is closed already; there is one `}` too many");
      case "mod" ->
          diagnostic.note("modules are files: `name.roto` beside the file of the package");
      default ->
          diagnostic.note(
              "a file consists of `fn`, `filter`, `filtermap`, `const`, `record`, `enum`, `test`"
                  + " and `import`");
    };
  }

  /// A name before the place where the semicolon is missing may be a word of another language.
  private Diagnostic foreignStatement(
      Diagnostic diagnostic,
      Token found,
      @Nullable ParserRuleContext context,
      int wanted,
      Span at) {
    if (context == null || context.getStart() == null) {
      return diagnostic;
    }
    Token first = context.getStart();
    String text = first.getText();
    String word = first.getType() == RotoParser.ID ? Words.statement(text) : null;
    boolean next = first.getTokenIndex() < found.getTokenIndex();
    if (word != null && next) {
      Span span = Spans.of(first);
      return diagnostic
          .also(findings.source(), span, "`" + text + "` is written `" + word + "` here")
          .fix(new Fix("write `" + word + "`", findings.source(), span, word));
    }
    if (text.equals("def") || text.equals("function") || text.equals("func")) {
      return !next
          ? diagnostic
          : diagnostic.note(
              "functions stand at the top of a file; in one, `let name = |x| ..;` makes a closure");
    }
    if (text.equals("try") && next) {
      return diagnostic.note("there is no `try`; `value?` hands on what is missing to the caller");
    }
    if (text.equals("loop") && next) {
      return diagnostic.note("there is no `loop`; write `while true { .. }`");
    }
    if (text.equals("not") && next) {
      Span span = Spans.of(first);
      return diagnostic
          .also(findings.source(), span, "`not` is written `!` here")
          .fix(new Fix("write `!`", findings.source(), span, "!"));
    }
    if (wanted != RotoParser.SEMICOLON) {
      return diagnostic;
    }
    String operator = Words.operator(found.getText());
    if (operator != null) {
      return diagnostic
          .note("`" + found.getText() + "` is written `" + operator + "` here")
          .fix(new Fix("write `" + operator + "`", findings.source(), at, operator));
    }
    int end = Math.max(0, previousEnd(found));
    return found.getType() == Token.EOF
            || !endsStatement(found.getType())
                && findings.source().line(end) == findings.source().line(at.start())
        ? diagnostic
        : diagnostic.fix(new Fix("add `;`", findings.source(), new Span(end, end), ";"));
  }

  private int previousEnd(Token found) {
    String text = findings.source().text();
    int end = Math.min(found.getStartIndex(), text.length());
    while (end > 0 && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    return end;
  }

  /// Points at the bracket that is still open.
  private Diagnostic opening(
      Diagnostic diagnostic, @Nullable ParserRuleContext context, int wanted) {
    int open =
        switch (wanted) {
          case RotoParser.RBRACE -> '{';
          case RotoParser.RPAREN -> '(';
          case RotoParser.RBRACKET -> '[';
          case RotoParser.COMMA -> 0;
          default -> -1;
        };
    for (ParserRuleContext c = context; open > 0 && c != null; c = c.getParent()) {
      for (int i = 0; i < c.getChildCount(); i++) {
        if (c.getChild(i) instanceof org.antlr.v4.runtime.tree.TerminalNode node
            && node.getText().length() == 1
            && node.getText().charAt(0) == open) {
          return diagnostic.also(
              findings.source(), Spans.of(node.getSymbol()), "this is still open");
        }
      }
    }
    return diagnostic;
  }

  // ---- going on ---------------------------------------------------------------------------------

  @Override
  public void recover(org.antlr.v4.runtime.Parser parser, RecognitionException error) {
    ParserRuleContext context = parser.getContext();
    if (!goesOn(context)) {
      throw error;
    }
    TokenStream tokens = parser.getInputStream();
    int start = context.getStart() == null ? -1 : context.getStart().getTokenIndex();
    boolean top =
        context instanceof RotoParser.TopLevelContext
            || context instanceof RotoParser.SnippetItemContext;
    if (context instanceof RotoParser.FileContext
        || context instanceof RotoParser.SnippetContext
        || context instanceof RotoParser.TypeOnlyContext) {
      while (tokens.LA(1) != Token.EOF) {
        parser.consume();
      }
      return;
    }
    if (tokens.index() == start && tokens.LA(1) != Token.EOF) {
      parser.consume();
    }
    int end = context instanceof RotoParser.ArmContext ? RotoParser.COMMA : RotoParser.SEMICOLON;
    skip(parser, end, top, error instanceof StrayToken && !top, open(tokens, context));
  }

  /// The braces and other brackets that a broken part has opened and not closed.
  private static int[] open(TokenStream tokens, ParserRuleContext context) {
    int[] open = new int[2];
    int from = context.getStart() == null ? tokens.index() : context.getStart().getTokenIndex();
    boolean foreign = context.getStart() != null && Words.beginsBlock(context.getStart().getText());
    for (int i = from; i < tokens.index(); i++) {
      switch (tokens.get(i).getType()) {
        case RotoParser.LBRACE,
            RotoParser.F_OPEN,
            RotoParser.RECORD_LBRACE,
            RotoParser.ANONYMOUS_LBRACE,
            RotoParser.BODY_LBRACE ->
            open[0]++;
        case RotoParser.RBRACE -> open[0] = Math.max(0, open[0] - 1);
        default -> {}
      }
    }
    open[1] = foreign || context instanceof RotoParser.TopLevelContext ? 0 : open[0];
    return open;
  }

  /// Whether the parser continues in a rule after an error; in others, the error leaves the rule.
  private static boolean goesOn(ParserRuleContext context) {
    return switch (context) {
      case RotoParser.TopLevelContext _,
          RotoParser.SnippetItemContext _,
          RotoParser.StatementContext _,
          RotoParser.ArmContext _,
          RotoParser.FileContext _,
          RotoParser.SnippetContext _,
          RotoParser.TypeOnlyContext _ ->
          true;
      default -> false;
    };
  }

  /// Skips to where the next item, statement or arm begins.
  private static void skip(
      org.antlr.v4.runtime.Parser parser, int end, boolean top, boolean endsAtLine, int[] open) {
    TokenStream tokens = parser.getInputStream();
    int braces = open[0];
    int records = open[1];
    int brackets = 0;
    while (true) {
      Token token = tokens.LT(1);
      int type = token.getType();
      if (type == Token.EOF
          || beginsItem(type) && (beginsLine(token) || braces == 0 && brackets == 0 && !top)) {
        return;
      }
      if (braces == 0 && !top && type == RotoParser.RBRACE) {
        return;
      }
      if (braces == 0
          && !top
          && (type == RotoParser.LET || brackets == 0 && endsAtLine && endsStatement(type))) {
        return;
      }
      parser.consume();
      switch (type) {
        case RotoParser.LBRACE,
            RotoParser.F_OPEN,
            RotoParser.RECORD_LBRACE,
            RotoParser.ANONYMOUS_LBRACE,
            RotoParser.BODY_LBRACE ->
            braces++;
        case RotoParser.RBRACE -> {
          braces = Math.max(0, braces - 1);
          if (braces == 0
              && brackets == 0
              && (top
                  || tokens.LA(1) != RotoParser.ELSE
                      && end == RotoParser.SEMICOLON
                      && !continues(tokens.LA(1)))) {
            return;
          }
        }
        case RotoParser.LPAREN, RotoParser.LBRACKET -> brackets++;
        case RotoParser.RPAREN, RotoParser.RBRACKET -> brackets = Math.max(0, brackets - 1);
        default -> {
          boolean outside = braces == 0 || braces == records && type == RotoParser.SEMICOLON;
          if (type == end && outside && (brackets == 0 || end == RotoParser.SEMICOLON)) {
            return;
          }
        }
      }
    }
  }

  private static boolean beginsLine(Token token) {
    int before = token.getStartIndex() - 1;
    return before < 0 || token.getInputStream().getText(Interval.of(before, before)).equals("\n");
  }

  private static boolean continues(int type) {
    return switch (type) {
      case RotoParser.SEMICOLON,
          RotoParser.COMMA,
          RotoParser.RPAREN,
          RotoParser.RBRACKET,
          RotoParser.DOT,
          RotoParser.ELSE_IF,
          RotoParser.F_END,
          RotoParser.INNER_TEXT ->
          true;
      default -> false;
    };
  }

  /// Whether a word declares an item.
  static boolean beginsItem(int type) {
    return switch (type) {
      case RotoParser.FN,
          RotoParser.FILTER,
          RotoParser.FILTERMAP,
          RotoParser.TEST,
          RotoParser.CONST,
          RotoParser.RECORD,
          RotoParser.ENUM ->
          true;
      default -> false;
    };
  }
}
