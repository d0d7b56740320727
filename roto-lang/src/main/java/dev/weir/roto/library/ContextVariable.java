package dev.weir.roto.library;

import dev.weir.roto.type.Type;
import java.lang.invoke.MethodHandle;

/// A value that the host gives with every call, and scripts read by name.
///
/// @param getter from `Object`, the context of the call, to the form of the type in compiled code
public record ContextVariable(String name, Type type, String documentation, MethodHandle getter) {}
