/// The text of scripts and what is said about it: sources, spans in them, diagnostics, and how
/// those are shown to a person or to a program. Knows nothing of the language.
package dev.weir.roto.source;
