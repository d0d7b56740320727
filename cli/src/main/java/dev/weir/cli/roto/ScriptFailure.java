package dev.weir.cli.roto;

import dev.weir.cli.exit.CommandFailure;
import dev.weir.cli.render.Colour;
import dev.weir.cli.render.Console;
import dev.weir.cli.render.Json;
import dev.weir.roto.run.ScriptException;
import dev.weir.roto.run.ScriptException.Frame;
import dev.weir.roto.source.Source;
import java.util.List;
import java.util.Locale;

/// Says that a script was stopped: why, where, and how it came there.
public final class ScriptFailure {
  private static final int SHOWN = 12;

  private ScriptFailure() {}

  /// Prints it for people, on standard error.
  static void print(ScriptException stopped, Console console) {
    console.err().println(render(stopped, stopped.frames(), console.screen().colourErr()));
  }

  /// What happened, the line of the script, and the functions that were running.
  ///
  /// @param frames the innermost first
  public static String render(ScriptException stopped, List<Frame> frames, boolean colour) {
    StringBuilder text = new StringBuilder();
    text.append(paint(Colour.RED, "stopped", colour)).append(": ").append(stopped.reason());
    if (!frames.isEmpty()) {
      excerpt(frames.getFirst(), colour, text);
    }
    for (int i = 0; i < frames.size(); i++) {
      boolean cut = i == SHOWN - 2 && frames.size() > SHOWN;
      if (cut) {
        int left = frames.size() - SHOWN + 1;
        text.append("\n  .. ").append(left).append(" more calls");
        i += left - 1;
      } else {
        text.append("\n  in ").append(frames.get(i));
      }
    }
    return text.toString();
  }

  private static void excerpt(Frame frame, boolean colour, StringBuilder text) {
    Source source = frame.source();
    int line = frame.line();
    String content = source.lineText(line);
    int from = source.column(frame.span().start()) - 1;
    boolean oneLine = source.line(frame.span().end()) == line;
    int end = oneLine ? source.column(frame.span().end()) - 1 : content.length();
    String number = Integer.toString(line);
    text.append('\n').append(number).append(" | ").append(content).append('\n');
    text.append(" ".repeat(number.length())).append(" | ");
    content.codePoints().limit(from).forEach(c -> text.append(c == '\t' ? '\t' : ' '));
    text.append(paint(Colour.RED, "^".repeat(Math.max(1, end - from)), colour));
  }

  private static String paint(Colour colour, String text, boolean wanted) {
    return wanted ? colour.paint(text) : text;
  }

  /// Writes the members `fault`, `message` and `frames` into the open object.
  static void members(ScriptException stopped, Json out) {
    out.field("fault", stopped.fault().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    out.field("message", stopped.reason());
    out.array("frames");
    for (Frame frame : stopped.frames()) {
      out.object().field("function", frame.function());
      DiagnosticOutput.place(out, frame.source(), frame.span());
      out.end();
    }
    out.end();
  }

  /// Refuses a budget below zero.
  static void requireFuel(long fuel) {
    if (fuel < 0) {
      throw CommandFailure.unusable("--fuel is 0 or more, not " + fuel);
    }
  }
}
