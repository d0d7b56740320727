package dev.weir.cli.repl;

import dev.weir.roto.tool.Highlighting;
import org.jline.reader.Highlighter;
import org.jline.reader.LineReader;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/// Colours the words of an input by their kinds.
final class InputHighlighter implements Highlighter {
  @Override
  public AttributedString highlight(LineReader reader, String buffer) {
    AttributedStringBuilder out = new AttributedStringBuilder();
    int at = 0;
    for (Highlighting.Piece piece : Highlighting.of(buffer)) {
      out.append(buffer.substring(at, piece.span().start()));
      at = piece.span().end();
      out.styled(style(piece.kind()), buffer.substring(piece.span().start(), at));
    }
    return out.append(buffer.substring(at)).toAttributedString();
  }

  private static AttributedStyle style(Highlighting.Kind kind) {
    AttributedStyle plain = AttributedStyle.DEFAULT;
    return switch (kind) {
      case KEYWORD -> plain.foreground(AttributedStyle.BLUE).bold();
      case TYPE -> plain.foreground(AttributedStyle.CYAN);
      case NUMBER -> plain.foreground(AttributedStyle.YELLOW);
      case TEXT -> plain.foreground(AttributedStyle.GREEN);
      case COMMENT -> plain.faint();
    };
  }
}
