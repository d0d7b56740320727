package dev.weir.roto.check;

import dev.weir.roto.library.LibraryFunction;
import dev.weir.roto.library.StandardTypes;
import dev.weir.roto.source.Code;
import dev.weir.roto.source.Span;
import dev.weir.roto.syntax.Ast;
import dev.weir.roto.tree.Tree;
import dev.weir.roto.type.BuiltIn;
import dev.weir.roto.type.Type;
import dev.weir.roto.type.Type.Scalar;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Elements of lists and maps, and slices of lists.
final class Indexes {
  /// An element that can be read or assigned to.
  record Place(Draft target, Draft index, Type element) {}

  private final Expressions in;

  Indexes(Expressions in) {
    this.in = in;
  }

  Draft check(Ast.Index index) {
    if (index.index() instanceof Ast.Range range) {
      return slice(index, range);
    }
    Place place = place(index);
    if (place == null) {
      return Draft.bad(index.span());
    }
    List<Draft> parts = List.of(place.target(), place.index());
    return new Draft(
        index.span(),
        place.element(),
        Draft.anyEnds(parts),
        () ->
            Draft.strict(
                index.span(),
                parts,
                trees ->
                    new Tree.ReadIndex(
                        index.span(),
                        in.types().settled(place.element()),
                        trees.get(0),
                        trees.get(1))));
  }

  /// The element that is meant; null after a report.
  @Nullable Place place(Ast.Index index) {
    Draft target = in.infer(index.target());
    if (target.isBad()) {
      in.infer(index.index());
      return null;
    }
    Type key = Scalar.U64;
    Type element = in.types().fresh();
    if (BuiltIn.is(target.type(), StandardTypes.MAP)) {
      Type.Named map = (Type.Named) target.type().head();
      key = map.arguments().get(0);
      element = map.arguments().get(1);
    } else if (!isList(target, element)) {
      return null;
    }
    Draft at = in.check(index.index(), key);
    return at.isBad() ? null : new Place(target, at, element);
  }

  private boolean isList(Draft target, Type element) {
    boolean known =
        BuiltIn.is(target.type(), BuiltIn.LIST) || target.type().head() instanceof Type.Variable;
    if (known && in.types().fits(BuiltIn.list(element), target.type())) {
      return true;
    }
    in.fail(
        Code.INVALID_OPERAND,
        target.span(),
        Session.show(target.type()) + " has no elements to index",
        "expected a list or a map");
    return false;
  }

  private Draft slice(Ast.Index index, Ast.Range range) {
    Span span = index.span();
    Type element = in.types().fresh();
    Draft target = in.infer(index.target());
    Draft from = in.check(range.from(), Scalar.U64);
    Draft to = in.check(range.to(), Scalar.U64);
    if (target.isBad() || from.isBad() || to.isBad() || !isList(target, element)) {
      return Draft.bad(span);
    }
    Type list = BuiltIn.list(element);
    Meaning.OfLibraryFunction found = in.session().names().library().function(list, "slice");
    if (found == null) {
      return in.fail(
          Code.INVALID_OPERAND, span, "the library has no slices", "`List.slice` is missing");
    }
    LibraryFunction function = found.overloads().getFirst();
    Map<Type.Parameter, Type> put = in.types().instantiate(function.typeParameters());
    in.types().unify(function.parameters().getFirst().type().with(put), list);
    List<Draft> parts = List.of(target, from, to);
    return new Draft(
        span,
        function.result().with(put),
        Draft.anyEnds(parts),
        () ->
            Draft.strict(
                span,
                parts,
                trees ->
                    in.calls()
                        .libraryCall(
                            span,
                            function,
                            put,
                            List.of(trees.get(0), trees.get(1), end(range, trees.get(2))))));
  }

  /// The end of a range, exclusive.
  private static Tree end(Ast.Range range, Tree to) {
    if (!range.inclusive()) {
      return to;
    }
    Span span = range.to().span();
    Tree one = new Tree.Literal(span, Scalar.U64, 1L);
    return new Tree.Operation(
        span, to, List.of(new Tree.Step(span, Tree.Operator.ADD, one, Scalar.U64)));
  }

  Draft misplacedRange(Ast.Range range) {
    in.infer(range.from());
    in.infer(range.to());
    return in.fail(
        Code.WRONG_KIND,
        range.span(),
        "a range is no value",
        "ranges are for `for` and for slices");
  }
}
