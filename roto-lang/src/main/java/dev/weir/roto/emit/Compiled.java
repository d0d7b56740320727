package dev.weir.roto.emit;

import dev.weir.roto.run.Limits;
import dev.weir.roto.source.Diagnostic;
import dev.weir.roto.tree.Function;
import dev.weir.roto.type.Type;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.util.List;
import java.util.Optional;

/// A program as code that can run. Immutable; everything may be called from any thread.
///
/// @param functions functions and filters that are not generic, in the order of the program
/// @param tests sorted by path
/// @param diagnostics constants whose computation failed, and what was too large; if there is one,
///   nothing may be called
/// @param context whether every call takes a context
public record Compiled(
    List<Entry> functions, List<Entry> tests, List<Diagnostic> diagnostics, boolean context) {
  /// Copies the lists.
  public Compiled {
    functions = List.copyOf(functions);
    tests = List.copyOf(tests);
    diagnostics = List.copyOf(diagnostics);
  }

  /// The function of a path, with its modules and the root.
  public Optional<Entry> find(String path) {
    return functions.stream().filter(entry -> entry.function().path().equals(path)).findFirst();
  }

  /// What a host calls.
  ///
  /// The handle takes the [Limits] of the call, then, if the library has context variables, the
  /// context as `Object` (whether this function reads it or not), then the parameters in the forms
  /// that their types have in compiled code; it gives the result in its form, `void` for `()` and
  /// `!`. It throws nothing but [dev.weir.roto.run.ScriptException], and errors of the JVM.
  ///
  /// @param function as it was checked
  /// @param handle static, and constant for HotSpot where it is kept as a constant
  public record Entry(Function function, MethodHandle handle) {
    /// The types of the parameters.
    public List<Type> parameters() {
      return function.parameters().stream().map(local -> local.type()).toList();
    }

    /// The handle with limits put in.
    public MethodHandle handle(Limits limits) {
      return MethodHandles.insertArguments(handle, 0, limits);
    }
  }
}
