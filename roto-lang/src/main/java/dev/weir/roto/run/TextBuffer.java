package dev.weir.roto.run;

/// `StringBuf`: a text that can grow.
public final class TextBuffer {}
