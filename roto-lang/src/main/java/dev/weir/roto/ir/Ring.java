package dev.weir.roto.ir;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/// A small function that calls itself, as several routines that call each other in a ring.
///
/// Only the first pays: for the most that one turn of the ring can come to. It counts the depth by
/// the length of the ring. So most calls of the recursion cost what a call in Java costs, and
/// HotSpot, which puts a method into itself only once, can put the others into the first. A depth
/// limit is rounded up to the next multiple of the length.
///
/// In a stack trace all routines of a ring have the name of the function.
final class Ring {
  private static final int LENGTH = 2;
  private static final int HEAVIEST = 250;
  private static final int MOST_CALLS = 3;

  private final Routine first;
  private final int calls;
  private final int price;

  private Ring(Routine first, int calls) {
    this.first = first;
    this.calls = calls;
    this.price = Analysis.cost(first.body());
  }

  /// Makes a ring of a routine that calls itself and is in no larger circle; it has not paid yet.
  ///
  /// @return the new routines; none if the routine is not fit for it
  static List<Routine> of(Routine routine) {
    int calls = calls(routine, routine.body());
    if (calls > MOST_CALLS || Weight.of(routine.body()) > HEAVIEST || !isStraight(routine)) {
      return List.of();
    }
    return new Ring(routine, calls).make();
  }

  /// Without loops and pieces.
  private static boolean isStraight(Routine routine) {
    Deque<Node> work = new ArrayDeque<>();
    work.push(routine.body());
    while (!work.isEmpty()) {
      Node node = work.pop();
      if (node instanceof Node.Loop) {
        return false;
      }
      Nodes.children(node).forEach(work::push);
    }
    return !routine.name().contains(dev.weir.roto.run.Places.PIECE);
  }

  /// The most calls of the routine on one way through a node.
  private static int calls(Routine routine, Node root) {
    return Analysis.most(root, call -> call.routine() == routine ? 1 : 0);
  }

  /// What the first routine pays before a node: for the node, and for what the others can come to
  /// that are called from there.
  private int price(Node node) {
    int all = Math.max(1, Analysis.cost(node));
    int running = calls(first, node);
    for (int level = 1; level < LENGTH; level++) {
      all += running * price;
      running *= calls;
    }
    return all;
  }

  private List<Routine> make() {
    List<Routine> others = new ArrayList<>();
    for (int level = 1; level < LENGTH; level++) {
      Routine other =
          new Routine(
              first.path(),
              first.name() + "$ring" + level,
              first.source(),
              first.parameters(),
              first.result());
      other.needs(new Routine.Needs(true, true, 0, true, 0));
      others.add(other);
    }
    Node body = first.body();
    for (int i = 0; i < others.size(); i++) {
      others.get(i).define(calling(body, i + 1 < others.size() ? others.get(i + 1) : first));
    }
    Node paying = new Payment(Set.of(first), true, this::price).at(body);
    first.define(calling(paying, others.getFirst()));
    first.needs(new Routine.Needs(true, true, LENGTH, true, 0));
    return others;
  }

  /// The node with calls of the next routine in place of the first.
  private Node calling(Node node, Routine next) {
    Node mapped = Nodes.map(node, child -> calling(child, next));
    return mapped instanceof Node.Call(Routine routine, List<Node> arguments, var span)
            && routine == first
        ? new Node.Call(next, arguments, span)
        : mapped;
  }
}
