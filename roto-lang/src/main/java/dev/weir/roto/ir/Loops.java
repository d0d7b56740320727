package dev.weir.roto.ir;

import dev.weir.roto.ir.Node.Comparison;
import dev.weir.roto.run.RotoList;
import dev.weir.roto.tree.Tree;
import dev.weir.roto.type.BuiltIn;
import dev.weir.roto.type.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// Lowers loops.
final class Loops {
  private static final Node.Method SIZE =
      new Node.Method(
          Node.Dispatch.VIRTUAL,
          Form.reference(RotoList.class).className(),
          "size",
          "()I",
          Form.INT);

  private final Body body;
  private final Body.LoopTargets targets = new Body.LoopTargets();

  Loops(Body body) {
    this.body = body;
  }

  Node leave() {
    return new Node.Leave(targets.end());
  }

  Node next() {
    return new Node.Leave(targets.next());
  }

  /// A loop as scripts write it: `head` may leave to the end; `tail` follows the body, also after
  /// `continue`.
  private Node loop(Function<Node.Target, Node> head, Tree tree, Function<Node.Target, Node> tail) {
    Node.Target end = new Node.Target();
    Node.Target next = new Node.Target();
    Node first = head.apply(end);
    targets.push(end, next);
    Node inside = Body.drop(body.value(tree));
    targets.pop();
    return new Node.Labelled(
        end, new Node.Loop(Node.sequence(first, new Node.Labelled(next, inside), tail.apply(end))));
  }

  private static Node unless(Node condition, Node.Target end) {
    return Node.choice(Form.VOID, condition, Node.NOTHING, new Node.Leave(end));
  }

  Node whileLoop(Tree.While loop) {
    return loop(
        end -> {
          if (loop.pattern() != null) {
            return body.matching.require(loop.pattern(), loop.condition(), new Node.Leave(end));
          }
          return new Node.At(loop.condition().span(), unless(body.value(loop.condition()), end));
        },
        loop.body(),
        _ -> Node.NOTHING);
  }

  Node forRange(Tree.ForRange loop) {
    Node from = body.value(loop.from());
    Node to = body.value(loop.to());
    if (from.form().isVoid() || to.form().isVoid()) {
      return Node.sequence(Body.drop(from), Body.drop(to));
    }
    Type type = body.type(loop.variable().type());
    Body.Held counter = Body.hold(from);
    Body.Held last = Body.hold(to);
    Comparison within = loop.inclusive() ? Comparison.LESS_EQUAL : Comparison.LESS;
    Node whole =
        loop(
            end ->
                Node.sequence(
                    unless(compare(within, type, counter.get(), last.get()), end),
                    body.bind(loop.variable(), counter.get())),
            loop.body(),
            end -> advance(loop, type, counter, last.get(), end));
    return Node.sequence(counter.put(), last.put(), whole);
  }

  /// The next number; after the last one, which may be the largest of its type, the end.
  private Node advance(
      Tree.ForRange loop, Type type, Body.Held counter, Node last, Node.Target end) {
    List<Node> tail = new ArrayList<>();
    if (loop.inclusive()) {
      tail.add(unless(compare(Comparison.NOT_EQUAL, type, counter.get(), last), end));
    }
    List<Node.Step> step = new ArrayList<>();
    Form form = counter.variable().form();
    Node one = form.kind() == Form.Kind.LONG ? new Node.Constant(form, 1L) : Node.number(1);
    body.operators.step(step, type, Tree.Operator.ADD, one, loop.span());
    tail.add(new Node.Put(counter.variable(), new Node.Arithmetic(form, counter.get(), step)));
    return Node.sequence(tail);
  }

  private Node compare(Comparison comparison, Type type, Node left, Node right) {
    return body.operators.compare(comparison, type, left, right);
  }

  Node forEach(Tree.ForEach loop) {
    Node iterable = body.value(loop.iterable());
    if (iterable.form().isVoid()) {
      return iterable;
    }
    Type type = body.type(loop.iterable().type());
    Type element = body.type(loop.variable().type());
    if (!BuiltIn.is(type, BuiltIn.LIST)) {
      String name = ((Type.Named) type.head()).definition().name();
      iterable = body.calls.named(name + ".list", type, List.of(iterable), loop.span());
    }
    Body.Held list = Body.hold(iterable);
    Variable counter = new Variable("", Form.INT);
    Node whole =
        loop(end -> head(list, counter, element, end, loop), loop.body(), _ -> Node.NOTHING);
    return Node.sequence(list.put(), new Node.Put(counter, Node.number(0)), whole);
  }

  private Node head(
      Body.Held list, Variable counter, Type element, Node.Target end, Tree.ForEach loop) {
    return Node.sequence(
        unless(inside(counter, list), end),
        body.bind(loop.variable(), element(list, counter, element)),
        increment(counter));
  }

  private static Node inside(Variable counter, Body.Held list) {
    return new Node.Compare(
        Comparison.LESS,
        false,
        new Node.Get(counter),
        new Node.Invoke(SIZE, List.of(list.get()), null));
  }

  private Node element(Body.Held list, Variable counter, Type element) {
    Node position = new Node.Convert(Form.LONG, Node.Conversion.EXTEND, new Node.Get(counter));
    return body.options.at(list.get(), position, element);
  }

  private static Node increment(Variable counter) {
    return new Node.Put(
        counter,
        new Node.Arithmetic(
            Form.INT,
            new Node.Get(counter),
            List.of(new Node.Step(Node.Operator.ADD, Node.number(1), null, null, null))));
  }

  /// A loop over a list for the compiler's own use; the body gets the element and the place to go
  /// to when enough is known.
  Node each(Node list, Type element, Each inside) {
    Body.Held held = Body.hold(list);
    Variable counter = new Variable("", Form.INT);
    Node.Target end = new Node.Target();
    Node turn =
        Node.sequence(
            unless(inside(counter, held), end),
            Body.drop(inside.turn(element(held, counter, element), new Node.Get(counter), end)),
            increment(counter));
    return Node.sequence(
        held.put(),
        new Node.Put(counter, Node.number(0)),
        new Node.Labelled(end, new Node.Loop(turn)));
  }

  /// What is done for an element.
  interface Each {
    /// One turn.
    ///
    /// @param element read once
    /// @param position an `int`
    Node turn(Node element, Node position, Node.Target end);
  }
}
