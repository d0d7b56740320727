package dev.weir.roto.host;

import dev.weir.roto.run.ScriptException;

/// How a test of a script ended.
public sealed interface Outcome {
  /// It accepted.
  record Passed() implements Outcome {}

  /// It rejected.
  record Rejected() implements Outcome {}

  /// It was stopped.
  record Faulted(ScriptException reason) implements Outcome {}
}
