package dev.weir.roto.run;

/// The elements of a list, by the form they have in compiled code.
public final class BooleanList extends RotoList {}
