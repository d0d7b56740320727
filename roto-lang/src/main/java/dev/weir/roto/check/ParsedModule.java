package dev.weir.roto.check;

import dev.weir.roto.syntax.Ast;

/// A module of a package, parsed.
///
/// @param path `pkg`, `pkg.filters`
/// @param file what was written; empty for a directory without a file of its own
public record ParsedModule(String path, Ast.File file) {}
