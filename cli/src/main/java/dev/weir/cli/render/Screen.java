package dev.weir.cli.render;

/// What the output looks at: whether a person reads it, and whether colours are wanted.
///
/// @param outTerminal whether standard output is a terminal
/// @param errTerminal whether standard error is a terminal
/// @param colour whether colours are allowed at all (`NO_COLOR` is unset)
public record Screen(boolean outTerminal, boolean errTerminal, boolean colour) {
  /// Nobody looks: no colours, no progress.
  public static final Screen NONE = new Screen(false, false, false);

  /// Returns the screen of this process.
  ///
  /// The launcher has tested the file descriptors and says which are terminals in the property
  /// `weir.tty` (`1`, `2` or `12`): asking the JDK would load its console, which costs start-up
  /// time and cannot tell the two apart.
  public static Screen ofProcess() {
    String terminals = System.getProperty("weir.tty", "");
    String term = System.getenv("TERM");
    String noColour = System.getenv("NO_COLOR");
    boolean colour = (noColour == null || noColour.isEmpty()) && !"dumb".equals(term);
    return new Screen(terminals.contains("1"), terminals.contains("2"), colour);
  }

  /// Returns whether to colour standard output.
  public boolean colourOut() {
    return colour && outTerminal;
  }

  /// Returns whether to colour standard error.
  public boolean colourErr() {
    return colour && errTerminal;
  }
}
