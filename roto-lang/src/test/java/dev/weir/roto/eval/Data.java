package dev.weir.roto.eval;

import dev.weir.roto.run.Fault;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Values as the evaluator has them: integers of every type are `Long` (sign- or zero-extended),
/// characters and AS numbers `Integer`, and the classes here. All else is the library's class.
final class Data {
  private Data() {}

  /// `()`.
  enum Nothing {
    NOTHING
  }

  /// A record, by the order of its type; never changed.
  static final class Rec {
    final Object[] fields;

    Rec(Object... fields) {
      this.fields = fields;
    }

    /// The record with another value at the end of a path.
    Rec with(List<Integer> path, Object value) {
      Object[] copy = fields.clone();
      int first = path.getFirst();
      copy[first] =
          path.size() == 1 ? value : ((Rec) copy[first]).with(path.subList(1, path.size()), value);
      return new Rec(copy);
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Rec rec && Data.equal(fields, rec.fields);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(fields);
    }

    @Override
    public String toString() {
      return "{" + Arrays.toString(fields) + "}";
    }
  }

  /// A variant with its payload; never changed.
  static final class Var {
    final int index;
    final Object[] payload;

    Var(int index, Object... payload) {
      this.index = index;
      this.payload = payload;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Var var && index == var.index && Data.equal(payload, var.payload);
    }

    @Override
    public int hashCode() {
      return 31 * index + Arrays.hashCode(payload);
    }

    @Override
    public String toString() {
      return "#" + index + Arrays.toString(payload);
    }
  }

  /// A list, which its handles share.
  static final class Items {
    final List<Object> elements;
    boolean frozen;

    Items(List<Object> elements) {
      this.elements = new ArrayList<>(elements);
    }

    List<Object> changing() {
      if (frozen) {
        throw new Stop(Fault.FROZEN, "a constant list");
      }
      return elements;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return this == other
          || other instanceof Items items
              && Data.equal(elements.toArray(), items.elements.toArray());
    }

    @Override
    public int hashCode() {
      return elements.hashCode();
    }

    @Override
    public String toString() {
      return elements.toString();
    }
  }

  /// `Some(value)`.
  static Var some(Object value) {
    return new Var(0, value);
  }

  /// `None`.
  static Var none() {
    return new Var(1);
  }

  /// `==` of a script.
  static boolean equal(Object a, Object b) {
    if (a instanceof Double x && b instanceof Double y) {
      return x.doubleValue() == y.doubleValue();
    }
    if (a instanceof Float x && b instanceof Float y) {
      return x.floatValue() == y.floatValue();
    }
    return a.equals(b);
  }

  private static boolean equal(Object[] a, Object[] b) {
    boolean same = a.length == b.length;
    for (int i = 0; same && i < a.length; i++) {
      same = equal(a[i], b[i]);
    }
    return same;
  }

  /// Makes lists that a constant reaches refuse changes.
  static void freeze(Object value) {
    switch (value) {
      case Rec rec -> Arrays.stream(rec.fields).forEach(Data::freeze);
      case Var var -> Arrays.stream(var.payload).forEach(Data::freeze);
      case Items items -> {
        items.frozen = true;
        items.elements.forEach(Data::freeze);
      }
      case dev.weir.roto.run.Freezable freezable -> freezable.freeze();
      default -> {}
    }
  }
}
