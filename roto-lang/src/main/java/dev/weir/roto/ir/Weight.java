package dev.weir.roto.ir;

import java.util.ArrayDeque;
import java.util.Deque;

/// About how many octets of bytecode a node comes to; rather too many than too few.
final class Weight {
  private Weight() {}

  static int of(Node root) {
    long weight = 0;
    Deque<Node> work = new ArrayDeque<>();
    work.push(root);
    while (!work.isEmpty()) {
      Node node = work.pop();
      weight += own(node);
      Nodes.children(node).forEach(work::push);
    }
    return (int) Math.min(weight, Integer.MAX_VALUE / 2);
  }

  /// Without the nodes inside.
  private static int own(Node node) {
    return switch (node) {
      case Node.Sequence _, Node.At _, Node.Return _ -> 1;
      case Node.Arithmetic arithmetic -> 3 * arithmetic.steps().size();
      case Node.Concat concat -> 16 + concat.parts().size();
      case Node.Construct construct ->
          8
              + 6 * construct.fields().size()
              + construct.layout().counts().stream().mapToInt(Integer::intValue).sum();
      case Node.With with ->
          16 + 8 * with.layout().counts().stream().mapToInt(Integer::intValue).sum();
      case Node.ArrayOf array -> 6 + 6 * array.elements().size();
      case Node.If branches -> 10 * branches.branches().size();
      case Node.Switch choice -> 20 + 12 * choice.cases().size();
      case Node.Select select -> 4 * select.destinations().size();
      case Node.Loop _ -> 40;
      case Node.Charge _ -> 48;
      case Node.Call _, Node.CallHost _ -> 24;
      case Node.Compare _, Node.Logic _, Node.Not _, Node.IsNull _, Node.IsInstance _ -> 12;
      case Node.Leave _ -> 12;
      default -> 5;
    };
  }
}
