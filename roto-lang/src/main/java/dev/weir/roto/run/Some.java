package dev.weir.roto.run;

/// `Some(x)` where a null would not tell `None` from `Some(None)`: the payload is itself an option.
///
/// @param value the payload in its boxed form; null for `None`
public record Some(@org.jspecify.annotations.Nullable Object value) {}
