package dev.weir.roto.eval;

import dev.weir.roto.eval.ProgramWriter.Callable;
import dev.weir.roto.eval.Scopes.Variable;
import dev.weir.roto.library.LibraryFunction;
import dev.weir.roto.type.BuiltIn;
import dev.weir.roto.type.Type;
import dev.weir.roto.type.Type.Scalar;
import dev.weir.roto.type.TypeDefinition.EnumBody;
import dev.weir.roto.type.TypeDefinition.RecordBody;
import dev.weir.roto.type.TypeDefinition.Variant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/// Writes expressions of a wanted type. What has more than one token is in parentheses.
final class ExpressionWriter {
  private static final List<String> COMPARISONS = List.of("==", "!=", "<", "<=", ">", ">=");

  private final FunctionWriter function;
  private final ProgramWriter program;
  private final SplittableRandom random;
  private final PatternWriter patterns;

  ExpressionWriter(FunctionWriter function) {
    this.function = function;
    this.program = function.program;
    this.random = function.random;
    this.patterns = new PatternWriter(function);
  }

  PatternWriter patterns() {
    return patterns;
  }

  /// The fields of a record type, or null for another type.
  static @Nullable List<Type.Field> fields(Type type) {
    return type instanceof Type.Named named && named.definition().body() instanceof RecordBody
        ? named.definition().fields(named.arguments())
        : null;
  }

  /// An expression of a type.
  String of(Type type, int depth) {
    if (depth <= 0 || function.plain) {
      return leaf(type, depth);
    }
    int choice = random.nextInt(22);
    String found =
        switch (choice) {
          case 0 -> conditional(type, depth);
          case 1 -> matching(type, depth);
          case 2 -> block(type, depth);
          case 3, 4 -> call(type, depth);
          case 5, 6 -> library(type, depth);
          case 7 -> element(type, depth);
          case 8 -> field(type, depth);
          case 9 -> attempt(type, depth);
          case 10 -> generic(type, depth);
          case 11 -> closure(type, depth);
          case 12, 13, 14 -> leaf(type, depth);
          default -> own(type, depth);
        };
    return found == null ? own(type, depth) : found;
  }

  /// An expression whose type can be seen without what is around it.
  String typed(Type type, int depth) {
    return program.ascribed(type, of(type, depth));
  }

  private String leaf(Type type, int depth) {
    if (!function.plain && random.nextInt(4) > 0) {
      List<String> names = new ArrayList<>();
      for (Variable variable : function.scopes.visible()) {
        if (variable.type().equals(type)) {
          names.add(variable.name());
        }
      }
      program.constants.forEach((name, constant) -> {
        if (constant.equals(type)) {
          names.add(name);
        }
      });
      if (!names.isEmpty()) {
        return program.literals.one(names);
      }
    }
    return literal(type, Math.max(depth, 1));
  }

  /// A value written down, with literals inside.
  String literal(Type type, int depth) {
    if (type instanceof Scalar scalar) {
      return program.literals.expression(scalar);
    }
    if (type.equals(ProgramWriter.BUFFER)) {
      return "StringBuf.from(" + program.literals.expression(Scalar.STRING) + ")";
    }
    Type.Named named = (Type.Named) type;
    if (named.definition() == BuiltIn.LIST) {
      return list(named, depth <= 0 ? 0 : random.nextInt(4), depth, true);
    }
    return construct(named, depth, true);
  }

  private String inner(Type type, int depth, boolean plain) {
    return plain ? literal(type, depth - 1) : of(type, depth - 1);
  }

  private String list(Type.Named type, int count, int depth, boolean plain) {
    List<String> elements = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      elements.add(inner(type.arguments().getFirst(), depth, plain));
    }
    return ProgramWriter.list(elements, "[", "]");
  }

  private String construct(Type.Named type, int depth, boolean plain) {
    if (type.definition().body() instanceof EnumBody) {
      List<Variant> variants = type.definition().variants(type.arguments());
      Variant variant = program.literals.one(variants);
      if (depth <= 0) {
        variant = variants.stream().filter(v -> v.payload().isEmpty()).findAny().orElse(variant);
      }
      List<String> payload = new ArrayList<>();
      for (Type part : variant.payload()) {
        payload.add(inner(part, depth, plain));
      }
      String path = type.definition().path();
      boolean bare = path.equals("Option") || path.equals("Result");
      return (bare ? "" : path + ".")
          + variant.name()
          + (payload.isEmpty() ? "" : ProgramWriter.list(payload, "(", ")"));
    }
    List<String> parts = new ArrayList<>();
    for (Type.Field field : type.definition().fields(type.arguments())) {
      parts.add(field.name() + ": " + inner(field.type(), depth, plain));
    }
    if (random.nextInt(4) == 0) {
      java.util.Collections.reverse(parts);
    }
    return "(" + type.definition().path() + " " + ProgramWriter.list(parts, "{ ", " }") + ")";
  }

  // ---- what a type offers -----------------------------------------------------------------------

  private String own(Type type, int depth) {
    if (!(type instanceof Scalar scalar)) {
      if (type.equals(ProgramWriter.BUFFER)) {
        return "StringBuf.from(" + of(Scalar.STRING, depth - 1) + ")";
      }
      Type.Named named = (Type.Named) type;
      if (named.definition() != BuiltIn.LIST) {
        return construct(named, depth, false);
      }
      return random.nextInt(4) == 0
          ? "(" + typed(type, depth - 1) + " + " + of(type, depth - 2) + ")"
          : list(named, random.nextInt(4), depth, false);
    }
    if (scalar.isNumber()) {
      return number(scalar, depth);
    }
    return switch (scalar) {
      case BOOL -> bool(depth);
      case STRING -> text(depth);
      case PREFIX -> "(" + of(Scalar.IP_ADDR, depth - 1) + " / " + length(depth) + ")";
      default -> leaf(type, depth);
    };
  }

  private String length(int depth) {
    return random.nextInt(8) == 0
        ? "pick(" + of(Scalar.BOOL, 1) + ", " + of(Scalar.U8, 1) + ", " + of(Scalar.U8, 1) + ")"
        : random.nextInt(33) + "";
  }

  private String number(Scalar type, int depth) {
    String left = of(type, depth - 1);
    if (random.nextInt(8) == 0 && (type.isFloat() || type.isSigned())) {
      return "(-" + left + ")";
    }
    int choice = random.nextInt(type.isFloat() ? 4 : 6);
    if (choice >= 4 || type.isFloat() && choice == 3) {
      String right = random.nextInt(6) == 0 ? of(type, depth - 1) : program.literals.small(type);
      return "(" + left + (choice == 5 ? " % " : " / ") + right + ")";
    }
    String chain = left;
    for (int i = random.nextInt(5) == 0 ? 3 : 1; i > 0; i--) {
      chain += program.literals.one(List.of(" + ", " - ", " * ")) + of(type, depth - 1);
    }
    return "(" + chain + ")";
  }

  private String bool(int depth) {
    switch (random.nextInt(6)) {
      case 0:
        return "(!" + of(Scalar.BOOL, depth - 1) + ")";
      case 1:
        String operator = random.nextBoolean() ? " && " : " || ";
        return "(" + of(Scalar.BOOL, depth - 1) + operator + of(Scalar.BOOL, depth - 1) + ")";
      default:
        Type type = program.literals.one(program.types);
        boolean ordered = type instanceof Scalar && type != Scalar.BOOL;
        String comparison = COMPARISONS.get(random.nextInt(ordered ? 6 : 2));
        return "(" + typed(type, depth - 1) + " " + comparison + " " + of(type, depth - 1) + ")";
    }
  }

  private String text(int depth) {
    if (random.nextInt(8) == 0) {
      return program.ascribed(ProgramWriter.BUFFER, of(ProgramWriter.BUFFER, depth - 1))
          + ".as_string()";
    }
    if (random.nextInt(3) == 0) {
      return "(" + of(Scalar.STRING, depth - 1) + " + " + of(Scalar.STRING, depth - 1) + ")";
    }
    StringBuilder text = new StringBuilder("f\"");
    for (int i = random.nextInt(3); i >= 0; i--) {
      text.append(program.literals.one(List.of("", "a", "é", "{{", "😀 ", "\\n", "}}")));
      text.append('{').append(of(program.literals.one(ProgramWriter.PRINTABLE), depth - 1));
      text.append('}');
    }
    return text.append('"').toString();
  }

  // ---- control ----------------------------------------------------------------------------------

  private String conditional(Type type, int depth) {
    if (random.nextInt(3) == 0) {
      Type matched = program.literals.one(program.types);
      String value = typed(matched, depth - 1);
      function.scopes.open();
      String pattern = patterns.of(matched, 2);
      String then = of(type, depth - 1);
      function.scopes.close();
      return "(if let %s = %s { %s } else { %s })"
          .formatted(pattern, value, then, of(type, depth - 1));
    }
    return "(if %s { %s } else { %s })"
        .formatted(of(Scalar.BOOL, depth - 1), of(type, depth - 1), of(type, depth - 1));
  }

  private String matching(Type type, int depth) {
    Type matched = program.literals.one(program.types);
    StringBuilder text =
        new StringBuilder("(match ").append(typed(matched, depth - 1)).append(" { ");
    if (PatternWriter.isEnum(matched) && random.nextBoolean()) {
      allVariants(text, (Type.Named) matched, type, depth);
    } else {
      boolean open = true;
      for (int i = random.nextInt(3); i >= 0 && open; i--) {
        function.scopes.open();
        String pattern = patterns.refutable(matched, 3);
        if (pattern != null) {
          open = !patterns.tookAll();
          String guard = open && random.nextInt(5) == 0 ? " if " + of(Scalar.BOOL, 1) : "";
          text.append(pattern).append(guard).append(" => ").append(of(type, depth - 1));
          text.append(", ");
        }
        function.scopes.close();
      }
      if (open) {
        text.append("_ => ").append(of(type, depth - 1)).append(' ');
      }
    }
    return text.append("})").toString();
  }

  private void allVariants(StringBuilder text, Type.Named matched, Type type, int depth) {
    for (Variant variant : matched.definition().variants(matched.arguments())) {
      function.scopes.open();
      List<String> names = new ArrayList<>();
      for (Type payload : variant.payload()) {
        String name = program.fresh();
        function.scopes.declare(name, payload, false);
        names.add(name);
      }
      text.append(variant.name())
          .append(names.isEmpty() ? "" : ProgramWriter.list(names, "(", ")"));
      text.append(" => ").append(of(type, depth - 1)).append(", ");
      function.scopes.close();
    }
  }

  /// A block that changes a variable before it gives a value.
  private @Nullable String block(Type type, int depth) {
    List<Variable> variables = function.scopes.visible().stream().filter(v -> !v.fixed()).toList();
    if (variables.isEmpty()) {
      return null;
    }
    String change = function.assignment(program.literals.one(variables));
    return "({ " + change + "; " + of(type, depth - 1) + " })";
  }

  // ---- calls ------------------------------------------------------------------------------------

  private @Nullable String call(Type type, int depth) {
    List<Callable> all = program.callables.stream().filter(c -> c.result().equals(type)).toList();
    if (all.isEmpty()) {
      return null;
    }
    Callable callable = program.literals.one(all);
    List<String> arguments = new ArrayList<>();
    for (Type parameter : callable.parameters()) {
      arguments.add(of(parameter, depth - 2));
    }
    if (Integer.parseInt(callable.name().substring(4)) % 2 == 1) {
      arguments.set(0, random.nextInt(5) + "");
    }
    return callable.name() + ProgramWriter.list(arguments, "(", ")");
  }

  private @Nullable String library(Type type, int depth) {
    List<LibraryFunction> all =
        program.library.stream().filter(f -> f.result().equals(type)).toList();
    if (all.isEmpty()) {
      return null;
    }
    LibraryFunction called = program.literals.one(all);
    List<String> arguments = new ArrayList<>();
    for (Type.Field parameter : called.parameters()) {
      boolean count = parameter.type() == Scalar.U64 && !parameter.name().equals("self");
      arguments.add(count ? random.nextInt(5) + "" : of(parameter.type(), depth - 1));
    }
    if (!called.method() || random.nextInt(6) == 0) {
      return called.path() + ProgramWriter.list(arguments, "(", ")");
    }
    return "("
        + program.ascribed(called.parameters().getFirst().type(), arguments.getFirst())
        + ")."
        + called.name()
        + ProgramWriter.list(arguments.subList(1, arguments.size()), "(", ")");
  }

  private @Nullable String element(Type type, int depth) {
    List<String> lists = new ArrayList<>();
    for (Variable variable : function.scopes.visible()) {
      if (variable.type().equals(BuiltIn.list(type))) {
        lists.add(variable.name());
      }
    }
    if (lists.isEmpty()) {
      return null;
    }
    String list = program.literals.one(lists);
    String other = of(type, depth - 1);
    String index = random.nextInt(3) + "u64";
    String name = program.fresh();
    return switch (function.inClosure ? 2 : random.nextInt(5)) {
      case 0 -> list + "[" + index + "]";
      case 1 -> list + ".pop().unwrap_or(" + other + ")";
      case 2 -> list + ".last().unwrap_or(" + other + ")";
      default ->
          "(match %s.get(%s) { Some(%s) => %s, None => %s })"
              .formatted(list, index, name, name, other);
    };
  }

  private @Nullable String field(Type type, int depth) {
    List<String> paths = new ArrayList<>();
    for (Variable variable : function.scopes.visible()) {
      addPaths(variable.name(), variable.type(), type, 2, paths);
    }
    if (!paths.isEmpty()) {
      return program.literals.one(paths);
    }
    if (type == Scalar.U64 && depth > 0) {
      return typed(BuiltIn.list(Scalar.U32), depth - 1) + ".len()";
    }
    return null;
  }

  private void addPaths(String path, Type from, Type wanted, int depth, List<String> into) {
    List<Type.Field> fields = fields(from);
    if (fields != null && depth > 0) {
      for (Type.Field field : fields) {
        String longer = path + "." + field.name();
        if (field.type().equals(wanted)) {
          into.add(longer);
        }
        addPaths(longer, field.type(), wanted, depth - 1, into);
      }
    }
  }

  /// `expression?`, where the function gives an option or a result.
  private @Nullable String attempt(Type type, int depth) {
    if (function.inClosure || !(function.result instanceof Type.Named result)) {
      return null;
    }
    if (result.definition() == BuiltIn.OPTION) {
      return typed(BuiltIn.option(type), depth - 1) + "?";
    }
    if (result.definition() == BuiltIn.RESULT && random.nextBoolean()) {
      Type operand = BuiltIn.RESULT.of(type, result.arguments().get(1));
      for (Variable variable : function.scopes.visible()) {
        if (variable.type().equals(operand)) {
          return variable.name() + "?";
        }
      }
    }
    return null;
  }

  private String generic(Type type, int depth) {
    if (BuiltIn.is(type, BuiltIn.LIST)) {
      return "twice(" + of(((Type.Named) type).arguments().getFirst(), depth - 1) + ")";
    }
    if (BuiltIn.is(type, BuiltIn.OPTION)) {
      Type inner = ((Type.Named) type).arguments().getFirst();
      return "keep(" + of(inner, depth - 1) + ", " + of(Scalar.BOOL, depth - 1) + ")";
    }
    return "pick(%s, %s, %s)"
        .formatted(of(Scalar.BOOL, depth - 1), of(type, depth - 1), of(type, depth - 1));
  }

  // ---- closures ---------------------------------------------------------------------------------

  private @Nullable String closure(Type type, int depth) {
    List<Variable> lists =
        function.scopes.visible().stream().filter(v -> BuiltIn.is(v.type(), BuiltIn.LIST)).toList();
    if (lists.isEmpty() || depth < 2) {
      return null;
    }
    Variable list = program.literals.one(lists);
    Type element = ((Type.Named) list.type()).arguments().getFirst();
    String name = list.name();
    if (type == Scalar.BOOL) {
      String method = random.nextBoolean() ? ".any(" : ".all(";
      return name + method + closure(List.of(element), Scalar.BOOL, depth) + ")";
    }
    if (type.equals(list.type()) && random.nextBoolean()) {
      return name + ".filter(" + closure(List.of(element), Scalar.BOOL, depth) + ")";
    }
    if (BuiltIn.is(type, BuiltIn.LIST)) {
      Type wanted = ((Type.Named) type).arguments().getFirst();
      return name + ".map(" + closure(List.of(element), wanted, depth) + ")";
    }
    if (type.equals(BuiltIn.option(element)) && random.nextBoolean()) {
      return name + ".find(" + closure(List.of(element), Scalar.BOOL, depth) + ")";
    }
    String step = closure(List.of(type, element), type, depth);
    return "%s.fold(%s, %s)".formatted(name, typed(type, depth - 1), step);
  }

  private String closure(List<Type> parameters, Type result, int depth) {
    boolean before = function.inClosure;
    function.inClosure = true;
    List<Variable> outside =
        function.scopes.visible().stream()
            .filter(v -> !v.fixed() && v.type() instanceof Scalar)
            .toList();
    function.scopes.open();
    List<String> names = new ArrayList<>();
    for (Type parameter : parameters) {
      String name = program.fresh();
      function.scopes.declare(name, parameter, false);
      names.add(name);
    }
    String body = of(result, Math.min(depth - 1, 2));
    if (!outside.isEmpty() && random.nextInt(3) == 0) {
      body = "{ " + function.assignment(program.literals.one(outside)) + "; " + body + " }";
    }
    function.scopes.close();
    function.inClosure = before;
    return "|" + String.join(", ", names) + "| " + body;
  }
}
