package dev.weir.roto.run;

import dev.weir.inet.AsnSet;
import dev.weir.inet.PrefixSet;
import org.jspecify.annotations.Nullable;

/// What holds for boxed values of every type: equality, options, freezing.
public final class Values {
  private Values() {}

  /// Whether scripts see two boxed values as equal: numbers as numbers (`NaN` equals nothing,
  /// `-0.0` equals `0.0`), all else by content. Null is `None`.
  public static boolean equal(@Nullable Object a, @Nullable Object b) {
    if (a instanceof Double x && b instanceof Double y) {
      return x.doubleValue() == y.doubleValue();
    }
    if (a instanceof Float x && b instanceof Float y) {
      return x.floatValue() == y.floatValue();
    }
    return a == null ? b == null : a.equals(b);
  }

  /// A hash that agrees with [#equal].
  public static int hash(@Nullable Object value) {
    if (value instanceof Double number) {
      return Double.hashCode(number + 0.0);
    }
    if (value instanceof Float number) {
      return Float.hashCode(number + 0.0f);
    }
    return value == null ? 0 : value.hashCode();
  }

  /// `Some(value)` of a boxed value.
  public static Object some(@Nullable Object value) {
    return value == null || value instanceof Some ? new Some(value) : value;
  }

  /// The boxed value inside an option that is not `None`.
  public static @Nullable Object inside(Object option) {
    return option instanceof Some(var value) ? value : option;
  }

  /// Freezes a boxed value and all that it reaches.
  public static void freeze(@Nullable Object value) {
    switch (value) {
      case Freezable freezable -> freezable.freeze();
      case Some(var inner) -> freeze(inner);
      case PrefixSet set -> set.freeze();
      case AsnSet set -> set.freeze();
      case null, default -> {}
    }
  }
}
