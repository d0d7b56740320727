package dev.weir.roto.tool;

import dev.weir.roto.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Tells the kinds of words in a text apart, for colours. Works on any text, also on one that is
/// being written.
public final class Highlighting {
  /// What a piece of text is.
  public enum Kind {
    /// A word of the language.
    KEYWORD,
    /// A type or a variant: a name that begins with a capital, or a built-in type.
    TYPE,
    /// A number, an address, an AS number.
    NUMBER,
    /// A text or a character.
    TEXT,
    /// A comment.
    COMMENT
  }

  /// A piece of text; what lies between pieces has no kind.
  public record Piece(Span span, Kind kind) {}

  /// The words that cannot be names.
  public static final Set<String> KEYWORDS =
      Set.of(
          "accept",
          "break",
          "const",
          "continue",
          "dep",
          "else",
          "enum",
          "false",
          "filter",
          "filtermap",
          "fn",
          "for",
          "if",
          "import",
          "in",
          "let",
          "match",
          "pkg",
          "record",
          "reject",
          "return",
          "std",
          "super",
          "test",
          "true",
          "while");

  private static final Set<String> SCALARS =
      Set.of("bool", "char", "u8", "u16", "u32", "u64", "i8", "i16", "i32", "i64", "f32", "f64");

  private static final Pattern WORD =
      Pattern.compile(
          String.join(
              "|",
              "(?<comment>//[^\n]*|/\\*(?s:.*?)(?:\\*/|\\z))",
              "(?<text>f?\"(?:\\\\(?s:.)|[^\"\\\\])*\"?|'(?:\\\\.[^']*|[^'\\\\\n])')",
              "(?<number>AS[0-9]+|[0-9a-fA-F]*:[0-9a-fA-F]*:[0-9a-fA-F:]*"
                  + "|[0-9]+\\.[0-9]+\\.[0-9]+\\.[0-9]+|0x[0-9a-fA-F_]+"
                  + "|[0-9][0-9_]*(?:\\.[0-9][0-9_]*)?(?:[eE][+-]?[0-9]+)?(?:[uif][0-9]+)?)",
              "(?<name>[\\p{L}_][\\p{L}\\p{N}_]*)"));

  private Highlighting() {}

  /// The pieces of a text, in order.
  public static List<Piece> of(String text) {
    List<Piece> pieces = new ArrayList<>();
    Matcher matcher = WORD.matcher(text);
    while (matcher.find()) {
      Kind kind = null;
      if (matcher.group("name") != null) {
        kind = ofName(matcher.group("name"));
      } else {
        for (Kind one : List.of(Kind.COMMENT, Kind.TEXT, Kind.NUMBER)) {
          if (matcher.group(one.name().toLowerCase(Locale.ROOT)) != null) {
            kind = one;
          }
        }
      }
      if (kind != null) {
        pieces.add(new Piece(new Span(matcher.start(), matcher.end()), kind));
      }
    }
    return pieces;
  }

  private static @Nullable Kind ofName(String name) {
    if (KEYWORDS.contains(name)) {
      return Kind.KEYWORD;
    }
    return SCALARS.contains(name) || Character.isUpperCase(name.codePointAt(0)) ? Kind.TYPE : null;
  }
}
