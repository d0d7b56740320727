package dev.weir.roto.check;

import dev.weir.roto.source.Code;
import dev.weir.roto.source.Span;
import dev.weir.roto.syntax.Ast;
import dev.weir.roto.syntax.Ast.BinaryOperator;
import dev.weir.roto.tree.Tree;
import dev.weir.roto.type.Type;
import dev.weir.roto.type.Type.Scalar;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Assignments to variables, to fields of records in variables, and to elements of lists and maps.
final class Assignments {
  private final Expressions in;

  Assignments(Expressions in) {
    this.in = in;
  }

  Draft check(Ast.Assignment assignment, Type expected) {
    Draft draft =
        assignment.target() instanceof Ast.Index index
            ? toElement(assignment, index)
            : toPlace(assignment);
    return in.expect(draft, expected);
  }

  private static Tree.@Nullable Operator operator(Ast.Assignment assignment) {
    return assignment.operator() == null ? null : Operators.operator(assignment.operator());
  }

  // ---- variables and their fields ---------------------------------------------------------------

  private Draft toPlace(Ast.Assignment assignment) {
    List<Ast.Identifier> path = Values.path(assignment.target());
    if (path == null) {
      in.infer(assignment.value());
      return assignment.target() instanceof Ast.BadExpression
          ? Draft.bad(assignment.span())
          : refuse(assignment, "only variables, their fields and elements can be assigned to");
    }
    Names.Found found = in.session().names().resolve(in.scope(), path);
    if (found == null) {
      in.infer(assignment.value());
      return Draft.bad(assignment.span());
    }
    if (!(found.meaning() instanceof Meaning.OfLocal(Slot slot))) {
      in.infer(assignment.value());
      return refuse(assignment, "this is " + found.meaning().words());
    }
    Span start = path.getFirst().span();
    Draft target = in.values().read(slot, start);
    List<Type> records = new ArrayList<>();
    for (Ast.Identifier field : path.subList(1, path.size())) {
      records.add(target.type());
      target = in.values().field(target, field, start.to(field.span()));
    }
    Draft value = value(assignment, target.type());
    if (target.isBad() || value.isBad()) {
      return Draft.bad(assignment.span());
    }
    List<Ast.Identifier> fields = path.subList(1, path.size());
    return Expressions.unit(
        assignment.span(),
        value.ends(),
        () ->
            Draft.strict(
                assignment.span(),
                value,
                tree ->
                    new Tree.Assign(
                        assignment.span(),
                        slot.local(in.types()),
                        indexes(records, fields),
                        operator(assignment),
                        tree)));
  }

  private List<Integer> indexes(List<Type> records, List<Ast.Identifier> fields) {
    List<Integer> indexes = new ArrayList<>(fields.size());
    for (int i = 0; i < fields.size(); i++) {
      indexes.add(Values.indexOf(in.types().settled(records.get(i)), fields.get(i).name()));
    }
    return indexes;
  }

  private Draft refuse(Ast.Assignment assignment, String label) {
    return in.fail(
        Code.NOT_ASSIGNABLE, assignment.target().span(), "this cannot be assigned to", label);
  }

  // ---- the value --------------------------------------------------------------------------------

  private Draft value(Ast.Assignment assignment, Type type) {
    Draft value = in.check(assignment.value(), type);
    BinaryOperator operator = assignment.operator();
    if (value.isBad() || operator == null || type.head() == Types.ERROR) {
      return value;
    }
    if (!value.ends() && !in.operators().exists(operator, type)) {
      return in.fail(
          Code.INVALID_OPERAND,
          assignment.span(),
          "there is no `" + operator.symbol() + "` for " + Session.show(type),
          "the target is " + Session.show(type));
    }
    return value;
  }

  // ---- elements ---------------------------------------------------------------------------------

  private Draft toElement(Ast.Assignment assignment, Ast.Index index) {
    Span span = assignment.span();
    Indexes.Place place = in.indexes().place(index);
    if (place == null) {
      in.infer(assignment.value());
      return Draft.bad(span);
    }
    Draft value = value(assignment, place.element());
    if (value.isBad()) {
      return Draft.bad(span);
    }
    List<Draft> parts = List.of(place.target(), place.index(), value);
    return new Draft(
        span,
        Scalar.UNIT,
        Draft.anyEnds(parts),
        () ->
            Draft.strict(
                span,
                parts,
                trees ->
                    new Tree.AssignIndex(
                        span, trees.get(0), trees.get(1), operator(assignment), trees.get(2))));
  }
}
