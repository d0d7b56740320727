package dev.weir.roto.check;

import dev.weir.roto.source.Code;
import dev.weir.roto.source.Diagnostic;
import dev.weir.roto.source.Source;
import dev.weir.roto.source.Span;
import dev.weir.roto.syntax.Ast;
import dev.weir.roto.tree.Function;
import dev.weir.roto.tree.Tree;
import dev.weir.roto.type.Type;
import dev.weir.roto.type.Type.Scalar;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// Checks the body of one function.
///
/// Every expression is checked against the type that its place wants, which may be an open
/// variable: so types flow inwards from annotations and signatures as well as outwards from
/// literals and calls, and a mismatch is reported at the innermost expression that has the wrong
/// type. What comes out is a [Draft].
final class Expressions {
  /// A loop around the place that is being checked.
  static final class Loop {
    private boolean left;

    /// Notes a `break`.
    void leave() {
      left = true;
    }

    boolean isLeft() {
      return left;
    }
  }

  private static final int DEEPEST = 1_000;

  private final Session session;
  private final Routine routine;
  private final Type result;
  private final List<Slot> declared = new ArrayList<>();
  private final Operators operators = new Operators(this);
  private final Values values = new Values(this);
  private final Calls calls = new Calls(this);
  private final Closures closures = new Closures(this);
  private final Records records = new Records(this);
  private final Texts texts = new Texts(this);
  private final Branches branches = new Branches(this);
  private final Loops loopForms = new Loops(this);
  private final Exits exits = new Exits(this);
  private final Assignments assignments = new Assignments(this);
  private final Indexes indexes = new Indexes(this);
  private final Blocks blocks = new Blocks(this);
  private Deque<Loop> loops = new ArrayDeque<>();
  private Scope scope;
  private int depth;
  private int closureDepth;
  private boolean sawBad;

  Expressions(Session session, Routine routine, Type result) {
    this.session = session;
    this.routine = routine;
    this.result = result;
    this.scope = routine.scope();
    this.declared.addAll(routine.parameters());
  }

  // ---- what the parts share ---------------------------------------------------------------------

  Session session() {
    return session;
  }

  Types types() {
    return session.types();
  }

  Routine routine() {
    return routine;
  }

  Source source() {
    return routine.module().source();
  }

  /// What the function gives.
  Type result() {
    return result;
  }

  Function.Kind kind() {
    return routine.function().kind();
  }

  Scope scope() {
    return scope;
  }

  Deque<Loop> loops() {
    return loops;
  }

  boolean inClosure() {
    return closureDepth > 0;
  }

  Closures closures() {
    return closures;
  }

  Calls calls() {
    return calls;
  }

  Values values() {
    return values;
  }

  Operators operators() {
    return operators;
  }

  Blocks blocks() {
    return blocks;
  }

  Indexes indexes() {
    return indexes;
  }

  Branches branches() {
    return branches;
  }

  /// All variables of the body, for warnings.
  List<Slot> declared() {
    return declared;
  }

  /// Whether a part of the body could not be read, so that warnings may be wrong.
  boolean sawBad() {
    return sawBad;
  }

  /// Does something in another scope.
  <T> T within(Scope inner, java.util.function.Supplier<T> work) {
    Scope before = scope;
    scope = inner;
    try {
      return work.get();
    } finally {
      scope = before;
    }
  }

  /// Does something inside a closure, from which no loop around can be left.
  <T> T withinClosure(Scope inner, java.util.function.Supplier<T> work) {
    Deque<Loop> before = loops;
    loops = new ArrayDeque<>();
    closureDepth++;
    try {
      return within(inner, work);
    } finally {
      closureDepth--;
      loops = before;
    }
  }

  /// Makes a variable visible from here on.
  Slot declare(Ast.Identifier name, Type type) {
    Slot slot = new Slot(name.name(), type, name.span());
    Slot before = scope.slot(name.name());
    if (before != null && !name.name().equals("_")) {
      report(
          Diagnostic.of(
                  Code.DUPLICATE_NAME,
                  "`" + name.name() + "` is declared twice in one scope",
                  source(),
                  name.span(),
                  "declared again here")
              .also(source(), before.span(), "declared first here"));
    }
    scope.add(slot);
    declared.add(slot);
    return slot;
  }

  void report(Diagnostic diagnostic) {
    session.report().add(diagnostic);
  }

  /// Reports and gives a draft that causes no further reports.
  Draft fail(Code code, Span at, String message, String label) {
    session.report().add(code, source(), at, message, label);
    return Draft.bad(at);
  }

  /// The draft, if its type may stand where one is wanted; otherwise a report and a bad draft.
  Draft expect(Draft draft, Type expected) {
    if (types().fits(expected, draft.type())) {
      return draft;
    }
    session.mismatch(source(), draft.span(), expected, draft.type());
    return Draft.bad(draft.span());
  }

  /// A draft whose value is unit.
  static Draft unit(Span span, boolean ends, java.util.function.Supplier<Tree> maker) {
    return new Draft(span, Scalar.UNIT, ends, maker);
  }

  // ---- the cases --------------------------------------------------------------------------------

  /// Checks an expression of which nothing is known.
  Draft infer(Ast.Expression expression) {
    return check(expression, types().fresh());
  }

  /// Checks an expression that should have a type.
  Draft check(Ast.Expression expression, Type expected) {
    if (depth >= DEEPEST) {
      return fail(
          Code.TOO_DEEP, expression.span(), "expressions are nested too deep", "nested too deep");
    }
    depth++;
    try {
      return dispatch(expression, expected);
    } finally {
      depth--;
    }
  }

  private Draft dispatch(Ast.Expression expression, Type expected) {
    return switch (expression) {
      case Ast.BooleanLiteral _,
          Ast.IntegerLiteral _,
          Ast.FloatLiteral _,
          Ast.CharacterLiteral _,
          Ast.StringLiteral _,
          Ast.AsnLiteral _,
          Ast.AddressLiteral _,
          Ast.UnitLiteral _ ->
          expect(Literals.of(session, source(), expression), expected);
      case Ast.FString text -> texts.check(text, expected);
      case Ast.ListLiteral list -> records.checkList(list, expected);
      case Ast.RecordLiteral record -> records.check(record, expected);
      case Ast.Name _, Ast.Member _ -> values.check(expression, expected);
      case Ast.Call call -> calls.check(call, expected);
      case Ast.Index index -> expect(indexes.check(index), expected);
      case Ast.Try attempt -> exits.attempt(attempt, expected);
      case Ast.Unary unary -> operators.unary(unary, expected);
      case Ast.Chain chain -> operators.chain(chain, expected);
      case Ast.Assignment assignment -> assignments.check(assignment, expected);
      case Ast.Range range -> indexes.misplacedRange(range);
      case Ast.Block block -> blocks.check(block, expected, new Scope(scope));
      case Ast.If choice -> branches.checkIf(choice, expected);
      case Ast.Match match -> branches.checkMatch(match, expected);
      case Ast.While loop -> expect(loopForms.checkWhile(loop), expected);
      case Ast.For loop -> expect(loopForms.checkFor(loop), expected);
      case Ast.Leave leave -> exits.leave(leave);
      case Ast.Break leave -> loopForms.checkBreak(leave);
      case Ast.Continue next -> loopForms.checkContinue(next);
      case Ast.Closure closure -> closures.check(closure, expected);
      case Ast.BadExpression bad -> {
        sawBad = true;
        yield Draft.bad(bad.span());
      }
    };
  }
}
