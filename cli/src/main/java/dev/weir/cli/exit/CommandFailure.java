package dev.weir.cli.exit;

/// Ends a command with one sentence on standard error and an exit code, without a stack trace.
///
/// The sentence says what happened, where, and what to do about it.
public final class CommandFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ExitCode exit;

  /// Creates the end of a command.
  public CommandFailure(ExitCode exit, String sentence) {
    super(sentence);
    this.exit = exit;
  }

  /// Returns a failure for input that cannot be used at all ([ExitCode#UNUSABLE]).
  public static CommandFailure unusable(String sentence) {
    return new CommandFailure(ExitCode.UNUSABLE, sentence);
  }

  /// Returns a failure for input that was read and is wrong ([ExitCode#FINDINGS]).
  public static CommandFailure findings(String sentence) {
    return new CommandFailure(ExitCode.FINDINGS, sentence);
  }

  /// Returns a failure for a result that could not be written ([ExitCode#UNWRITABLE]).
  public static CommandFailure unwritable(String sentence) {
    return new CommandFailure(ExitCode.UNWRITABLE, sentence);
  }

  /// Returns the code the command ends with.
  public ExitCode exit() {
    return exit;
  }
}
