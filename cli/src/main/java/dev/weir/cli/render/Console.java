package dev.weir.cli.render;

import java.io.InputStream;
import java.io.PrintStream;

/// The three streams of a command and the screen behind them, given to every verb, so that a test
/// can run a whole command in its own process.
///
/// Results go to [#out()], everything said about them to [#err()].
///
/// @param in standard input
/// @param out standard output, for results only
/// @param err standard error, for messages and progress
/// @param screen who looks at them
public record Console(InputStream in, PrintStream out, PrintStream err, Screen screen) {

  /// Returns the console of this process.
  public static Console ofProcess() {
    return new Console(System.in, System.out, System.err, Screen.ofProcess());
  }

  /// Returns whether results go to the standard output of this process.
  public boolean isProcess() {
    return out == System.out;
  }

  /// Prints a message for people, `weir: ` in front, on standard error.
  public void say(String sentence) {
    err.println("weir: " + sentence);
  }

  /// Prints a message that something went wrong, in red where colours are allowed.
  public void fail(String sentence) {
    say(screen.colourErr() ? Colour.RED.paint(sentence) : sentence);
  }

  /// Returns the text in a colour if standard output shows colours, else as it is.
  public String paint(Colour colour, String text) {
    return screen.colourOut() ? colour.paint(text) : text;
  }
}
