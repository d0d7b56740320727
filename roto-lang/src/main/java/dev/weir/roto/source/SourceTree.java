package dev.weir.roto.source;

import java.util.List;

/// The sources of one package: the root and its modules.
///
/// @param modules the root module `pkg` first; every parent before its children
public record SourceTree(List<Module> modules) {
  /// Copies the list and checks the root.
  public SourceTree {
    modules = List.copyOf(modules);
    if (modules.isEmpty() || !modules.getFirst().path().equals("pkg")) {
      throw new IllegalArgumentException("the first module of a package is pkg");
    }
  }

  /// A module and its text.
  ///
  /// @param path `pkg`, `pkg.filters`, `pkg.filters.bogons`
  /// @param source the text; empty for a directory without a file of its own
  public record Module(String path, Source source) {}

  /// A package of one text.
  public static SourceTree of(Source source) {
    return new SourceTree(List.of(new Module("pkg", source)));
  }

  /// A package of one text.
  public static SourceTree of(String name, String text) {
    return of(new Source(name, text));
  }
}
