package dev.weir.roto.check;

import dev.weir.roto.source.Code;
import dev.weir.roto.syntax.Ast;
import dev.weir.roto.tree.Tree;
import dev.weir.roto.type.Type.Scalar;

/// Warns of values that are computed and dropped although computing them does nothing else.
final class Usefulness {
  private Usefulness() {}

  /// Looks at an expression whose value is dropped.
  static void check(Expressions in, Ast.Expression expression, Draft draft) {
    if (draft.ends() || draft.isBad() || draft.type().head() == Scalar.UNIT) {
      return;
    }
    if (isPure(expression)) {
      in.fail(
          Code.UNUSED_RESULT,
          expression.span(),
          "the value of this is not used",
          "this does nothing");
    }
  }

  /// Looks at a statement when its types are known: a method of a value that cannot change, such as
  /// a text or a number, is called for its result alone.
  static void check(Expressions in, Tree statement) {
    if (statement instanceof Tree.CallLibrary call
        && call.function().method()
        && call.type() != Scalar.UNIT
        && call.arguments().getFirst().type() instanceof Scalar) {
      in.fail(
          Code.UNUSED_RESULT,
          call.span(),
          "the result of `" + call.function().name() + "` is not used",
          "this changes nothing: it gives a new value");
    }
  }

  private static boolean isPure(Ast.Expression expression) {
    return switch (expression) {
      case Ast.BooleanLiteral _,
          Ast.IntegerLiteral _,
          Ast.FloatLiteral _,
          Ast.CharacterLiteral _,
          Ast.StringLiteral _,
          Ast.AsnLiteral _,
          Ast.AddressLiteral _,
          Ast.Name _ ->
          true;
      case Ast.Member member -> isPure(member.target());
      case Ast.Unary unary -> isPure(unary.operand());
      case Ast.Chain chain ->
          isPure(chain.first()) && chain.links().stream().allMatch(link -> isPure(link.operand()));
      case Ast.ListLiteral list -> list.elements().stream().allMatch(Usefulness::isPure);
      default -> false;
    };
  }
}
