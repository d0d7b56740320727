/// A second implementation of the language, for the tests: it walks the typed tree, with values of
/// its own, and shares no code with the stages behind the checker. What both give must be equal.
@org.jspecify.annotations.NullMarked
package dev.weir.roto.eval;
