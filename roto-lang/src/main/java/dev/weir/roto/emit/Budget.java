package dev.weir.roto.emit;

import dev.weir.roto.ir.Form;
import dev.weir.roto.ir.Routine;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;

/// Writes what counts: fuel and depth.
///
/// Around the outermost loop of a routine the slice of fuel is in a JVM local, so that a turn costs
/// a subtraction and a branch. It is written back where control leaves the loop and around calls
/// that count too.
final class Budget implements Opcodes {
  private static final String EXECUTION = "dev/weir/roto/run/Execution";
  private static final Form REFERENCE = new Form(Form.Kind.REFERENCE, EXECUTION);

  private final Routine routine;
  private final Assembler out;
  private final boolean fuel;
  private int execution = -1;
  private int depth = -1;
  private int slice = -1;
  private int loops;

  private Budget(Routine routine, Assembler out, boolean fuel) {
    this.routine = routine;
    this.out = out;
    this.fuel = fuel;
  }

  /// Takes the hidden parameters of a routine.
  static Budget of(Routine routine, Assembler out, EmitOptions options) {
    Budget budget = new Budget(routine, out, options.fuel());
    if (routine.needs().execution()) {
      budget.execution = out.reserve(REFERENCE);
    }
    if (routine.needs().depth()) {
      budget.depth = out.reserve(Form.INT);
    }
    return budget;
  }

  /// How many loops are around.
  int loops() {
    return loops;
  }

  void execution() {
    out.load(REFERENCE, execution);
  }

  /// Pushes the hidden arguments of a call.
  void arguments(Routine callee) {
    if (callee.needs().execution()) {
      execution();
      out.push(REFERENCE);
    }
    if (callee.needs().depth()) {
      out.load(Form.INT, depth);
      if (routine.needs().counted()) {
        out.number(routine.needs().levels());
        out.op(ISUB);
      }
      out.push(Form.INT);
    }
  }

  /// A loop begins.
  void enter() {
    if (loops++ == 0 && fuel) {
      slice = slice < 0 ? out.reserve(Form.INT) : slice;
      reload();
    }
  }

  /// What follows is behind the loop; whoever left it has written the slice back.
  void exit() {
    loops--;
  }

  /// Writes the slice back where control leaves all loops, or something else may count.
  void flush() {
    if (loops > 0 && fuel) {
      execution();
      out.load(Form.INT, slice);
      out.field(PUTFIELD, EXECUTION, "slice", "I");
    }
  }

  /// Reads the slice again.
  void reload() {
    if (loops > 0 && fuel) {
      execution();
      out.field(GETFIELD, EXECUTION, "slice", "I");
      out.store(Form.INT, slice);
    }
  }

  /// A turn of a loop is paid.
  void turn(int cost) {
    if (!fuel) {
      return;
    }
    Label paid = new Label();
    out.increment(slice, -cost);
    out.load(Form.INT, slice);
    out.jump(IFGE, paid);
    execution();
    out.load(Form.INT, slice);
    out.invoke(INVOKEVIRTUAL, EXECUTION, "refill", "(I)I");
    out.store(Form.INT, slice);
    out.label(paid);
  }

  /// A routine that may recur pays, and looks how deep it is.
  void charge(int cost) {
    Label paid = new Label();
    if (fuel) {
      execution();
      out.op(DUP);
      out.field(GETFIELD, EXECUTION, "slice", "I");
      out.number(cost);
      out.op(ISUB);
      out.op(DUP_X1);
      out.field(PUTFIELD, EXECUTION, "slice", "I");
      left();
      out.op(IOR);
    } else {
      left();
    }
    out.jump(IFGE, paid);
    execution();
    left();
    out.invoke(INVOKEVIRTUAL, EXECUTION, "check", "(I)V");
    out.label(paid);
  }

  private void left() {
    out.load(Form.INT, depth);
    out.number(1);
    out.op(ISUB);
  }
}
