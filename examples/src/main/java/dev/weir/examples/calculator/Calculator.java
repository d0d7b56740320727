package dev.weir.examples.calculator;

import dev.weir.roto.host.Compilation;
import dev.weir.roto.host.Runtime;
import dev.weir.roto.run.Limits;
import dev.weir.roto.run.ScriptException;
import dev.weir.roto.source.Source;
import dev.weir.roto.source.SourceTree;
import dev.weir.roto.source.SourceTree.Module;
import dev.weir.roto.store.Sources;
import java.lang.invoke.MethodHandles;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleSupplier;
import java.util.function.DoubleUnaryOperator;

/// Computes an expression of floating-point numbers.
///
///     Calculator roto/calculator.roto "circle(2.5) / sin(pi / 4.0)"
///
/// Shows: constants and functions of a host, a package made of a text and a file, and that nothing
/// someone types can do more than be wrong.
public final class Calculator {
  /// Enough for what anyone writes on one line, and soon over for a loop without end.
  private static final Limits LIMITS = Limits.USUAL.fuel(10_000_000);

  private final Runtime runtime =
      Runtime.builder(MethodHandles.lookup())
          .constant("pi", Math.PI, "The circumference of a circle of diameter 1.")
          .constant("e", Math.E, "The base of the natural logarithm.")
          .function("sin", DoubleUnaryOperator.class, Math::sin, "The sine of an angle in radians.")
          .function("cos", DoubleUnaryOperator.class, Math::cos, "The cosine.")
          .function("ln", DoubleUnaryOperator.class, Math::log, "The natural logarithm.")
          .function("hypotenuse", DoubleBinaryOperator.class, Math::hypot, "Of two legs.")
          .build();

  private final Module functions;

  /// Takes functions of its user from a script.
  ///
  /// @param functions whose `fn`s expressions can call, by their names
  Calculator(Source functions) {
    this.functions = new Module("pkg.functions", functions);
  }

  /// Prints what an expression comes to.
  public static void main(String[] args) {
    Sources.Reading reading = Sources.read(Path.of(args[0]));
    reading.diagnostics().forEach(System.err::println);
    SourceTree tree = Objects.requireNonNull(reading.tree());
    Calculator calculator = new Calculator(tree.modules().getFirst().source());
    System.out.println(calculator.compute(args[1]));
  }

  /// The value of an expression, or a sentence that says why it has none.
  String compute(String expression) {
    String text =
        "import functions.{circle, celsius};\nfn answer() -> f64 {\n" + expression + "\n}";
    Module root = new Module("pkg", new Source("<expression>", text));
    return switch (runtime.compile(new SourceTree(List.of(root, functions)))) {
      case Compilation.Rejected refused -> refused.errors().getFirst().toString();
      case Compilation.Compiled compiled -> {
        DoubleSupplier answer = compiled.result().function("answer", DoubleSupplier.class, LIMITS);
        try {
          yield String.valueOf(answer.getAsDouble());
        } catch (ScriptException stopped) {
          yield String.valueOf(stopped.getMessage());
        }
      }
    };
  }
}
