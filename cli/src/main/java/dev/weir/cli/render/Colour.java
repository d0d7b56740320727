package dev.weir.cli.render;

/// The few colours `weir` speaks in (ECMA-48 SGR).
public enum Colour {
  /// Something is wrong.
  RED(31),
  /// Something is right.
  GREEN(32),
  /// Something deserves a look.
  YELLOW(33),
  /// Something is named.
  CYAN(36),
  /// A heading.
  BOLD(1),
  /// An aside.
  FAINT(2);

  private final int code;

  Colour(int code) {
    this.code = code;
  }

  /// Returns the text wrapped in this colour and a reset.
  public String paint(String text) {
    return "\u001b[" + code + "m" + text + "\u001b[0m";
  }
}
