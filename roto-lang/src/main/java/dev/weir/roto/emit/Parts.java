package dev.weir.roto.emit;

import dev.weir.roto.ir.Routine;
import java.util.IdentityHashMap;
import java.util.Map;

/// In which class of a package each routine is, and how code is made.
record Parts(Map<Routine, Integer> numbers, EmitOptions options, ShapeClasses shapes) {
  Parts(EmitOptions options, ShapeClasses shapes) {
    this(new IdentityHashMap<>(), options, shapes);
  }

  int part(Routine routine) {
    Integer number = numbers.get(routine);
    if (number == null) {
      throw new IllegalStateException("a routine without a class: " + routine);
    }
    return number;
  }
}
