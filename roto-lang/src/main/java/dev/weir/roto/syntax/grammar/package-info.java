/// The lexer and parser that ANTLR makes from the grammar files; used by `dev.weir.roto.syntax`
/// only.
@org.jspecify.annotations.NullUnmarked
package dev.weir.roto.syntax.grammar;
