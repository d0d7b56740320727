package dev.weir.roto.check;

import dev.weir.roto.source.Code;
import dev.weir.roto.source.Diagnostic;
import dev.weir.roto.source.Span;
import dev.weir.roto.syntax.Ast;
import dev.weir.roto.tree.Tree;
import dev.weir.roto.type.Type;
import dev.weir.roto.type.Type.Kind;
import dev.weir.roto.type.TypeDefinition;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Names and paths where a value is wanted, and fields of records.
final class Values {
  private final Expressions in;

  Values(Expressions in) {
    this.in = in;
  }

  /// The names of an expression that is nothing but names with points between; null if it is not.
  static @Nullable List<Ast.Identifier> path(Ast.Expression expression) {
    List<Ast.Identifier> reversed = new ArrayList<>();
    Ast.Expression at = expression;
    while (at instanceof Ast.Member member) {
      reversed.add(member.name());
      at = member.target();
    }
    if (!(at instanceof Ast.Name name)) {
      return null;
    }
    reversed.add(new Ast.Identifier(name.span(), name.name()));
    return reversed.reversed();
  }

  /// Checks a name or a member of something.
  Draft check(Ast.Expression expression, Type expected) {
    List<Ast.Identifier> path = path(expression);
    if (path == null) {
      Ast.Member member = (Ast.Member) expression;
      Draft target = in.infer(member.target());
      return in.expect(field(target, member.name(), member.span()), expected);
    }
    Names.Found found = in.session().names().resolve(in.scope(), path);
    if (found == null) {
      return Draft.bad(expression.span());
    }
    Span start = path.getFirst().span().to(path.get(found.used() - 1).span());
    if (found.used() == path.size()) {
      return value(found.meaning(), start, expected);
    }
    Draft draft = value(found.meaning(), start, in.types().fresh());
    for (int i = found.used(); i < path.size(); i++) {
      draft = field(draft, path.get(i), start.to(path.get(i).span()));
    }
    return in.expect(draft, expected);
  }

  /// The value that a meaning is.
  Draft value(Meaning meaning, Span span, Type expected) {
    return switch (meaning) {
      case Meaning.OfLocal of -> {
        of.slot().use();
        yield in.expect(read(of.slot(), span), expected);
      }
      case Meaning.OfConstant of -> {
        in.routine().uses().putIfAbsent(of.routine(), span);
        Type type = of.routine().function().result();
        yield in.expect(
            new Draft(
                span, type, false, () -> new Tree.ReadConstant(span, of.routine().constant())),
            expected);
      }
      case Meaning.OfLibraryConstant of ->
          in.expect(
              new Draft(
                  span,
                  of.constant().type(),
                  false,
                  () -> new Tree.ReadLibrary(span, of.constant())),
              expected);
      case Meaning.OfContext of -> {
        in.routine().context().putIfAbsent(of.variable(), span);
        yield in.expect(
            new Draft(
                span, of.variable().type(), false, () -> new Tree.ReadContext(span, of.variable())),
            expected);
      }
      case Meaning.OfVariant of -> variant(of, span, expected);
      case Meaning.OfFunction _, Meaning.OfLibraryFunction _ ->
          expected.head() instanceof Type.Function wanted
              ? in.closures().wrap(meaning, span, wanted)
              : noValue(meaning, span);
      case Meaning.OfModule _,
          Meaning.OfLibraryModule _,
          Meaning.OfScalar _,
          Meaning.OfType _,
          Meaning.OfTypeParameter _,
          Meaning.OfMistake _ ->
          noValue(meaning, span);
    };
  }

  /// The value of a variable.
  Draft read(Slot slot, Span span) {
    return new Draft(
        span,
        slot.type(),
        slot.type().head() == Type.Scalar.NEVER,
        () ->
            slot.type().head() == Type.Scalar.NEVER
                ? Draft.unreachable(span)
                : new Tree.Read(span, slot.local(in.types())));
  }

  private Draft variant(Meaning.OfVariant of, Span span, Type expected) {
    TypeDefinition.Variant variant = Names.variant(of);
    if (variant.payload().isEmpty()) {
      Type.Named type = in.types().instantiate(of.type());
      return in.expect(
          new Draft(
              span,
              type,
              false,
              () -> new Tree.VariantOf(span, in.types().settledNamed(type), of.index(), List.of())),
          expected);
    }
    if (expected.head() instanceof Type.Function wanted) {
      return in.closures().wrap(of, span, wanted);
    }
    return in.fail(
        Code.ARGUMENT_COUNT,
        span,
        "`" + variant.name() + "` needs " + TypeReader.count(variant.payload().size(), "argument"),
        "arguments are missing");
  }

  private Draft noValue(Meaning meaning, Span span) {
    in.session().names().wrongKind(in.source(), span, "a value", meaning);
    return Draft.bad(span);
  }

  // ---- fields -----------------------------------------------------------------------------------

  /// A field of a record.
  Draft field(Draft record, Ast.Identifier name, Span span) {
    if (record.isBad()) {
      return Draft.bad(span);
    }
    List<Type.Field> fields = Types.fieldsOf(record.type());
    if (fields != null) {
      for (Type.Field field : fields) {
        if (field.name().equals(name.name())) {
          return new Draft(
              span,
              field.type(),
              record.ends() || field.type().head() == Type.Scalar.NEVER,
              () -> readField(record, name.name(), field.type(), span));
        }
      }
    }
    return noField(record.type(), name, fields);
  }

  private Tree readField(Draft record, String name, Type type, Span span) {
    return Draft.strict(
        span,
        record,
        tree ->
            new Tree.ReadField(
                span,
                in.types().settled(type),
                tree,
                indexOf(in.types().settled(record.type()), name)));
  }

  private Draft noField(Type type, Ast.Identifier name, @Nullable List<Type.Field> fields) {
    if (isOpen(type)) {
      return openType(name);
    }
    if (in.session().names().library().function(type, name.name()) != null) {
      return in.fail(
          Code.UNKNOWN_MEMBER,
          name.span(),
          "`" + name.name() + "` is a method of " + Session.show(type),
          "write `" + name.name() + "(..)` to call it");
    }
    Diagnostic diagnostic =
        Diagnostic.of(
            Code.UNKNOWN_MEMBER,
            Session.show(type) + " has no field `" + name.name() + "`",
            in.source(),
            name.span(),
            "no such field");
    if (fields != null) {
      List<String> names = fields.stream().map(Type.Field::name).toList();
      diagnostic = Names.suggest(diagnostic, in.source(), name, names);
      if (!names.isEmpty()) {
        diagnostic = diagnostic.note("fields: " + String.join(", ", names));
      }
    }
    in.report(diagnostic);
    return Draft.bad(name.span());
  }

  /// Whether nothing is known of a type.
  static boolean isOpen(Type type) {
    return type.head() instanceof Type.Variable open && open.kind() != Kind.RECORD;
  }

  /// Says that a type must be known before its member is named.
  Draft openType(Ast.Identifier name) {
    in.report(
        Diagnostic.of(
                Code.UNKNOWN_TYPE,
                "the type must be known before `." + name.name() + "`",
                in.source(),
                name.span(),
                "the type of what is left of it is not known here")
            .note("say the type where the value is declared: `let x: u32 = ..`, `10u32`"));
    return Draft.bad(name.span());
  }

  /// The place of a field in its type.
  static int indexOf(Type type, String name) {
    List<Type.Field> fields =
        switch (type.head()) {
          case Type.Anonymous record -> record.fields();
          case Type.Named named
              when named.definition().body() instanceof TypeDefinition.RecordBody body ->
              body.fields();
          default -> List.of();
        };
    for (int i = 0; i < fields.size(); i++) {
      if (fields.get(i).name().equals(name)) {
        return i;
      }
    }
    return 0;
  }
}
