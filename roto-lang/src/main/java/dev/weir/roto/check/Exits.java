package dev.weir.roto.check;

import dev.weir.roto.source.Code;
import dev.weir.roto.source.Diagnostic;
import dev.weir.roto.source.Span;
import dev.weir.roto.syntax.Ast;
import dev.weir.roto.tree.Function;
import dev.weir.roto.tree.Local;
import dev.weir.roto.tree.Tree;
import dev.weir.roto.type.BuiltIn;
import dev.weir.roto.type.Type;
import dev.weir.roto.type.Type.Scalar;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `return`, `accept`, `reject` and `?`.
final class Exits {
  private final Expressions in;

  Exits(Expressions in) {
    this.in = in;
  }

  private @Nullable String refusal() {
    if (in.inClosure()) {
      return "a closure cannot leave the function around it";
    }
    return in.kind() == Function.Kind.CONSTANT ? "a constant is no function" : null;
  }

  // ---- return, accept, reject -------------------------------------------------------------------

  Draft leave(Ast.Leave leave) {
    String word = leave.exit().name().toLowerCase(java.util.Locale.ROOT);
    String why = refusal();
    Type.Named verdict = null;
    if (why == null && leave.exit() != Ast.Exit.RETURN) {
      verdict = verdict();
      why = verdict == null ? "this function gives " + Session.show(in.result()) : null;
    }
    if (why != null) {
      if (leave.value() != null) {
        in.infer(leave.value());
      }
      in.fail(Code.MISPLACED_CONTROL, leave.span(), "`" + word + "` may not stand here", why);
      return new Draft(leave.span(), Types.ERROR, true, Draft.bad(leave.span()).maker());
    }
    return verdict == null ? leaveWith(leave, in.result(), null, 0) : decide(leave, verdict);
  }

  private Draft decide(Ast.Leave leave, Type.Named verdict) {
    int variant = leave.exit() == Ast.Exit.ACCEPT ? 0 : 1;
    return leaveWith(leave, verdict.arguments().get(variant), verdict, variant);
  }

  /// The type of the function as a verdict; null if it is none.
  private Type.@Nullable Named verdict() {
    if (in.result().head() == Types.ERROR) {
      return BuiltIn.VERDICT.of(Types.ERROR, Types.ERROR);
    }
    if (in.result().head() instanceof Type.Variable) {
      in.types().unify(in.result(), in.types().instantiate(BuiltIn.VERDICT));
    }
    return BuiltIn.is(in.result(), BuiltIn.VERDICT) ? (Type.Named) in.result().head() : null;
  }

  private Draft leaveWith(Ast.Leave leave, Type wanted, Type.@Nullable Named verdict, int variant) {
    Span span = leave.span();
    Draft value;
    if (leave.value() != null) {
      value = in.check(leave.value(), wanted);
    } else {
      value =
          in.expect(
              new Draft(span, Scalar.UNIT, false, () -> new Tree.Literal(span, Scalar.UNIT, "()")),
              wanted);
    }
    if (value.isBad()) {
      return new Draft(span, Types.ERROR, true, value.maker());
    }
    Draft known = value;
    return new Draft(
        span,
        Scalar.NEVER,
        true,
        () ->
            Draft.strict(
                span,
                known,
                tree ->
                    new Tree.Return(
                        span,
                        verdict == null
                            ? tree
                            : new Tree.VariantOf(
                                span, in.types().settledNamed(verdict), variant, List.of(tree)))));
  }

  // ---- ? ----------------------------------------------------------------------------------------

  /// What a failing `?` gives.
  ///
  /// @param variant of the result's type
  /// @param error whether the value inside `Err` is its payload
  private record Failure(Type.Named type, int variant, boolean error) {}

  Draft attempt(Ast.Try attempt, Type expected) {
    Draft operand = in.infer(attempt.operand());
    Span span = attempt.span();
    if (operand.isBad()) {
      return Draft.bad(span);
    }
    if (operand.type().head() instanceof Type.Variable || operand.type().head() == Scalar.NEVER) {
      in.types().fits(BuiltIn.option(expected), operand.type());
    }
    boolean result = BuiltIn.is(operand.type(), BuiltIn.RESULT);
    if (!result
        && !BuiltIn.is(operand.type(), BuiltIn.OPTION)
        && operand.type().head() != Scalar.NEVER) {
      return in.fail(
          Code.INVALID_OPERAND,
          attempt.operand().span(),
          "`?` needs an `Option` or a `Result`, found " + Session.show(operand.type()),
          "this is " + Session.show(operand.type()));
    }
    String why = refusal();
    if (why != null) {
      return in.fail(Code.MISPLACED_CONTROL, span, "`?` may not stand here", why);
    }
    if (!(operand.type().head() instanceof Type.Named named)) {
      return in.expect(operand, expected);
    }
    Failure failure = result ? ofError(span, named.arguments().get(1)) : ofNone(span);
    if (failure == null) {
      return Draft.bad(span);
    }
    return in.expect(build(span, operand, named, failure), expected);
  }

  private @Nullable Failure ofNone(Span span) {
    if (in.result().head() instanceof Type.Named named) {
      if (named.definition() == BuiltIn.OPTION) {
        return new Failure(named, 1, false);
      }
      boolean carries =
          named.definition() == BuiltIn.RESULT || named.definition() == BuiltIn.VERDICT;
      if (carries && in.types().unify(named.arguments().get(1), Scalar.UNIT)) {
        return new Failure(named, 1, false);
      }
      if (carries) {
        return misplaced(span, "`None` has nothing to put into it");
      }
    }
    return misplaced(span, "it would end the function with `None`");
  }

  private @Nullable Failure ofError(Span span, Type error) {
    if (in.result().head() instanceof Type.Named named) {
      if (in.kind() == Function.Kind.TEST) {
        return new Failure(named, 1, false);
      }
      if (named.definition() == BuiltIn.RESULT || named.definition() == BuiltIn.VERDICT) {
        Type wanted = named.arguments().get(1);
        if (in.types().unify(wanted, error)) {
          return new Failure(named, 1, true);
        }
        in.session().mismatch(in.source(), span, wanted, error);
        return null;
      }
    }
    return misplaced(span, "it would end the function with the error");
  }

  private @Nullable Failure misplaced(Span span, String why) {
    if (in.result().head() != Types.ERROR) {
      in.report(
          Diagnostic.of(
                  Code.MISPLACED_CONTROL,
                  "`?` may not stand in a function that gives " + Session.show(in.result()),
                  in.source(),
                  span,
                  why)
              .note(
                  "`?` works on `Option` where the function gives an `Option`, and on `Result`"
                      + " where it gives a `Result` or `Verdict` with that error"));
    }
    return null;
  }

  private Draft build(Span span, Draft operand, Type.Named type, Failure failure) {
    Type inside = type.arguments().getFirst();
    return new Draft(
        span,
        inside,
        operand.ends() || inside.head() == Scalar.NEVER,
        () ->
            Draft.strict(
                span,
                operand,
                tree -> {
                  Type settled = in.types().settled(inside);
                  Type.Named ends = in.types().settledNamed(failure.type());
                  Local error =
                      failure.error()
                          ? new Local("error", in.types().settled(type.arguments().get(1)), span)
                          : null;
                  return new Tree.Try(
                      span, settled, tree, error, failureTree(span, ends, failure, error));
                }));
  }

  private static Tree failureTree(
      Span span, Type.Named type, Failure failure, @Nullable Local error) {
    List<Tree> payload = List.of();
    if (error != null) {
      payload = List.of(new Tree.Read(span, error));
    } else if (type.definition() != BuiltIn.OPTION) {
      payload = List.of(new Tree.Literal(span, Scalar.UNIT, "()"));
    }
    return new Tree.VariantOf(span, type, failure.variant(), payload);
  }
}
