package dev.weir.roto.tool;

import dev.weir.roto.source.Source;
import dev.weir.roto.syntax.Ast;
import dev.weir.roto.syntax.AstPrinter;
import dev.weir.roto.syntax.Parsed;
import dev.weir.roto.syntax.Parser;
import java.util.Optional;

/// Sets a script in the one usual way: lines of at most 100 columns where the words allow it, four
/// blanks per level, one blank around operators, none inside round and square brackets, at most one
/// empty line.
///
/// What fits on one line stands on one line; what does not is broken at its outermost brackets or
/// operators, one element a line, with a comma behind the last where the grammar allows one. Two
/// things are the author's choice: a block or `match` that is written on one line stays there if it
/// fits, and a record whose first field is on a new line has each field on its own.
///
/// Every comment is kept. Formatting twice gives what formatting once gives, and the tree is the
/// same: should a text ever read differently afterwards, it is left as it was.
public final class Formatter {
  private static final int MOST_ROUNDS = 4;

  private Formatter() {}

  /// Formats a script; empty if it does not parse.
  public static Optional<String> format(Source source) {
    Parsed parsed = Parser.parse(source);
    if (!parsed.succeeded()) {
      return Optional.empty();
    }
    String tree = tree(parsed.file());
    Source current = source;
    // one round is enough but where breaking a short block changes what is best around it
    for (int round = 0; round < MOST_ROUNDS; round++) {
      ItemLayout layout = new ItemLayout(new ScriptWords(current));
      String text = LayoutPrinter.print(layout.file(parsed.file()));
      if (text.equals(current.text())) {
        return Optional.of(text);
      }
      current = new Source(source.name(), text);
      parsed = Parser.parse(current);
      if (!parsed.succeeded() || !tree(parsed.file()).equals(tree)) {
        return Optional.of(source.text());
      }
    }
    return Optional.of(current.text());
  }

  private static String tree(Ast.File file) {
    return AstPrinter.print(file, null);
  }
}
