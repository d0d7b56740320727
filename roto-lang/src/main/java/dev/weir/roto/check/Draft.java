package dev.weir.roto.check;

import dev.weir.roto.source.Span;
import dev.weir.roto.tree.Tree;
import dev.weir.roto.type.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/// An expression that has been checked and whose tree is made later, when all types are known.
///
/// Inference finds types anywhere in a function, so that the index of a field or the value of a
/// literal may depend on a line further down. A draft therefore keeps how to make the tree, and
/// trees are made once, from the outermost draft, after the last body has been checked.
///
/// @param type of the value; may be open
/// @param ends whether control never goes on after it
/// @param maker makes the tree; called once
record Draft(Span span, Type type, boolean ends, Supplier<Tree> maker) {
  /// One that stands for something wrong, about which there is a diagnostic.
  static Draft bad(Span span) {
    return new Draft(
        span, Types.ERROR, false, () -> new Tree.Literal(span, Type.Scalar.UNIT, "()"));
  }

  /// The same of something with parts, which still have things to say when they are made.
  static Draft bad(Span span, List<Draft> parts) {
    return new Draft(
        span,
        Types.ERROR,
        false,
        () -> {
          parts.forEach(Draft::make);
          return new Tree.Literal(span, Type.Scalar.UNIT, "()");
        });
  }

  /// Makes the tree.
  Tree make() {
    return maker.get();
  }

  /// Whether it stands for something wrong.
  boolean isBad() {
    return type.head() == Types.ERROR;
  }

  /// Whether one of them never goes on.
  static boolean anyEnds(List<Draft> drafts) {
    for (Draft draft : drafts) {
      if (draft.ends) {
        return true;
      }
    }
    return false;
  }

  /// Makes the trees of operands, which are evaluated in order, and from them a node. Where an
  /// operand never ends normally, the node is never reached, and a block takes its place.
  static Tree strict(Span span, List<Draft> operands, Function<List<Tree>, Tree> node) {
    List<Tree> trees = new ArrayList<>(operands.size());
    for (Draft operand : operands) {
      Tree tree = operand.make();
      trees.add(tree);
      if (tree.type() == Type.Scalar.NEVER) {
        return trees.size() == 1 ? tree : never(span, trees);
      }
    }
    return node.apply(trees);
  }

  /// The same of one operand.
  static Tree strict(Span span, Draft operand, Function<Tree, Tree> node) {
    return strict(span, List.of(operand), trees -> node.apply(trees.getFirst()));
  }

  /// A place that is never reached: a match without arms, which is how the typed tree says so.
  static Tree unreachable(Span span) {
    return new Tree.Match(
        span, Type.Scalar.NEVER, new Tree.Literal(span, Type.Scalar.UNIT, "()"), List.of());
  }

  /// Statements of which the last never ends.
  static Tree never(Span span, List<Tree> statements) {
    return new Tree.Block(span, Type.Scalar.NEVER, statements, null);
  }
}
