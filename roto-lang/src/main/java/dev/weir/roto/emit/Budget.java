package dev.weir.roto.emit;

import dev.weir.roto.ir.Form;
import dev.weir.roto.ir.Routine;
import dev.weir.roto.source.Span;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;

/// Writes what counts: fuel and depth.
///
/// Around the outermost loop of a routine the slice of fuel is in a JVM local, so that a turn costs
/// a subtraction and a branch. It is written back where control leaves the loop and around calls
/// that count too.
///
/// A loop in which nothing else counts is cheaper still. How many turns the slice allows is found
/// before it, and its turns are counted up to there: a loop as HotSpot knows it, in which it
/// hoists, unrolls and looks for a safepoint now and then only. What the turns cost is taken off
/// the slice where control leaves the loop.
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
  private @Nullable Counter counter;

  /// What counts the turns of the loop around, if nothing else in it counts.
  ///
  /// @param turns the slot of how many have ended since the slice was last right
  /// @param cost of each
  private record Counter(int turns, int cost) {}

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
      left();
      out.field(PUTFIELD, EXECUTION, "slice", "I");
    }
  }

  /// Takes what turns have cost off the slice, where control goes from a loop into one around it.
  void settle() {
    if (counter != null) {
      left();
      out.store(Form.INT, slice);
    }
  }

  /// Pushes what is left of the slice when the turn that runs is paid too.
  private void left() {
    out.load(Form.INT, slice);
    if (counter != null) {
      out.load(Form.INT, counter.turns());
      out.number(1);
      out.op(IADD);
      out.number(counter.cost());
      out.op(IMUL);
      out.op(ISUB);
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

  /// Writes what is done again and again; each turn is paid.
  ///
  /// @param alone whether nothing in the body counts
  void turns(int cost, boolean alone, Runnable body) {
    if (fuel && alone) {
      counted(cost, body);
      return;
    }
    Label head = new Label();
    out.loopHead(head);
    if (fuel) {
      Label paid = new Label();
      out.increment(slice, -cost);
      out.load(Form.INT, slice);
      out.jump(IFGE, paid);
      execution();
      out.load(Form.INT, slice);
      refill();
      out.label(paid);
    }
    body.run();
    out.jump(GOTO, head);
  }

  private void counted(int cost, Runnable body) {
    Span place = out.place();
    int most = out.reserve(Form.INT);
    Counter own = new Counter(out.reserve(Form.INT), cost);
    Label again = new Label();
    Label head = new Label();
    Label empty = new Label();
    out.loopHead(again);
    out.load(Form.INT, slice);
    out.number(cost);
    out.op(IDIV);
    out.store(Form.INT, most);
    out.number(0);
    out.store(Form.INT, own.turns());
    out.loopHead(head);
    out.load(Form.INT, own.turns());
    out.load(Form.INT, most);
    out.jump(IF_ICMPGE, empty);
    counter = own;
    body.run();
    out.increment(own.turns(), 1);
    out.jump(GOTO, head);
    out.label(empty);
    out.mark(place);
    // The next turn is paid as the slice is refilled, and then given back, since it will be
    // counted.
    execution();
    left();
    counter = null;
    refill();
    out.increment(slice, cost);
    out.jump(GOTO, again);
  }

  /// Takes the next slice; the execution and what is over of the last one are on the stack.
  private void refill() {
    out.invoke(INVOKEVIRTUAL, EXECUTION, "refill", "(I)I");
    out.store(Form.INT, slice);
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
      depthLeft();
      out.op(IOR);
    } else {
      depthLeft();
    }
    out.jump(IFGE, paid);
    execution();
    depthLeft();
    out.invoke(INVOKEVIRTUAL, EXECUTION, "check", "(I)V");
    out.label(paid);
  }

  private void depthLeft() {
    out.load(Form.INT, depth);
    out.number(1);
    out.op(ISUB);
  }
}
