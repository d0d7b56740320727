package dev.weir.cli.repl;

import dev.weir.roto.tool.Completions;
import java.util.List;
import org.jline.reader.CompletingParsedLine;
import org.jline.reader.EOFError;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;

/// Tells the line editor when an input is whole, by the syntax of the language, and which word the
/// cursor is in.
final class InputParser implements Parser {
  @Override
  public ParsedLine parse(String line, int cursor, ParseContext context) {
    if (context == ParseContext.ACCEPT_LINE && Dialogue.isIncomplete(line)) {
      throw new EOFError(-1, -1, "the input goes on");
    }
    int end = Math.clamp(cursor, 0, line.length());
    return new Word(line, end, wordStart(line, end));
  }

  /// A colon at the start belongs to the word: it makes a command.
  private static int wordStart(String line, int cursor) {
    int start = Completions.wordStart(line, cursor);
    return start == 1 && line.charAt(0) == ':' ? 0 : start;
  }

  /// The word before the cursor. What stands behind the cursor stays as it is.
  private record Word(String line, int cursor, int start) implements CompletingParsedLine {
    @Override
    public String word() {
      return line.substring(start, cursor);
    }

    @Override
    public int wordCursor() {
      return cursor - start;
    }

    @Override
    public int wordIndex() {
      return 0;
    }

    @Override
    public List<String> words() {
      return List.of(word());
    }

    @Override
    public CharSequence escape(CharSequence candidate, boolean complete) {
      return candidate;
    }

    @Override
    public int rawWordCursor() {
      return wordCursor();
    }

    @Override
    public int rawWordLength() {
      return cursor - start;
    }
  }
}
