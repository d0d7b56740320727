package dev.weir.roto.check;

import dev.weir.roto.library.LibraryFunction;
import dev.weir.roto.library.StandardTypes;
import dev.weir.roto.source.Code;
import dev.weir.roto.source.Span;
import dev.weir.roto.syntax.Ast;
import dev.weir.roto.tree.Pattern;
import dev.weir.roto.tree.Tree;
import dev.weir.roto.type.BuiltIn;
import dev.weir.roto.type.Type;
import dev.weir.roto.type.Type.Kind;
import dev.weir.roto.type.Type.Scalar;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// `while`, `for`, `break` and `continue`.
///
/// The body of a loop may run not at all, so it never counts as the end of its function; only
/// `while true` without a `break` does. In the typed tree such a loop is followed by a match
/// without arms, which is how that tree says that a place is never reached.
final class Loops {
  private final Expressions in;

  Loops(Expressions in) {
    this.in = in;
  }

  private Draft body(Ast.Block block, Scope scope, Expressions.Loop loop) {
    in.loops().push(loop);
    try {
      return in.blocks().check(block, Scalar.UNIT, scope);
    } finally {
      in.loops().pop();
    }
  }

  Draft checkWhile(Ast.While loop) {
    Span span = loop.span();
    Scope scope = new Scope(in.scope());
    Branches.Condition condition = in.branches().condition(loop.condition(), scope);
    Expressions.Loop around = new Expressions.Loop();
    Draft body = body(loop.body(), scope, around);
    if (condition.value().isBad() || body.isBad()) {
      return Draft.bad(span, List.of(condition.value(), body));
    }
    boolean forever =
        !around.isLeft()
            && loop.condition() instanceof Ast.Holds(_, Ast.BooleanLiteral(_, boolean value))
            && value;
    boolean ends = forever || condition.value().ends();
    return new Draft(
        span,
        ends ? Scalar.NEVER : Scalar.UNIT,
        ends,
        () -> {
          Tree value = condition.value().make();
          if (value.type() == Scalar.NEVER) {
            return value;
          }
          Supplier<Pattern> pattern = condition.pattern();
          Tree.While made =
              new Tree.While(span, pattern == null ? null : pattern.get(), value, body.make());
          return forever ? Draft.never(span, List.of(made, Draft.unreachable(span))) : made;
        });
  }

  Draft checkFor(Ast.For loop) {
    return loop.iterable() instanceof Ast.Range range ? overRange(loop, range) : overEach(loop);
  }

  private Draft overRange(Ast.For loop, Ast.Range range) {
    Span span = loop.span();
    Type type = in.types().fresh(Kind.INTEGER);
    Draft from = in.check(range.from(), type);
    Draft to = in.check(range.to(), type);
    Scope scope = new Scope(in.scope());
    Slot slot = in.within(scope, () -> in.declare(loop.variable(), type));
    Draft body = body(loop.body(), scope, new Expressions.Loop());
    if (from.isBad() || to.isBad() || body.isBad()) {
      return Draft.bad(span, List.of(from, to, body));
    }
    return Expressions.unit(
        span,
        from.ends() || to.ends(),
        () ->
            Draft.strict(
                span,
                List.of(from, to),
                ends ->
                    new Tree.ForRange(
                        span,
                        slot.local(in.types()),
                        ends.get(0),
                        ends.get(1),
                        range.inclusive(),
                        body.make())));
  }

  private Draft overEach(Ast.For loop) {
    Span span = loop.span();
    Draft given = in.infer(loop.iterable());
    Type element = in.types().fresh();
    Draft iterable = iterable(given, element);
    Scope scope = new Scope(in.scope());
    Slot slot =
        in.within(
            scope, () -> in.declare(loop.variable(), iterable.isBad() ? Types.ERROR : element));
    Draft body = body(loop.body(), scope, new Expressions.Loop());
    if (iterable.isBad() || body.isBad()) {
      return Draft.bad(span, List.of(iterable, body));
    }
    return Expressions.unit(
        span,
        iterable.ends(),
        () ->
            Draft.strict(
                span,
                iterable,
                tree -> new Tree.ForEach(span, slot.local(in.types()), tree, body.make())));
  }

  private Draft iterable(Draft given, Type element) {
    Type type = given.type();
    if (given.isBad()) {
      return given;
    }
    if (BuiltIn.is(type, StandardTypes.SET)) {
      in.types().unify(((Type.Named) type.head()).arguments().getFirst(), element);
      return given;
    }
    if (BuiltIn.is(type, StandardTypes.MAP)) {
      Draft keys = through(given, "keys", element);
      return keys == null ? given : keys;
    }
    if (!BuiltIn.is(type, BuiltIn.LIST) && type.head() instanceof Type.Named) {
      Draft list = through(given, "list", element);
      if (list != null) {
        return list;
      }
    }
    if (!in.types().fits(BuiltIn.list(element), type)) {
      return in.fail(
          Code.MISMATCHED_TYPES,
          given.span(),
          "a `for` cannot go over " + Session.show(type),
          "expected a list, a set, a map or a range");
    }
    return given;
  }

  /// The list that a method without arguments gives; null if there is no such method.
  private @Nullable Draft through(Draft given, String name, Type element) {
    Meaning.OfLibraryFunction found = in.session().names().library().function(given.type(), name);
    if (found == null) {
      return null;
    }
    LibraryFunction function = found.overloads().getFirst();
    Map<Type.Parameter, Type> put = in.types().instantiate(function.typeParameters());
    Type.Function own =
        new Type.Function(
            function.parameters().stream().map(field -> field.type().with(put)).toList(),
            function.result().with(put));
    Type.Function wanted = new Type.Function(List.of(given.type()), BuiltIn.list(element));
    if (!function.method() || !in.types().unify(wanted, own)) {
      return null;
    }
    return new Draft(
        given.span(),
        BuiltIn.list(element),
        given.ends(),
        () ->
            Draft.strict(
                given.span(),
                given,
                tree -> in.calls().libraryCall(given.span(), function, put, List.of(tree))));
  }

  Draft checkBreak(Ast.Break leave) {
    Expressions.Loop loop = in.loops().peek();
    if (loop == null) {
      return outside(leave.span(), "break");
    }
    loop.leave();
    return new Draft(leave.span(), Scalar.NEVER, true, () -> new Tree.Break(leave.span()));
  }

  Draft checkContinue(Ast.Continue next) {
    if (in.loops().isEmpty()) {
      return outside(next.span(), "continue");
    }
    return new Draft(next.span(), Scalar.NEVER, true, () -> new Tree.Continue(next.span()));
  }

  private Draft outside(Span span, String word) {
    return in.fail(
        Code.MISPLACED_CONTROL,
        span,
        "`" + word + "` outside of a loop",
        in.inClosure()
            ? "a closure cannot leave the loop around it"
            : "there is no loop around it");
  }
}
