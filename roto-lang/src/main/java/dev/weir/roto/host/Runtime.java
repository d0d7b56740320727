package dev.weir.roto.host;

import dev.weir.roto.library.Library;
import dev.weir.roto.source.SourceTree;

/// What scripts are compiled in: the standard library and what the host adds.
public final class Runtime {
  private final Library library;

  private Runtime(Library library) {
    this.library = library;
  }

  /// A runtime with the standard library alone.
  public static Runtime standard() {
    return builder().build();
  }

  /// Begins a runtime: the standard library, and what is added to it.
  public static RuntimeBuilder builder() {
    return new RuntimeBuilder();
  }

  /// A runtime over a library that is there already.
  public static Runtime of(Library library) {
    return new Runtime(library);
  }

  /// Everything that scripts can name without declaring it.
  public Library library() {
    return library;
  }

  /// Compiles a package. Never throws at a script: whatever is wrong is a diagnostic.
  public Compilation compile(SourceTree tree) {
    throw new IllegalStateException("the stages are not joined yet: " + tree);
  }
}
