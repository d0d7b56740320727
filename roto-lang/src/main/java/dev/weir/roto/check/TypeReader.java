package dev.weir.roto.check;

import dev.weir.roto.library.StandardTypes;
import dev.weir.roto.source.Code;
import dev.weir.roto.source.Diagnostic;
import dev.weir.roto.source.Source;
import dev.weir.roto.source.Span;
import dev.weir.roto.syntax.Ast;
import dev.weir.roto.type.BuiltIn;
import dev.weir.roto.type.Type;
import dev.weir.roto.type.TypeDefinition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Types as they are written become types.
final class TypeReader {
  private final Names names;
  private final Report report;

  TypeReader(Names names, Report report) {
    this.names = names;
    this.report = report;
  }

  /// The type that is written; [Types#ERROR] after a report.
  Type read(Scope scope, Ast.TypeExpression written) {
    return switch (written) {
      case Ast.UnitType _ -> Type.Scalar.UNIT;
      case Ast.NeverType _ -> Type.Scalar.NEVER;
      case Ast.BadType _ -> Types.ERROR;
      case Ast.OptionType option -> BuiltIn.option(read(scope, option.inner()));
      case Ast.RecordType record -> readRecord(scope, record);
      case Ast.NamedType named -> readNamed(scope, named);
    };
  }

  private Type readRecord(Scope scope, Ast.RecordType record) {
    List<Type.Field> fields = new ArrayList<>();
    Map<String, Span> seen = new HashMap<>();
    for (Ast.Parameter field : record.fields()) {
      Type type = read(scope, field.type());
      Span first = seen.putIfAbsent(field.name().name(), field.name().span());
      if (first == null) {
        fields.add(new Type.Field(field.name().name(), type));
      } else {
        duplicateField(scope.module().source(), field.name(), first);
      }
    }
    return new Type.Anonymous(fields);
  }

  /// Says that a field is declared twice.
  void duplicateField(Source source, Ast.Identifier again, Span first) {
    report.add(
        Diagnostic.of(
                Code.FIELDS,
                "field `" + again.name() + "` is declared twice",
                source,
                first,
                "declared first here")
            .also(source, again.span(), "and again here"));
  }

  private Type readNamed(Scope scope, Ast.NamedType written) {
    List<Type> arguments = new ArrayList<>();
    List<Ast.TypeExpression> given = written.arguments() == null ? List.of() : written.arguments();
    given.forEach(argument -> arguments.add(read(scope, argument)));
    Names.Found found = names.resolve(scope, written.path().segments());
    if (found == null) {
      return Types.ERROR;
    }
    Source source = scope.module().source();
    if (found.used() < written.path().segments().size()) {
      Ast.Identifier wrong = written.path().segments().get(found.used() - 1);
      names.wrongKind(source, wrong.span(), "a module or type", found.meaning());
      return Types.ERROR;
    }
    return switch (found.meaning()) {
      case Meaning.OfScalar of ->
          countFits(source, written, of.type().roto(), 0, arguments) ? of.type() : Types.ERROR;
      case Meaning.OfTypeParameter of ->
          countFits(source, written, of.parameter().name(), 0, arguments)
              ? of.parameter()
              : Types.ERROR;
      case Meaning.OfType of -> apply(source, written, of.definition(), arguments);
      default -> {
        names.wrongKind(source, written.path().span(), "a type", found.meaning());
        yield Types.ERROR;
      }
    };
  }

  private Type apply(
      Source source, Ast.NamedType written, TypeDefinition definition, List<Type> arguments) {
    int wanted = definition.parameters().size();
    if (!countFits(source, written, definition.name(), wanted, arguments)) {
      return Types.ERROR;
    }
    if (definition == StandardTypes.MAP || definition == StandardTypes.SET) {
      String why = Keys.refusal(arguments.getFirst());
      if (why != null) {
        report.add(
            Diagnostic.of(
                Code.NOT_A_KEY,
                "`" + arguments.getFirst() + "` cannot be a key",
                source,
                written.span(),
                why));
        return Types.ERROR;
      }
    }
    return definition.of(arguments);
  }

  private boolean countFits(
      Source source, Ast.NamedType written, String name, int wanted, List<Type> arguments) {
    if (arguments.size() == wanted) {
      return true;
    }
    report.add(
        Code.TYPE_ARGUMENTS,
        source,
        written.span(),
        "`" + name + "` takes " + count(wanted, "type argument"),
        "found " + arguments.size());
    return false;
  }

  /// A number and a noun: `1 argument`, `2 arguments`.
  static String count(int number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }
}
