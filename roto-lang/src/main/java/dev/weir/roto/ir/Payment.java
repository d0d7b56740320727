package dev.weir.roto.ir;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.function.ToIntFunction;

/// Writes into a body where it pays for the calls that continue a circle: as late as possible, so
/// that ways without such a call pay nothing, and never inside a loop.
///
/// @param circle the routines of the circle
/// @param nested whether the depth is checked too
/// @param price what there is to pay before a node
record Payment(Set<Routine> circle, boolean nested, ToIntFunction<Node> price) {

  /// The node, paying before its first call into the circle.
  Node at(Node node) {
    if (!calls(node)) {
      return node;
    }
    return switch (node) {
      case Node.At(var span, Node inner) -> new Node.At(span, at(inner));
      case Node.Put(Variable variable, Node value) -> simple(node, value, variable);
      case Node.Return(var value) when value != null && isControl(value) ->
          new Node.Return(at(value));
      case Node.Sequence sequence -> sequence(sequence);
      case Node.If branches when !anyCondition(branches) ->
          new Node.If(
              branches.form(),
              branches.branches().stream()
                  .map(branch -> new Node.Branch(branch.condition(), at(branch.body())))
                  .toList(),
              at(branches.otherwise()));
      case Node.Select select when !calls(select.decision()) ->
          new Node.Select(
              select.form(),
              select.decision(),
              select.destinations().stream()
                  .map(one -> new Node.Destination(one.target(), at(one.body())))
                  .toList(),
              at(select.otherwise()));
      default -> paid(node);
    };
  }

  private Node simple(Node node, Node value, Variable variable) {
    return isControl(value) ? new Node.Put(variable, at(value)) : paid(node);
  }

  private static boolean isControl(Node node) {
    return node instanceof Node.If
        || node instanceof Node.Select
        || node instanceof Node.Sequence
        || node instanceof Node.At;
  }

  private boolean anyCondition(Node.If branches) {
    return branches.branches().stream().anyMatch(branch -> calls(branch.condition()));
  }

  /// If only one of several calls into the circle, it pays there; otherwise all is paid before the
  /// first.
  private Node sequence(Node.Sequence sequence) {
    List<Node> nodes = new ArrayList<>(sequence.nodes());
    List<Integer> calling = new ArrayList<>();
    for (int i = 0; i < nodes.size(); i++) {
      if (calls(nodes.get(i))) {
        calling.add(i);
      }
    }
    if (calling.size() == 1) {
      nodes.set(calling.getFirst(), at(nodes.get(calling.getFirst())));
    } else {
      nodes.add(calling.getFirst(), charge(sequence));
    }
    return new Node.Sequence(sequence.form(), nodes);
  }

  private Node paid(Node node) {
    Node charge = charge(node);
    return node.form().isVoid()
        ? new Node.Sequence(Form.VOID, List.of(charge, node))
        : Node.sequence(charge, node);
  }

  private Node charge(Node node) {
    return new Node.Charge(price.applyAsInt(node), nested);
  }

  /// What the calls in a node cost at most that do not pay by themselves, at least 1.
  static int plain(Node node) {
    return Math.max(1, Analysis.cost(node));
  }

  private boolean calls(Node root) {
    Deque<Node> work = new ArrayDeque<>();
    work.push(root);
    while (!work.isEmpty()) {
      Node node = work.pop();
      if (node instanceof Node.Call call && circle.contains(call.routine())) {
        return true;
      }
      Nodes.children(node).forEach(work::push);
    }
    return false;
  }
}
