package dev.weir.roto.ir;

import dev.weir.roto.library.Forms;
import dev.weir.roto.run.RotoList;
import dev.weir.roto.run.ScriptException;
import dev.weir.roto.source.Span;
import dev.weir.roto.tree.Tree;
import dev.weir.roto.type.BuiltIn;
import dev.weir.roto.type.Type;
import java.util.List;
import java.util.Set;

/// Lowers what looks into an option at once, without making it where there is a cheaper way: a list
/// is asked whether the position is in bounds, and then for the element.
final class Options {
  private static final String LIST = Form.reference(RotoList.class).className();
  private static final Node.Method IN_BOUNDS =
      new Node.Method(Node.Dispatch.VIRTUAL, LIST, "inBounds", "(J)Z", Form.BOOLEAN);
  private static final Node.Method LENGTH =
      new Node.Method(Node.Dispatch.VIRTUAL, LIST, "len", "()J", Form.LONG);
  private static final Set<String> ELEMENT = Set.of("List.get", "List.first", "List.last");
  private static final Node.Method OUT_OF_BOUNDS =
      new Node.Method(
          Node.Dispatch.VIRTUAL,
          LIST,
          "outOfBounds",
          "(J)L" + Form.reference(ScriptException.class).className() + ";",
          Form.reference(ScriptException.class));

  private final Body body;

  Options(Body body) {
    this.body = body;
  }

  /// An option taken apart.
  ///
  /// @param prepare what is done first, once
  /// @param isSome whether there is a value; without effects
  /// @param payload the value, if there is one; without effects
  record Parts(Node prepare, Node isSome, Node payload) {}

  /// The parts of an option; nothing may happen between the preparation and the last use that could
  /// change what was looked up.
  Parts take(Tree tree) {
    if (tree instanceof Tree.CallLibrary call
        && ELEMENT.contains(call.function().path())
        && body.type(call.arguments().getFirst().type()).head() instanceof Type.Named list) {
      Node target = body.value(call.arguments().getFirst());
      if (call.arguments().size() == 1 && !target.form().isVoid()) {
        Body.Held held = Body.hold(target);
        boolean first = call.function().path().equals("List.first");
        Node position = first ? new Node.Constant(Form.LONG, 0L) : last(held.get());
        return element(held, Body.hold(position), list, call.span());
      }
      Node position = call.arguments().size() == 1 ? target : body.value(call.arguments().get(1));
      if (!target.form().isVoid() && !position.form().isVoid()) {
        return element(Body.hold(target), Body.hold(position), list, call.span());
      }
    }
    return parts(body.value(tree), body.type(tree.type()));
  }

  /// The length less one; of an empty list that is out of bounds as a `u64`.
  private static Node last(Node list) {
    return new Node.Arithmetic(
        Form.LONG,
        new Node.Invoke(LENGTH, List.of(list), null),
        List.of(
            new Node.Step(
                Node.Operator.SUBTRACT, new Node.Constant(Form.LONG, 1L), null, null, null)));
  }

  /// The parts of an option that is there as a value.
  Parts parts(Node value, Type type) {
    Type inner = Objects.inner(type);
    if (value.form().isVoid()) {
      return new Parts(
          value,
          new Node.Constant(Form.BOOLEAN, false),
          new Node.Throw(new Node.Constant(Form.reference(RuntimeException.class), null)));
    }
    Body.Held option = Body.hold(value);
    return new Parts(
        option.put(),
        new Node.Not(new Node.IsNull(option.get())),
        body.objects.inside(option.get(), inner));
  }

  private Parts element(Body.Held list, Body.Held position, Type.Named type, Span span) {
    return new Parts(
        Node.sequence(list.put(), position.put()),
        new Node.Invoke(IN_BOUNDS, List.of(list.get(), position.get()), span),
        at(list.get(), position.get(), type.arguments().getFirst()));
  }

  /// The element at a position that is in bounds.
  Node at(Node list, Node position, Type element) {
    Form form = list.form();
    Form kept = Form.of(Forms.of(element));
    Form given = kept.isReference() ? Form.OBJECT : kept;
    Node.Method at =
        new Node.Method(
            Node.Dispatch.VIRTUAL, form.className(), "at", "(J)" + given.descriptor(), given);
    Node read = new Node.Invoke(at, List.of(list, position), null);
    return kept.isReference() ? body.objects.unbox(read, element) : read;
  }

  Node index(Tree.ReadIndex read) {
    Node target = body.value(read.target());
    Node index = body.operand(read.index());
    if (target.form().isVoid() || index.form().isVoid()) {
      return Node.sequence(Body.drop(target), Body.drop(index));
    }
    Body.Held container = Body.hold(target);
    Body.Held key = Body.hold(index);
    return Node.sequence(
        container.put(),
        key.put(),
        at(container, key, body.type(read.target().type()), read.span()));
  }

  /// `list[i]` or `map[k]`, of values that are held.
  Node at(Body.Held container, Body.Held key, Type type, Span span) {
    Type element = ((Type.Named) type.head()).arguments().getLast();
    Form form = body.lowering().form(element);
    if (BuiltIn.is(type, BuiltIn.LIST)) {
      Node fault =
          new Node.Throw(new Node.Invoke(OUT_OF_BOUNDS, List.of(container.get(), key.get()), span));
      return Node.choice(
          form,
          new Node.Invoke(IN_BOUNDS, List.of(container.get(), key.get()), span),
          at(container.get(), key.get(), element),
          fault);
    }
    Parts parts =
        parts(
            body.calls.named("Map.get", type, List.of(container.get(), key.get()), span),
            BuiltIn.option(element));
    Node missing =
        new Node.Invoke(
            Operators.runtime("missing", Form.reference(ScriptException.class)), List.of(), span);
    return Node.sequence(
        parts.prepare(),
        Node.choice(form, parts.isSome(), parts.payload(), new Node.Throw(missing)));
  }
}
