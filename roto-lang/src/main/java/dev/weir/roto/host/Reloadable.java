package dev.weir.roto.host;

import dev.weir.roto.run.Limits;
import dev.weir.roto.source.Code;
import dev.weir.roto.source.Diagnostic;
import dev.weir.roto.source.Source;
import dev.weir.roto.source.SourceTree;
import dev.weir.roto.source.Span;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A package that can be replaced while it is used.
///
/// A handle fetched here follows to the newest version: each call reads, by one volatile read, the
/// version that is current, and then stays with it to its end. All functions change versions at one
/// moment. A package that does not compile, or in which a fetched function is missing or has other
/// types, does not replace anything, and the diagnostics say why.
///
/// When the last call on an old version has ended, its classes can be collected.
public final class Reloadable {
  private static final MethodHandle CURRENT = current(MethodHandles.lookup());

  private final Runtime runtime;
  private final List<Fetched> fetched = new ArrayList<>();
  private volatile Version version;

  /// What was fetched, to be fetched again from every later version.
  private record Fetched(String path, Class<?> shape, Limits limits) {
    Object from(CompiledPackage of) {
      return of.function(path, shape, limits);
    }
  }

  /// One version: the package, and its own handles in the order in which they were fetched.
  private record Version(CompiledPackage of, Object[] handles) {}

  /// Begins with a version of the package.
  ///
  /// @param runtime that compiled it, and will compile the next ones
  public Reloadable(Runtime runtime, CompiledPackage first) {
    this.runtime = runtime;
    this.version = new Version(first, new Object[0]);
  }

  private static MethodHandle current(MethodHandles.Lookup lookup) {
    try {
      return lookup.findVirtual(
          Reloadable.class, "handle", MethodType.methodType(Object.class, int.class));
    } catch (ReflectiveOperationException missing) {
      throw new LinkageError("handle", missing);
    }
  }

  Object handle(int index) {
    return version.handles()[index];
  }

  /// The package that is current.
  public CompiledPackage current() {
    return version.of();
  }

  /// The version that is current; it grows with every reload.
  public long version() {
    return version.of().version();
  }

  /// A handle that follows to the newest version, under the usual limits.
  ///
  /// @throws LookupException that says what differs
  public <F> F function(String path, Class<F> shape) {
    return function(path, shape, Limits.USUAL);
  }

  /// A handle that follows to the newest version.
  ///
  /// @param path `main`, `filters.bogons`; a leading `pkg.` may stand
  /// @param shape an interface with one method, which has the Java types of the function's
  /// @param limits of each call
  /// @throws LookupException that says what differs
  public synchronized <F> F function(String path, Class<F> shape, Limits limits) {
    Method method = Retrieval.methodOf(shape);
    Fetched entry = new Fetched(path, shape, limits);
    int index = fetched.size();
    Object[] handles = Arrays.copyOf(version.handles(), index + 1);
    handles[index] = entry.from(version.of());
    MethodHandle getter =
        MethodHandles.insertArguments(CURRENT, 0, this, index).asType(MethodType.methodType(shape));
    Retrieval retrieval = runtime.retrieval();
    MethodHandle follow = MethodHandles.foldArguments(retrieval.call(shape, method), getter);
    F object = retrieval.implement(shape, method, follow);
    fetched.add(entry);
    version = new Version(version.of(), handles);
    return object;
  }

  /// Compiles a package and, if all is well, makes it the current one.
  ///
  /// @return `Compiled` if it is current now; `Rejected` if the old one still is
  public synchronized Compilation reload(SourceTree tree) {
    Compilation compilation = runtime.compile(tree);
    if (!(compilation instanceof Compilation.Compiled compiled)) {
      return compilation;
    }
    Object[] handles = new Object[fetched.size()];
    List<Diagnostic> refusals = new ArrayList<>();
    for (int i = 0; i < handles.length; i++) {
      Fetched entry = fetched.get(i);
      try {
        handles[i] = entry.from(compiled.result());
      } catch (LookupException differs) {
        refusals.add(refusal(entry, compiled.result(), tree, differs));
      }
    }
    if (!refusals.isEmpty()) {
      refusals.addAll(compiled.warnings());
      return new Compilation.Rejected(refusals);
    }
    version = new Version(compiled.result(), handles);
    return compilation;
  }

  private static Diagnostic refusal(
      Fetched entry, CompiledPackage next, SourceTree tree, LookupException differs) {
    FunctionInfo info = next.find(entry.path());
    Source source = info == null ? tree.modules().getFirst().source() : info.source();
    Span span = info == null ? new Span(0, 0) : info.span();
    String[] lines = String.valueOf(differs.getMessage()).split("\n", 2);
    return Diagnostic.of(
            Code.FUNCTION_IN_USE,
            "the host uses `" + entry.path() + "`: " + lines[0],
            source,
            span,
            info == null ? "" : "of another type than before")
        .note("the package is not replaced; the version before stays in use");
  }
}
