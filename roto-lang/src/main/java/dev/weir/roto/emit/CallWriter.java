package dev.weir.roto.emit;

import dev.weir.roto.ir.Form;
import dev.weir.roto.ir.Node;
import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;

/// Writes calls: of the library, of the host, of the script, and what puts texts together.
final class CallWriter implements Opcodes {
  private static final int MOST_PARTS = 100;
  private static final String EXECUTION = "dev/weir/roto/run/Execution";
  private static final Handle CONCATENATE =
      new Handle(
          H_INVOKESTATIC,
          "java/lang/invoke/StringConcatFactory",
          "makeConcatWithConstants",
          "(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;"
              + "Ljava/lang/invoke/MethodType;Ljava/lang/String;[Ljava/lang/Object;)"
              + "Ljava/lang/invoke/CallSite;",
          false);

  private final RoutineWriter values;
  private final ClassPart part;
  private final Assembler out;
  private final Budget budget;

  CallWriter(RoutineWriter values, ClassPart part, Assembler out, Budget budget) {
    this.values = values;
    this.part = part;
    this.out = out;
    this.budget = budget;
  }

  void context() {
    budget.execution();
    out.field(GETFIELD, EXECUTION, "context", "Ljava/lang/Object;");
  }

  private void arguments(List<Node> arguments) {
    arguments.forEach(values::value);
  }

  void invoke(Node.Invoke invoke) {
    Node.Method method = invoke.method();
    if (method.dispatch() == Node.Dispatch.NEW) {
      out.type(NEW, method.owner());
      out.op(DUP);
      arguments(invoke.arguments());
      out.invoke(INVOKESPECIAL, method.owner(), method.name(), method.descriptor());
      return;
    }
    arguments(invoke.arguments());
    out.mark(invoke.span());
    int opcode =
        switch (method.dispatch()) {
          case STATIC, NEW -> INVOKESTATIC;
          case VIRTUAL -> INVOKEVIRTUAL;
          case INTERFACE -> INVOKEINTERFACE;
        };
    out.invoke(opcode, method.owner(), method.name(), method.descriptor());
  }

  void call(Node.Call call) {
    budget.arguments(call.routine());
    arguments(call.arguments());
    boolean counts = call.routine().needs().execution();
    if (counts) {
      budget.flush();
    }
    out.mark(call.span());
    part.call(out, call.routine());
    if (counts) {
      budget.reload();
    }
  }

  void host(Node.CallHost call) {
    arguments(call.arguments());
    budget.flush();
    out.mark(call.span());
    part.host(out, call.handle(), call.descriptor());
    budget.reload();
  }

  /// Parts in groups that one call can take; what comes of a group is the first part of the next.
  void concat(Node.Concat concat) {
    List<Node> parts = concat.parts();
    if (parts.isEmpty()) {
      out.constant("");
      return;
    }
    int depth = out.stack().size();
    boolean pending = false;
    for (int from = 0; from < parts.size(); from += MOST_PARTS) {
      group(parts.subList(from, Math.min(parts.size(), from + MOST_PARTS)), pending);
      pending = true;
      out.settle(depth, Form.STRING);
    }
  }

  private void group(List<Node> parts, boolean pending) {
    StringBuilder descriptor = new StringBuilder("(");
    StringBuilder recipe = new StringBuilder();
    List<Object> constants = new ArrayList<>();
    if (pending) {
      descriptor.append("Ljava/lang/String;");
      recipe.append('\1');
    }
    for (Node node : parts) {
      if (node instanceof Node.Constant(_, String text)
          && text.length() < 1000
          && text.indexOf('\1') < 0
          && text.indexOf('\2') < 0) {
        recipe.append('\2');
        constants.add(text);
      } else {
        values.value(node);
        descriptor.append(node.form().isVoid() ? "Ljava/lang/String;" : node.form().descriptor());
        recipe.append('\1');
      }
    }
    descriptor.append(")Ljava/lang/String;");
    constants.addFirst(recipe.toString());
    out.dynamic("makeConcatWithConstants", descriptor.toString(), CONCATENATE, constants.toArray());
    out.invoke(INVOKESTATIC, EXECUTION, "counted", "(Ljava/lang/String;)Ljava/lang/String;");
  }
}
