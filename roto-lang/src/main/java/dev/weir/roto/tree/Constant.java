package dev.weir.roto.tree;

import dev.weir.roto.type.Type;

/// A constant of a script: the function that computes it has no parameters and is called once.
public record Constant(String path, Type type, Function initial) {}
