package dev.weir.roto.ir;

import dev.weir.roto.tree.Tree;
import dev.weir.roto.type.BuiltIn;
import dev.weir.roto.type.Type;
import java.util.ArrayList;
import java.util.List;

/// Lowers assignments. A record is a value: to assign to a field is to put a changed copy in the
/// variable.
final class Assignments {
  private final Body body;

  Assignments(Body body) {
    this.body = body;
  }

  Node assign(Tree.Assign assign) {
    Type type = body.type(assign.local().type());
    Type target = type;
    for (int index : assign.path()) {
      target = Objects.fieldTypes(target, 0).get(index);
    }
    Node value = body.value(assign.value());
    if (body.form(target).isVoid() || value.form().isVoid()) {
      return Body.drop(value);
    }
    Variable variable = body.variable(assign.local());
    Tree.Operator operator = assign.operator();
    if (operator != null) {
      value =
          body.operators.apply(
              operator, target, read(variable, type, assign.path()), value, assign.span());
    }
    if (assign.path().isEmpty()) {
      return new Node.At(assign.span(), new Node.Put(variable, value));
    }
    Body.Held held = Body.hold(value);
    return new Node.At(
        assign.span(),
        Node.sequence(
            held.put(), new Node.Put(variable, with(variable, type, assign.path(), held.get()))));
  }

  private Node read(Variable variable, Type type, List<Integer> path) {
    Node node = new Node.Get(variable);
    Type current = type;
    for (int index : path) {
      node = body.objects.field(node, current, index);
      current = Objects.fieldTypes(current, 0).get(index);
    }
    return node;
  }

  private Node with(Variable record, Type type, List<Integer> path, Node value) {
    int index = path.getFirst();
    if (path.size() == 1) {
      return body.objects.with(record, type, index, value);
    }
    Body.Held inner = Body.hold(body.objects.field(new Node.Get(record), type, index));
    Type innerType = Objects.fieldTypes(type, 0).get(index);
    Node changed = with(inner.variable(), innerType, path.subList(1, path.size()), value);
    return Node.sequence(inner.put(), body.objects.with(record, type, index, changed));
  }

  Node assignIndex(Tree.AssignIndex assign) {
    Type type = body.type(assign.target().type());
    Node target = body.value(assign.target());
    Node index = body.operand(assign.index());
    if (target.form().isVoid() || index.form().isVoid()) {
      return Node.sequence(Body.drop(target), Body.drop(index));
    }
    Body.Held container = Body.hold(target);
    Body.Held key = Body.hold(index);
    List<Node> nodes = new ArrayList<>(List.of(container.put(), key.put()));
    Type element = ((Type.Named) type.head()).arguments().getLast();
    Node value;
    Tree.Operator operator = assign.operator();
    if (operator == null) {
      value = body.operand(assign.value());
    } else {
      Body.Held before = Body.hold(body.options.at(container, key, type, assign.span()));
      nodes.add(before.put());
      value =
          body.operators.apply(
              operator, element, before.get(), body.value(assign.value()), assign.span());
    }
    String path = BuiltIn.is(type, BuiltIn.LIST) ? "List.set" : "Map.insert";
    nodes.add(
        Body.drop(
            body.calls.named(
                path, type, List.of(container.get(), key.get(), value), assign.span())));
    return new Node.At(assign.span(), Node.sequence(nodes));
  }
}
