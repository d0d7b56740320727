package dev.weir.roto.run;

/// A list as scripts know it.
public abstract sealed class RotoList
    permits IntList, BooleanList, LongList, FloatList, DoubleList, RefList {}
