package dev.weir.roto.ir;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Makes pieces of one routine, and gives them their common frame.
final class Outlining {
  private static final String MARK = dev.weir.roto.run.Places.PIECE;

  private final Routine routine;
  private final Variable frame = new Variable("", Frames.FORM);
  private final List<Routine> pieces = new ArrayList<>();

  Outlining(Routine routine) {
    this.routine = routine;
  }

  /// Where control leaves a node for.
  private static final class Exits {
    final List<Node.Target> targets = new ArrayList<>();
    boolean end;

    int number(Node.Target target) {
      int index = targets.indexOf(target);
      if (index < 0) {
        targets.add(target);
        index = targets.size() - 1;
      }
      return index + 2;
    }

    boolean any() {
      return end || !targets.isEmpty();
    }
  }

  /// A call of a new piece in place of a node.
  Node outline(Node node) {
    Exits exits = new Exits();
    Set<Node.Target> inner = Collections.newSetFromMap(new IdentityHashMap<>());
    Variable value = new Variable("", node.form().isVoid() ? Form.INT : node.form());
    Variable result = new Variable("", routine.result().isVoid() ? Form.INT : routine.result());
    declared(node, inner);
    Node body = leaving(node, inner, exits, result);
    if (!exits.any()) {
      Node end =
          node.form().isVoid() ? Node.sequence(body, new Node.Return(null)) : new Node.Return(body);
      return call(end, node.form());
    }
    Node kept = node.form().isVoid() ? body : new Node.Put(value, body);
    Node call = call(Node.sequence(kept, new Node.Return(Node.number(0))), Form.INT);
    Node after = dispatch(call, exits, result);
    return node.form().isVoid() ? after : Node.sequence(after, new Node.Get(value));
  }

  private Node call(Node body, Form form) {
    Routine piece =
        new Routine(
            routine.path(),
            routine.name() + MARK + pieces.size(),
            routine.source(),
            List.of(frame),
            form);
    piece.define(body);
    pieces.add(piece);
    return new Node.Call(piece, List.of(new Node.Get(frame)), Splitting.nowhere());
  }

  /// Goes where the number says.
  private Node dispatch(Node call, Exits exits, Variable result) {
    Body.Held code = Body.hold(call);
    List<Node.Case> cases = new ArrayList<>();
    if (exits.end) {
      Node end = new Node.Return(routine.result().isVoid() ? null : new Node.Get(result));
      cases.add(new Node.Case(1, end));
    }
    for (Node.Target target : exits.targets) {
      cases.add(new Node.Case(exits.number(target), new Node.Leave(target)));
    }
    Node go =
        cases.size() == 1
            ? Node.choice(
                Form.VOID,
                new Node.Compare(Node.Comparison.NOT_EQUAL, false, code.get(), Node.number(0)),
                cases.getFirst().body(),
                Node.NOTHING)
            : new Node.Switch(code.get(), cases, Node.NOTHING);
    return Node.sequence(code.put(), go);
  }

  private static void declared(Node node, Set<Node.Target> inner) {
    switch (node) {
      case Node.Labelled labelled -> inner.add(labelled.target());
      case Node.Select select -> select.destinations().forEach(one -> inner.add(one.target()));
      default -> {}
    }
    Nodes.children(node).forEach(child -> declared(child, inner));
  }

  private Node leaving(Node node, Set<Node.Target> inner, Exits exits, Variable result) {
    return switch (node) {
      case Node.Leave(Node.Target target) when !inner.contains(target) ->
          new Node.Return(Node.number(exits.number(target)));
      case Node.Return(var value) -> {
        exits.end = true;
        Node end = new Node.Return(Node.number(1));
        if (value == null) {
          yield end;
        }
        Node inside = leaving(value, inner, exits, result);
        yield value.form().isVoid()
            ? Node.sequence(inside, end)
            : Node.sequence(new Node.Put(result, inside), end);
      }
      default -> Nodes.map(node, child -> leaving(child, inner, exits, result));
    };
  }

  // ---- the frame --------------------------------------------------------------------------------

  /// Moves what pieces share into the frame, and gives the pieces.
  List<Routine> finish() {
    if (pieces.isEmpty()) {
      return List.of();
    }
    Map<Variable, Routine> users = new IdentityHashMap<>();
    Set<Variable> shared = Collections.newSetFromMap(new IdentityHashMap<>());
    List<Variable> order = new ArrayList<>();
    routine.parameters().forEach(parameter -> users.put(parameter, routine));
    collect(routine.body(), routine, users, shared, order);
    pieces.forEach(piece -> collect(piece.body(), piece, users, shared, order));
    Frames frames = new Frames(frame, order);
    pieces.forEach(piece -> piece.define(frames.rewrite(piece.body())));
    List<Node> start = new ArrayList<>();
    start.add(new Node.Put(frame, frames.create()));
    for (Variable parameter : routine.parameters()) {
      Node put = frames.putParameter(parameter);
      if (put != null) {
        start.add(put);
      }
    }
    start.add(frames.rewrite(routine.body()));
    routine.define(new Node.Sequence(Form.VOID, start));
    return pieces;
  }

  private void collect(
      Node node,
      Routine unit,
      Map<Variable, Routine> users,
      Set<Variable> shared,
      List<Variable> order) {
    @Nullable Variable variable =
        switch (node) {
          case Node.Get get -> get.variable();
          case Node.Put put -> put.variable();
          case Node.With with -> with.record();
          default -> null;
        };
    if (variable != null && variable != frame) {
      Routine first = users.putIfAbsent(variable, unit);
      if (first != null && first != unit && shared.add(variable)) {
        order.add(variable);
      }
    }
    Nodes.children(node).forEach(child -> collect(child, unit, users, shared, order));
  }
}
