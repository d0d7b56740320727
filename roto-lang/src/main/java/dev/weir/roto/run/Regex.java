package dev.weir.roto.run;

/// `Regex`: a regular expression that matches in linear time.
public final class Regex {}
