package dev.weir.roto.syntax;

import dev.weir.roto.syntax.grammar.RotoParser;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenStream;
import org.jspecify.annotations.Nullable;

/// The doc comments of a file: `///` lines, and blocks that begin with two asterisks, which belong
/// to what follows them.
final class Documentation {
  private final TokenStream tokens;

  Documentation(TokenStream tokens) {
    this.tokens = tokens;
  }

  /// The text of the doc comments right before a token, without their marks; or null.
  @Nullable String before(Token first) {
    List<String> lines = new ArrayList<>();
    for (int i = first.getTokenIndex() - 1; i >= 0; i--) {
      Token token = tokens.get(i);
      if (token.getChannel() == Token.DEFAULT_CHANNEL) {
        break;
      }
      if (token.getType() == RotoParser.DOC_COMMENT) {
        lines.addFirst(text(token.getText()));
      }
    }
    return lines.isEmpty() ? null : String.join("\n", lines);
  }

  private static String text(String comment) {
    if (comment.startsWith("///")) {
      String line = comment.substring(3).stripTrailing();
      return line.startsWith(" ") ? line.substring(1) : line;
    }
    String inner = comment.substring(3, Math.max(3, comment.length() - 2)).strip();
    List<String> lines = new ArrayList<>();
    for (String line : inner.lines().map(String::strip).toList()) {
      String rest = line.startsWith("*") && !lines.isEmpty() ? line.substring(1) : line;
      lines.add(rest.startsWith(" ") ? rest.substring(1) : rest);
    }
    return String.join("\n", lines);
  }
}
