package dev.weir.roto.eval;

import dev.weir.roto.eval.ProgramWriter.Callable;
import dev.weir.roto.eval.Scopes.Variable;
import dev.weir.roto.type.BuiltIn;
import dev.weir.roto.type.Type;
import dev.weir.roto.type.Type.Scalar;
import dev.weir.roto.type.TypeDefinition.RecordBody;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/// Writes the body of one function: its statements.
final class FunctionWriter {
  final ProgramWriter program;
  final SplittableRandom random;
  final Scopes scopes = new Scopes();
  final Type result;
  private final ExpressionWriter expressions;
  private final List<Type.Field> parameters = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private @Nullable Callable itself;

  /// Whether only literals may be written: in constants.
  boolean plain;

  /// Whether the text stands in a closure, which `return` and `?` may not leave.
  boolean inClosure;

  private int loops;
  private int indent = 1;

  FunctionWriter(ProgramWriter program, Type result) {
    this.program = program;
    this.random = program.random;
    this.result = result;
    this.expressions = new ExpressionWriter(this);
  }

  void declare(List<Type.Field> fields) {
    parameters.addAll(fields);
    fields.forEach(f -> scopes.declare(f.name(), f.type(), f.name().equals("count")));
  }

  /// Makes the function call itself with a first parameter that goes down to zero.
  void countDown(Callable self) {
    itself = self;
  }

  String literal(Type type, int depth) {
    return expressions.literal(type, depth);
  }

  /// A block with so many statements and the result.
  String body(int statements) {
    text.append("{\n");
    if (itself != null) {
      line("if count == 0u8 {");
      indent++;
      line("return " + bracketed(expressions.of(result, 2)) + ";");
      indent--;
      line("}");
    }
    for (int i = 0; i < statements; i++) {
      statement(3);
    }
    if (itself != null && random.nextInt(5) > 0) {
      line(callOfItself());
    } else {
      line(expressions.of(result, 3));
    }
    return text.append("}").toString();
  }

  private String callOfItself() {
    List<String> arguments = new ArrayList<>();
    arguments.add("count - 1u8");
    for (Type.Field parameter : parameters.subList(1, parameters.size())) {
      arguments.add(expressions.of(parameter.type(), 2));
    }
    return itself.name() + ProgramWriter.list(arguments, "(", ")");
  }

  private static String bracketed(String expression) {
    return expression.startsWith("(") ? expression : "(" + expression + ")";
  }

  private void line(String content) {
    text.append("  ".repeat(indent)).append(content).append('\n');
  }

  private void block(int depth) {
    line("{");
    inside(few(), depth);
    line("};");
  }

  private void inside(int statements, int depth) {
    scopes.open();
    insideSame(statements, depth);
    scopes.close();
  }

  /// Statements of a block whose scope is open already, because it begins before the block.
  private void insideSame(int statements, int depth) {
    indent++;
    for (int i = 0; i < statements; i++) {
      statement(depth - 1);
    }
    indent--;
  }

  private int few() {
    return 1 + random.nextInt(3);
  }

  // ---- statements -------------------------------------------------------------------------------

  private void statement(int depth) {
    switch (random.nextInt(depth > 0 ? 24 : 12)) {
      case 0, 1, 2 -> let();
      case 3, 4, 5 -> assign();
      case 6 -> assignField();
      case 7 -> copy();
      case 8, 9 -> changeList();
      case 10 -> line(expressions.typed(program.literals.one(program.types), 2) + ";");
      case 11 -> leave();
      case 12, 13 -> branch(depth);
      case 14 -> branchOnPattern(depth);
      case 15, 16 -> match(depth);
      case 17, 18 -> eachOf(depth);
      case 19 -> range(depth);
      case 20 -> repeat(depth);
      case 21 -> block(depth);
      default -> let();
    }
  }

  private void let() {
    Type type = program.literals.one(program.types);
    String value = expressions.of(type, 2);
    String name = program.fresh();
    List<Variable> visible = scopes.visible();
    if (scopes.depth() > 1 && random.nextInt(6) == 0) {
      Variable hidden = program.literals.one(visible);
      if (scopes.isOuter(hidden.name()) && !hidden.fixed()) {
        name = hidden.name();
      }
    }
    line("let " + name + ": " + type + " = " + value + ";");
    scopes.declare(name, type, false);
  }

  private List<Variable> assignable() {
    return scopes.visible().stream().filter(v -> !v.fixed()).toList();
  }

  private void assign() {
    if (assignable().isEmpty()) {
      let();
      return;
    }
    line(assignment(program.literals.one(assignable())) + ";");
  }

  /// An assignment to a variable, perhaps with an operator.
  String assignment(Variable variable) {
    String operator = operator(variable.type());
    boolean divides = operator.equals("/=") || operator.equals("%=");
    String value =
        divides && random.nextInt(5) > 0
            ? program.literals.small((Scalar) variable.type())
            : expressions.of(variable.type(), 2);
    return variable.name() + " " + operator + " " + value;
  }

  private String operator(Type type) {
    if (type instanceof Scalar scalar && scalar.isNumber() && random.nextInt(3) > 0) {
      List<String> all =
          scalar.isInteger() ? List.of("+=", "-=", "*=", "/=", "%=") : List.of("+=", "-=", "*=");
      return program.literals.one(all);
    }
    return type == Scalar.STRING && random.nextInt(3) == 0 ? "+=" : "=";
  }

  private void assignField() {
    List<Variable> records =
        assignable().stream().filter(v -> ExpressionWriter.fields(v.type()) != null).toList();
    if (records.isEmpty()) {
      assign();
      return;
    }
    Variable variable = program.literals.one(records);
    String path = variable.name();
    Type type = variable.type();
    do {
      Type.Field field = program.literals.one(ExpressionWriter.fields(type));
      path += "." + field.name();
      type = field.type();
    } while (ExpressionWriter.fields(type) != null && random.nextBoolean());
    line(assignment(new Variable(path, type, false)) + ";");
  }

  /// A copy of a value or handle, of which one is changed afterwards.
  private void copy() {
    List<Variable> candidates =
        scopes.visible().stream().filter(v -> v.type() instanceof Type.Named).toList();
    if (candidates.isEmpty()) {
      let();
      return;
    }
    Variable from = program.literals.one(candidates);
    String name = program.fresh();
    line("let " + name + " = " + from.name() + ";");
    scopes.declare(name, from.type(), false);
    if (from.type().equals(ProgramWriter.BUFFER)) {
      String piece = expressions.of(Scalar.STRING, 2);
      line("if " + name + ".len() < 99 { " + name + ".push_string(" + piece + "); }");
    } else if (((Type.Named) from.type()).definition().body() instanceof RecordBody) {
      assignField();
    } else {
      changeList();
    }
  }

  private void changeList() {
    List<Variable> lists =
        scopes.visible().stream().filter(v -> BuiltIn.is(v.type(), BuiltIn.LIST)).toList();
    if (lists.isEmpty()) {
      let();
      return;
    }
    Variable list = program.literals.one(lists);
    Type element = ((Type.Named) list.type()).arguments().getFirst();
    String name = list.name();
    String value = expressions.of(element, 2);
    String place = random.nextInt(4) + "u64";
    line(
        switch (random.nextInt(12)) {
          case 0 -> name + ".pop();";
          case 1 -> name + ".swap(" + place + ", " + random.nextInt(4) + ");";
          case 2 ->
              "if "
                  + name
                  + ".len() > "
                  + place
                  + " { "
                  + name
                  + "["
                  + place
                  + "] = "
                  + value
                  + "; }";
          case 3 -> name + "[" + place + "] = " + value + ";";
          case 4 -> name + ".reverse();";
          case 5 -> name + ".insert(0, " + value + ");";
          case 6 -> name + ".extend(" + expressions.of(list.type(), 1) + ");";
          case 7 ->
              "if "
                  + name
                  + ".len() > "
                  + place
                  + " { "
                  + assignment(new Variable(name + "[" + place + "]", element, false))
                  + "; }";
          default -> "if " + name + ".len() < 9 { " + name + ".push(" + value + "); }";
        });
  }

  private void leave() {
    String condition = expressions.of(Scalar.BOOL, 2);
    if (loops > 0 && random.nextBoolean()) {
      line("if " + condition + " { " + (random.nextBoolean() ? "break" : "continue") + "; }");
    } else if (random.nextInt(3) == 0) {
      line("if " + condition + " { return " + bracketed(expressions.of(result, 2)) + "; }");
    } else {
      assign();
    }
  }

  private void branch(int depth) {
    line("if " + expressions.of(Scalar.BOOL, 2) + " {");
    inside(few(), depth);
    while (random.nextInt(3) == 0) {
      line("} else if " + expressions.of(Scalar.BOOL, 2) + " {");
      inside(few(), depth);
    }
    if (random.nextBoolean()) {
      line("} else {");
      inside(few(), depth);
    }
    line("}");
  }

  private void branchOnPattern(int depth) {
    Type type = program.literals.one(program.types);
    String value = expressions.typed(type, 2);
    scopes.open();
    String pattern = expressions.patterns().of(type, 2);
    line("if let " + pattern + " = " + value + " {");
    insideSame(few(), depth);
    scopes.close();
    if (random.nextBoolean()) {
      line("} else {");
      inside(few(), depth);
    }
    line("}");
  }

  private void match(int depth) {
    Type type = program.literals.one(program.types);
    line("match " + expressions.typed(type, 2) + " {");
    indent++;
    boolean open = true;
    for (int i = random.nextInt(3); i >= 0 && open; i--) {
      scopes.open();
      String pattern = expressions.patterns().refutable(type, 3);
      if (pattern != null) {
        open = !expressions.patterns().tookAll();
        String guard =
            open && random.nextInt(4) == 0 ? " if " + expressions.of(Scalar.BOOL, 2) : "";
        line(pattern + guard + " => {");
        insideSame(few(), depth);
        line("}");
      }
      scopes.close();
    }
    if (open) {
      line("_ => {");
      inside(random.nextInt(2), depth);
      line("}");
    }
    indent--;
    line("}");
  }

  private void eachOf(int depth) {
    Type element = program.literals.one(program.types);
    List<Variable> lists =
        scopes.visible().stream().filter(v -> BuiltIn.is(v.type(), BuiltIn.LIST)).toList();
    String list;
    if (lists.isEmpty()) {
      list = expressions.typed(BuiltIn.list(element), 2);
    } else {
      Variable variable = program.literals.one(lists);
      list = variable.name();
      element = ((Type.Named) variable.type()).arguments().getFirst();
    }
    String name = program.fresh();
    loop("for " + name + " in " + list, name, element, depth);
  }

  private void range(int depth) {
    Scalar type =
        program.literals.one(ProgramWriter.PRINTABLE.stream().filter(Scalar::isInteger).toList());
    String name = program.fresh();
    int from = random.nextInt(4);
    int to = random.nextInt(6);
    String dots = random.nextBoolean() ? ".." : "..=";
    String range = from + type.roto() + dots + to + type.roto();
    if (random.nextInt(5) == 0) {
      String max = type.isSigned() ? "127i8" : "255u8";
      type = type.isSigned() ? Scalar.I8 : Scalar.U8;
      range = max + " - 2" + dots + max;
    }
    loop("for " + name + " in " + range, name, type, depth);
  }

  private void loop(String head, String name, Type type, int depth) {
    line(head + " {");
    scopes.open();
    scopes.declare(name, type, false);
    loops++;
    insideSame(few(), depth);
    loops--;
    scopes.close();
    line("}");
  }

  private void repeat(int depth) {
    String name = program.fresh();
    line("let " + name + ": u32 = 0;");
    scopes.declare(name, Scalar.U32, true);
    line(
        "while "
            + name
            + " < "
            + (1 + random.nextInt(4))
            + " && "
            + expressions.of(Scalar.BOOL, 2)
            + " {");
    indent++;
    line(name + " += 1;");
    indent--;
    loops++;
    inside(few(), depth);
    loops--;
    line("}");
  }
}
