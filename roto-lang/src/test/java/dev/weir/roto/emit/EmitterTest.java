package dev.weir.roto.emit;

import static dev.weir.roto.emit.Trees.add;
import static dev.weir.roto.emit.Trees.binary;
import static dev.weir.roto.emit.Trees.block;
import static dev.weir.roto.emit.Trees.call;
import static dev.weir.roto.emit.Trees.choice;
import static dev.weir.roto.emit.Trees.define;
import static dev.weir.roto.emit.Trees.effects;
import static dev.weir.roto.emit.Trees.emit;
import static dev.weir.roto.emit.Trees.function;
import static dev.weir.roto.emit.Trees.let;
import static dev.weir.roto.emit.Trees.library;
import static dev.weir.roto.emit.Trees.local;
import static dev.weir.roto.emit.Trees.number;
import static dev.weir.roto.emit.Trees.read;
import static dev.weir.roto.emit.Trees.run;
import static dev.weir.roto.emit.Trees.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.weir.roto.run.Fault;
import dev.weir.roto.run.Limits;
import dev.weir.roto.run.LongList;
import dev.weir.roto.run.ScriptException;
import dev.weir.roto.tree.Constant;
import dev.weir.roto.tree.Function;
import dev.weir.roto.tree.Local;
import dev.weir.roto.tree.Pattern;
import dev.weir.roto.tree.Tree;
import dev.weir.roto.tree.Tree.Operator;
import dev.weir.roto.type.BuiltIn;
import dev.weir.roto.type.Type;
import dev.weir.roto.type.Type.Scalar;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EmitterTest {
  private static Function fibonacci() {
    Local n = local("n", Scalar.U64);
    Function fib = function("fib", Scalar.U64, n);
    Tree left = call(fib, binary(read(n), Operator.SUBTRACT, number(Scalar.U64, 1)));
    Tree right = call(fib, binary(read(n), Operator.SUBTRACT, number(Scalar.U64, 2)));
    return define(
        fib,
        choice(
            Scalar.U64,
            binary(read(n), Operator.LESS_EQUAL, number(Scalar.U64, 1)),
            number(Scalar.U64, 1),
            binary(left, Operator.ADD, right)));
  }

  private static Function endless() {
    return define(
        function("endless", Scalar.UNIT),
        effects(
            new Tree.While(
                Trees.SPAN, null, new Tree.Literal(Trees.SPAN, Scalar.BOOL, true), effects())));
  }

  private static ScriptException fault(Runnable call) {
    return catchThrowableOfType(ScriptException.class, call::run);
  }

  @Test
  void recursionComputes() {
    assertThat(run(emit(fibonacci()), "fib", 20L)).isEqualTo(10946L);
  }

  @Test
  void recursionIsCountedAndStopped() {
    Compiled compiled = emit(fibonacci());
    assertThat(fault(() -> run(new Limits(1000, 100, 1000), compiled, "fib", 20L)).fault())
        .isEqualTo(Fault.FUEL);
    assertThat(fault(() -> run(new Limits(1 << 20, 10, 1000), compiled, "fib", 20L)).fault())
        .isEqualTo(Fault.DEPTH);
  }

  @Test
  void endlessLoopRunsOutOfFuel() {
    Compiled compiled = emit(endless());
    ScriptException stopped = fault(() -> run(Limits.USUAL.fuel(5_000_000), compiled, "endless"));
    assertThat(stopped.fault()).isEqualTo(Fault.FUEL);
    assertThat(stopped.frames()).hasSize(1);
    assertThat(stopped.frames().getFirst().function()).isEqualTo("pkg.endless");
  }

  @Test
  void divisionByZeroNamesThePlace() {
    Local n = local("n", Scalar.I32);
    Function inner = function("inner", Scalar.I32, n);
    define(inner, binary(number(Scalar.I32, 1), Operator.DIVIDE, read(n)));
    Function outer = function("outer", Scalar.I32);
    define(outer, call(inner, number(Scalar.I32, 0)));
    Compiled compiled = emit(inner, outer);
    ScriptException stopped = fault(() -> run(compiled, "outer"));
    assertThat(stopped.fault()).isEqualTo(Fault.DIVISION_BY_ZERO);
    assertThat(stopped.frames())
        .extracting(ScriptException.Frame::function)
        .containsExactly("pkg.inner", "pkg.outer");
    assertThat(stopped.getMessage()).startsWith("test.roto:2:3: ");
    assertThat(stopped.getStackTrace())
        .filteredOn(frame -> "test.roto".equals(frame.getFileName()))
        .extracting(StackTraceElement::getMethodName)
        .containsExactly("inner", "outer");
  }

  @Test
  void narrowIntegersWrap() {
    Local n = local("n", Scalar.U8);
    Function next = function("next", Scalar.U8, n);
    define(next, binary(read(n), Operator.ADD, number(Scalar.U8, 1)));
    assertThat(run(emit(next), "next", 255)).isEqualTo(0);
  }

  @Test
  void listsAreSearchedByMatch() {
    Type longs = BuiltIn.list(Scalar.U64);
    Local list = local("list", longs);
    Local index = local("index", Scalar.U64);
    Local found = local("x", Scalar.U64);
    Type.Named option = BuiltIn.option(Scalar.U64);
    Function at = function("at", Scalar.U64, list, index);
    define(
        at,
        new Tree.Match(
            Trees.SPAN,
            Scalar.U64,
            library("List.get", List.of(Scalar.U64), read(list), read(index)),
            List.of(
                new Tree.Arm(
                    Trees.SPAN,
                    new Pattern.Variant(
                        Trees.SPAN, option, 0, List.of(new Pattern.Bind(Trees.SPAN, found))),
                    null,
                    read(found)),
                new Tree.Arm(
                    Trees.SPAN,
                    new Pattern.Variant(Trees.SPAN, option, 1, List.of()),
                    null,
                    number(Scalar.U64, 99)))));
    Compiled compiled = emit(at);
    assertThat(run(compiled, "at", LongList.of(5, 6), 1L)).isEqualTo(6L);
    assertThat(run(compiled, "at", LongList.of(5, 6), 2L)).isEqualTo(99L);
  }

  @Test
  void loopOverAListInTheMiddleOfAnExpression() {
    Type longs = BuiltIn.list(Scalar.U64);
    Local list = local("list", longs);
    Local sum = local("sum", Scalar.U64);
    Local x = local("x", Scalar.U64);
    Function total = function("total", Scalar.U64, list);
    Tree inner =
        block(
            read(sum),
            let(sum, number(Scalar.U64, 0)),
            new Tree.ForEach(Trees.SPAN, x, read(list), effects(add(sum, read(x)))));
    define(total, binary(number(Scalar.U64, 100), Operator.ADD, inner));
    assertThat(run(emit(total), "total", LongList.of(1, 2, 3))).isEqualTo(106L);
  }

  @Test
  void recordsAreValues() {
    Type point =
        new Type.Anonymous(
            List.of(new Type.Field("x", Scalar.U32), new Type.Field("name", Scalar.STRING)));
    Local a = local("a", point);
    Local b = local("b", point);
    // The order of an anonymous type's fields is by name: name, x.
    Tree made =
        new Tree.RecordOf(
            Trees.SPAN,
            point,
            List.of(new Tree.FieldOf(1, number(Scalar.U32, 1)), new Tree.FieldOf(0, text("p"))));
    Function test = function("test", Scalar.BOOL);
    define(
        test,
        block(
            binary(read(a), Operator.NOT_EQUAL, read(b)),
            let(a, made),
            let(b, read(a)),
            new Tree.Assign(Trees.SPAN, b, List.of(1), null, number(Scalar.U32, 2))));
    assertThat(run(emit(test), "test")).isEqualTo(true);
  }

  @Test
  void constantsAreComputedOnceAndFrozen() {
    Type longs = BuiltIn.list(Scalar.U64);
    Function initial =
        define(
            new Function(
                new Function.Declaration(
                    "pkg.LIST", Function.Kind.CONSTANT, Trees.SOURCE, Trees.SPAN, ""),
                List.of(),
                List.of(),
                longs),
            new Tree.ListOf(Trees.SPAN, longs, List.of(number(Scalar.U64, 7))));
    Constant constant = new Constant("pkg.LIST", longs, initial);
    Tree readConstant = new Tree.ReadConstant(Trees.SPAN, constant);
    Function get = define(function("get", longs), readConstant);
    Function push =
        define(
            function("push", Scalar.UNIT),
            library("List.push", List.of(Scalar.U64), readConstant, number(Scalar.U64, 1)));
    Compiled compiled = emit(List.of(constant), get, push);
    assertThat(compiled.diagnostics()).isEmpty();
    assertThat(run(compiled, "get")).isEqualTo(LongList.of(7)).isSameAs(run(compiled, "get"));
    assertThatThrownBy(() -> run(compiled, "push")).isInstanceOf(ScriptException.class);
  }

  @Test
  void longSumsAndListsAndTextsCompile() {
    List<Tree.Step> steps = new ArrayList<>();
    List<Tree> elements = new ArrayList<>();
    Local n = local("n", Scalar.U64);
    for (int i = 0; i < 100_000; i++) {
      steps.add(new Tree.Step(Trees.SPAN, Operator.ADD, read(n), Scalar.U64));
      elements.add(number(Scalar.U64, i));
    }
    Function sum = function("sum", Scalar.U64, n);
    define(sum, new Tree.Operation(Trees.SPAN, read(n), steps));
    Type longs = BuiltIn.list(Scalar.U64);
    Function list = define(function("list", longs), new Tree.ListOf(Trees.SPAN, longs, elements));
    Function words = define(function("words", Scalar.STRING), text("é".repeat(70_000)));
    Compiled compiled = emit(sum, list, words);
    assertThat(run(compiled, "sum", 2L)).isEqualTo(200_002L);
    assertThat(((LongList) run(compiled, "list")).at(99_999)).isEqualTo(99_999L);
    assertThat(run(compiled, "words")).isEqualTo("é".repeat(70_000));
  }

  @Test
  void manyStatementsCompile() {
    Local n = local("n", Scalar.U64);
    Local x = local("x", Scalar.U64);
    List<Tree> statements = new ArrayList<>();
    statements.add(let(x, read(n)));
    for (int i = 0; i < 20_000; i++) {
      statements.add(add(x, number(Scalar.U64, i % 3)));
    }
    statements.add(
        choice(
            Scalar.UNIT,
            binary(read(x), Operator.GREATER, number(Scalar.U64, 30_000)),
            new Tree.Return(Trees.SPAN, number(Scalar.U64, 1)),
            effects()));
    Function many = function("many", Scalar.U64, n);
    define(many, new Tree.Block(Trees.SPAN, Scalar.U64, statements, read(x)));
    Compiled compiled = emit(many);
    assertThat(run(compiled, "many", 5L)).isEqualTo(20_004L);
    assertThat(run(compiled, "many", 50_000L)).isEqualTo(1L);
  }

  @Test
  void matchOfManyArmsCompiles() {
    Local n = local("n", Scalar.U32);
    List<Tree.Arm> arms = new ArrayList<>();
    for (int i = 0; i < 10_000; i++) {
      arms.add(
          new Tree.Arm(
              Trees.SPAN,
              new Pattern.Equal(Trees.SPAN, new Tree.Literal(Trees.SPAN, Scalar.U32, (long) i * 7)),
              null,
              number(Scalar.U32, i)));
    }
    arms.add(
        new Tree.Arm(Trees.SPAN, new Pattern.Any(Trees.SPAN), null, number(Scalar.U32, 77_777)));
    Function many = function("many", Scalar.U32, n);
    define(many, new Tree.Match(Trees.SPAN, Scalar.U32, read(n), arms));
    Compiled compiled = emit(many);
    assertThat(run(compiled, "many", 7 * 9_999)).isEqualTo(9_999);
    assertThat(run(compiled, "many", 8)).isEqualTo(77_777);
  }
}
