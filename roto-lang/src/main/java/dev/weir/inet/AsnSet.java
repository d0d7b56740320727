package dev.weir.inet;

/// A set of AS numbers.
public final class AsnSet {}
