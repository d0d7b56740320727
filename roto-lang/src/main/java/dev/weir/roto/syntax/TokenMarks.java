package dev.weir.roto.syntax;

import dev.weir.roto.source.Code;
import dev.weir.roto.source.Diagnostic;
import dev.weir.roto.source.Fix;
import dev.weir.roto.source.Span;
import dev.weir.roto.syntax.grammar.RotoLexer;
import java.util.List;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;

/// One pass over the tokens before the parser starts: reports what is no token, and gives those
/// words another type whose meaning their neighbours decide.
///
/// - `else` before `if` becomes ELSE_IF.
/// - `return`, `accept` and `reject` before something that can begin a value become VALUE_LEAVE.
/// - `break` and `continue`, which are ordinary names in scripts written for 0.12, become words of
///   the language where they stand alone as a statement, as the last expression of a block or as
///   the body of an arm - unless the file declares that name anywhere (`let break`, a parameter, a
///   field, an import), in which case they are names in all of the file.
final class TokenMarks {
  private final Findings findings;
  private final List<Token> tokens;

  private TokenMarks(Findings findings, List<Token> tokens) {
    this.findings = findings;
    this.tokens = tokens;
  }

  /// Marks the tokens.
  ///
  /// @param all with those that the parser does not see
  static void mark(Findings findings, List<Token> all) {
    for (Token token : all) {
      reportIfNone(findings, token);
    }
    List<Token> seen =
        all.stream().filter(token -> token.getChannel() == Token.DEFAULT_CHANNEL).toList();
    TokenMarks marks = new TokenMarks(findings, seen);
    marks.reportOpenTexts();
    marks.markNeighbours();
  }

  private static void reportIfNone(Findings findings, Token token) {
    Span span = Spans.of(token);
    switch (token.getType()) {
      case RotoLexer.INVALID -> findings.add(invalid(findings, span));
      case RotoLexer.UNTERMINATED -> unterminated(findings, span);
      case RotoLexer.HASH ->
          findings.add(
              findings
                  .of(Code.INVALID_TOKEN, "`#` begins nothing", span, "not part of the language")
                  .note("comments begin with `//`")
                  .fix(new Fix("write `//`", findings.source(), span, "//")));
      case RotoLexer.DASHES ->
          findings.add(
              findings
                  .of(Code.INVALID_TOKEN, "`--` is no operator", span, "not part of the language")
                  .note("comments begin with `//`; two minus signs need a blank between them")
                  .fix(new Fix("write `//`", findings.source(), span, "//")));
      default -> {}
    }
  }

  private static Diagnostic invalid(Findings findings, Span span) {
    String text = findings.source().text(span);
    Diagnostic found =
        findings.of(
            Code.INVALID_TOKEN,
            Words.character(text) + " cannot stand here",
            span,
            "not part of the language");
    return text.equals("&")
        ? found
            .note("`and` is written `&&`; there are no bit operators")
            .fix(new Fix("write `&&`", findings.source(), span, "&&"))
        : found;
  }

  private static void unterminated(Findings findings, Span span) {
    String text = findings.source().text(span);
    boolean comment = text.startsWith("/");
    String what = comment ? "comment" : text.startsWith("\"") ? "text" : "character";
    String end = comment ? "`*/`" : text.startsWith("\"") ? "`\"`" : "`'`";
    int width = comment ? 2 : 1;
    findings.add(
        findings.of(
            Code.UNTERMINATED,
            "this " + what + " has no end",
            new Span(span.start(), span.start() + width),
            "begins here and needs " + end));
  }

  /// Finds f-strings that have no end.
  private void reportOpenTexts() {
    java.util.ArrayDeque<Token> open = new java.util.ArrayDeque<>();
    for (Token token : tokens) {
      if (token.getType() == RotoLexer.F_START) {
        open.push(token);
      } else if (token.getType() == RotoLexer.F_END && !open.isEmpty()) {
        open.pop();
      }
    }
    if (!open.isEmpty()) {
      Token first = open.getLast();
      findings.add(
          findings.of(
              Code.UNTERMINATED,
              "this f-string has no end",
              Spans.of(first),
              "begins here and needs `\"`"));
      findings.endIsKnown();
    }
  }

  private void markNeighbours() {
    boolean names = declares("break");
    boolean moreNames = declares("continue");
    for (int i = 0; i + 1 < tokens.size(); i++) {
      CommonToken token = (CommonToken) tokens.get(i);
      int next = type(i + 1);
      switch (token.getType()) {
        case RotoLexer.ELSE -> {
          if (next == RotoLexer.IF) {
            token.setType(RotoLexer.ELSE_IF);
          }
        }
        case RotoLexer.RETURN, RotoLexer.ACCEPT, RotoLexer.REJECT -> {
          if (beginsValue(next)) {
            token.setType(RotoLexer.VALUE_LEAVE);
          }
        }
        case RotoLexer.FILTER -> {
          if (type(i - 1) == RotoLexer.DOT && next == RotoLexer.LPAREN) {
            token.setType(RotoLexer.ID);
          }
        }
        case RotoLexer.ID -> {
          if (!names && isText(token, "break") && standsAlone(i)) {
            token.setType(RotoLexer.BREAK);
          } else if (!moreNames && isText(token, "continue") && standsAlone(i)) {
            token.setType(RotoLexer.CONTINUE);
          }
        }
        default -> {}
      }
    }
  }

  private int type(int index) {
    return index >= 0 && index < tokens.size() ? tokens.get(index).getType() : Token.EOF;
  }

  private boolean isText(Token token, String text) {
    return token.getStopIndex() - token.getStartIndex() + 1 == text.length()
        && findings.source().text().startsWith(text, token.getStartIndex());
  }

  private boolean declares(String name) {
    boolean inImport = false;
    for (int i = 0; i < tokens.size(); i++) {
      int type = type(i);
      if (type == RotoLexer.IMPORT) {
        inImport = true;
      } else if (type == RotoLexer.SEMICOLON) {
        inImport = false;
      } else if (type == RotoLexer.ID
          && isText(tokens.get(i), name)
          && (inImport || type(i + 1) == RotoLexer.COLON || declaresNext(type(i - 1)))) {
        return true;
      }
    }
    return false;
  }

  private static boolean declaresNext(int type) {
    return switch (type) {
      case RotoLexer.LET,
          RotoLexer.FN,
          RotoLexer.FILTER,
          RotoLexer.FILTERMAP,
          RotoLexer.CONST,
          RotoLexer.FOR,
          RotoLexer.LPAREN,
          RotoLexer.COMMA,
          RotoLexer.BAR ->
          true;
      default -> false;
    };
  }

  private boolean standsAlone(int index) {
    boolean begins =
        switch (type(index - 1)) {
          case RotoLexer.LBRACE,
              RotoLexer.RBRACE,
              RotoLexer.SEMICOLON,
              RotoLexer.FAT_ARROW,
              Token.EOF ->
              true;
          default -> false;
        };
    return begins
        && switch (type(index + 1)) {
          case RotoLexer.SEMICOLON, RotoLexer.RBRACE, RotoLexer.COMMA, Token.EOF -> true;
          default -> false;
        };
  }

  /// Whether a value follows `return`: everything that can begin an expression, but not `|`, which
  /// is an operator in `return || x`.
  private static boolean beginsValue(int type) {
    return switch (type) {
      case RotoLexer.LPAREN,
          RotoLexer.LBRACE,
          RotoLexer.LBRACKET,
          RotoLexer.ID,
          RotoLexer.BANG,
          RotoLexer.MINUS,
          RotoLexer.TRUE,
          RotoLexer.FALSE,
          RotoLexer.INTEGER,
          RotoLexer.FLOAT,
          RotoLexer.CHARACTER,
          RotoLexer.STRING,
          RotoLexer.F_START,
          RotoLexer.ASN,
          RotoLexer.IPV4,
          RotoLexer.IPV6,
          RotoLexer.IF,
          RotoLexer.MATCH,
          RotoLexer.WHILE,
          RotoLexer.FOR,
          RotoLexer.RETURN,
          RotoLexer.ACCEPT,
          RotoLexer.REJECT,
          RotoLexer.PKG,
          RotoLexer.SUPER,
          RotoLexer.DEP ->
          true;
      default -> false;
    };
  }
}
