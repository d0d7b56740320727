package dev.weir.roto.run;

/// `StringChars`: a text by its code points.
public final class StringChars {}
