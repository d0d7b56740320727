package dev.weir.cli.exit;

/// The exit codes of `weir`, the same for every verb.
///
/// Codes from 64 up follow the habit of `sysexits.h`, so that they cannot be mistaken for a
/// verdict.
public enum ExitCode {
  /// The command did what was asked, and found nothing wrong.
  OK(0, "done, nothing wrong"),
  /// The input was read and is wrong: a zone with errors, a signature that does not verify.
  FINDINGS(1, "the input was read, and is wrong (details on standard output or error)"),
  /// The command line is wrong, or an input could not be read at all.
  UNUSABLE(2, "the command line is wrong, or an input could not be read"),
  /// The launcher found no JDK 25, or could not build the program.
  UNAVAILABLE(69, "no JDK 25, or the first build failed"),
  /// A fault of the program itself, or too little memory.
  INTERNAL(70, "an internal error, or not enough memory"),
  /// The result could not be written; what stood in its place before still does.
  UNWRITABLE(74, "the output could not be written; an older output file is untouched"),
  /// The user interrupted the command.
  INTERRUPTED(130, "interrupted"),
  /// The reader of the output went away.
  PIPE_CLOSED(141, "the reader of standard output went away");

  private final int code;
  private final String meaning;

  ExitCode(int code, String meaning) {
    this.code = code;
    this.meaning = meaning;
  }

  /// Returns the number given to the operating system.
  public int code() {
    return code;
  }

  /// Returns one line for the table in `weir --help`.
  public String meaning() {
    return meaning;
  }
}
