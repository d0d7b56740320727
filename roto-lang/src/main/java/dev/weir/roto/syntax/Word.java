package dev.weir.roto.syntax;

import dev.weir.roto.source.Source;
import dev.weir.roto.source.Span;
import dev.weir.roto.syntax.grammar.RotoLexer;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.Token;

/// A word of a text, for tools that keep or colour what was written: comments are words too, and an
/// f-string with all that is in it is one word. White space is what lies between.
///
/// @param kind what it is
/// @param span where it is
public record Word(Kind kind, Span span) {
  /// What a word is.
  public enum Kind {
    /// A word of the language, `true` and `false` among them.
    KEYWORD,
    /// A name.
    NAME,
    /// A number or AS number.
    NUMBER,
    /// An address.
    ADDRESS,
    /// A text, character or f-string.
    TEXT,
    /// An opening bracket.
    OPEN,
    /// A closing bracket.
    CLOSE,
    /// An operator, point, comma and the like.
    SYMBOL,
    /// A comment or the line that names an interpreter.
    COMMENT,
    /// What is no word of the language.
    INVALID
  }

  /// The words of a text in order; empty if the text is too large.
  public static List<Word> of(Source source) {
    List<Word> words = new ArrayList<>();
    int open = 0;
    int start = 0;
    for (Token token : Parser.tokens(source)) {
      int type = token.getType();
      if (type == RotoLexer.F_START && open++ == 0) {
        start = token.getStartIndex();
      } else if (type == RotoLexer.F_END && open > 0 && --open == 0) {
        words.add(new Word(Kind.TEXT, new Span(start, token.getStopIndex() + 1)));
      } else if (open == 0 && type != RotoLexer.WHITE_SPACE && type != Token.EOF) {
        words.add(new Word(kind(type), Spans.of(token)));
      }
    }
    if (open > 0) {
      words.add(new Word(Kind.INVALID, new Span(start, source.text().length())));
    }
    return words;
  }

  private static Kind kind(int type) {
    if (type >= RotoLexer.ACCEPT && type <= RotoLexer.FALSE) {
      return Kind.KEYWORD;
    }
    return switch (type) {
      case RotoLexer.ID -> Kind.NAME;
      case RotoLexer.INTEGER, RotoLexer.FLOAT, RotoLexer.ASN -> Kind.NUMBER;
      case RotoLexer.IPV4, RotoLexer.IPV6 -> Kind.ADDRESS;
      case RotoLexer.STRING, RotoLexer.CHARACTER -> Kind.TEXT;
      case RotoLexer.LPAREN, RotoLexer.LBRACKET, RotoLexer.LBRACE -> Kind.OPEN;
      case RotoLexer.RPAREN, RotoLexer.RBRACKET, RotoLexer.RBRACE -> Kind.CLOSE;
      case RotoLexer.LINE_COMMENT,
          RotoLexer.BLOCK_COMMENT,
          RotoLexer.DOC_COMMENT,
          RotoLexer.SHEBANG ->
          Kind.COMMENT;
      case RotoLexer.INVALID, RotoLexer.UNTERMINATED, RotoLexer.HASH, RotoLexer.DASHES ->
          Kind.INVALID;
      default -> Kind.SYMBOL;
    };
  }
}
