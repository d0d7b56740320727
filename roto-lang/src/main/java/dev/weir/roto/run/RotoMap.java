package dev.weir.roto.run;

/// `Map[K, V]`: keys and values in their boxed forms, in the order of insertion.
public final class RotoMap {}
