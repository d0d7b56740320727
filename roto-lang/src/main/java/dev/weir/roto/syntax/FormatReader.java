package dev.weir.roto.syntax;

import dev.weir.roto.source.Code;
import dev.weir.roto.source.Span;

/// Reads `[[fill]align][sign][#][0][width][.precision][kind]`, which stands behind a colon.
final class FormatReader {
  private static final int WIDEST = 9999;

  private final Findings findings;
  private final Span span;
  private final String text;
  private int at;

  FormatReader(Findings findings, Span span) {
    this.findings = findings;
    this.span = span;
    this.text = findings.source().text(span);
    this.at = 1;
  }

  Ast.FormatSpec read() {
    int fill = ' ';
    char align = 0;
    if (at < text.length()) {
      int first = text.codePointAt(at);
      int after = at + Character.charCount(first);
      if (after < text.length() && isAlign(text.charAt(after))) {
        fill = first;
        align = text.charAt(after);
        at = after + 1;
      } else if (isAlign(text.charAt(at))) {
        align = text.charAt(at++);
      }
    }
    boolean sign = take('+');
    boolean alternate = take('#');
    boolean zero = take('0');
    int width = number();
    int precision = -1;
    if (take('.')) {
      precision = number();
      if (precision < 0) {
        invalid("a precision follows the point", "expected digits");
      }
    }
    char kind = 0;
    if (at < text.length() && "xXboe".indexOf(text.charAt(at)) >= 0) {
      kind = text.charAt(at++);
    }
    if (at < text.length()) {
      invalid("this is no format", "cannot stand here");
    }
    return new Ast.FormatSpec(span, fill, align, sign, alternate, zero, width, precision, kind);
  }

  private static boolean isAlign(char c) {
    return c == '<' || c == '>' || c == '^';
  }

  private boolean take(char c) {
    if (at < text.length() && text.charAt(at) == c) {
      at++;
      return true;
    }
    return false;
  }

  private int number() {
    int start = at;
    int number = 0;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      number = Math.min(WIDEST + 1, number * 10 + text.charAt(at) - '0');
      at++;
    }
    if (number > WIDEST) {
      invalid("a width or precision is at most " + WIDEST, "too large");
      return WIDEST;
    }
    return at == start ? -1 : number;
  }

  private void invalid(String message, String label) {
    int from = Math.min(span.start() + at, span.end());
    findings.add(
        findings
            .of(Code.INVALID_FORMAT, message, new Span(from, span.end()), label)
            .note("a format is `[[fill]align][+][#][0][width][.precision][kind]`, as in `:>8.2`"));
    at = text.length();
  }
}
