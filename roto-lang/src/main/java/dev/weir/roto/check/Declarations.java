package dev.weir.roto.check;

import dev.weir.roto.source.Code;
import dev.weir.roto.source.Diagnostic;
import dev.weir.roto.source.Source;
import dev.weir.roto.source.Span;
import dev.weir.roto.syntax.Ast;
import dev.weir.roto.tree.Function;
import dev.weir.roto.tree.Local;
import dev.weir.roto.type.BuiltIn;
import dev.weir.roto.type.Type;
import dev.weir.roto.type.Type.Scalar;
import dev.weir.roto.type.TypeDefinition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a package declares: first only names, so that everything can refer to everything; then,
/// when imports are resolved, the insides of types and the signatures of functions.
final class Declarations {
  /// A declared type.
  record DeclaredType(Module module, Ast.Item item, TypeDefinition definition) {}

  private final Session session;
  private final List<DeclaredType> types = new ArrayList<>();
  private final List<Routine> routines = new ArrayList<>();

  Declarations(Session session) {
    this.session = session;
  }

  /// The records and enums in the order of the texts.
  List<DeclaredType> types() {
    return types;
  }

  /// Functions, filters, tests and constants in the order of the texts.
  List<Routine> routines() {
    return routines;
  }

  // ---- names ------------------------------------------------------------------------------------

  /// Takes the names of a module.
  void declare(Module module) {
    for (Ast.Item item : module.file().items()) {
      switch (item) {
        case Ast.Record record ->
            declareType(
                module, item, record.name(), record.typeParameters(), record.documentation());
        case Ast.Enum union -> {
          declareType(module, item, union.name(), union.typeParameters(), union.documentation());
          session
              .names()
              .declareVariants(
                  types.getLast().definition(),
                  union.variants().stream()
                      .map(variant -> variant.name().name())
                      .distinct()
                      .toList());
        }
        case Ast.Function function -> {
          Routine routine = new Routine(module, item, function.name());
          routines.add(routine);
          enter(module, function.name(), new Meaning.OfFunction(routine));
        }
        case Ast.Constant constant -> {
          Routine routine = new Routine(module, item, constant.name());
          routines.add(routine);
          enter(module, constant.name(), new Meaning.OfConstant(routine));
        }
        case Ast.Test test -> {
          routines.add(new Routine(module, item, test.name()));
          Span before = module.tests().putIfAbsent(test.name().name(), test.name().span());
          if (before != null) {
            duplicate(module.source(), test.name(), "test `", before);
          }
        }
        case Ast.Import _ -> {}
      }
    }
  }

  private void declareType(
      Module module,
      Ast.Item item,
      Ast.Identifier name,
      List<Ast.Identifier> parameters,
      @Nullable String documentation) {
    TypeDefinition definition =
        new TypeDefinition(
            module.path() + "." + name.name(),
            parameters.stream().map(Ast.Identifier::name).toList(),
            null,
            documentation == null ? "" : documentation);
    types.add(new DeclaredType(module, item, definition));
    enter(module, name, new Meaning.OfType(definition));
    distinct(module.source(), parameters);
  }

  private void distinct(Source source, List<Ast.Identifier> names) {
    Map<String, Span> seen = new HashMap<>();
    for (Ast.Identifier name : names) {
      Span before = seen.putIfAbsent(name.name(), name.span());
      if (before != null) {
        duplicate(source, name, "`", before);
      }
    }
  }

  private void enter(Module module, Ast.Identifier name, Meaning meaning) {
    Module.Entry entry = new Module.Entry(meaning, module.source(), name.span());
    Module.Entry before = module.declarations().putIfAbsent(name.name(), entry);
    if (before != null) {
      duplicate(module.source(), name, "`", before.span());
      return;
    }
    Meaning hidden = session.names().library().global(name.name());
    boolean isType = meaning instanceof Meaning.OfType;
    boolean hidesType = hidden instanceof Meaning.OfScalar || hidden instanceof Meaning.OfType;
    if (hidden != null && isType == hidesType) {
      session
          .report()
          .add(
              Code.SHADOWED_BUILT_IN,
              module.source(),
              name.span(),
              "`" + name.name() + "` hides a name of the library",
              "hides " + Names.describe(hidden));
    }
  }

  private void duplicate(Source source, Ast.Identifier name, String what, @Nullable Span before) {
    Diagnostic diagnostic =
        Diagnostic.of(
            Code.DUPLICATE_NAME,
            what + name.name() + "` is declared more than once",
            source,
            name.span(),
            "declared again here");
    session
        .report()
        .add(
            before == null
                ? diagnostic.note("a module of the package has that name")
                : diagnostic.also(source, before, "declared first here"));
  }

  // ---- insides ----------------------------------------------------------------------------------

  /// Reads the insides of all types.
  void defineTypes() {
    for (DeclaredType type : types) {
      TypeDefinition definition = type.definition();
      Scope scope = scope(type.module(), definition.parameters());
      switch (type.item()) {
        case Ast.Record record -> definition.define(fields(scope, record.fields()));
        case Ast.Enum union -> definition.define(variants(scope, union.variants()));
        default -> throw new IllegalStateException("only records and enums are types");
      }
    }
  }

  private static Scope scope(Module module, List<Type.Parameter> parameters) {
    Scope scope = new Scope(module);
    parameters.forEach(parameter -> scope.typeParameters().put(parameter.name(), parameter));
    return scope;
  }

  private TypeDefinition.RecordBody fields(Scope scope, List<Ast.Parameter> written) {
    List<Type.Field> fields = new ArrayList<>();
    Map<String, Span> seen = new HashMap<>();
    for (Ast.Parameter field : written) {
      Type type = session.reader().read(scope, field.type());
      Span before = seen.putIfAbsent(field.name().name(), field.name().span());
      if (before == null) {
        fields.add(new Type.Field(field.name().name(), type));
      } else {
        session.reader().duplicateField(scope.module().source(), field.name(), before);
      }
    }
    return new TypeDefinition.RecordBody(List.copyOf(fields));
  }

  private TypeDefinition.EnumBody variants(Scope scope, List<Ast.Variant> written) {
    List<TypeDefinition.Variant> variants = new ArrayList<>();
    Map<String, Span> seen = new HashMap<>();
    for (Ast.Variant variant : written) {
      List<Type> payload =
          variant.payload().stream().map(type -> session.reader().read(scope, type)).toList();
      Span before = seen.putIfAbsent(variant.name().name(), variant.name().span());
      if (before == null) {
        String documentation = variant.documentation();
        variants.add(
            new TypeDefinition.Variant(
                variant.name().name(), payload, documentation == null ? "" : documentation));
      } else {
        duplicate(scope.module().source(), variant.name(), "variant `", before);
      }
    }
    return new TypeDefinition.EnumBody(List.copyOf(variants));
  }

  // ---- signatures -------------------------------------------------------------------------------

  /// Reads the signatures of all functions and constants.
  void declareSignatures() {
    for (Routine routine : routines) {
      switch (routine.item()) {
        case Ast.Function function -> signature(routine, function);
        case Ast.Constant constant -> {
          Scope scope = new Scope(routine.module());
          Type type = session.reader().read(scope, constant.type());
          declare(routine, Function.Kind.CONSTANT, scope, constant.documentation(), type);
        }
        case Ast.Test test ->
            declare(
                routine,
                Function.Kind.TEST,
                new Scope(routine.module()),
                test.documentation(),
                BuiltIn.VERDICT.of(Scalar.UNIT, Scalar.UNIT));
        default -> throw new IllegalStateException("no routine");
      }
    }
  }

  private void declare(
      Routine routine,
      Function.Kind kind,
      Scope scope,
      @Nullable String documentation,
      Type result) {
    Function function =
        new Function(declaration(routine, kind, documentation), List.of(), List.of(), result);
    routine.declare(function, new Scope(scope), List.of());
  }

  private static Function.Declaration declaration(
      Routine routine, Function.Kind kind, @Nullable String documentation) {
    return new Function.Declaration(
        routine.toString(),
        kind,
        routine.module().source(),
        routine.name().span(),
        documentation == null ? "" : documentation);
  }

  private void signature(Routine routine, Ast.Function written) {
    Source source = routine.module().source();
    List<Type.Parameter> typeParameters = new ArrayList<>();
    for (Ast.Identifier name : written.typeParameters()) {
      typeParameters.add(new Type.Parameter(routine + "()", typeParameters.size(), name.name()));
    }
    distinct(source, written.typeParameters());
    Scope outer = scope(routine.module(), typeParameters);
    Scope scope = new Scope(outer);
    List<Slot> slots = new ArrayList<>();
    List<Local> locals = new ArrayList<>();
    for (Ast.Parameter parameter : written.parameters()) {
      Type type = session.reader().read(outer, parameter.type());
      Slot slot = new Slot(parameter.name().name(), type, parameter.name().span());
      Slot before = scope.slot(slot.name());
      if (before != null && !slot.name().equals("_")) {
        duplicate(source, parameter.name(), "parameter `", before.span());
      }
      scope.add(slot);
      slots.add(slot);
      locals.add(slot.local(session.types()));
    }
    boolean filter =
        written.kind() == Ast.FunctionKind.FILTER || written.kind() == Ast.FunctionKind.FILTERMAP;
    Function function =
        new Function(
            declaration(
                routine,
                filter ? Function.Kind.FILTER : Function.Kind.FUNCTION,
                written.documentation()),
            typeParameters,
            locals,
            result(written, outer));
    routine.declare(function, scope, List.copyOf(slots));
  }

  private Type result(Ast.Function written, Scope scope) {
    return switch (written.kind()) {
      case FILTER, FILTERMAP -> session.types().instantiate(BuiltIn.VERDICT);
      case SNIPPET -> session.types().fresh();
      case FN ->
          written.result() == null ? Scalar.UNIT : session.reader().read(scope, written.result());
    };
  }
}
