package dev.weir.roto.check;

import dev.weir.roto.source.Code;
import dev.weir.roto.source.Diagnostic;
import dev.weir.roto.source.Span;
import dev.weir.roto.syntax.Ast;
import dev.weir.roto.tree.Tree;
import dev.weir.roto.type.Type;
import dev.weir.roto.type.Type.Scalar;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Blocks and statements.
final class Blocks {
  private final Expressions in;

  Blocks(Expressions in) {
    this.in = in;
  }

  /// Checks a block whose names go into a given scope.
  Draft check(Ast.Block block, Type expected, Scope scope) {
    return in.within(scope, () -> checkHere(block, expected));
  }

  private Draft checkHere(Ast.Block block, Type expected) {
    in.session().imports().ofBlock(in.scope(), block.statements());
    List<Draft> drafts = new ArrayList<>();
    boolean ends = false;
    boolean bad = false;
    int dead = -1;
    for (Ast.Statement statement : block.statements()) {
      if (ends && dead < 0) {
        dead = statement.span().start();
      }
      Draft draft = statement(statement);
      if (draft != null) {
        drafts.add(draft);
        ends |= draft.ends();
        bad |= draft.isBad();
      }
    }
    Draft result = null;
    if (block.result() != null) {
      if (ends && dead < 0) {
        dead = block.result().span().start();
      }
      result = in.check(block.result(), ends ? in.types().fresh() : expected);
    }
    noteDead(block, dead);
    imports();
    return draft(block, expected, drafts, result, ends, bad);
  }

  private void noteDead(Ast.Block block, int from) {
    if (from < 0) {
      return;
    }
    int to =
        block.result() != null
            ? block.result().span().end()
            : block.statements().getLast().span().end();
    in.fail(
        Code.UNREACHABLE_CODE,
        new Span(from, Math.max(from, to)),
        "this is never reached",
        "what stands before it never ends normally");
  }

  private void imports() {
    in.scope()
        .imports()
        .forEach((name, imported) -> {
          if (!imported.isUsed()) {
            in.session().unusedImport(in.source(), name, imported);
          }
        });
  }

  private Draft draft(
      Ast.Block block,
      Type expected,
      List<Draft> drafts,
      @Nullable Draft result,
      boolean statementsEnd,
      boolean bad) {
    Span span = block.span();
    boolean ends = statementsEnd || result != null && result.ends();
    Type type = result != null ? result.type() : Scalar.UNIT;
    if (ends) {
      type = Scalar.NEVER;
    } else if (result == null && !bad && !in.types().fits(expected, Scalar.UNIT)) {
      missingValue(block, expected);
      return Draft.bad(span, drafts);
    }
    boolean wrong = bad || result != null && result.isBad();
    Type known = wrong ? Types.ERROR : type;
    return new Draft(span, known, ends, () -> build(span, known, drafts, result));
  }

  private void missingValue(Ast.Block block, Type expected) {
    Diagnostic diagnostic =
        Diagnostic.of(
            Code.MISSING_VALUE,
            "this block must end with a value of type " + Session.show(expected),
            in.source(),
            new Span(block.span().start(), Math.min(block.span().start() + 1, block.span().end())),
            "expected " + Session.show(expected) + ", found `()`");
    if (!block.statements().isEmpty()
        && block.statements().getLast() instanceof Ast.ExpressionStatement last
        && last.semicolon()) {
      diagnostic = diagnostic.note("without its last semicolon the block would have a value");
    }
    in.report(diagnostic);
  }

  private Tree build(Span span, Type type, List<Draft> drafts, @Nullable Draft result) {
    List<Tree> statements = new ArrayList<>(drafts.size() + 1);
    for (Draft draft : drafts) {
      Tree tree = draft.make();
      Usefulness.check(in, tree);
      statements.add(tree);
      if (tree.type() == Scalar.NEVER) {
        return statements.size() == 1 ? tree : Draft.never(span, statements);
      }
    }
    if (result == null) {
      return new Tree.Block(span, Scalar.UNIT, statements, null);
    }
    Tree value = result.make();
    if (value.type() == Scalar.NEVER || in.types().settled(type) == Scalar.UNIT) {
      statements.add(value);
      return new Tree.Block(span, value.type(), statements, null);
    }
    return statements.isEmpty() ? value : new Tree.Block(span, value.type(), statements, value);
  }

  // ---- statements -------------------------------------------------------------------------------

  private @Nullable Draft statement(Ast.Statement statement) {
    return switch (statement) {
      case Ast.Import _ -> null;
      case Ast.Let let -> let(let);
      case Ast.ExpressionStatement expression -> {
        Draft draft = in.infer(expression.expression());
        Usefulness.check(in, expression.expression(), draft);
        yield draft;
      }
    };
  }

  private Draft let(Ast.Let let) {
    Type wanted =
        let.type() == null
            ? in.types().fresh()
            : in.session().reader().read(in.scope(), let.type());
    Draft value = in.check(let.value(), wanted);
    Type type = wanted;
    if (let.type() == null) {
      type = value.type().head() == Scalar.NEVER ? wanted : value.type();
    }
    if (Types.isTooLarge(type)) {
      in.fail(Code.TOO_LARGE, let.span(), "the type of this is too large", "too large a type");
      type = Types.ERROR;
    }
    Slot slot = in.declare(let.name(), type);
    Draft known = value;
    if (known.isBad() && let.type() == null) {
      return new Draft(let.span(), Types.ERROR, false, known.maker());
    }
    return Expressions.unit(
        let.span(),
        known.ends(),
        () ->
            Draft.strict(
                let.span(), known, tree -> new Tree.Let(let.span(), slot.local(in.types()), tree)));
  }
}
