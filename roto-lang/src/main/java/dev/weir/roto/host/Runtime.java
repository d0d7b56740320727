package dev.weir.roto.host;

import dev.weir.roto.library.Library;
import dev.weir.roto.source.SourceTree;
import java.lang.invoke.MethodHandles;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// What scripts are compiled in: the standard library and what the host adds.
///
/// Immutable, and shared between threads at will.
public final class Runtime {
  private final Library library;
  private final Retrieval retrieval;
  private final AtomicLong versions = new AtomicLong();

  Runtime(Library library, Access access, @Nullable Class<?> context) {
    this.library = library;
    this.retrieval = new Retrieval(access, context);
  }

  /// A runtime with the standard library alone.
  public static Runtime standard() {
    return builder().build();
  }

  /// Begins a runtime: the standard library, and what is added to it. Reaches public classes of
  /// exported packages, and packages that are open.
  public static RuntimeBuilder builder() {
    return builder(MethodHandles.publicLookup());
  }

  /// Begins a runtime that may use what the caller may: `builder(MethodHandles.lookup())`. Handles
  /// on functions then live beside the caller's own classes, and HotSpot can see through them.
  public static RuntimeBuilder builder(MethodHandles.Lookup lookup) {
    return new RuntimeBuilder(lookup);
  }

  /// A runtime over a library that is there already, without a context.
  public static Runtime of(Library library) {
    return new Runtime(library, new Access(MethodHandles.publicLookup()), null);
  }

  /// Everything that scripts can name without declaring it.
  public Library library() {
    return library;
  }

  Retrieval retrieval() {
    return retrieval;
  }

  /// Compiles a package. Never throws at a script: whatever is wrong is a diagnostic.
  public Compilation compile(SourceTree tree) {
    throw new IllegalStateException("the stages are not joined yet: " + tree + versions);
  }
}
