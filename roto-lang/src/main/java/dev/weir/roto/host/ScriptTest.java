package dev.weir.roto.host;

import dev.weir.roto.run.Limits;
import dev.weir.roto.run.ScriptException;
import dev.weir.roto.source.Source;
import dev.weir.roto.source.Span;
import org.jspecify.annotations.Nullable;

/// A `test` item of a script.
public final class ScriptTest {
  private final CompiledPackage owner;
  private final FunctionInfo info;

  ScriptTest(CompiledPackage owner, FunctionInfo info) {
    this.owner = owner;
    this.info = info;
  }

  /// With its modules and the root: `pkg.filters.bogons_are_refused`.
  public String path() {
    return "pkg." + info.path();
  }

  /// The text that declares it.
  public Source source() {
    return info.source();
  }

  /// Where its name stands.
  public Span span() {
    return info.span();
  }

  /// Runs it under the usual limits.
  public Outcome run() {
    return run(Limits.USUAL, null);
  }

  /// Runs it.
  ///
  /// @param context of the runtime's context class; null where the runtime has none
  public Outcome run(Limits limits, @Nullable Object context) {
    try {
      return owner.runTest(info, limits, context) ? new Outcome.Passed() : new Outcome.Rejected();
    } catch (ScriptException stopped) {
      return new Outcome.Faulted(stopped);
    }
  }

  @Override
  public String toString() {
    return path();
  }
}
