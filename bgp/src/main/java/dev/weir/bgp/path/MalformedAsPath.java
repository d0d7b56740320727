package dev.weir.bgp.path;

/// Text that is no AS path.
public final class MalformedAsPath extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int column;

  MalformedAsPath(CharSequence text, int column, String problem) {
    super("column " + column + " of '" + text + "': " + problem);
    this.column = column;
  }

  /// Returns where it goes wrong, counted from 1.
  public int column() {
    return column;
  }
}
