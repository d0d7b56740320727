package dev.weir.roto.syntax;

import dev.weir.inet.Ipv4Address;
import dev.weir.inet.Ipv6Address;
import dev.weir.inet.MalformedInet;
import dev.weir.roto.source.Code;
import dev.weir.roto.source.Fix;
import dev.weir.roto.source.Span;
import dev.weir.roto.syntax.grammar.RotoParser;
import java.math.BigInteger;
import java.util.Set;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/// Literals of the syntax tree: from their text to their value.
final class LiteralBuilder {
  private static final Set<String> INTEGER_SUFFIXES =
      Set.of("u8", "u16", "u32", "u64", "i8", "i16", "i32", "i64");

  /// More digits than any integer type has, in any base.
  private static final int MOST_DIGITS = 200;

  private final Findings findings;
  private final Escapes escapes;

  LiteralBuilder(Findings findings) {
    this.findings = findings;
    this.escapes = new Escapes(findings);
  }

  Ast.Expression literal(RotoParser.@Nullable LiteralContext context) {
    if (context == null) {
      return new Ast.BadExpression(new Span(0, 0));
    }
    Token token = context.getStart();
    Span span = Spans.of(token);
    return switch (token.getType()) {
      case RotoParser.TRUE -> new Ast.BooleanLiteral(span, true);
      case RotoParser.FALSE -> new Ast.BooleanLiteral(span, false);
      case RotoParser.INTEGER -> integer(token);
      case RotoParser.FLOAT -> floating(token);
      case RotoParser.CHARACTER -> character(token);
      case RotoParser.STRING ->
          new Ast.StringLiteral(span, escapes.resolve(span.start() + 1, span.end() - 1));
      case RotoParser.ASN -> asn(token);
      default -> address(token);
    };
  }

  private Ast.Expression invalid(Span span, String message, String label) {
    findings.add(findings.of(Code.INVALID_LITERAL, message, span, label));
    return new Ast.BadExpression(span);
  }

  // ---- numbers ----------------------------------------------------------------------------------

  Ast.Expression integer(Token token) {
    Span span = Spans.of(token);
    String text = findings.source().text(span);
    boolean hex = text.startsWith("0x");
    int end = hex ? 2 : 0;
    while (end < text.length() && isDigit(text.charAt(end), hex)) {
      end++;
    }
    String digits = text.substring(hex ? 2 : 0, end).replace("_", "");
    String suffix = end == text.length() ? null : text.substring(end);
    if (suffix != null && !INTEGER_SUFFIXES.contains(suffix)) {
      return invalidSuffix(span, end, suffix);
    }
    if (digits.length() > MOST_DIGITS) {
      return invalid(span, "no integer type holds this number", "too many digits");
    }
    return new Ast.IntegerLiteral(span, new BigInteger(digits, hex ? 16 : 10), suffix);
  }

  private static boolean isDigit(char c, boolean hex) {
    return c == '_' || c < 128 && Character.digit(c, hex ? 16 : 10) >= 0;
  }

  private Ast.Expression invalidSuffix(Span span, int end, String suffix) {
    findings.add(
        findings
            .of(
                Code.INVALID_LITERAL,
                "`" + suffix + "` cannot follow a number",
                new Span(span.start() + end, span.end()),
                "not a suffix")
            .note("suffixes are `u8` to `u64`, `i8` to `i64`, `f32` and `f64`"));
    return new Ast.BadExpression(span);
  }

  private Ast.Expression floating(Token token) {
    Span span = Spans.of(token);
    String text = findings.source().text(span);
    int end = 0;
    while (end < text.length() && isFloatPart(text, end)) {
      end++;
    }
    String suffix = end == text.length() ? null : text.substring(end);
    if (suffix != null && !suffix.equals("f32") && !suffix.equals("f64")) {
      return invalidSuffix(span, end, suffix);
    }
    String digits = text.substring(0, end).replace("_", "");
    if (digits.length() > 2000) {
      return invalid(span, "a number has at most 2000 digits", "too many digits");
    }
    return new Ast.FloatLiteral(span, digits, suffix);
  }

  private static boolean isFloatPart(String text, int index) {
    char c = text.charAt(index);
    return switch (c) {
      case '.' -> true;
      case '+', '-' -> true;
      case 'e', 'E' -> true;
      default -> isDigit(c, false);
    };
  }

  private Ast.Expression asn(Token token) {
    Span span = Spans.of(token);
    String digits = findings.source().text(span).substring(2);
    int first = 0;
    while (first < digits.length() - 1 && digits.charAt(first) == '0') {
      first++;
    }
    long number =
        digits.length() - first > 10
            ? Long.MAX_VALUE
            : Long.parseLong(digits, first, digits.length(), 10);
    return number > 0xFFFF_FFFFL
        ? invalid(span, "an AS number is at most 4294967295", "too large")
        : new Ast.AsnLiteral(span, number);
  }

  private Ast.Expression address(Token token) {
    Span span = Spans.of(token);
    String text = findings.source().text(span);
    boolean four = token.getType() == RotoParser.IPV4;
    try {
      return new Ast.AddressLiteral(span, four ? Ipv4Address.parse(text) : Ipv6Address.parse(text));
    } catch (MalformedInet e) {
      String message = e.getMessage();
      findings.add(
          findings
              .of(
                  Code.INVALID_LITERAL,
                  "this is no " + (four ? "IPv4" : "IPv6") + " address",
                  span,
                  "not an address")
              .note(message == null ? "see RFC 4291" : message));
      return new Ast.BadExpression(span);
    }
  }

  // ---- texts ------------------------------------------------------------------------------------

  private Ast.Expression character(Token token) {
    Span span = Spans.of(token);
    int before = findings.count();
    String value = escapes.resolve(span.start() + 1, span.end() - 1);
    if (findings.count() > before) {
      return new Ast.BadExpression(span);
    }
    int points = value.codePointCount(0, value.length());
    if (points > 1) {
      String text = findings.source().text(span);
      findings.add(
          findings
              .of(
                  Code.INVALID_LITERAL,
                  "a character is one code point",
                  span,
                  "these are " + points)
              .note("a text stands in double quotes")
              .fix(
                  new Fix(
                      "write double quotes",
                      findings.source(),
                      span,
                      "\"" + text.substring(1, text.length() - 1).replace("\"", "\\\"") + "\"")));
      return new Ast.BadExpression(span);
    }
    if (points != 1) {
      return invalid(span, "a character cannot be empty", "nothing between the quotes");
    }
    return new Ast.CharacterLiteral(span, value.codePointAt(0));
  }

  /// The text between the holes of an f-string: escapes first, then doubled braces.
  Ast.FStringText innerText(Token token) {
    Span span = Spans.of(token);
    String text = escapes.resolve(span.start(), span.end());
    return new Ast.FStringText(span, text.replace("{{", "{").replace("}}", "}"));
  }

  Ast.FormatSpec format(Token token) {
    return new FormatReader(findings, Spans.of(token)).read();
  }
}
