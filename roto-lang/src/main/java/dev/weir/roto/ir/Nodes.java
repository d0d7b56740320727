package dev.weir.roto.ir;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/// The parts of nodes, for walks and changes of the tree.
public final class Nodes {
  private Nodes() {}

  /// The nodes directly inside, in the order in which they are evaluated.
  public static List<Node> children(Node node) {
    return switch (node) {
      case Node.Constant _,
          Node.Datum _,
          Node.ScriptConstant _,
          Node.Get _,
          Node.Context _,
          Node.Leave _,
          Node.Charge _ ->
          List.of();
      case Node.Arithmetic arithmetic -> {
        List<Node> all = new ArrayList<>(arithmetic.steps().size() + 1);
        all.add(arithmetic.first());
        for (Node.Step step : arithmetic.steps()) {
          Node operand = step.operand();
          if (operand != null) {
            all.add(operand);
          }
        }
        yield all;
      }
      case Node.Convert convert -> List.of(convert.operand());
      case Node.Concat concat -> concat.parts();
      case Node.Compare compare -> List.of(compare.left(), compare.right());
      case Node.IsNull test -> List.of(test.operand());
      case Node.IsInstance test -> List.of(test.operand());
      case Node.Not not -> List.of(not.operand());
      case Node.Logic logic -> logic.operands();
      case Node.Construct construct -> construct.fields();
      case Node.With with -> List.of(with.value());
      case Node.Field field -> List.of(field.object());
      case Node.Cast cast -> List.of(cast.operand());
      case Node.Box box -> List.of(box.operand());
      case Node.Unbox unbox -> List.of(unbox.operand());
      case Node.ArrayOf array -> array.elements();
      case Node.Invoke invoke -> invoke.arguments();
      case Node.Call call -> call.arguments();
      case Node.CallHost call -> call.arguments();
      default -> statements(node);
    };
  }

  private static List<Node> statements(Node node) {
    List<Node> all = new ArrayList<>();
    switch (node) {
      case Node.Put put -> all.add(put.value());
      case Node.Sequence sequence -> all.addAll(sequence.nodes());
      case Node.At at -> all.add(at.node());
      case Node.If branches -> {
        for (Node.Branch branch : branches.branches()) {
          all.add(branch.condition());
          all.add(branch.body());
        }
        all.add(branches.otherwise());
      }
      case Node.Switch choice -> {
        all.add(choice.selector());
        choice.cases().forEach(one -> all.add(one.body()));
        all.add(choice.otherwise());
      }
      case Node.Select select -> {
        all.add(select.decision());
        select.destinations().forEach(one -> all.add(one.body()));
        all.add(select.otherwise());
      }
      case Node.Labelled labelled -> all.add(labelled.body());
      case Node.Loop loop -> all.add(loop.body());
      case Node.Return end -> {
        Node value = end.value();
        if (value != null) {
          all.add(value);
        }
      }
      case Node.Throw fault -> all.add(fault.exception());
      default -> throw new IllegalStateException("no parts of " + node);
    }
    return all;
  }

  /// The node with its direct parts changed.
  public static Node map(Node node, UnaryOperator<Node> change) {
    return switch (node) {
      case Node.Constant _,
          Node.Datum _,
          Node.ScriptConstant _,
          Node.Get _,
          Node.Context _,
          Node.Leave _,
          Node.Charge _ ->
          node;
      case Node.Arithmetic(Form form, Node first, List<Node.Step> steps) ->
          new Node.Arithmetic(
              form,
              change.apply(first),
              steps.stream()
                  .map(step ->
                      step.operand() == null
                          ? step
                          : new Node.Step(
                              step.operator(),
                              change.apply(step.operand()),
                              step.conversion(),
                              step.method(),
                              step.span()))
                  .toList());
      case Node.Convert(Form form, Node.Conversion conversion, Node operand) ->
          new Node.Convert(form, conversion, change.apply(operand));
      case Node.Concat(List<Node> parts) -> new Node.Concat(all(parts, change));
      case Node.Compare(Node.Comparison comparison, boolean unsigned, Node left, Node right) ->
          new Node.Compare(comparison, unsigned, change.apply(left), change.apply(right));
      case Node.IsNull(Node operand) -> new Node.IsNull(change.apply(operand));
      case Node.IsInstance(Form of, Node operand) -> new Node.IsInstance(of, change.apply(operand));
      case Node.Not(Node operand) -> new Node.Not(change.apply(operand));
      case Node.Logic(boolean and, List<Node> operands) ->
          new Node.Logic(and, all(operands, change));
      case Node.Construct(Layout layout, int variant, List<Node> fields) ->
          new Node.Construct(layout, variant, all(fields, change));
      case Node.With(Layout layout, Layout.Place place, Variable record, Node value) ->
          new Node.With(layout, place, record, change.apply(value));
      case Node.Field(Form form, Layout layout, Layout.Place place, Node object) ->
          new Node.Field(form, layout, place, change.apply(object));
      case Node.Cast(Form form, Node operand) -> new Node.Cast(form, change.apply(operand));
      case Node.Box(Node operand) -> new Node.Box(change.apply(operand));
      case Node.Unbox(Form form, Node operand) -> new Node.Unbox(form, change.apply(operand));
      case Node.ArrayOf(Form element, List<Node> elements) ->
          new Node.ArrayOf(element, all(elements, change));
      case Node.Invoke(Node.Method method, List<Node> arguments, var span) ->
          new Node.Invoke(method, all(arguments, change), span);
      case Node.Call(Routine routine, List<Node> arguments, var span) ->
          new Node.Call(routine, all(arguments, change), span);
      case Node.CallHost call ->
          new Node.CallHost(
              call.form(),
              call.handle(),
              call.descriptor(),
              all(call.arguments(), change),
              call.span());
      default -> mapStatement(node, change);
    };
  }

  private static Node mapStatement(Node node, UnaryOperator<Node> change) {
    return switch (node) {
      case Node.Put(Variable variable, Node value) -> new Node.Put(variable, change.apply(value));
      case Node.Sequence(Form form, List<Node> nodes) ->
          new Node.Sequence(form, all(nodes, change));
      case Node.At(var span, Node inner) -> new Node.At(span, change.apply(inner));
      case Node.If(Form form, List<Node.Branch> branches, Node otherwise) ->
          new Node.If(
              form,
              branches.stream()
                  .map(branch ->
                      new Node.Branch(
                          change.apply(branch.condition()), change.apply(branch.body())))
                  .toList(),
              change.apply(otherwise));
      case Node.Switch(Node selector, List<Node.Case> cases, Node otherwise) ->
          new Node.Switch(
              change.apply(selector),
              cases.stream()
                  .map(one -> new Node.Case(one.key(), change.apply(one.body())))
                  .toList(),
              change.apply(otherwise));
      case Node.Select(
              Form form,
              Node decision,
              List<Node.Destination> destinations,
              Node otherwise) ->
          new Node.Select(
              form,
              change.apply(decision),
              destinations.stream()
                  .map(one -> new Node.Destination(one.target(), change.apply(one.body())))
                  .toList(),
              change.apply(otherwise));
      case Node.Labelled(Node.Target target, Node body) ->
          new Node.Labelled(target, change.apply(body));
      case Node.Loop(Node body) -> new Node.Loop(change.apply(body));
      case Node.Return(var value) -> new Node.Return(value == null ? null : change.apply(value));
      case Node.Throw(Node exception) -> new Node.Throw(change.apply(exception));
      default -> throw new IllegalStateException("no parts of " + node);
    };
  }

  private static List<Node> all(List<Node> nodes, UnaryOperator<Node> change) {
    List<Node> changed = new ArrayList<>(nodes.size());
    for (Node node : nodes) {
      changed.add(change.apply(node));
    }
    return changed;
  }
}
