package dev.weir.roto.ir;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;

/// Finds what each routine needs from its caller, and where it pays.
///
/// A call that is part of no circle of calls is not counted where it happens: what it can cost at
/// most is known, and whoever is in a loop or in a circle pays for it. So a routine takes the
/// execution only if it has a loop, is in a circle, is expensive, asks for the context, or calls
/// one that needs it. A routine in a circle pays on the way to the calls that continue the circle,
/// so that the end of a recursion costs nothing.
public final class Analysis {
  private static final int EXPENSIVE = 1000;
  private static final int DEEP = 64;

  private final Map<Routine, Facts> facts = new IdentityHashMap<>();
  private final List<Routine> added = new ArrayList<>();
  private final Set<Routine> circle = Collections.newSetFromMap(new IdentityHashMap<>());

  /// What the body of a routine contains.
  private static final class Facts {
    final Set<Routine> callees = Collections.newSetFromMap(new IdentityHashMap<>());
    boolean loops;
    boolean context;
    boolean allocates;
    int index = -1;
    int low;
    boolean open;
    int height;
  }

  private Analysis() {}

  /// Analyses all routines of a program, and writes into their bodies where they pay.
  ///
  /// @return routines that are needed besides
  public static List<Routine> analyse(List<Routine> routines) {
    Analysis analysis = new Analysis();
    for (Routine routine : routines) {
      Facts found = new Facts();
      analysis.collect(routine.body(), found);
      analysis.facts.put(routine, found);
    }
    List<List<Routine>> groups = analysis.groups(routines);
    groups.forEach(analysis::decide);
    return analysis.added;
  }

  private void collect(Node root, Facts found) {
    Deque<Node> work = new ArrayDeque<>();
    work.push(root);
    while (!work.isEmpty()) {
      Node node = work.pop();
      switch (node) {
        case Node.Call call -> found.callees.add(call.routine());
        case Node.Loop _ -> found.loops = true;
        case Node.Context _ -> found.context = true;
        case Node.Concat _, Node.ArrayOf _ -> found.allocates = true;
        case Node.Invoke invoke -> found.allocates |= !isFrugal(invoke.method());
        default -> {}
      }
      Nodes.children(node).forEach(work::push);
    }
  }

  /// Whether a method of the library never takes memory from the script's budget.
  private static boolean isFrugal(Node.Method method) {
    String owner = method.owner();
    return owner.startsWith("dev/weir/inet/")
        || owner.endsWith("/Arithmetic")
        || owner.endsWith("/Addresses")
        || owner.endsWith("/Integers")
        || owner.endsWith("/Bits")
        || owner.endsWith("/Conversions")
        || owner.endsWith("/Values")
        || owner.startsWith("java/")
        || List.of("at", "len", "get", "inBounds", "outOfBounds", "contains", "size", "isEmpty")
            .contains(method.name());
  }

  // ---- groups of routines that call each other (Tarjan 1972, without recursion)
  // ------------------

  /// A routine whose callees are being visited.
  private record Visit(Routine routine, List<Routine> callees, int[] next) {}

  private List<List<Routine>> groups(List<Routine> routines) {
    List<List<Routine>> groups = new ArrayList<>();
    Deque<Routine> open = new ArrayDeque<>();
    Deque<Visit> path = new ArrayDeque<>();
    int[] counter = {0};
    for (Routine root : routines) {
      if (facts(root).index < 0) {
        path.push(begin(root, counter, open));
        while (!path.isEmpty()) {
          step(path, open, counter, groups);
        }
      }
    }
    return groups;
  }

  private Visit begin(Routine routine, int[] counter, Deque<Routine> open) {
    Facts found = facts(routine);
    found.index = counter[0];
    found.low = counter[0]++;
    found.open = true;
    open.push(routine);
    return new Visit(routine, List.copyOf(found.callees), new int[1]);
  }

  private void step(
      Deque<Visit> path, Deque<Routine> open, int[] counter, List<List<Routine>> groups) {
    Visit visit = path.element();
    Facts found = facts(visit.routine());
    if (visit.next()[0] < visit.callees().size()) {
      Routine callee = visit.callees().get(visit.next()[0]++);
      Facts other = facts(callee);
      if (other.index < 0) {
        path.push(begin(callee, counter, open));
      } else if (other.open) {
        found.low = Math.min(found.low, other.index);
      }
      return;
    }
    path.pop();
    if (!path.isEmpty()) {
      Facts caller = facts(path.element().routine());
      caller.low = Math.min(caller.low, found.low);
    }
    if (found.low == found.index) {
      List<Routine> group = new ArrayList<>();
      Routine member;
      do {
        member = open.pop();
        facts(member).open = false;
        group.add(member);
      } while (member != visit.routine());
      groups.add(group);
    }
  }

  private Facts facts(Routine routine) {
    Facts found = facts.get(routine);
    if (found == null) {
      throw new IllegalStateException("an unknown routine: " + routine);
    }
    return found;
  }

  // ---- decisions --------------------------------------------------------------------------------

  private void decide(List<Routine> group) {
    Routine first = group.getFirst();
    boolean circular = group.size() > 1 || facts(first).callees.contains(first);
    if (circular) {
      for (Routine routine : group) {
        routine.needs(new Routine.Needs(true, true, 1, true, 0));
      }
      List<Routine> ring = group.size() == 1 ? Ring.of(first) : List.of();
      added.addAll(ring);
      if (!ring.isEmpty()) {
        return;
      }
      circle.clear();
      circle.addAll(group);
      group.forEach(
          routine -> routine.define(new Payment(circle, true, Payment::plain).at(routine.body())));
      circle.clear();
      return;
    }
    Facts found = facts(first);
    boolean execution = found.loops || found.context;
    boolean depth = false;
    boolean guard = found.allocates;
    int height = 0;
    for (Routine callee : found.callees) {
      execution |= callee.needs().execution();
      depth |= callee.needs().depth();
      guard |= callee.needs().guard();
      height = Math.max(height, facts(callee).height + 1);
    }
    int cost = cost(first.body());
    boolean counted = cost > EXPENSIVE || height > DEEP;
    found.height = counted ? 0 : height;
    if (counted) {
      first.define(Node.sequence(new Node.Charge(cost, true), first.body()));
    }
    execution |= counted;
    first.needs(
        new Routine.Needs(
            execution, depth || counted, counted ? 1 : 0, guard || execution, counted ? 0 : cost));
  }

  /// Whether nothing in a node counts by itself, or may call what does.
  public static boolean isUncounted(Node root) {
    Deque<Node> work = new ArrayDeque<>();
    work.push(root);
    while (!work.isEmpty()) {
      Node node = work.pop();
      boolean counts =
          switch (node) {
            case Node.Loop _, Node.CallHost _, Node.Charge _ -> true;
            case Node.Call call -> call.routine().needs().execution();
            default -> false;
          };
      if (counts) {
        return false;
      }
      Nodes.children(node).forEach(work::push);
    }
    return true;
  }

  /// What a turn of a loop, or a routine, costs at most: the calls in it that do not pay by
  /// themselves. Of branches, the dearest counts.
  public static int cost(Node root) {
    return most(root, call -> 1 + call.routine().needs().cost());
  }

  /// The most that calls on one way through a node come to; calls in loops inside are not counted.
  static int most(Node root, ToIntFunction<Node.Call> price) {
    long cost = 0;
    Deque<Node> work = new ArrayDeque<>();
    work.push(root);
    while (!work.isEmpty() && cost < Integer.MAX_VALUE / 2) {
      Node node = work.pop();
      switch (node) {
        case Node.Call call -> {
          cost += price.applyAsInt(call);
          call.arguments().forEach(work::push);
        }
        case Node.Loop _ -> {}
        case Node.If branches -> {
          long dearest = most(branches.otherwise(), price);
          for (Node.Branch branch : branches.branches()) {
            cost += most(branch.condition(), price);
            dearest = Math.max(dearest, most(branch.body(), price));
          }
          cost += dearest;
        }
        case Node.Select select -> {
          long dearest = most(select.otherwise(), price);
          for (Node.Destination destination : select.destinations()) {
            dearest = Math.max(dearest, most(destination.body(), price));
          }
          cost += dearest + most(select.decision(), price);
        }
        default -> Nodes.children(node).forEach(work::push);
      }
    }
    return (int) Math.min(cost, Integer.MAX_VALUE / 2);
  }
}
