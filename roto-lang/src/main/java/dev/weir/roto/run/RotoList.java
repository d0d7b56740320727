package dev.weir.roto.run;

/// A list as scripts know it.
public abstract sealed class RotoList permits IntList, LongList, FloatList, DoubleList, RefList {}
