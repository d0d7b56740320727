package dev.weir.roto.host;

/// A `Verdict[A, R]` of a script, for hosts.
///
/// @param <A> what comes with accepting; `Unit` where nothing does
/// @param <R> what comes with rejecting; `Unit` where nothing does
public sealed interface Verdict<A, R> {
  /// What came with the decision.
  Object value();

  /// Whether it is [Accept].
  default boolean isAccept() {
    return this instanceof Accept;
  }

  /// `accept value`.
  record Accept<A, R>(A value) implements Verdict<A, R> {}

  /// `reject value`.
  record Reject<A, R>(R value) implements Verdict<A, R> {}
}
