/// Values and helpers that compiled scripts call: lists, texts, maps, sets of prefixes, numbers,
/// limits. Knows nothing of the compiler.
package dev.weir.roto.run;
