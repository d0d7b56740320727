package dev.weir.roto.run;

/// `Set[T]`: elements in their boxed forms, in the order of insertion.
public final class RotoSet {}
