package dev.weir.roto.run;

/// `StringLines`: a text by its lines.
public final class StringLines {}
