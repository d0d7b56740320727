package dev.weir.roto.tool;

import dev.weir.roto.source.Source;
import dev.weir.roto.syntax.Ast;
import dev.weir.roto.syntax.AstPrinter;
import dev.weir.roto.syntax.Parsed;
import dev.weir.roto.syntax.Parser;
import dev.weir.roto.syntax.Word;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Sets a script in the one usual way: four blanks per level, one blank around operators, none
/// inside round brackets, at most one empty line.
///
/// The author's line breaks stay where they are, and so does every comment; only what is between
/// the words of a line and before its first word changes. A line that goes on with an operator or a
/// point is indented once more. Formatting twice gives what formatting once gives, and the tree is
/// the same: should a text ever read differently afterwards, it is left as it was.
public final class Formatter {
  private static final int STEP = 4;

  private final Source source;
  private final StringBuilder out = new StringBuilder();
  private final Deque<Integer> indents = new ArrayDeque<>();
  private int lineIndent;
  private boolean closureOpen;
  private boolean tight;

  private Formatter(Source source) {
    this.source = source;
  }

  /// Formats a script; empty if it does not parse.
  public static Optional<String> format(Source source) {
    Parsed before = Parser.parse(source);
    if (!before.succeeded()) {
      return Optional.empty();
    }
    String text = new Formatter(source).format();
    Parsed after = Parser.parse(new Source(source.name(), text));
    boolean same = after.succeeded() && tree(before.file()).equals(tree(after.file()));
    return Optional.of(same ? text : source.text());
  }

  private static String tree(Ast.File file) {
    return AstPrinter.print(file, null);
  }

  private String format() {
    List<Word> words = Word.of(source);
    for (int i = 0; i < words.size(); i++) {
      Word before = i == 0 ? null : words.get(i - 1);
      Word word = words.get(i);
      if (before != null) {
        int breaks = breaks(before, word);
        if (breaks == 0) {
          out.append(space(i < 2 ? null : words.get(i - 2), before, word) ? " " : "");
        } else {
          boolean atEdge = isKind(before, Word.Kind.OPEN) || isKind(word, Word.Kind.CLOSE);
          out.append(breaks > 1 && !atEdge ? "\n\n" : "\n");
          beginLine(before, word);
        }
      }
      write(before, word);
    }
    return out.isEmpty() ? "" : out.append('\n').toString();
  }

  private String text(Word word) {
    return source.text(word.span());
  }

  private static boolean isKind(Word word, Word.Kind kind) {
    return word.kind() == kind;
  }

  private boolean is(Word word, String text) {
    return (word.kind() == Word.Kind.SYMBOL
            || word.kind() == Word.Kind.OPEN
            || word.kind() == Word.Kind.CLOSE)
        && text(word).equals(text);
  }

  /// The line breaks between two words: 0, 1, or 2 for an empty line.
  private int breaks(Word before, Word word) {
    String gap = source.text().substring(before.span().end(), word.span().start());
    int breaks = (int) gap.chars().filter(c -> c == '\n').count();
    return Math.min(2, breaks);
  }

  private void beginLine(Word before, Word word) {
    int indent = indents.isEmpty() ? 0 : indents.peek();
    if (isKind(word, Word.Kind.CLOSE)) {
      indent = Math.max(0, indent - STEP);
    } else if (!isKind(word, Word.Kind.COMMENT) && goesOn(before, word)) {
      indent += STEP;
    }
    lineIndent = indent;
    out.repeat(' ', indent);
  }

  /// Whether a line continues the one before.
  private boolean goesOn(Word before, Word word) {
    boolean operator =
        isKind(word, Word.Kind.SYMBOL) && !is(word, "!") && !is(word, "|") && !is(word, "||");
    boolean open = isKind(before, Word.Kind.SYMBOL) && !is(before, ",") && !is(before, ";");
    if (is(word, "-")) {
      return !is(before, ";")
          && !is(before, ",")
          && !isKind(before, Word.Kind.OPEN)
          && !is(before, "}")
          && !isKind(before, Word.Kind.COMMENT);
    }
    return operator || open && !is(before, "?") && !is(before, "|");
  }

  private void write(@Nullable Word before, Word word) {
    if (isKind(word, Word.Kind.OPEN)) {
      indents.push(lineIndent + STEP);
    } else if (isKind(word, Word.Kind.CLOSE) && !indents.isEmpty()) {
      indents.pop();
    }
    if (is(word, "|")) {
      closureOpen = !closureOpen && beginsOperand(before);
    }
    tight = is(word, "!") || is(word, "-") && beginsOperand(before);
    String text = text(word);
    out.append(isKind(word, Word.Kind.COMMENT) ? text.stripTrailing() : text);
  }

  /// Whether an operand is expected after a word.
  private boolean beginsOperand(@Nullable Word before) {
    if (before == null) {
      return true;
    }
    return switch (before.kind()) {
      case OPEN, COMMENT -> true;
      case SYMBOL -> !is(before, "?");
      case KEYWORD ->
          switch (text(before)) {
            case "true", "false", "pkg", "super", "dep" -> false;
            default -> true;
          };
      default -> false;
    };
  }

  private boolean space(@Nullable Word first, Word before, Word word) {
    if (isKind(before, Word.Kind.COMMENT) || isKind(word, Word.Kind.COMMENT)) {
      return true;
    }
    if (is(before, "(") || is(before, "[") || is(word, ")") || is(word, "]")) {
      return false;
    }
    if (is(before, "{") && is(word, "}")) {
      return false;
    }
    if (is(word, ",") || is(word, ";") || is(word, "?") || is(word, ":")) {
      return false;
    }
    if (isTightSymbol(before) || isTightSymbol(word)) {
      return is(word, "{") && !is(before, ".") || is(before, "{") && !is(word, ".");
    }
    if (tight) {
      return is(word, "{") && first != null && is(first, "->");
    }
    if (is(before, "/") && first != null && isKind(first, Word.Kind.ADDRESS)
        || is(word, "/") && isKind(before, Word.Kind.ADDRESS)) {
      return false;
    }
    if (is(word, "(") || is(word, "[")) {
      return beginsOperand(before) && !is(before, "|") || is(before, "|") && !closureOpen;
    }
    if (is(word, "|")) {
      return !closureOpen;
    }
    return !(is(before, "|") && closureOpen);
  }

  private boolean isTightSymbol(Word word) {
    return is(word, ".") || is(word, "..") || is(word, "..=");
  }
}
