package dev.weir.bgp.rib;

/// Text that is no query; says where, and what to write instead.
public final class MalformedQuery extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int column;

  /// Refuses a query.
  ///
  /// @param query the whole text
  /// @param column where it goes wrong, counted from 1
  /// @param problem what is wrong, and what to do
  public MalformedQuery(String query, int column, String problem) {
    super("column " + column + " of '" + query + "': " + problem);
    this.column = column;
  }

  /// Returns where the query goes wrong: a character of it counted from 1, or the one behind the
  /// last.
  public int column() {
    return column;
  }
}
