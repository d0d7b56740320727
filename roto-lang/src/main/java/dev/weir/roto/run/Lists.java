package dev.weir.roto.run;

/// Functions of lists that have no receiver.
public final class Lists {
  private Lists() {}

  /// An empty list.
  ///
  /// @param empty a new list of the right class
  public static RotoList create(RotoList empty) {
    return empty;
  }
}
