package dev.weir.roto.run;

/// A record, or a variant of an enum, of a script: fields by their kinds.
///
/// The subclasses are made when first needed, one for each count of fields of the kinds `I J F D
/// L`: `Shape$I2L1` has the fields `i0 i1 l0`. The first field of an enum, `i0`, is its tag. Shapes
/// are immutable; `equals` is what scripts see as `==`.
public abstract class Shape implements Freezable {
  /// For the subclasses, which only the compiler makes.
  protected Shape() {}
}
