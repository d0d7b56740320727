package dev.weir.roto.emit;

import dev.weir.roto.library.Library;
import dev.weir.roto.library.LibraryFunction;
import dev.weir.roto.library.Standard;
import dev.weir.roto.run.Limits;
import dev.weir.roto.source.Source;
import dev.weir.roto.source.Span;
import dev.weir.roto.tree.Constant;
import dev.weir.roto.tree.Function;
import dev.weir.roto.tree.Local;
import dev.weir.roto.tree.Program;
import dev.weir.roto.tree.Tree;
import dev.weir.roto.type.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Typed trees by hand, for tests that need no parser.
final class Trees {
  static final Source SOURCE = new Source("test.roto", "fn f() {\n  1 / 0\n}\n");
  static final Span SPAN = new Span(11, 16);
  static final Library LIBRARY = Standard.library();

  private Trees() {}

  static Tree number(Type type, long value) {
    return new Tree.Literal(SPAN, type, value);
  }

  static Tree text(String value) {
    return new Tree.Literal(SPAN, Type.Scalar.STRING, value);
  }

  static Local local(String name, Type type) {
    return new Local(name, type, SPAN);
  }

  static Tree read(Local local) {
    return new Tree.Read(SPAN, local);
  }

  static Tree binary(Tree left, Tree.Operator operator, Tree right) {
    boolean comparison = operator.ordinal() >= Tree.Operator.EQUAL.ordinal();
    Type type = comparison ? Type.Scalar.BOOL : left.type();
    return new Tree.Operation(SPAN, left, List.of(new Tree.Step(SPAN, operator, right, type)));
  }

  static Tree choice(Type type, Tree condition, Tree then, Tree otherwise) {
    return new Tree.If(SPAN, type, List.of(new Tree.Branch(null, condition, then)), otherwise);
  }

  static Tree block(Tree result, Tree... statements) {
    return new Tree.Block(SPAN, result.type(), List.of(statements), result);
  }

  static Tree effects(Tree... statements) {
    return new Tree.Block(SPAN, Type.Scalar.UNIT, List.of(statements), null);
  }

  static Tree let(Local local, Tree value) {
    return new Tree.Let(SPAN, local, value);
  }

  static Tree set(Local local, Tree value) {
    return new Tree.Assign(SPAN, local, List.of(), null, value);
  }

  static Tree add(Local local, Tree value) {
    return new Tree.Assign(SPAN, local, List.of(), Tree.Operator.ADD, value);
  }

  static Tree call(Function function, Tree... arguments) {
    return new Tree.Call(SPAN, function.result(), function, List.of(), List.of(arguments));
  }

  static Tree library(String path, List<Type> types, Tree... arguments) {
    LibraryFunction function =
        LIBRARY.functions().stream().filter(f -> f.path().equals(path)).findFirst().orElseThrow();
    Map<Type.Parameter, Type> substitution = new HashMap<>();
    for (int i = 0; i < types.size(); i++) {
      substitution.put(function.typeParameters().get(i), types.get(i));
    }
    return new Tree.CallLibrary(
        SPAN, function.result().with(substitution), function, substitution, List.of(arguments));
  }

  static Function function(String name, Type result, Local... parameters) {
    return new Function(
        new Function.Declaration("pkg." + name, Function.Kind.FUNCTION, SOURCE, SPAN, ""),
        List.of(),
        List.of(parameters),
        result);
  }

  static Function define(Function function, Tree body) {
    function.define(body);
    return function;
  }

  static Compiled emit(Function... functions) {
    return Emitter.emit(
        new Program(List.of("pkg"), List.of(), List.of(functions), List.of(), List.of()),
        LIBRARY,
        EmitOptions.USUAL);
  }

  static Compiled emit(List<Constant> constants, Function... functions) {
    return Emitter.emit(
        new Program(List.of("pkg"), List.of(), List.of(functions), constants, List.of()),
        LIBRARY,
        EmitOptions.USUAL);
  }

  static Object run(Compiled compiled, String name, Object... arguments) {
    return run(Limits.USUAL, compiled, name, arguments);
  }

  static Object run(Limits limits, Compiled compiled, String name, Object... arguments) {
    try {
      return compiled
          .find("pkg." + name)
          .orElseThrow()
          .handle(limits)
          .invokeWithArguments(new ArrayList<>(List.of(arguments)));
    } catch (RuntimeException | Error known) {
      throw known;
    } catch (Throwable impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
