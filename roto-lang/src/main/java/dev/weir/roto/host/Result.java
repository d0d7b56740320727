package dev.weir.roto.host;

/// A `Result[T, E]` of a script, for hosts.
///
/// @param <T> the value
/// @param <E> the error
public sealed interface Result<T, E> {
  /// The value or the error.
  Object value();

  /// Whether it is [Ok].
  default boolean isOk() {
    return this instanceof Ok;
  }

  /// `Ok(value)`.
  record Ok<T, E>(T value) implements Result<T, E> {}

  /// `Err(value)`.
  record Err<T, E>(E value) implements Result<T, E> {}
}
