package dev.weir.roto.library;

import dev.weir.roto.run.Options;

/// `Option`, `Result` and `Verdict`. Most of these take closures or generic enums apart, and the
/// compiler lowers them.
final class EnumRows {
  private EnumRows() {}

  static void addTo(LibraryBuilder library) {
    addOption(new Rows(library, "Option", Options.class));
    addResult(new Rows(library, "Result", Options.class));
    new Rows(library, "Verdict", Options.class)
        .intrinsic(
            "fn is_accept(self: Verdict[A, R]) -> bool", "Whether it is `Accept` of something.")
        .intrinsic(
            "fn is_reject(self: Verdict[A, R]) -> bool", "Whether it is `Reject` of something.");
  }

  private static void addOption(Rows rows) {
    rows.intrinsic("fn is_some(self: T?) -> bool", "Whether there is a value.")
        .intrinsic("fn is_none(self: T?) -> bool", "Whether there is no value.")
        .intrinsic(
            "fn unwrap_or(self: T?, other: T) -> T",
            "The value, or another if there is none. The other is computed in any case.")
        .add(
            "fn or(self: T?, other: T?) -> T?",
            "or",
            "This option if it has a value, otherwise the other, which is computed in any case.")
        .intrinsic(
            "fn map[U](self: T?, change: fn(T) -> U) -> U?",
            "`Some` of what the closure gives for the value; `None` stays.")
        .intrinsic(
            "fn and_then[U](self: T?, next: fn(T) -> U?) -> U?",
            "What the closure gives for the value; `None` stays.")
        .intrinsic(
            "fn ok_or[E](self: T?, error: E) -> Result[T, E]",
            "`Ok` of the value, or `Err` of the error if there is none.");
  }

  private static void addResult(Rows rows) {
    rows.intrinsic("fn is_ok(self: Result[T, E]) -> bool", "Whether it is `Ok` of something.")
        .intrinsic("fn is_err(self: Result[T, E]) -> bool", "Whether it is `Err` of something.")
        .intrinsic(
            "fn unwrap_or(self: Result[T, E], other: T) -> T",
            "The value, or another for an error. The other is computed in any case.")
        .intrinsic(
            "fn map[U](self: Result[T, E], change: fn(T) -> U) -> Result[U, E]",
            "`Ok` of what the closure gives for the value; an error stays.")
        .intrinsic(
            "fn map_err[F](self: Result[T, E], change: fn(E) -> F) -> Result[T, F]",
            "`Err` of what the closure gives for the error; a value stays.")
        .intrinsic("fn ok(self: Result[T, E]) -> T?", "The value; `None` for an error.")
        .intrinsic("fn err(self: Result[T, E]) -> E?", "The error; `None` for a value.");
  }
}
