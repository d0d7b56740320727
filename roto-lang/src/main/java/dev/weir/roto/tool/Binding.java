package dev.weir.roto.tool;

import dev.weir.roto.type.Type;
import org.jspecify.annotations.Nullable;

/// A variable of a [Session].
///
/// @param value in its boxed form; null is `None`
public record Binding(String name, Type type, @Nullable Object value) {}
