package dev.weir.roto.host;

import dev.weir.roto.library.Forms;
import dev.weir.roto.library.Implementation;
import dev.weir.roto.library.LibraryFunction;
import dev.weir.roto.library.Linkage;
import dev.weir.roto.run.Unit;
import dev.weir.roto.source.Span;
import dev.weir.roto.tree.Function;
import dev.weir.roto.tree.Program;
import dev.weir.roto.tree.Tree;
import dev.weir.roto.tree.Tree.Operator;
import dev.weir.roto.type.BuiltIn;
import dev.weir.roto.type.Type;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Rewrites a checked program so that it tells a listener of its decisions.
///
/// **Idea.** A value that decides something is put through a function of the library that gives it
/// back unchanged and reports it on the way. What comes out is a checked program like any other:
/// the compiler knows nothing of it, and a program that is not traced pays nothing.
///
/// **What is left out.** Generic functions are copied without reports, since the types of their
/// values are not known yet, and so are values of type `Result`, which calls of the library carry
/// in another form. Constants are computed by the functions as they were.
final class Tracing {
  private static final MethodHandle REPORT =
      Handles.find(
          MethodHandles.lookup(),
          "report",
          void.class,
          TraceListener.class,
          TraceStep.class,
          Object.class);

  private final TraceListener listener;
  private final Map<Function, Function> copies = new IdentityHashMap<>();
  private Function current;

  private Tracing(TraceListener listener, Function first) {
    this.listener = listener;
    this.current = first;
  }

  /// The same program with reports.
  static Program of(Program program, TraceListener listener) {
    List<Function> all = new ArrayList<>(program.functions());
    all.addAll(program.tests());
    if (all.isEmpty()) {
      return program;
    }
    Tracing tracing = new Tracing(listener, all.getFirst());
    all.forEach(tracing::declare);
    all.forEach(tracing::define);
    return new Program(
        program.modules(),
        program.types(),
        program.functions().stream().map(tracing::copy).toList(),
        program.constants(),
        program.tests().stream().map(tracing::copy).toList());
  }

  private void declare(Function function) {
    Function.Declaration declaration =
        new Function.Declaration(
            function.path(),
            function.kind(),
            function.source(),
            function.span(),
            function.documentation());
    copies.put(
        function,
        new Function(
            declaration, function.typeParameters(), function.parameters(), function.result()));
  }

  private Function copy(Function function) {
    return copies.getOrDefault(function, function);
  }

  private void define(Function function) {
    current = function;
    Tree body = tree(function.body());
    copy(function).define(result(body));
  }

  /// The value at the end of a function; what stands in its last block is reported there.
  private Tree result(Tree body) {
    if (body instanceof Tree.Block block && block.result() != null) {
      return new Tree.Block(block.span(), block.type(), block.statements(), result(block.result()));
    }
    return report(TraceStep.Kind.RESULT, body.span(), body);
  }

  // ---- reports ----------------------------------------------------------------------------------

  /// The value, reported when it is there.
  private Tree report(TraceStep.Kind kind, Span span, Tree value) {
    Type type = value.type();
    if (Forms.isEmpty(type)
        || BuiltIn.is(type, BuiltIn.RESULT)
        || Linkage.isGeneric(type)
        || value instanceof Tree.Literal
        || !current.typeParameters().isEmpty()) {
      return value;
    }
    Class<?> form = Forms.of(type);
    MethodHandle told =
        MethodHandles.insertArguments(REPORT, 0, listener, step(kind, span, type))
            .asType(MethodType.methodType(void.class, form));
    LibraryFunction function =
        new LibraryFunction(
            "traced",
            List.of(),
            List.of(new Type.Field("value", type)),
            type,
            false,
            "",
            new Implementation.Handle(
                MethodHandles.foldArguments(MethodHandles.identity(form), told)));
    return new Tree.CallLibrary(value.span(), type, function, Map.of(), List.of(value));
  }

  /// What is done, behind a report that it is.
  private Tree arm(Span span, Tree body) {
    if (!current.typeParameters().isEmpty()) {
      return body;
    }
    MethodHandle told =
        MethodHandles.insertArguments(
            REPORT, 0, listener, step(TraceStep.Kind.ARM, span, Type.Scalar.UNIT), Unit.VALUE);
    LibraryFunction function =
        new LibraryFunction(
            "arrived",
            List.of(),
            List.of(),
            Type.Scalar.UNIT,
            false,
            "",
            new Implementation.Handle(told));
    Tree call = new Tree.CallLibrary(span, Type.Scalar.UNIT, function, Map.of(), List.of());
    return Forms.isEmpty(body.type())
        ? new Tree.Block(body.span(), body.type(), List.of(call, body), null)
        : new Tree.Block(body.span(), body.type(), List.of(call), body);
  }

  private TraceStep step(TraceStep.Kind kind, Span span, Type type) {
    return new TraceStep(kind, current.path(), current.source(), span, type, null);
  }

  static void report(TraceListener listener, TraceStep place, Object value) {
    listener.step(
        new TraceStep(
            place.kind(), place.function(), place.source(), place.span(), place.type(), value));
  }

  private Tree condition(Tree value) {
    return report(TraceStep.Kind.CONDITION, value.span(), tree(value));
  }

  // ---- the walk ---------------------------------------------------------------------------------

  private List<Tree> trees(List<Tree> all) {
    return all.stream().map(this::tree).toList();
  }

  private @Nullable Tree orNull(@Nullable Tree tree) {
    return tree == null ? null : tree(tree);
  }

  private Tree tree(Tree tree) {
    return switch (tree) {
      case Tree.Literal _,
          Tree.Read _,
          Tree.ReadConstant _,
          Tree.ReadLibrary _,
          Tree.ReadContext _,
          Tree.Break _,
          Tree.Continue _ ->
          tree;
      case Tree.ListOf t -> new Tree.ListOf(t.span(), t.type(), trees(t.elements()));
      case Tree.RecordOf t -> record(t);
      case Tree.VariantOf t ->
          new Tree.VariantOf(t.span(), t.type(), t.variant(), trees(t.payload()));
      case Tree.PrefixOf t ->
          new Tree.PrefixOf(t.span(), t.type(), tree(t.address()), tree(t.length()));
      case Tree.Format t ->
          new Tree.Format(t.span(), t.type(), t.parts().stream().map(this::part).toList());
      case Tree.ReadField t -> new Tree.ReadField(t.span(), t.type(), tree(t.record()), t.index());
      case Tree.ReadIndex t ->
          new Tree.ReadIndex(t.span(), t.type(), tree(t.target()), tree(t.index()));
      case Tree.Assign t ->
          new Tree.Assign(t.span(), t.local(), t.path(), t.operator(), tree(t.value()));
      case Tree.AssignIndex t ->
          new Tree.AssignIndex(
              t.span(), tree(t.target()), tree(t.index()), t.operator(), tree(t.value()));
      case Tree.Negate t -> new Tree.Negate(t.span(), t.type(), tree(t.operand()));
      case Tree.Not t -> new Tree.Not(t.span(), tree(t.operand()));
      case Tree.Operation t -> operation(t);
      case Tree.Logic t -> logic(t);
      case Tree.Call t ->
          new Tree.Call(
              t.span(), t.type(), copy(t.function()), t.typeArguments(), trees(t.arguments()));
      case Tree.CallLibrary t ->
          new Tree.CallLibrary(
              t.span(), t.type(), t.function(), t.substitution(), trees(t.arguments()));
      case Tree.Closure t ->
          new Tree.Closure(t.span(), t.type(), t.parameters(), result(tree(t.body())));
      case Tree.Block t ->
          new Tree.Block(t.span(), t.type(), trees(t.statements()), orNull(t.result()));
      case Tree.Let t -> new Tree.Let(t.span(), t.local(), tree(t.value()));
      case Tree.If t -> conditional(t);
      case Tree.Match t -> matching(t);
      case Tree.While t -> repeat(t);
      case Tree.ForEach t ->
          new Tree.ForEach(t.span(), t.variable(), tree(t.iterable()), tree(t.body()));
      case Tree.ForRange t ->
          new Tree.ForRange(
              t.span(), t.variable(), tree(t.from()), tree(t.to()), t.inclusive(), tree(t.body()));
      case Tree.Return t ->
          new Tree.Return(t.span(), report(TraceStep.Kind.RESULT, t.span(), tree(t.value())));
      case Tree.Try t -> attempt(t);
    };
  }

  private Tree record(Tree.RecordOf record) {
    return new Tree.RecordOf(
        record.span(),
        record.type(),
        record.fields().stream()
            .map(field -> new Tree.FieldOf(field.index(), tree(field.value())))
            .toList());
  }

  private Tree logic(Tree.Logic logic) {
    return new Tree.Logic(
        logic.span(),
        logic.and(),
        logic.operands().stream()
            .map(each -> report(TraceStep.Kind.TERM, each.span(), tree(each)))
            .toList());
  }

  private Tree conditional(Tree.If choice) {
    return new Tree.If(
        choice.span(),
        choice.type(),
        choice.branches().stream().map(this::branch).toList(),
        orNull(choice.otherwise()));
  }

  private Tree matching(Tree.Match match) {
    return new Tree.Match(
        match.span(),
        match.type(),
        report(TraceStep.Kind.MATCHED, match.value().span(), tree(match.value())),
        match.arms().stream().map(this::arm).toList());
  }

  private Tree attempt(Tree.Try attempt) {
    return new Tree.Try(
        attempt.span(),
        attempt.type(),
        report(TraceStep.Kind.TRIED, attempt.operand().span(), tree(attempt.operand())),
        attempt.error(),
        attempt.failure());
  }

  private Tree.FormatPart part(Tree.FormatPart part) {
    return new Tree.FormatPart(part.text(), orNull(part.value()), part.toText(), part.format());
  }

  /// Only comparisons decide; they stand alone.
  private Tree operation(Tree.Operation operation) {
    List<Tree.Step> steps = operation.steps();
    boolean compares = steps.stream().anyMatch(step -> isComparison(step.operator()));
    Tree first = tree(operation.first());
    List<Tree.Step> told = new ArrayList<>();
    for (Tree.Step step : steps) {
      Tree operand = tree(step.operand());
      told.add(
          new Tree.Step(
              step.span(),
              step.operator(),
              compares ? report(TraceStep.Kind.OPERAND, operand.span(), operand) : operand,
              step.type()));
    }
    boolean reportsFirst = compares && steps.size() == 1;
    return new Tree.Operation(
        operation.span(),
        reportsFirst ? report(TraceStep.Kind.OPERAND, first.span(), first) : first,
        told);
  }

  private static boolean isComparison(Operator operator) {
    return switch (operator) {
      case EQUAL, NOT_EQUAL, LESS, LESS_EQUAL, GREATER, GREATER_EQUAL -> true;
      case ADD, SUBTRACT, MULTIPLY, DIVIDE, REMAINDER -> false;
    };
  }

  private Tree.Branch branch(Tree.Branch branch) {
    if (branch.pattern() == null) {
      return new Tree.Branch(null, condition(branch.condition()), tree(branch.body()));
    }
    Tree value = branch.condition();
    return new Tree.Branch(
        branch.pattern(),
        report(TraceStep.Kind.MATCHED, value.span(), tree(value)),
        arm(branch.body().span(), tree(branch.body())));
  }

  private Tree.Arm arm(Tree.Arm arm) {
    Tree guard = arm.guard();
    return new Tree.Arm(
        arm.span(),
        arm.pattern(),
        guard == null ? null : condition(guard),
        arm(arm.span(), tree(arm.body())));
  }

  private Tree repeat(Tree.While loop) {
    Tree value = loop.condition();
    return loop.pattern() == null
        ? new Tree.While(loop.span(), null, condition(value), tree(loop.body()))
        : new Tree.While(
            loop.span(),
            loop.pattern(),
            report(TraceStep.Kind.MATCHED, value.span(), tree(value)),
            arm(loop.body().span(), tree(loop.body())));
  }
}
