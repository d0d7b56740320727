package dev.weir.roto.emit;

import dev.weir.roto.ir.Form;
import dev.weir.roto.ir.Routine;
import dev.weir.roto.ir.Variable;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/// Writes what a host calls: a method that sets up the limits, calls the routine, and turns what
/// ends the call into what the host is told.
///
/// Its parameters are the limits, the context (if the library has one), and those of the routine.
final class EntryWriter implements Opcodes {
  private static final String EXECUTION = "dev/weir/roto/run/Execution";
  private static final String LIMITS = "dev/weir/roto/run/Limits";

  private final Routine routine;
  private final boolean context;
  private final int execution;
  private final int before;
  private final int result;
  private final MethodVisitor method;

  EntryWriter(ClassPart part, Routine routine, boolean context) {
    this.routine = routine;
    this.context = context;
    int size = 1 + (context ? 1 : 0);
    for (Variable parameter : routine.parameters()) {
      size += parameter.form().kind().slots();
    }
    this.execution = size;
    this.before = size + 1;
    this.result = size + 2;
    this.method =
        part.writer()
            .visitMethod(ACC_STATIC, name(routine), descriptor(routine, context), null, null);
  }

  static String name(Routine routine) {
    return "enter$" + routine.name();
  }

  private static String descriptor(Routine routine, boolean context) {
    StringBuilder text = new StringBuilder("(L" + LIMITS + ";");
    if (context) {
      text.append("Ljava/lang/Object;");
    }
    routine.parameters().forEach(p -> text.append(p.form().descriptor()));
    return text.append(')').append(routine.result().descriptor()).toString();
  }

  void write() {
    Label start = new Label();
    Label end = new Label();
    Label failed = new Label();
    method.visitCode();
    method.visitVarInsn(ALOAD, 0);
    invoke(INVOKESTATIC, "enter", "(L" + LIMITS + ";)L" + EXECUTION + ";");
    method.visitVarInsn(ASTORE, execution);
    if (context) {
      exchange(1);
      method.visitVarInsn(ASTORE, before);
    }
    method.visitTryCatchBlock(start, end, failed, "java/lang/Throwable");
    method.visitLabel(start);
    call();
    Form form = routine.result();
    if (!form.isVoid()) {
      method.visitVarInsn(ISTORE + offset(form), result);
    }
    method.visitLabel(end);
    leave();
    if (!form.isVoid()) {
      method.visitVarInsn(ILOAD + offset(form), result);
      method.visitInsn(IRETURN + offset(form));
    } else {
      method.visitInsn(RETURN);
    }
    method.visitLabel(failed);
    method.visitVarInsn(ASTORE, result);
    leave();
    method.visitVarInsn(ALOAD, result);
    invoke(INVOKESTATIC, "failure", "(Ljava/lang/Throwable;)Ljava/lang/RuntimeException;");
    method.visitInsn(ATHROW);
    method.visitMaxs(0, 0);
    method.visitEnd();
  }

  private void call() {
    if (routine.needs().execution()) {
      method.visitVarInsn(ALOAD, execution);
    }
    if (routine.needs().depth()) {
      method.visitVarInsn(ALOAD, execution);
      invoke(INVOKEVIRTUAL, "depth", "()I");
    }
    int slot = context ? 2 : 1;
    for (Variable parameter : routine.parameters()) {
      method.visitVarInsn(ILOAD + offset(parameter.form()), slot);
      slot += parameter.form().kind().slots();
    }
    method.visitMethodInsn(
        INVOKESTATIC, ClassPart.NAME, routine.name(), routine.descriptor(), false);
  }

  private void leave() {
    if (context) {
      exchange(before);
      method.visitInsn(POP);
    }
    method.visitVarInsn(ALOAD, execution);
    invoke(INVOKEVIRTUAL, "leave", "()V");
  }

  private void exchange(int slot) {
    method.visitVarInsn(ALOAD, execution);
    method.visitVarInsn(ALOAD, slot);
    invoke(INVOKEVIRTUAL, "exchange", "(Ljava/lang/Object;)Ljava/lang/Object;");
  }

  private void invoke(int opcode, String name, String descriptor) {
    method.visitMethodInsn(opcode, EXECUTION, name, descriptor, false);
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
}
