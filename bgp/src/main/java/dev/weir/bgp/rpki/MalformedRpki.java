package dev.weir.bgp.rpki;

/// A file of validated payloads or of local exceptions that cannot be read; says where.
public final class MalformedRpki extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int line;
  private final int column;

  MalformedRpki(int line, int column, String problem) {
    super("line " + line + ", column " + column + ": " + problem);
    this.line = line;
    this.column = column;
  }

  /// Returns the line, counted from 1.
  public int line() {
    return line;
  }

  /// Returns the column in the line, counted from 1.
  public int column() {
    return column;
  }
}
