package dev.weir.roto.eval;

import dev.weir.roto.type.BuiltIn;
import dev.weir.roto.type.Type;
import dev.weir.roto.type.Type.Scalar;
import dev.weir.roto.type.TypeDefinition.EnumBody;
import dev.weir.roto.type.TypeDefinition.RecordBody;
import dev.weir.roto.type.TypeDefinition.Variant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Writes patterns; what they bind is declared in the innermost scope.
final class PatternWriter {
  private final FunctionWriter function;

  PatternWriter(FunctionWriter function) {
    this.function = function;
  }

  private boolean refutable;

  /// Whether the last pattern of [#refutable] is a record that fits everything all the same.
  boolean tookAll() {
    return !refutable;
  }

  /// A pattern as an `if let` may have it.
  String of(Type type, int depth) {
    String pattern = refutable(type, depth);
    return pattern == null ? "_" : pattern;
  }

  /// A pattern that does not fit everything by its kind, or null if the type has none.
  @Nullable String refutable(Type type, int depth) {
    refutable =
        !(type instanceof Type.Named named && named.definition().body() instanceof RecordBody);
    return pattern(type, depth);
  }

  private @Nullable String pattern(Type type, int depth) {
    if (type instanceof Scalar scalar) {
      String pattern = function.program.literals.pattern(scalar);
      return pattern.equals("_") ? null : several(pattern, scalar);
    }
    Type.Named named = (Type.Named) type;
    if (named.definition().body() instanceof EnumBody) {
      List<Variant> variants = named.definition().variants(named.arguments());
      Variant first = function.program.literals.one(variants);
      Variant second = function.program.literals.one(variants);
      if (function.random.nextInt(5) == 0 && first.payload().equals(second.payload())) {
        return both(first, second);
      }
      return variant(named, first, depth, false);
    }
    return named.definition().body() instanceof RecordBody ? record(named, depth) : null;
  }

  private String several(String pattern, Scalar type) {
    return function.random.nextInt(4) == 0
        ? pattern + " | " + function.program.literals.pattern(type)
        : pattern;
  }

  /// Two variants that bind the same names.
  private String both(Variant first, Variant second) {
    List<String> names = new ArrayList<>();
    for (Type payload : first.payload()) {
      names.add(bind(payload));
    }
    String arguments = names.isEmpty() ? "" : ProgramWriter.list(names, "(", ")");
    return first.name() + arguments + " | " + second.name() + arguments;
  }

  private String bind(Type type) {
    String name = function.program.fresh();
    function.scopes.declare(name, type, false);
    return name;
  }

  private String variant(Type.Named type, Variant variant, int depth, boolean nested) {
    List<String> arguments = new ArrayList<>();
    for (Type payload : variant.payload()) {
      arguments.add(inner(payload, depth - 1));
    }
    boolean path = nested || function.random.nextInt(4) == 0;
    String name = path ? type.definition().path() + "." + variant.name() : variant.name();
    return name + (arguments.isEmpty() ? "" : ProgramWriter.list(arguments, "(", ")"));
  }

  private String inner(Type type, int depth) {
    int choice = function.random.nextInt(5);
    if (choice == 0) {
      return "_";
    }
    if (choice < 3 || depth <= 0) {
      return bind(type);
    }
    refutable |= type instanceof Scalar || isEnum(type);
    if (type instanceof Type.Named named && named.definition().body() instanceof EnumBody) {
      Variant variant =
          function.program.literals.one(named.definition().variants(named.arguments()));
      return variant(named, variant, depth, true);
    }
    if (type instanceof Type.Named named && named.definition().body() instanceof RecordBody) {
      return record(named, depth);
    }
    return type instanceof Scalar scalar ? function.program.literals.pattern(scalar) : bind(type);
  }

  private String record(Type.Named type, int depth) {
    List<String> fields = new ArrayList<>();
    boolean rest = false;
    for (Type.Field field : type.definition().fields(type.arguments())) {
      if (function.random.nextInt(3) == 0) {
        rest = true;
      } else {
        fields.add(field.name() + ": " + inner(field.type(), depth - 1));
      }
    }
    if (rest) {
      fields.add("..");
    }
    String name = function.random.nextBoolean() ? type.definition().path() + " " : "";
    return name + "{ " + String.join(", ", fields) + " }";
  }

  /// Whether a type has variants.
  static boolean isEnum(Type type) {
    return type instanceof Type.Named named
        && named.definition() != BuiltIn.LIST
        && named.definition().body() instanceof EnumBody;
  }
}
