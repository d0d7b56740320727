package dev.weir.roto.syntax;

import dev.weir.roto.syntax.grammar.RotoLexer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.IntervalSet;

/// How tokens are called in messages.
final class Words {
  /// What writers of other languages write, and how it is called here.
  private static final Map<String, String> FOREIGN =
      Map.ofEntries(
          Map.entry("struct", "record"),
          Map.entry("class", "record"),
          Map.entry("data", "record"),
          Map.entry("use", "import"),
          Map.entry("switch", "match"),
          Map.entry("var", "let"),
          Map.entry("local", "let"),
          Map.entry("function", "fn"),
          Map.entry("fun", "fn"),
          Map.entry("func", "fn"),
          Map.entry("def", "fn"),
          Map.entry("variant", "enum"),
          Map.entry("elif", "else if"),
          Map.entry("elsif", "else if"));

  private static final Map<String, String> OPERATORS = Map.of("not", "!", "and", "&&", "or", "||");

  private static final Set<String> ITEMS = Set.of("record", "import", "fn", "enum");
  private static final Set<String> STATEMENTS = Set.of("let", "match", "import", "else if");

  private static final Set<String> BLOCKS =
      Set.of("loop", "try", "do", "unsafe", "catch", "finally", "struct", "class", "def", "func");

  private Words() {}

  /// Whether a word of other languages is followed by a block.
  static boolean beginsBlock(String foreign) {
    return BLOCKS.contains(foreign);
  }

  /// The word that a foreign one stands for at the top of a file, or null.
  static @org.jspecify.annotations.Nullable String item(String foreign) {
    String word = FOREIGN.get(foreign);
    return word != null && ITEMS.contains(word) ? word : null;
  }

  /// The word that a foreign one stands for at the start of a statement, or null.
  static @org.jspecify.annotations.Nullable String statement(String foreign) {
    String word = FOREIGN.get(foreign);
    return word != null && STATEMENTS.contains(word) ? word : null;
  }

  /// The operator that a foreign word stands for, or null.
  static @org.jspecify.annotations.Nullable String operator(String foreign) {
    return OPERATORS.get(foreign);
  }

  /// A token of a text, for after `found`.
  static String found(Token token) {
    if (token.getType() == Token.EOF) {
      return "the end of the text";
    }
    String text = token.getText();
    if (text.codePointCount(0, text.length()) > 30 || text.indexOf('\n') >= 0) {
      return "`"
          + text.lines()
              .findFirst()
              .orElse("")
              .codePoints()
              .limit(24)
              .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
          + "..`";
    }
    return text.codePointCount(0, text.length()) == 1 ? character(text) : "`" + text + "`";
  }

  /// One character, by number where it cannot be shown.
  static String character(String text) {
    int c = text.codePointAt(0);
    boolean shown =
        !Character.isISOControl(c)
            && !Character.isSpaceChar(c)
            && (c < 0xD800 || c > 0xDFFF)
            && Character.getType(c) != Character.FORMAT
            && Character.getType(c) != Character.UNASSIGNED;
    return shown ? "`" + text + "`" : String.format("the character U+%04X", c);
  }

  /// What is expected, for after `expected`.
  static String expected(IntervalSet types) {
    List<String> names = new ArrayList<>();
    boolean expression = types.contains(RotoLexer.STRING) && types.contains(RotoLexer.LPAREN);
    if (expression) {
      names.add(types.contains(RotoLexer.LET) ? "a statement" : "an expression");
    }
    boolean operators = types.contains(RotoLexer.PERCENT);
    for (int type : types.toArray()) {
      if (expression && type != RotoLexer.RBRACE || operators && isOperator(type)) {
        continue;
      }
      String name = name(type);
      if (!name.isEmpty() && !names.contains(name)) {
        names.add(name);
      }
    }
    if (names.size() > 5 || names.isEmpty()) {
      return operators ? "an operator or the end of the expression" : "something else";
    }
    return join(names);
  }

  static String join(List<String> names) {
    if (names.size() == 1) {
      return names.getFirst();
    }
    return String.join(", ", names.subList(0, names.size() - 1)) + " or " + names.getLast();
  }

  private static boolean isOperator(int type) {
    return type >= RotoLexer.EQUAL && type <= RotoLexer.PERCENT_ASSIGN
        || type >= RotoLexer.PLUS && type <= RotoLexer.PERCENT
        || type == RotoLexer.LESS
        || type == RotoLexer.GREATER
        || type == RotoLexer.ASSIGN
        || type == RotoLexer.QUESTION
        || type == RotoLexer.DOT
        || type == RotoLexer.LPAREN
        || type == RotoLexer.LBRACKET;
  }

  private static String name(int type) {
    return switch (type) {
      case Token.EOF -> "the end of the text";
      case RotoLexer.ID -> "a name";
      case RotoLexer.INTEGER -> "a number";
      case RotoLexer.F_END -> "`\"`";
      case RotoLexer.INNER_TEXT, RotoLexer.F_OPEN, RotoLexer.LAST_OPERATOR -> "";
      case RotoLexer.PKG, RotoLexer.SUPER, RotoLexer.DEP -> "a name";
      case RotoLexer.LBRACE,
          RotoLexer.BODY_LBRACE,
          RotoLexer.RECORD_LBRACE,
          RotoLexer.ANONYMOUS_LBRACE ->
          "`{`";
      case RotoLexer.FORMAT -> "`:`";
      default -> {
        String literal = RotoLexer.VOCABULARY.getLiteralName(type);
        yield literal == null ? "" : "`" + literal.substring(1, literal.length() - 1) + "`";
      }
    };
  }
}
