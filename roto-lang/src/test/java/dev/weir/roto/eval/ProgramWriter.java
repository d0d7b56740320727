package dev.weir.roto.eval;

import dev.weir.roto.library.Implementation;
import dev.weir.roto.library.Library;
import dev.weir.roto.library.LibraryFunction;
import dev.weir.roto.library.StandardTypes;
import dev.weir.roto.type.BuiltIn;
import dev.weir.roto.type.Type;
import dev.weir.roto.type.Type.Scalar;
import dev.weir.roto.type.TypeDefinition;
import dev.weir.roto.type.TypeDefinition.EnumBody;
import dev.weir.roto.type.TypeDefinition.RecordBody;
import dev.weir.roto.type.TypeDefinition.Variant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/// Writes a package of random functions that are well typed and end soon.
///
/// All functions of a package share its types, constants and helping functions. A function calls
/// only such as were written before it, loops have few turns, and recursion counts down, so that
/// everything ends. The entrances `entry0`, `entry1`, .. take scalars and give a text, to which a
/// value of any type is reduced by functions that are part of the script.
final class ProgramWriter {
  static final List<Scalar> PRINTABLE =
      List.of(
          Scalar.BOOL,
          Scalar.CHAR,
          Scalar.U8,
          Scalar.U16,
          Scalar.U32,
          Scalar.U64,
          Scalar.I8,
          Scalar.I16,
          Scalar.I32,
          Scalar.I64,
          Scalar.F32,
          Scalar.F64,
          Scalar.STRING,
          Scalar.ASN,
          Scalar.IP_ADDR,
          Scalar.PREFIX);

  static final Type BUFFER = StandardTypes.STRING_BUF.of();

  /// What an entrance takes.
  static final List<Type.Field> PARAMETERS =
      List.of(
          new Type.Field("pa", Scalar.I64),
          new Type.Field("pb", Scalar.U64),
          new Type.Field("pc", Scalar.F64),
          new Type.Field("ps", Scalar.STRING),
          new Type.Field("pd", Scalar.U8),
          new Type.Field("pe", Scalar.BOOL),
          new Type.Field("pf", Scalar.I32),
          new Type.Field("pg", Scalar.U32));

  /// A function that others may call.
  record Callable(String name, List<Type> parameters, Type result) {}

  final SplittableRandom random;
  final Literals literals;
  final List<LibraryFunction> library;
  final List<Type> types = new ArrayList<>();
  final List<Callable> callables = new ArrayList<>();
  final Map<String, Type> constants = new LinkedHashMap<>();
  private final StringBuilder text = new StringBuilder();
  private final Map<String, String> shows = new LinkedHashMap<>();
  private final Map<String, String> identities = new LinkedHashMap<>();
  private final StringBuilder showText = new StringBuilder();
  private int names;

  ProgramWriter(long seed, Library library) {
    this.random = new SplittableRandom(seed);
    this.literals = new Literals(random);
    this.library = library.functions().stream().filter(ProgramWriter::isUsable).toList();
  }

  /// Writes a package.
  ///
  /// @param entries how many entrances
  static String write(long seed, int entries, Library library) {
    ProgramWriter writer = new ProgramWriter(seed, library);
    writer.declareTypes();
    writer.declareConstants();
    writer.declareGenerics();
    for (int i = 0; i < 5; i++) {
      writer.helper(i);
    }
    for (int i = 0; i < entries; i++) {
      writer.entry(i);
    }
    return writer.text.append(writer.showText).toString();
  }

  private static boolean isUsable(LibraryFunction function) {
    return function.typeParameters().isEmpty()
        && function.path().contains(".")
        && !function.name().equals("repeat")
        && !function.path().startsWith("List.")
        && !function.name().equals("to_string")
        && !(function.implementation() instanceof Implementation.Intrinsic)
        && function.parameters().stream().allMatch(p -> isPlain(p.type()))
        && isPlain(function.result());
  }

  private static boolean isPlain(Type type) {
    return switch (type) {
      case Scalar scalar -> PRINTABLE.contains(scalar);
      case Type.Named named ->
          (named.definition() == BuiltIn.OPTION || named.definition() == BuiltIn.LIST)
              && named.arguments().getFirst() instanceof Scalar scalar
              && PRINTABLE.contains(scalar);
      default -> false;
    };
  }

  // ---- declarations -----------------------------------------------------------------------------

  private void declareTypes() {
    types.addAll(PRINTABLE);
    types.add(BuiltIn.list(Scalar.U32));
    types.add(BuiltIn.list(Scalar.STRING));
    types.add(BuiltIn.option(Scalar.I16));
    types.add(BUFFER);
    for (int i = 0; i < 2; i++) {
      generic(i);
    }
    for (int i = 0; i < 4; i++) {
      if (random.nextBoolean()) {
        record("R" + i);
      } else {
        enumeration("E" + i);
      }
      types.add(container(literals.one(types)));
    }
  }

  private Type container(Type of) {
    return switch (random.nextInt(6)) {
      case 0, 1 -> BuiltIn.option(of);
      case 2 -> BuiltIn.RESULT.of(of, literals.one(PRINTABLE));
      case 3 -> BuiltIn.VERDICT.of(of, literals.one(PRINTABLE));
      default -> BuiltIn.list(of);
    };
  }

  private void record(String name) {
    TypeDefinition type = new TypeDefinition(name, List.of(), null, "");
    List<Type.Field> fields = new ArrayList<>();
    int count = 1 + random.nextInt(4);
    text.append("record ").append(name).append(" {\n");
    for (int i = 0; i < count; i++) {
      Type.Field field = new Type.Field("f" + (char) ('x' + i % 3) + i, literals.one(types));
      fields.add(field);
      text.append("  ").append(field).append(",\n");
    }
    text.append("}\n\n");
    types.add(type.define(new RecordBody(fields)).of());
  }

  private void enumeration(String name) {
    TypeDefinition type = new TypeDefinition(name, List.of(), null, "");
    List<Variant> variants = new ArrayList<>();
    int count = 1 + random.nextInt(4);
    boolean flat = random.nextInt(3) == 0;
    text.append("enum ").append(name).append(" {\n");
    for (int i = 0; i < count; i++) {
      List<Type> payload = new ArrayList<>();
      for (int j = flat ? 0 : random.nextInt(3); j > 0; j--) {
        payload.add(literals.one(types));
      }
      variants.add(new Variant(name + "V" + i, payload, ""));
      text.append("  ").append(name).append("V").append(i);
      text.append(payload.isEmpty() ? "" : list(payload, "(", ")")).append(",\n");
    }
    text.append("}\n\n");
    types.add(type.define(new EnumBody(variants)).of());
  }

  private void generic(int index) {
    String name = "G" + index;
    TypeDefinition type = new TypeDefinition(name, List.of("T", "U"), null, "");
    Type t = type.parameters().get(0);
    Type u = type.parameters().get(1);
    if (index == 0) {
      type.define(
          new RecordBody(
              List.of(
                  new Type.Field("gx", t),
                  new Type.Field("gy", u),
                  new Type.Field("gz", BuiltIn.list(t)))));
      text.append("record G0[T, U] { gx: T, gy: U, gz: List[T] }\n\n");
    } else {
      type.define(
          new EnumBody(
              List.of(
                  new Variant("G1A", List.of(t), ""),
                  new Variant("G1B", List.of(u, t), ""),
                  new Variant("G1C", List.of(), ""))));
      text.append("enum G1[T, U] { G1A(T), G1B(U, T), G1C }\n\n");
    }
    types.add(type.of(literals.one(types), literals.one(types)));
  }

  private void declareConstants() {
    for (int i = 0; i < 4; i++) {
      Type type = literals.one(types);
      FunctionWriter writer = new FunctionWriter(this, Scalar.NEVER);
      writer.plain = true;
      text.append("const C%d: %s = %s;\n".formatted(i, type, writer.literal(type, 2)));
      constants.put("C" + i, type);
    }
    text.append('\n');
  }

  private void declareGenerics() {
    text.append(
        """
        fn pick[T](choose: bool, one: T, other: T) -> T {
          if choose { one } else { other }
        }

        fn twice[T](one: T) -> List[T] {
          let list: List[T] = [one];
          list.push(one);
          list
        }

        fn keep[T](one: T, on: bool) -> T? {
          if on { Some(one) } else { None }
        }

        """);
  }

  private void helper(int index) {
    List<Type.Field> parameters = new ArrayList<>();
    boolean counts = index % 2 == 1;
    if (counts) {
      parameters.add(new Type.Field("count", Scalar.U8));
    }
    for (int i = random.nextInt(3); i >= 0; i--) {
      parameters.add(new Type.Field("q" + i, literals.one(types)));
    }
    Type result = literals.one(types);
    List<Type> parameterTypes = parameters.stream().map(Type.Field::type).toList();
    Callable self = new Callable("help" + index, parameterTypes, result);
    FunctionWriter writer = new FunctionWriter(this, result);
    writer.declare(parameters);
    if (counts) {
      writer.countDown(self);
    }
    text.append("fn ").append(self.name()).append(fields(parameters)).append(" -> ");
    text.append(result).append(' ').append(writer.body(2 + random.nextInt(4))).append("\n\n");
    callables.add(self);
  }

  private void entry(int index) {
    Type result = literals.one(types);
    FunctionWriter writer = new FunctionWriter(this, result);
    writer.declare(PARAMETERS);
    String body = writer.body(3 + random.nextInt(6));
    String arguments = String.join(", ", PARAMETERS.stream().map(Type.Field::name).toList());
    text.append("fn run%d%s -> %s %s\n\n".formatted(index, fields(PARAMETERS), result, body));
    text.append(
        "fn entry%d%s -> String {\n  %s\n}\n\n"
            .formatted(
                index, fields(PARAMETERS), show(result, "run" + index + "(" + arguments + ")")));
  }

  private static String fields(List<Type.Field> fields) {
    return list(fields, "(", ")");
  }

  static String list(List<?> parts, String before, String behind) {
    return before + String.join(", ", parts.stream().map(Object::toString).toList()) + behind;
  }

  String fresh() {
    int number = names++;
    return switch (number % 7) {
      case 3 -> "größe" + number;
      case 5 -> "变" + number;
      default -> "v" + number;
    };
  }

  /// The expression where its type follows from nothing around it: passed through a function that
  /// names the type.
  String ascribed(Type type, String expression) {
    if (type instanceof Scalar) {
      return expression;
    }
    String known = identities.get(type.toString());
    if (known == null) {
      known = "as" + identities.size();
      identities.put(type.toString(), known);
      showText.append("fn %s(x: %s) -> %s { x }\n\n".formatted(known, type, type));
    }
    return known + "(" + expression + ")";
  }

  // ---- texts of values --------------------------------------------------------------------------

  /// An expression for the text of a value.
  String show(Type type, String value) {
    if (type == Scalar.STRING) {
      return value;
    }
    if (type.equals(BUFFER)) {
      return value + ".as_string()";
    }
    if (type instanceof Scalar scalar && PRINTABLE.contains(scalar)) {
      return "f\"{" + value + "}\"";
    }
    String known = shows.get(type.toString());
    if (known == null) {
      known = "show" + shows.size();
      shows.put(type.toString(), known);
      String body = showBody((Type.Named) type);
      showText.append("fn %s(x: %s) -> String {\n%s}\n\n".formatted(known, type, body));
    }
    return known + "(" + value + ")";
  }

  private String showBody(Type.Named type) {
    if (type.definition() == BuiltIn.LIST) {
      return "  let s = \"[\";\n  for e in x {\n    s = s + %s + \",\";\n  }\n  s + \"]\"\n"
          .formatted(show(type.arguments().getFirst(), "e"));
    }
    if (type.definition().body() instanceof RecordBody) {
      StringBuilder body = new StringBuilder("  \"{\"");
      for (Type.Field field : type.definition().fields(type.arguments())) {
        body.append(" + ").append(show(field.type(), "x." + field.name())).append(" + \";\"");
      }
      return body.append(" + \"}\"\n").toString();
    }
    StringBuilder body = new StringBuilder("  match x {\n");
    for (Variant variant : type.definition().variants(type.arguments())) {
      StringBuilder value = new StringBuilder("\"" + variant.name() + "(\"");
      List<String> bindings = new ArrayList<>();
      for (Type payload : variant.payload()) {
        String name = "y" + bindings.size();
        bindings.add(name);
        value.append(" + ").append(show(payload, name)).append(" + \";\"");
      }
      String pattern = variant.name() + (bindings.isEmpty() ? "" : list(bindings, "(", ")"));
      body.append("    ").append(pattern).append(" => ").append(value).append(",\n");
    }
    return body.append("  }\n").toString();
  }
}
