package dev.weir.roto.check;

import dev.weir.roto.library.ContextVariable;
import dev.weir.roto.source.Code;
import dev.weir.roto.source.Diagnostic;
import dev.weir.roto.source.Span;
import dev.weir.roto.tree.Constant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The order in which constants are computed: each after all that it needs, directly or through
/// functions.
///
/// Strongly connected components by Tarjan's algorithm (SIAM Journal on Computing 1, 1972), with a
/// stack of its own instead of recursion, give that order; a component that holds a constant and
/// more than itself is a constant that needs itself.
final class Constants {
  private static final class Visit {
    final Routine routine;
    final Iterator<Routine> next;
    final int number;
    int low;

    Visit(Routine routine, int number) {
      this.routine = routine;
      this.next = routine.uses().keySet().iterator();
      this.number = number;
      this.low = number;
    }
  }

  /// A place where the context is read.
  private record Reading(ContextVariable variable, Routine routine, Span span) {}

  private final Report report;
  private final Map<Routine, Integer> numbers = new HashMap<>();
  private final Deque<Routine> open = new ArrayDeque<>();
  private final Set<Routine> isOpen = new HashSet<>();
  private final List<Routine> order = new ArrayList<>();
  private final Map<Routine, Reading> readings = new HashMap<>();

  private Constants(Report report) {
    this.report = report;
  }

  /// The constants among some routines, in order of computation.
  static List<Constant> ordered(List<Routine> routines, Report report) {
    Constants constants = new Constants(report);
    for (Routine routine : routines) {
      if (routine.isConstant() && !constants.numbers.containsKey(routine)) {
        constants.visit(routine);
      }
    }
    List<Constant> found = new ArrayList<>();
    for (Routine routine : constants.order) {
      if (routine.isConstant()) {
        constants.mustNotUseContext(routine);
        found.add(routine.constant());
      }
    }
    return found;
  }

  private void visit(Routine start) {
    Deque<Visit> stack = new ArrayDeque<>();
    stack.push(enter(start));
    while (!stack.isEmpty()) {
      Visit at = stack.peek();
      if (at.next.hasNext()) {
        Routine next = at.next.next();
        Integer number = numbers.get(next);
        if (number == null) {
          stack.push(enter(next));
        } else if (isOpen.contains(next)) {
          at.low = Math.min(at.low, number);
        }
        continue;
      }
      stack.pop();
      Visit below = stack.peek();
      if (below != null) {
        below.low = Math.min(below.low, at.low);
      }
      if (at.low == at.number) {
        close(at.routine);
      }
    }
  }

  private Visit enter(Routine routine) {
    Visit visit = new Visit(routine, numbers.size());
    numbers.put(routine, visit.number);
    open.push(routine);
    isOpen.add(routine);
    return visit;
  }

  private void close(Routine root) {
    List<Routine> component = new ArrayList<>();
    Routine routine;
    do {
      routine = open.pop();
      isOpen.remove(routine);
      component.add(routine);
    } while (routine != root);
    boolean circular = component.size() > 1 || root.uses().containsKey(root);
    Routine constant = firstConstant(component);
    if (circular && constant != null) {
      recursive(constant, component);
    }
    Reading reading = reading(component);
    if (reading != null) {
      component.forEach(member -> readings.put(member, reading));
    }
    order.addAll(component);
  }

  private static @Nullable Routine firstConstant(List<Routine> component) {
    Routine first = null;
    for (Routine routine : component) {
      boolean earlier =
          first == null || routine.name().span().start() < first.name().span().start();
      if (routine.isConstant() && earlier) {
        first = routine;
      }
    }
    return first;
  }

  private void recursive(Routine constant, List<Routine> component) {
    Diagnostic diagnostic =
        Diagnostic.of(
            Code.RECURSIVE_CONSTANT,
            "the value of `" + constant.name().name() + "` needs itself",
            constant.module().source(),
            constant.name().span(),
            "needs itself");
    Set<Routine> members = new HashSet<>(component);
    Routine at = constant;
    Set<Routine> seen = new HashSet<>();
    while (at != null && seen.add(at)) {
      Routine next = null;
      for (Map.Entry<Routine, Span> use : at.uses().entrySet()) {
        if (members.contains(use.getKey()) && (next == null || use.getKey() == constant)) {
          next = use.getKey();
        }
      }
      if (next != null) {
        diagnostic =
            diagnostic.also(
                at.module().source(),
                at.uses().getOrDefault(next, at.name().span()),
                "`" + at.name().name() + "` needs `" + next.name().name() + "`");
      }
      at = next;
    }
    report.add(diagnostic);
  }

  /// Where one of some routines, or what they use, reads the context; null if none does. What they
  /// use has been closed before.
  private @Nullable Reading reading(List<Routine> component) {
    for (Routine routine : component) {
      for (Map.Entry<ContextVariable, Span> use : routine.context().entrySet()) {
        return new Reading(use.getKey(), routine, use.getValue());
      }
    }
    for (Routine routine : component) {
      for (Routine used : routine.uses().keySet()) {
        Reading found = readings.get(used);
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }

  private void mustNotUseContext(Routine constant) {
    Reading reading = readings.get(constant);
    if (reading == null) {
      return;
    }
    boolean direct = reading.routine() == constant;
    Diagnostic diagnostic =
        Diagnostic.of(
            Code.CONTEXT_IN_CONSTANT,
            "the constant `"
                + constant.name().name()
                + "` depends on the context variable `"
                + reading.variable().name()
                + "`",
            constant.module().source(),
            direct ? reading.span() : constant.name().span(),
            "constants are computed before there is a context");
    report.add(
        direct
            ? diagnostic
            : diagnostic.also(reading.routine().module().source(), reading.span(), "used here"));
  }
}
