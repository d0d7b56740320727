package dev.weir.bgp.mrt;

/// A line of text that is no route: what is wrong with it, and in which column.
public final class MalformedLine extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int column;

  MalformedLine(int column, String problem) {
    super(problem);
    this.column = column;
  }

  /// Returns where the line stops making sense, counted from 1.
  public int column() {
    return column;
  }
}
