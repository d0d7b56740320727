package dev.weir.roto.check;

import dev.weir.roto.library.LibraryFunction;
import dev.weir.roto.source.Code;
import dev.weir.roto.source.Span;
import dev.weir.roto.syntax.Ast;
import dev.weir.roto.tree.Local;
import dev.weir.roto.tree.Tree;
import dev.weir.roto.type.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Functions without a name, and named ones where such are wanted: as arguments of functions of the
/// library.
final class Closures {
  private final Expressions in;

  Closures(Expressions in) {
    this.in = in;
  }

  Draft check(Ast.Closure closure, Type expected) {
    if (!(expected.head() instanceof Type.Function wanted)) {
      if (expected.head() != Types.ERROR) {
        in.fail(
            Code.WRONG_KIND,
            closure.span(),
            "a closure cannot be a value here",
            "closures are only arguments of functions that take one");
      }
      return Draft.bad(closure.span());
    }
    int count = wanted.parameters().size();
    if (closure.parameters().size() != count) {
      return in.fail(
          Code.ARGUMENT_COUNT,
          closure.span(),
          "a closure with " + TypeReader.count(count, "parameter") + " is needed here",
          "this one has " + closure.parameters().size());
    }
    Scope scope = new Scope(in.scope());
    List<Slot> slots = new ArrayList<>();
    Draft body =
        in.withinClosure(
            scope,
            () -> {
              for (int i = 0; i < count; i++) {
                slots.add(parameter(closure.parameters().get(i), wanted.parameters().get(i)));
              }
              return closure.body() instanceof Ast.Block block
                  ? in.blocks().check(block, wanted.result(), scope)
                  : in.check(closure.body(), wanted.result());
            });
    if (body.isBad()) {
      return Draft.bad(closure.span());
    }
    return new Draft(
        closure.span(),
        wanted,
        false,
        () -> {
          List<Local> locals = slots.stream().map(slot -> slot.local(in.types())).toList();
          return new Tree.Closure(
              closure.span(), (Type.Function) in.types().settled(wanted), locals, body.make());
        });
  }

  private Slot parameter(Ast.ClosureParameter parameter, Type wanted) {
    Type type = wanted;
    if (parameter.type() != null) {
      type = in.session().reader().read(in.scope(), parameter.type());
      if (!in.types().unify(wanted, type)) {
        in.session().mismatch(in.source(), parameter.type().span(), wanted, type);
      }
    }
    return in.declare(parameter.name(), type);
  }

  /// A named function, method or variant, made a closure.
  Draft wrap(Meaning meaning, Span span, Type.Function wanted) {
    Type.Function own;
    java.util.function.Function<List<Tree>, Tree> call;
    switch (meaning) {
      case Meaning.OfFunction of -> {
        Map<Type.Parameter, Type> put =
            in.types().instantiate(of.routine().function().typeParameters());
        own =
            new Type.Function(
                of.routine().parameters().stream().map(slot -> slot.type().with(put)).toList(),
                of.routine().function().result().with(put));
        in.calls().noteUse(of.routine(), put, span);
        call = trees -> in.calls().call(span, of.routine(), put, trees);
      }
      case Meaning.OfLibraryFunction of -> {
        LibraryFunction function = of.overloads().getFirst();
        Map<Type.Parameter, Type> put = in.types().instantiate(function.typeParameters());
        own =
            new Type.Function(
                function.parameters().stream().map(field -> field.type().with(put)).toList(),
                function.result().with(put));
        call = trees -> in.calls().libraryCall(span, function, put, trees);
      }
      case Meaning.OfVariant of -> {
        Type.Named type = in.types().instantiate(of.type());
        own = new Type.Function(Names.payload(type, of.index()), type);
        call = trees -> new Tree.VariantOf(span, in.types().settledNamed(type), of.index(), trees);
      }
      default -> throw new IllegalArgumentException(meaning.words() + " is no function");
    }
    if (!in.types().unify(wanted, own)) {
      in.session().mismatch(in.source(), span, wanted, own);
      return Draft.bad(span);
    }
    return new Draft(span, wanted, false, () -> closure(span, own, call));
  }

  private Tree closure(
      Span span, Type.Function type, java.util.function.Function<List<Tree>, Tree> call) {
    Type.Function settled = (Type.Function) in.types().settled(type);
    List<Local> locals = new ArrayList<>();
    for (Type parameter : settled.parameters()) {
      locals.add(new Local("argument" + locals.size(), parameter, span));
    }
    List<Tree> reads = new ArrayList<>();
    locals.forEach(local -> reads.add(new Tree.Read(span, local)));
    return new Tree.Closure(span, settled, locals, call.apply(reads));
  }
}
