package dev.weir.roto.library;

/// `Map`, `Set`, `Regex`, `PrefixSet` and `AsnSet`.
final class ContainerRows {
  private ContainerRows() {}

  static void addTo(LibraryBuilder library) {}
}
