package dev.weir.roto.ir;

import dev.weir.roto.source.Span;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/// Splits a routine that is too large for one JVM method, or too large for HotSpot to compile, into
/// pieces.
///
/// From the leaves up, a node that is still too large gives parts of it away: runs of statements,
/// groups of branches, cases, operands. A piece is a routine of its own. Variables that more than
/// one piece names move into a [frame](Frames) that all share. Where control leaves a piece for a
/// place outside, the piece gives a number, and the caller goes there.
final class Splitting {
  /// HotSpot does not compile methods of more than 8,000 octets.
  private static final int MOST = 5_000;

  private static final int SOME = MOST / 2;
  private static final int LITTLE = 60;

  private final Outlining outlining;

  private Splitting(Routine routine) {
    this.outlining = new Outlining(routine);
  }

  /// Splits a routine if it is too large, and gives its pieces.
  static List<Routine> split(Routine routine) {
    if (Weight.of(routine.body()) <= MOST) {
      return List.of();
    }
    Splitting splitting = new Splitting(routine);
    routine.define(splitting.reduce(routine.body()));
    return splitting.outlining.finish();
  }

  /// The node, made small enough.
  private Node reduce(Node node) {
    if (Weight.of(node) <= MOST) {
      return node;
    }
    if (node instanceof Node.Select select) {
      return reduce(inline(select));
    }
    Node smaller = Nodes.map(node, this::reduce);
    if (Weight.of(smaller) <= MOST) {
      return smaller;
    }
    return switch (smaller) {
      case Node.Sequence sequence -> sequence(sequence);
      case Node.If branches -> branches(branches);
      case Node.Switch choice -> choice(choice);
      case Node.Arithmetic arithmetic -> arithmetic(arithmetic);
      case Node.Concat concat -> concat(concat);
      case Node.ArrayOf array -> array(array);
      case Node.Logic logic -> logic(logic);
      default -> Nodes.map(smaller, this::away);
    };
  }

  /// The node as a piece of its own, unless it is little.
  private Node away(Node node) {
    return Weight.of(node) <= LITTLE ? node : outlining.outline(node);
  }

  /// Groups of neighbours, each of a size that one piece can have.
  private static <T> List<List<T>> groups(
      List<T> parts, java.util.function.ToIntFunction<T> weight) {
    List<List<T>> groups = new ArrayList<>();
    List<T> current = new ArrayList<>();
    int size = 0;
    for (T part : parts) {
      int more = weight.applyAsInt(part);
      if (!current.isEmpty() && size + more > SOME) {
        groups.add(current);
        current = new ArrayList<>();
        size = 0;
      }
      current.add(part);
      size += more;
    }
    groups.add(current);
    return groups;
  }

  private Node sequence(Node.Sequence sequence) {
    List<Node> statements = new ArrayList<>(sequence.nodes());
    Node last = sequence.form().isVoid() ? Node.NOTHING : away(statements.removeLast());
    while (statements.stream().mapToInt(Weight::of).sum() > SOME && statements.size() > 1) {
      List<Node> next = new ArrayList<>();
      for (List<Node> group : groups(statements, Weight::of)) {
        next.add(away(new Node.Sequence(Form.VOID, group)));
      }
      if (next.size() >= statements.size()) {
        next.replaceAll(this::away);
        statements = next;
        break;
      }
      statements = next;
    }
    if (!sequence.form().isVoid()) {
      statements.add(last);
    }
    return new Node.Sequence(sequence.form(), statements);
  }

  private Node branches(Node.If node) {
    Node rest = away(node.otherwise());
    List<Node.Branch> small =
        node.branches().stream()
            .map(branch -> new Node.Branch(away(branch.condition()), away(branch.body())))
            .toList();
    List<List<Node.Branch>> groups =
        groups(small, branch -> 10 + Weight.of(branch.condition()) + Weight.of(branch.body()));
    for (List<Node.Branch> group : groups.reversed()) {
      Node whole = new Node.If(node.form(), group, rest);
      rest = group == groups.getFirst() ? whole : outlining.outline(whole);
    }
    return rest;
  }

  private Node choice(Node.Switch node) {
    List<Node.Case> cases =
        node.cases().stream()
            .map(one -> new Node.Case(one.key(), away(one.body())))
            .sorted(java.util.Comparator.comparingInt(Node.Case::key))
            .toList();
    Body.Held selector = Body.hold(node.selector());
    Node otherwise = away(node.otherwise());
    return Node.sequence(
        selector.put(),
        halves(selector, groups(cases, one -> 12 + Weight.of(one.body())), otherwise));
  }

  private Node halves(Body.Held selector, List<List<Node.Case>> groups, Node otherwise) {
    if (groups.size() == 1) {
      return outlining.outline(new Node.Switch(selector.get(), groups.getFirst(), otherwise));
    }
    List<List<Node.Case>> low = groups.subList(0, groups.size() / 2);
    List<List<Node.Case>> high = groups.subList(groups.size() / 2, groups.size());
    return Node.choice(
        Form.VOID,
        new Node.Compare(
            Node.Comparison.LESS_EQUAL,
            false,
            selector.get(),
            Node.number(low.getLast().getLast().key())),
        halves(selector, low, otherwise),
        halves(selector, high, otherwise));
  }

  // ---- values -----------------------------------------------------------------------------------

  private Node arithmetic(Node.Arithmetic node) {
    List<Node.Step> steps = new ArrayList<>();
    for (Node.Step step : node.steps()) {
      Node operand = step.operand();
      steps.add(
          operand == null
              ? step
              : new Node.Step(
                  step.operator(), away(operand), step.conversion(), step.method(), step.span()));
    }
    Variable sum = new Variable("", node.form());
    List<Node> nodes = new ArrayList<>(List.of(new Node.Put(sum, away(node.first()))));
    for (List<Node.Step> group :
        groups(
            steps,
            step -> {
              Node operand = step.operand();
              return 3 + (operand == null ? 0 : Weight.of(operand));
            })) {
      nodes.add(new Node.Put(sum, new Node.Arithmetic(node.form(), new Node.Get(sum), group)));
    }
    nodes.add(new Node.Get(sum));
    return sequence(new Node.Sequence(node.form(), nodes));
  }

  private Node concat(Node.Concat node) {
    Variable text = new Variable("", Form.STRING);
    List<Node> nodes = new ArrayList<>();
    nodes.add(new Node.Put(text, new Node.Constant(Form.STRING, "")));
    for (List<Node> group : groups(node.parts(), Weight::of)) {
      List<Node> parts = new ArrayList<>(List.of(new Node.Get(text)));
      group.forEach(part -> parts.add(away(part)));
      nodes.add(new Node.Put(text, new Node.Concat(parts)));
    }
    nodes.add(new Node.Get(text));
    return sequence(new Node.Sequence(Form.STRING, nodes));
  }

  private Node array(Node.ArrayOf node) {
    Variable array = new Variable("", node.form());
    List<Node> nodes = new ArrayList<>();
    for (List<Node> group : groups(node.elements(), one -> 6 + Weight.of(one))) {
      Node part = new Node.ArrayOf(node.element(), group);
      nodes.add(
          new Node.Put(array, nodes.isEmpty() ? part : Frames.join(new Node.Get(array), part)));
    }
    nodes.add(new Node.Get(array));
    return sequence(new Node.Sequence(node.form(), nodes));
  }

  private Node logic(Node.Logic node) {
    List<Node> operands = node.operands();
    while (operands.stream().mapToInt(Weight::of).sum() > SOME && operands.size() > 1) {
      List<Node> next = new ArrayList<>();
      for (List<Node> group : groups(operands, Weight::of)) {
        next.add(outlining.outline(new Node.Logic(node.and(), group)));
      }
      if (next.size() == operands.size()) {
        return new Node.Logic(node.and(), next);
      }
      operands = next;
    }
    return new Node.Logic(node.and(), operands);
  }

  // ---- selections -------------------------------------------------------------------------------

  /// A selection as a decision in which the destinations stand where control went to them.
  private Node inline(Node.Select select) {
    Form form = select.form();
    Node.Target end = new Node.Target();
    Variable result = new Variable("", form.isVoid() ? Form.INT : form);
    Map<Node.Target, Integer> uses = new IdentityHashMap<>();
    count(select.decision(), uses);
    Map<Node.Target, Node> bodies = new IdentityHashMap<>();
    for (Node.Destination destination : select.destinations()) {
      Node body = put(destination.body(), form, result);
      boolean repeated = uses.getOrDefault(destination.target(), 0) > 1;
      bodies.put(
          destination.target(),
          Node.sequence(repeated ? away(reduce(body)) : body, new Node.Leave(end)));
    }
    Node whole =
        new Node.Labelled(
            end,
            Node.sequence(
                replaced(select.decision(), bodies), put(select.otherwise(), form, result)));
    return form.isVoid() ? whole : Node.sequence(whole, new Node.Get(result));
  }

  private static Node put(Node body, Form form, Variable result) {
    return form.isVoid() || body.form().isVoid() ? Body.drop(body) : new Node.Put(result, body);
  }

  private static void count(Node node, Map<Node.Target, Integer> uses) {
    if (node instanceof Node.Leave(Node.Target target)) {
      uses.merge(target, 1, Integer::sum);
    }
    Nodes.children(node).forEach(child -> count(child, uses));
  }

  private static Node replaced(Node node, Map<Node.Target, Node> bodies) {
    if (node instanceof Node.Leave(Node.Target target)) {
      return bodies.getOrDefault(target, node);
    }
    return Nodes.map(node, child -> replaced(child, bodies));
  }

  /// A span that marks nothing.
  static Span nowhere() {
    return new Span(0, 0);
  }
}
