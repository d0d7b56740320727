package dev.weir.roto.run;

/// `StringBytes`: a text by the octets of its UTF-8 form.
public final class StringBytes {}
