package dev.weir.bgp.type;

/// Text that is no pattern of AS paths or communities; says where, and what to write instead.
public final class MalformedPattern extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int column;

  /// Refuses a pattern.
  ///
  /// @param pattern the whole text
  /// @param column where it goes wrong, counted from 1
  /// @param problem what is wrong, and what to do
  public MalformedPattern(String pattern, int column, String problem) {
    super("column " + column + " of '" + pattern + "': " + problem);
    this.column = column;
  }

  /// Returns where the pattern goes wrong: a character of it counted from 1, or the one behind the
  /// last.
  public int column() {
    return column;
  }
}
