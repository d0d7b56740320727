package dev.weir.roto.host;

import dev.weir.roto.run.Limits;
import dev.weir.roto.tree.Program;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A package that can run. Immutable; all its functions may be called from any thread.
public final class CompiledPackage {
  private final Program program;
  private final long version;

  CompiledPackage(Program program, long version) {
    this.program = program;
    this.version = version;
  }

  /// A handle on a function, under the usual limits.
  ///
  /// @param path `main`, `filters.bogons`; a leading `pkg.` may stand
  /// @param shape an interface with one method, which has the Java types of the function's
  /// @throws LookupException that says what differs
  public <F> F function(String path, Class<F> shape) {
    return function(path, shape, Limits.USUAL);
  }

  /// A handle on a function.
  ///
  /// @param path `main`, `filters.bogons`; a leading `pkg.` may stand
  /// @param shape an interface with one method, which has the Java types of the function's
  /// @param limits of each call
  /// @throws LookupException that says what differs
  public <F> F function(String path, Class<F> shape, Limits limits) {
    throw new LookupException("there is no " + path + " for " + shape + " under " + limits);
  }

  /// Functions and filters, in the order of the texts; neither tests nor generic functions.
  public List<FunctionInfo> functions() {
    return List.of();
  }

  /// The tests, sorted by path.
  public List<ScriptTest> tests() {
    return List.of();
  }

  /// Calls a function under the usual limits.
  ///
  /// @param arguments in boxed form, as `docs/design/roto-values.md` has it
  /// @return the result in boxed form; null is `None`
  /// @throws LookupException if there is no such function or the arguments do not fit
  /// @throws dev.weir.roto.run.ScriptException if the script is stopped
  public @Nullable Object call(String path, @Nullable Object... arguments) {
    return call(path, Limits.USUAL, null, arguments);
  }

  /// Calls a function.
  ///
  /// @param context of the runtime's context class; null where the runtime has none
  /// @param arguments in boxed form, as `docs/design/roto-values.md` has it
  /// @return the result in boxed form; null is `None`
  /// @throws LookupException if there is no such function or the arguments do not fit
  /// @throws dev.weir.roto.run.ScriptException if the script is stopped
  public @Nullable Object call(
      String path, Limits limits, @Nullable Object context, @Nullable Object... arguments) {
    throw new LookupException("there is no " + path);
  }

  boolean runTest(FunctionInfo test, Limits limits, @Nullable Object context) {
    return Integer.valueOf(0).equals(call(test.path(), limits, context));
  }

  /// What was checked, for tools that complete or document.
  public Program program() {
    return program;
  }

  /// A number that is larger for a package compiled later by the same runtime.
  public long version() {
    return version;
  }
}
