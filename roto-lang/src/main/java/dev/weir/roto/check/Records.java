package dev.weir.roto.check;

import dev.weir.roto.source.Code;
import dev.weir.roto.source.Diagnostic;
import dev.weir.roto.source.Span;
import dev.weir.roto.syntax.Ast;
import dev.weir.roto.tree.Tree;
import dev.weir.roto.type.BuiltIn;
import dev.weir.roto.type.Type;
import dev.weir.roto.type.TypeDefinition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Record and list literals.
final class Records {
  private final Expressions in;

  Records(Expressions in) {
    this.in = in;
  }

  Draft check(Ast.RecordLiteral literal, Type expected) {
    return literal.path() == null
        ? anonymous(literal, expected)
        : named(literal, literal.path(), expected);
  }

  // ---- with a name ------------------------------------------------------------------------------

  private Draft named(Ast.RecordLiteral literal, Ast.Path path, Type expected) {
    Names.Found found = in.session().names().resolve(in.scope(), path.segments());
    if (found == null) {
      return abandon(literal);
    }
    if (found.used() < path.segments().size()
        || !(found.meaning() instanceof Meaning.OfType(TypeDefinition definition))
        || !(definition.body() instanceof TypeDefinition.RecordBody)) {
      in.fail(
          Code.WRONG_KIND,
          path.span(),
          "expected a record type, found " + Names.describe(found.meaning()),
          "this is no record type");
      return abandon(literal);
    }
    Type.Named type = in.types().instantiate(definition);
    boolean fits = in.types().fits(expected, type);
    if (!fits) {
      in.session().mismatch(in.source(), literal.span(), expected, type);
      type = in.types().instantiate(definition);
    }
    Map<String, Type> wanted = new LinkedHashMap<>();
    definition.fields(type.arguments()).forEach(field -> wanted.put(field.name(), field.type()));
    boolean complete = mustHaveFields(literal, path, definition, wanted);
    List<Draft> values = new ArrayList<>();
    for (Ast.FieldValue field : literal.fields()) {
      Type fieldType = wanted.get(field.name().name());
      values.add(fieldType == null ? in.infer(field.value()) : in.check(field.value(), fieldType));
    }
    boolean bad = values.stream().anyMatch(Draft::isBad);
    return !complete || !fits || bad ? Draft.bad(literal.span()) : record(literal, type, values);
  }

  private Draft abandon(Ast.RecordLiteral literal) {
    literal.fields().forEach(field -> in.infer(field.value()));
    return Draft.bad(literal.span());
  }

  private boolean mustHaveFields(
      Ast.RecordLiteral literal,
      Ast.Path path,
      TypeDefinition definition,
      Map<String, Type> wanted) {
    Map<String, Span> seen = new HashMap<>();
    List<Ast.Identifier> unknown = new ArrayList<>();
    List<Ast.Identifier> repeated = new ArrayList<>();
    for (Ast.FieldValue field : literal.fields()) {
      Ast.Identifier name = field.name();
      if (seen.putIfAbsent(name.name(), name.span()) != null) {
        repeated.add(name);
      } else if (!wanted.containsKey(name.name())) {
        unknown.add(name);
      }
    }
    List<String> missing =
        wanted.keySet().stream().filter(name -> !seen.containsKey(name)).toList();
    if (unknown.isEmpty() && repeated.isEmpty() && missing.isEmpty()) {
      return true;
    }
    String label = missing.isEmpty() ? "in this literal" : "missing: " + String.join(", ", missing);
    Diagnostic diagnostic =
        Diagnostic.of(
            Code.FIELDS,
            "the fields do not match those of `" + definition.path() + "`",
            in.source(),
            path.span(),
            label);
    for (Ast.Identifier name : repeated) {
      diagnostic = diagnostic.also(in.source(), name.span(), "field given twice");
    }
    for (Ast.Identifier name : unknown) {
      String near = Suggestions.near(name.name(), missing);
      diagnostic =
          diagnostic.also(
              in.source(),
              name.span(),
              near == null ? "no such field" : "no such field; did you mean `" + near + "`?");
    }
    in.report(diagnostic.note("fields: " + String.join(", ", wanted.keySet())));
    return false;
  }

  // ---- without a name ---------------------------------------------------------------------------

  private Draft anonymous(Ast.RecordLiteral literal, Type expected) {
    Map<String, Type> wanted = expectedFields(literal, expected);
    Map<String, Span> seen = new HashMap<>();
    List<Type.Field> fields = new ArrayList<>();
    List<Draft> values = new ArrayList<>();
    boolean bad = false;
    for (Ast.FieldValue field : literal.fields()) {
      Ast.Identifier name = field.name();
      Span first = seen.putIfAbsent(name.name(), name.span());
      if (first != null) {
        in.report(
            Diagnostic.of(
                    Code.FIELDS,
                    "field `" + name.name() + "` is given twice",
                    in.source(),
                    first,
                    "given first here")
                .also(in.source(), name.span(), "and again here"));
        bad = true;
      }
      Type type = wanted == null ? null : wanted.get(name.name());
      Draft value = type == null ? in.infer(field.value()) : in.check(field.value(), type);
      bad |= value.isBad();
      values.add(value);
      if (first == null) {
        Type own = value.type().head() == Type.Scalar.NEVER ? in.types().fresh() : value.type();
        fields.add(new Type.Field(name.name(), type == null ? own : type));
      }
    }
    if (bad) {
      return Draft.bad(literal.span());
    }
    Type type = in.types().record(fields);
    if (Types.isTooLarge(type)) {
      return in.fail(
          Code.TOO_LARGE, literal.span(), "the type of this is too large", "too large a type");
    }
    return in.expect(record(literal, type, values), expected);
  }

  private @Nullable Map<String, Type> expectedFields(Ast.RecordLiteral literal, Type expected) {
    List<Type.Field> fields = Types.fieldsOf(expected);
    if (fields == null || fields.size() != literal.fields().size()) {
      return null;
    }
    Map<String, Type> map = new HashMap<>();
    fields.forEach(field -> map.put(field.name(), field.type()));
    boolean all = literal.fields().stream().allMatch(field -> map.containsKey(field.name().name()));
    return all ? map : null;
  }

  private Draft record(Ast.RecordLiteral literal, Type type, List<Draft> values) {
    return new Draft(
        literal.span(),
        type,
        Draft.anyEnds(values),
        () -> Draft.strict(literal.span(), values, trees -> build(literal, type, trees)));
  }

  private Tree build(Ast.RecordLiteral literal, Type type, List<Tree> trees) {
    Type settled = in.types().settled(type);
    List<Tree.FieldOf> fields = new ArrayList<>();
    for (int i = 0; i < trees.size(); i++) {
      String name = literal.fields().get(i).name().name();
      fields.add(new Tree.FieldOf(Values.indexOf(settled, name), trees.get(i)));
    }
    return new Tree.RecordOf(literal.span(), settled, fields);
  }

  // ---- lists ------------------------------------------------------------------------------------

  Draft checkList(Ast.ListLiteral literal, Type expected) {
    Type element = in.types().fresh();
    Type type = BuiltIn.list(element);
    boolean fits = in.types().fits(expected, type);
    if (!fits) {
      in.session().mismatch(in.source(), literal.span(), expected, type);
      element = in.types().fresh();
    }
    List<Draft> elements = new ArrayList<>(literal.elements().size());
    boolean bad = !fits;
    for (Ast.Expression each : literal.elements()) {
      Draft draft = in.check(each, element);
      bad |= draft.isBad();
      elements.add(draft);
    }
    if (bad) {
      return Draft.bad(literal.span());
    }
    Span span = literal.span();
    return new Draft(
        span,
        type,
        Draft.anyEnds(elements),
        () ->
            Draft.strict(
                span, elements, trees -> new Tree.ListOf(span, in.types().settled(type), trees)));
  }
}
