package dev.weir.roto.run;

import org.jspecify.annotations.Nullable;

/// A script was stopped: what happened, and where in the script.
public final class ScriptException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /// What happened.
  private final Fault fault;

  /// Stops the script that runs on this thread.
  public ScriptException(Fault fault, String message) {
    this(fault, message, null);
  }

  /// Stops the script that runs on this thread.
  public ScriptException(Fault fault, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.fault = fault;
  }

  /// What happened.
  public Fault fault() {
    return fault;
  }
}
