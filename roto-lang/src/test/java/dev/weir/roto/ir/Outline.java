package dev.weir.roto.ir;

import java.util.List;
import java.util.stream.Collectors;

/// The intermediate form as text: each node by its kind and what names it, and in parentheses what
/// is inside.
final class Outline {
  private Outline() {}

  static String of(Routine routine) {
    return of(routine.body());
  }

  private static String of(Node node) {
    return switch (node) {
      case Node.At(_, Node inner) -> of(inner);
      case Node.Sequence(_, List<Node> nodes) when nodes.size() == 1 -> of(nodes.getFirst());
      case Node.Sequence(_, List<Node> nodes) ->
          nodes.stream().map(Outline::of).collect(Collectors.joining("; ", "{", "}"));
      case Node.Constant constant -> String.valueOf(constant.value());
      case Node.Get get -> name(get.variable());
      case Node.Put put -> name(put.variable()) + " = " + of(put.value());
      case Node.Charge charge -> "charge " + charge.cost();
      case Node.Call call -> "call " + call.routine().name() + inside(node);
      case Node.Invoke invoke -> invoke.method().name() + inside(node);
      case Node.Compare compare -> compare.comparison() + inside(node);
      case Node.Switch choice ->
          "switch "
              + of(choice.selector())
              + choice.cases().stream()
                  .sorted(java.util.Comparator.comparingInt(Node.Case::key))
                  .map(one -> " " + one.key() + ": " + of(one.body()))
                  .collect(Collectors.joining())
              + " else "
              + of(choice.otherwise());
      default -> node.getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT) + inside(node);
    };
  }

  private static String name(Variable variable) {
    return variable.name().isEmpty() ? "_" : variable.name();
  }

  private static String inside(Node node) {
    return Nodes.children(node).stream()
        .map(Outline::of)
        .collect(Collectors.joining(", ", "(", ")"));
  }
}
