package dev.weir.roto.syntax.grammar;

import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.Lexer;
import org.antlr.v4.runtime.Token;

/// The loops of the lexer: ends of comments and texts, the point of a number, and the braces of
/// f-strings.
///
/// Each method runs when the first characters of its token have been read, consumes the rest, and
/// may set another type. A brace inside an f-string pushes the ordinary mode and its counterpart
/// pops it; so the lexer knows without recursion where the text of the f-string goes on.
public abstract class TokenScanner extends Lexer {
  /// For each open brace, how many round and square brackets are open in it; an element of a hole
  /// in an f-string has [#HOLE] added.
  private int[] braces = new int[16];

  private int depth;

  private static final int HOLE = 1 << 30;

  /// Reads from a stream of characters.
  protected TokenScanner(CharStream input) {
    super(input);
  }

  /// After `//`: to the end of the line; `///` (but not `////`) is documentation.
  protected final void lineComment() {
    if (_input.LA(1) == '/' && _input.LA(2) != '/') {
      setType(RotoLexer.DOC_COMMENT);
    }
    for (int c = _input.LA(1); c != '\n' && c != Token.EOF; c = _input.LA(1)) {
      _input.consume();
    }
  }

  /// After `/*`: to its end, which comments inside it have too; a second asterisk makes it
  /// documentation.
  protected final void blockComment() {
    if (_input.LA(1) == '*' && _input.LA(2) != '*' && _input.LA(2) != '/') {
      setType(RotoLexer.DOC_COMMENT);
    }
    int open = 1;
    while (open > 0) {
      int c = _input.LA(1);
      if (c == Token.EOF) {
        setType(RotoLexer.UNTERMINATED);
        setChannel(Token.DEFAULT_CHANNEL);
        return;
      }
      _input.consume();
      if (c == '*' && _input.LA(1) == '/') {
        _input.consume();
        open--;
      } else if (c == '/' && _input.LA(1) == '*') {
        _input.consume();
        open++;
      }
    }
  }

  /// After a digit: the rest of an integer or floating-point number with its suffix.
  protected final void number() {
    boolean isFloat = false;
    if (_input.LA(-1) == '0' && _input.LA(1) == 'x' && Character.digit(ascii(2), 16) >= 0) {
      _input.consume();
      while (Character.digit(ascii(1), 16) >= 0 || _input.LA(1) == '_') {
        _input.consume();
      }
    } else {
      digits();
      if (_input.LA(1) == '.' && !isNameStart(_input.LA(2)) && _input.LA(2) != '.') {
        _input.consume();
        digits();
        isFloat = true;
      }
      isFloat |= exponent();
      isFloat |= _input.LA(1) == 'f' && (isText("f32") || isText("f64"));
    }
    while (isNamePart(_input.LA(1))) {
      _input.consume();
    }
    if (isFloat) {
      setType(RotoLexer.FLOAT);
    }
  }

  private void digits() {
    for (int c = _input.LA(1); c >= '0' && c <= '9' || c == '_'; c = _input.LA(1)) {
      _input.consume();
    }
  }

  private boolean exponent() {
    if (_input.LA(1) != 'e' && _input.LA(1) != 'E') {
      return false;
    }
    int sign = _input.LA(2) == '+' || _input.LA(2) == '-' ? 1 : 0;
    int digit = _input.LA(2 + sign);
    if (digit < '0' || digit > '9') {
      return false;
    }
    for (int i = 0; i <= sign; i++) {
      _input.consume();
    }
    digits();
    return true;
  }

  private int ascii(int ahead) {
    int c = _input.LA(ahead);
    return c > 0 && c < 128 ? c : ' ';
  }

  private boolean isText(String suffix) {
    for (int i = 0; i < suffix.length(); i++) {
      if (_input.LA(i + 1) != suffix.charAt(i)) {
        return false;
      }
    }
    return !isNamePart(_input.LA(suffix.length() + 1));
  }

  private static boolean isNameStart(int c) {
    return c == '_' || c >= 0 && Character.isUnicodeIdentifierStart(c);
  }

  private static boolean isNamePart(int c) {
    return c > 32 && Character.isUnicodeIdentifierPart(c) && !Character.isIdentifierIgnorable(c);
  }

  /// After a name: gives back what follows an AS number, which no name can begin with.
  protected final void name() {
    int start = _tokenStartCharIndex;
    int length = _input.index() - start;
    if (length <= 2) {
      return;
    }
    int end = _input.index();
    if (_input.LA(-length) != 'A' || _input.LA(1 - length) != 'S') {
      return;
    }
    int digits = 2;
    while (digits < length && isDigit(_input.LA(digits - length))) {
      digits++;
    }
    if (digits > 2) {
      _input.seek(digits < length ? start + digits : end);
      setType(RotoLexer.ASN);
    }
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  /// After a double quote: to the next one without a backslash.
  protected final void string() {
    while (true) {
      int c = _input.LA(1);
      if (c == Token.EOF) {
        setType(RotoLexer.UNTERMINATED);
        return;
      }
      _input.consume();
      if (c == '"') {
        return;
      }
      if (c == '\\' && _input.LA(1) != Token.EOF) {
        _input.consume();
      }
    }
  }

  /// After a quote: to the next one without a backslash in the same line.
  protected final void character() {
    while (true) {
      int c = _input.LA(1);
      if (c == Token.EOF || c == '\n') {
        setType(RotoLexer.UNTERMINATED);
        return;
      }
      _input.consume();
      if (c == '\'') {
        return;
      }
      if (c == '\\' && _input.LA(1) != Token.EOF) {
        _input.consume();
      }
    }
  }

  /// After `#`: the line that names an interpreter, at the very start of a text.
  protected final void hash() {
    if (_tokenStartCharIndex != 0 || _input.LA(1) != '!' || !isVisible(_input.LA(2))) {
      return;
    }
    setType(RotoLexer.SHEBANG);
    setChannel(Token.HIDDEN_CHANNEL);
    for (int c = _input.LA(1); c != '\n' && c != Token.EOF; c = _input.LA(1)) {
      _input.consume();
    }
  }

  private static boolean isVisible(int c) {
    return c > ' ' && c != 0x85 && !Character.isSpaceChar(c);
  }

  // ---- f-strings --------------------------------------------------------------------------------

  /// In the text of an f-string: up to a quote or a single opening brace.
  protected final void innerText() {
    while (true) {
      int c = _input.LA(1);
      if (c == '"' || c == Token.EOF) {
        return;
      }
      if (c == '{') {
        if (_input.LA(2) != '{') {
          return;
        }
        _input.consume();
      }
      _input.consume();
      if (c == '\\') {
        innerEscape();
      }
    }
  }

  /// After a backslash: one character, and the braces of a code point.
  protected final void innerEscape() {
    int c = _input.LA(1);
    if (c == Token.EOF) {
      return;
    }
    _input.consume();
    if (c == 'u' && _input.LA(1) == '{') {
      _input.consume();
      while (Character.digit(ascii(1), 16) >= 0 || _input.LA(1) == '_') {
        _input.consume();
      }
      if (_input.LA(1) == '}') {
        _input.consume();
      }
    }
  }

  /// At an opening brace; a hole is one in the text of an f-string.
  protected final void openBrace(boolean hole) {
    if (depth == braces.length) {
      braces = java.util.Arrays.copyOf(braces, depth * 2);
    }
    braces[depth++] = hole ? HOLE : 0;
  }

  /// At a closing brace: back to the mode before the opening one.
  protected final void closeBrace() {
    if (depth > 0) {
      depth--;
      popMode();
    }
  }

  /// At an opening round or square bracket.
  protected final void openBracket() {
    if (depth > 0) {
      braces[depth - 1]++;
    }
  }

  /// At a closing round or square bracket.
  protected final void closeBracket() {
    if (depth > 0 && (braces[depth - 1] & ~HOLE) > 0) {
      braces[depth - 1]--;
    }
  }

  /// After a colon: in a hole of an f-string, outside brackets, a format specification follows.
  protected final void colon() {
    if (depth == 0 || braces[depth - 1] != HOLE) {
      return;
    }
    setType(RotoLexer.FORMAT);
    for (int c = _input.LA(1); c != '}' && c != '"' && c != '\n'; c = _input.LA(1)) {
      if (c == Token.EOF) {
        return;
      }
      _input.consume();
    }
  }
}
