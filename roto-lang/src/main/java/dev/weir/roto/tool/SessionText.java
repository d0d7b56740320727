package dev.weir.roto.tool;

import dev.weir.roto.run.ScriptException;
import dev.weir.roto.source.Diagnostic;
import dev.weir.roto.source.Fix;
import dev.weir.roto.source.Label;
import dev.weir.roto.source.Source;
import dev.weir.roto.source.Span;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// The text that a session has compiled: all its items, and behind them what has just been entered.
///
/// The compiler sees one source; people see the inputs and files that they wrote. So the pieces are
/// remembered, and every place that the compiler speaks of is carried back to where it was written.
final class SessionText {
  /// A piece of the whole.
  ///
  /// @param start where it begins in the whole
  /// @param source where it was written
  /// @param offset where it begins there
  private record Piece(int start, int length, Source source, int offset) {}

  private final List<Piece> pieces = new ArrayList<>();
  private final Source items;
  private final Source input;
  private final Source whole;

  /// Puts items and an input together.
  SessionText(Collection<Entry> entries, Source input) {
    StringBuilder text = new StringBuilder();
    for (Entry entry : entries) {
      text.append(entry.documentation());
      int start = entry.span().start();
      pieces.add(new Piece(text.length(), entry.span().length(), entry.source(), start));
      text.append(entry.text()).append('\n');
    }
    items = new Source(input.name(), text.toString());
    this.input = new Source(input.name(), " ".repeat(text.length()) + input.text());
    pieces.add(new Piece(text.length(), input.text().length(), input, 0));
    whole = new Source(input.name(), text.append(input.text()).toString());
  }

  /// All of it.
  Source whole() {
    return whole;
  }

  /// The items alone; their places are those of the whole.
  Source items() {
    return items;
  }

  /// The input alone, moved to its place in the whole by blanks.
  Source input() {
    return input;
  }

  /// Where the input begins.
  int inputStart() {
    return items.text().length();
  }

  /// Diagnostics at the places that people know.
  List<Diagnostic> back(List<Diagnostic> diagnostics) {
    return diagnostics.stream().map(this::back).toList();
  }

  private Diagnostic back(Diagnostic one) {
    return new Diagnostic(
        one.code(),
        one.message(),
        back(one.primary()),
        one.secondary().stream().map(this::back).toList(),
        one.notes(),
        one.fix().map(this::back));
  }

  private Label back(Label label) {
    if (!isOurs(label.source())) {
      return label;
    }
    Piece piece = piece(label.span());
    return new Label(piece.source, back(piece, label.span()), label.text());
  }

  private Fix back(Fix fix) {
    if (!isOurs(fix.source())) {
      return fix;
    }
    Piece piece = piece(fix.span());
    return new Fix(fix.title(), piece.source, back(piece, fix.span()), fix.replacement());
  }

  /// Frames at the places that people know.
  List<ScriptException.Frame> frames(List<ScriptException.Frame> frames) {
    return frames.stream().map(this::back).toList();
  }

  private ScriptException.Frame back(ScriptException.Frame frame) {
    if (!isOurs(frame.source())) {
      return frame;
    }
    Piece piece = piece(frame.span());
    String name = frame.function().endsWith(Session.PROMPT) ? "prompt" : frame.function();
    return new ScriptException.Frame(name, piece.source, back(piece, frame.span()));
  }

  /// Sources that were made here: the whole, and its parts padded to the same places.
  private boolean isOurs(Source source) {
    return source == whole || source == items || source == input;
  }

  private Piece piece(Span span) {
    Piece found = pieces.getFirst();
    for (Piece piece : pieces) {
      if (piece.start <= span.start()) {
        found = piece;
      }
    }
    return found;
  }

  private static Span back(Piece piece, Span span) {
    int start = Math.clamp(span.start() - piece.start, 0, piece.length);
    int end = Math.clamp(span.end() - piece.start, start, piece.length);
    return new Span(start + piece.offset, end + piece.offset);
  }
}
