/// Characters to syntax tree: the grammar of Roto, the tree it makes, and its recovery from errors.
/// Knows nothing of names and types.
package dev.weir.roto.syntax;
