package dev.weir.roto.run;

import org.jspecify.annotations.Nullable;

/// `Some(x)` where the boxed `x` does not tell by itself that it is there: it is null, the `None`
/// of an option inside an option, or itself a `Some`.
///
/// [Values#some] makes one where it is needed, and [Values#inside] takes it apart. Anything else
/// stands for `Some` of itself.
///
/// @param value the payload in its boxed form; null for `None`
public record Some(@Nullable Object value) {}
