package dev.weir.roto.source;

/// A place that a diagnostic points at, with a few words.
///
/// @param source the text
/// @param span the part of it
/// @param text what is said there; may be empty
public record Label(Source source, Span span, String text) {}
