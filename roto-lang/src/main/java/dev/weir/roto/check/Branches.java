package dev.weir.roto.check;

import dev.weir.roto.source.Code;
import dev.weir.roto.source.Diagnostic;
import dev.weir.roto.source.Span;
import dev.weir.roto.syntax.Ast;
import dev.weir.roto.tree.Pattern;
import dev.weir.roto.tree.Tree;
import dev.weir.roto.type.Type;
import dev.weir.roto.type.Type.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// `if` and `match`.
final class Branches {
  /// A condition, with a pattern where it is `let pattern = value`.
  record Condition(@Nullable Supplier<Pattern> pattern, Draft value) {}

  private final Expressions in;
  private final Patterns patterns;

  Branches(Expressions in) {
    this.in = in;
    this.patterns = new Patterns(in);
  }

  /// Checks a condition; what its pattern binds goes into the scope.
  Condition condition(Ast.Condition condition, Scope scope) {
    return switch (condition) {
      case Ast.Holds holds -> new Condition(null, in.check(holds.expression(), Scalar.BOOL));
      case Ast.Fits fits -> {
        Draft value = in.infer(fits.value());
        Patterns.Checked pattern =
            in.within(scope, () -> patterns.check(fits.pattern(), value.type()));
        yield new Condition(pattern.maker(), pattern.bad() ? Draft.bad(fits.span()) : value);
      }
    };
  }

  // ---- if ---------------------------------------------------------------------------------------

  private record Choice(Condition condition, Draft body) {}

  Draft checkIf(Ast.If choice, Type expected) {
    boolean complete = choice.otherwise() != null;
    boolean fits = complete || in.types().fits(expected, Scalar.UNIT);
    if (!fits) {
      in.report(
          Session.mismatched(in.source(), choice.span(), expected, Scalar.UNIT)
              .note("an `if` without `else` has no value"));
    }
    Type wanted = complete ? expected : Scalar.UNIT;
    List<Choice> choices = new ArrayList<>(choice.branches().size());
    boolean bad = !fits;
    boolean allEnd = complete;
    for (Ast.Branch branch : choice.branches()) {
      Scope scope = new Scope(in.scope());
      Condition condition = condition(branch.condition(), scope);
      Draft body = in.blocks().check(branch.body(), wanted, scope);
      bad |= condition.value().isBad() || body.isBad();
      allEnd &= body.ends();
      choices.add(new Choice(condition, body));
    }
    Draft otherwise = null;
    if (choice.otherwise() != null) {
      otherwise = in.blocks().check(choice.otherwise(), wanted, new Scope(in.scope()));
      bad |= otherwise.isBad();
      allEnd &= otherwise.ends();
    }
    boolean ends = allEnd || choices.getFirst().condition().value().ends();
    Draft last = otherwise;
    return new Draft(
        choice.span(),
        bad ? Types.ERROR : ends ? Scalar.NEVER : wanted,
        ends,
        () -> build(choice.span(), wanted, choices, last));
  }

  private Tree build(Span span, Type type, List<Choice> choices, @Nullable Draft otherwise) {
    List<Tree.Branch> branches = new ArrayList<>(choices.size());
    Tree last = null;
    boolean ends = true;
    for (Choice choice : choices) {
      Tree value = choice.condition().value().make();
      if (value.type() == Scalar.NEVER) {
        last = value;
        break;
      }
      Supplier<Pattern> pattern = choice.condition().pattern();
      Tree body;
      Pattern made = pattern == null ? null : pattern.get();
      body = choice.body().make();
      ends &= body.type() == Scalar.NEVER;
      branches.add(new Tree.Branch(made, value, body));
    }
    if (last == null && otherwise != null) {
      last = otherwise.make();
    }
    if (branches.isEmpty() && last != null) {
      return last;
    }
    boolean never = ends && last != null && last.type() == Scalar.NEVER;
    return new Tree.If(span, never ? Scalar.NEVER : in.types().settled(type), branches, last);
  }

  // ---- match ------------------------------------------------------------------------------------

  private record Arm(
      Ast.Arm written, Patterns.Checked pattern, @Nullable Draft guard, Draft body) {}

  Draft checkMatch(Ast.Match match, Type expected) {
    Draft value = in.infer(match.value());
    List<Arm> arms = new ArrayList<>(match.arms().size());
    boolean bad = value.isBad();
    boolean allEnd = true;
    for (Ast.Arm written : match.arms()) {
      Scope scope = new Scope(in.scope());
      Arm arm = in.within(scope, () -> arm(written, value.type(), expected, scope));
      bad |= arm.pattern().bad() || arm.body().isBad();
      bad |= arm.guard() != null && arm.guard().isBad();
      allEnd &= arm.body().ends();
      arms.add(arm);
    }
    boolean ends = value.ends() || allEnd;
    return new Draft(
        match.span(),
        bad ? Types.ERROR : ends ? Scalar.NEVER : expected,
        ends,
        () -> build(match, value, arms, expected));
  }

  private Arm arm(Ast.Arm written, Type type, Type expected, Scope scope) {
    Patterns.Checked pattern = patterns.check(written.pattern(), type);
    Draft guard = written.guard() == null ? null : in.check(written.guard(), Scalar.BOOL);
    Draft body =
        written.body() instanceof Ast.Block block
            ? in.blocks().check(block, expected, scope)
            : in.check(written.body(), expected);
    return new Arm(written, pattern, guard, body);
  }

  private Tree build(Ast.Match match, Draft value, List<Arm> arms, Type type) {
    Tree tree = value.make();
    if (tree.type() == Scalar.NEVER) {
      return tree;
    }
    List<Tree.Arm> made = new ArrayList<>(arms.size());
    List<Coverage.Row> rows = new ArrayList<>(arms.size());
    boolean ends = true;
    for (Arm arm : arms) {
      Pattern pattern = arm.pattern().maker().get();
      Tree guard = arm.guard() == null ? null : arm.guard().make();
      Tree body = arm.body().make();
      rows.add(new Coverage.Row(pattern, guard != null));
      if (guard != null && guard.type() == Scalar.NEVER) {
        body = guard;
        guard = null;
      }
      ends &= body.type() == Scalar.NEVER;
      made.add(new Tree.Arm(arm.written().span(), pattern, guard, body));
    }
    if (!value.isBad() && arms.stream().noneMatch(arm -> arm.pattern().bad())) {
      cover(match, tree.type(), rows);
    }
    Type known = ends ? Scalar.NEVER : in.types().settled(type);
    return new Tree.Match(match.span(), known, tree, made);
  }

  private void cover(Ast.Match match, Type type, List<Coverage.Row> rows) {
    Coverage.Result result = Coverage.of(type, rows);
    if (!result.missing().isEmpty()) {
      String missing =
          String.join(", ", result.missing().stream().map(text -> "`" + text + "`").toList());
      in.report(
          Diagnostic.of(
                  Code.NOT_EXHAUSTIVE,
                  "the match is not exhaustive: " + missing + " missing",
                  in.source(),
                  match.value().span(),
                  "not covered: " + missing)
              .note("add the missing arms, or an arm `_ => ..`"));
    }
    for (int row : result.unreachable()) {
      in.fail(
          Code.UNREACHABLE_ARM,
          match.arms().get(row).pattern().span(),
          "this arm can never be reached",
          "an earlier arm fits everything");
    }
    for (int row : result.repeated()) {
      in.fail(
          Code.DUPLICATE_ARM,
          match.arms().get(row).pattern().span(),
          "earlier arms cover all that this arm fits",
          "has no effect");
    }
  }
}
