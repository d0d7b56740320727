package dev.weir.roto.source;

/// A change of the text that would answer a diagnostic.
///
/// @param title what the change does, as an order: `write //`
/// @param source the text to change
/// @param span what is replaced
/// @param replacement by what
public record Fix(String title, Source source, Span span, String replacement) {}
