package dev.weir.roto.emit;

import dev.weir.roto.ir.Form;
import dev.weir.roto.ir.Variable;
import dev.weir.roto.source.Source;
import dev.weir.roto.source.Span;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/// Writes the instructions of one method.
///
/// It knows what lies on the operand stack, so that control can leave from the middle of an
/// expression: what lies there too much is dropped before the jump. And it knows whether control
/// can come to where it writes; where it cannot, nothing is written.
final class Assembler implements Opcodes {
  /// A variable as debuggers see it.
  private record Visible(Variable variable, int slot, Label start) {}

  private final MethodVisitor method;
  private final Source source;
  private final List<Form> stack = new ArrayList<>();
  private final Map<Variable, Integer> slots = new IdentityHashMap<>();
  private final List<Visible> visible = new ArrayList<>();
  private final List<Label> marks = new ArrayList<>();
  private final List<Span> spans = new ArrayList<>();
  private final java.util.Set<Label> reached =
      java.util.Collections.newSetFromMap(new IdentityHashMap<>());
  private int nextSlot;
  private int line = -1;
  private boolean reachable = true;

  Assembler(MethodVisitor method, Source source) {
    this.method = method;
    this.source = source;
    method.visitCode();
  }

  boolean isReachable() {
    return reachable;
  }

  // ---- the operand stack ------------------------------------------------------------------------

  List<Form> stack() {
    return stack;
  }

  void push(Form form) {
    if (!form.isVoid()) {
      stack.add(form);
    }
  }

  /// Says that the stack is as it was at a depth, with a value of a form on top.
  void settle(int depth, Form form) {
    while (stack.size() > depth) {
      stack.removeLast();
    }
    push(form);
  }

  /// Drops what lies above a depth, without saying so: a jump follows.
  void dropTo(int depth) {
    for (int i = stack.size() - 1; i >= depth; i--) {
      op(stack.get(i).kind().slots() == 2 ? POP2 : POP);
    }
  }

  // ---- variables --------------------------------------------------------------------------------

  int reserve(Form form) {
    int slot = nextSlot;
    nextSlot += form.kind().slots();
    return slot;
  }

  /// A parameter, in the order of the descriptor.
  void parameter(Variable variable) {
    int slot = reserve(variable.form());
    slots.put(variable, slot);
    Label start = new Label();
    method.visitLabel(start);
    visible.add(new Visible(variable, slot, start));
  }

  void load(Variable variable) {
    Integer slot = slots.get(variable);
    if (slot == null) {
      // Only code that cannot be reached reads what was never set.
      slot = reserve(variable.form());
      slots.put(variable, slot);
    }
    load(variable.form(), slot);
  }

  void store(Variable variable) {
    Integer known = slots.get(variable);
    int slot = known == null ? reserve(variable.form()) : known;
    store(variable.form(), slot);
    if (known == null) {
      slots.put(variable, slot);
      if (!variable.name().isEmpty() && reachable) {
        Label start = new Label();
        method.visitLabel(start);
        visible.add(new Visible(variable, slot, start));
      }
    }
  }

  void load(Form form, int slot) {
    variable(ILOAD, form, slot);
  }

  void store(Form form, int slot) {
    variable(ISTORE, form, slot);
  }

  private void variable(int base, Form form, int slot) {
    if (reachable) {
      method.visitVarInsn(base + offset(form), slot);
    }
  }

  private static int offset(Form form) {
    return switch (form.kind()) {
      case LONG -> 1;
      case FLOAT -> 2;
      case DOUBLE -> 3;
      case REFERENCE -> 4;
      default -> 0;
    };
  }

  // ---- instructions -----------------------------------------------------------------------------

  void op(int opcode) {
    if (reachable) {
      method.visitInsn(opcode);
    }
  }

  /// An instruction that exists for `int`, `long`, `float` and `double` one after the other.
  void typed(int base, Form form) {
    op(base + Math.min(3, offset(form)));
  }

  void number(int value) {
    if (!reachable) {
      return;
    }
    if (value >= -1 && value <= 5) {
      method.visitInsn(ICONST_0 + value);
    } else if (value == (byte) value) {
      method.visitIntInsn(BIPUSH, value);
    } else if (value == (short) value) {
      method.visitIntInsn(SIPUSH, value);
    } else {
      method.visitLdcInsn(value);
    }
  }

  void constant(Object value) {
    if (reachable) {
      method.visitLdcInsn(value);
    }
  }

  /// The zero or null of a form.
  void zero(Form form) {
    switch (form.kind()) {
      case LONG -> op(LCONST_0);
      case FLOAT -> op(FCONST_0);
      case DOUBLE -> op(DCONST_0);
      case REFERENCE -> op(ACONST_NULL);
      default -> op(ICONST_0);
    }
  }

  void type(int opcode, String name) {
    if (reachable) {
      method.visitTypeInsn(opcode, name);
    }
  }

  void field(int opcode, String owner, String name, String descriptor) {
    if (reachable) {
      method.visitFieldInsn(opcode, owner, name, descriptor);
    }
  }

  void invoke(int opcode, String owner, String name, String descriptor) {
    if (reachable) {
      method.visitMethodInsn(opcode, owner, name, descriptor, opcode == INVOKEINTERFACE);
    }
  }

  void dynamic(String name, String descriptor, Handle bootstrap, Object... arguments) {
    if (reachable) {
      method.visitInvokeDynamicInsn(name, descriptor, bootstrap, arguments);
    }
  }

  void newArray(Form element) {
    if (!reachable) {
      return;
    }
    switch (element.kind()) {
      case REFERENCE -> method.visitTypeInsn(ANEWARRAY, "java/lang/Object");
      case BOOLEAN -> method.visitIntInsn(NEWARRAY, T_BOOLEAN);
      case LONG -> method.visitIntInsn(NEWARRAY, T_LONG);
      case FLOAT -> method.visitIntInsn(NEWARRAY, T_FLOAT);
      case DOUBLE -> method.visitIntInsn(NEWARRAY, T_DOUBLE);
      default -> method.visitIntInsn(NEWARRAY, T_INT);
    }
  }

  void increment(int slot, int by) {
    if (!reachable) {
      return;
    }
    if (by == (short) by) {
      method.visitIincInsn(slot, by);
    } else {
      method.visitVarInsn(ILOAD, slot);
      method.visitLdcInsn(by);
      method.visitInsn(IADD);
      method.visitVarInsn(ISTORE, slot);
    }
  }

  // ---- control ----------------------------------------------------------------------------------

  void jump(int opcode, Label label) {
    if (!reachable) {
      return;
    }
    reached.add(label);
    method.visitJumpInsn(opcode, label);
    if (opcode == GOTO) {
      reachable = false;
    }
  }

  /// Control comes here from jumps, and from above if it can.
  void label(Label label) {
    if (reached.contains(label)) {
      reachable = true;
    }
    if (reachable) {
      method.visitLabel(label);
    }
  }

  /// Control will come here from below.
  void loopHead(Label label) {
    if (reachable) {
      reached.add(label);
      method.visitLabel(label);
    }
  }

  void choose(int[] keys, Label[] labels, Label otherwise) {
    if (!reachable) {
      return;
    }
    reached.addAll(List.of(labels));
    reached.add(otherwise);
    long span = (long) keys[keys.length - 1] - keys[0] + 1;
    if (span <= 4L * keys.length + 8) {
      Label[] table = new Label[(int) span];
      java.util.Arrays.fill(table, otherwise);
      for (int i = 0; i < keys.length; i++) {
        table[keys[i] - keys[0]] = labels[i];
      }
      method.visitTableSwitchInsn(keys[0], keys[keys.length - 1], otherwise, table);
    } else {
      method.visitLookupSwitchInsn(otherwise, keys, labels);
    }
    reachable = false;
  }

  /// Ends the method with the value on top.
  void leave(Form form) {
    if (form.isVoid()) {
      op(RETURN);
    } else {
      op(IRETURN + offset(form));
    }
    reachable = false;
  }

  void fail() {
    op(ATHROW);
    reachable = false;
  }

  // ---- places -----------------------------------------------------------------------------------

  /// Where the last instruction comes from.
  @Nullable Span place() {
    return spans.isEmpty() ? null : spans.getLast();
  }

  /// The next instruction comes from there.
  void mark(@Nullable Span span) {
    if (span == null || !reachable || (span.length() == 0 && span.start() == 0)) {
      return;
    }
    Label label = new Label();
    method.visitLabel(label);
    marks.add(label);
    spans.add(span);
    int next = source.line(Math.min(span.start(), source.text().length()));
    if (next != line && next <= 0xffff) {
      line = next;
      method.visitLineNumber(next, label);
    }
  }

  List<Label> marks() {
    return marks;
  }

  List<Span> spans() {
    return spans;
  }

  void end() {
    Label end = new Label();
    method.visitLabel(end);
    for (Visible one : visible) {
      if (one.variable().name().isEmpty()) {
        continue;
      }
      method.visitLocalVariable(
          one.variable().name(),
          one.variable().form().descriptor(),
          null,
          one.start(),
          end,
          one.slot());
    }
    method.visitMaxs(0, 0);
    method.visitEnd();
  }
}
