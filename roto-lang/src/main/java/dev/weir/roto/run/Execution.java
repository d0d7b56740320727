package dev.weir.roto.run;

import org.jspecify.annotations.Nullable;

/// What one call from the host may use up, and has.
///
/// A thread has one execution, made once and used again, so that a call allocates nothing. The
/// outermost call of the thread sets it to its limits; calls that a function of the host makes back
/// into a script share what is left.
///
/// Fuel is handed out in slices. Compiled code takes from [#slice], in loops even from a copy in a
/// JVM local, and comes to [#refill] when a slice is empty: there the rest is counted, and a
/// request to stop is seen, and one looks at what the call keeps ([Retention]). Depth is a
/// parameter of compiled functions and counts down.
public final class Execution {
  private static final ThreadLocal<Execution> CURRENT = ThreadLocal.withInitial(Execution::new);
  private static final int SLICE = 1 << 15;
  private static final int COUNTED = 1024;

  /// What is left of the slice of fuel; compiled code reads and writes it.
  int slice;

  /// What the host gave with the call.
  @Nullable Object context;

  private long rest;
  private long memory;
  private long budget;
  private final Retention retention = new Retention();
  private int depth;
  private int nesting;
  private volatile boolean stop;

  private Execution() {}

  /// The execution of this thread.
  public static Execution current() {
    return CURRENT.get();
  }

  /// Begins a call.
  ///
  /// @throws ScriptException `DEPTH` if calls between host and script are nested too deep
  public static Execution enter(Limits limits) {
    Execution execution = CURRENT.get();
    if (execution.nesting++ == 0) {
      execution.begin(limits);
    } else {
      execution.nest();
    }
    return execution;
  }

  private void begin(Limits limits) {
    slice = (int) Math.min(limits.fuel(), SLICE);
    rest = limits.fuel() - slice;
    memory = limits.memory();
    budget = memory;
    retention.begin();
    depth = limits.depth();
    if (stop) {
      stop = false;
    }
  }

  private void nest() {
    depth >>= 1;
    if (depth == 0) {
      leave();
      throw new ScriptException(
          Fault.DEPTH, "host and script have called each other too often; end the recursion");
    }
  }

  /// Ends a call.
  public void leave() {
    if (--nesting == 0) {
      // A volatile write would cost more than all the rest.
      if (stop) {
        stop = false;
      }
    } else {
      depth <<= 1;
    }
  }

  /// How many calls of script functions may be nested from here.
  public int depth() {
    return depth;
  }

  /// Gives the call its context, and gives back the one before, which the caller puts back.
  public @Nullable Object exchange(@Nullable Object next) {
    Object before = context;
    context = next;
    return before;
  }

  /// Turns what ended a call into what the host is told.
  public static RuntimeException failure(Throwable thrown) {
    return switch (thrown) {
      case ScriptException known -> known;
      case StackOverflowError overflow ->
          new ScriptException(
              Fault.DEPTH, "the stack of the thread is full; call less deeply", overflow);
      case OutOfMemoryError full ->
          new ScriptException(Fault.MEMORY, "the Java heap is full", full);
      case Error error -> throw error;
      default -> new ScriptException(Fault.HOST, String.valueOf(thrown.getMessage()), thrown);
    };
  }

  /// Asks the call that runs on this execution's thread, if one does, to stop soon. May be called
  /// from any thread.
  public void interrupt() {
    stop = true;
    // Not ordered with the thread's own writes. If it is seen, the next turn of a loop refills; if
    // not, the end of the slice does.
    slice = 0;
  }

  /// Begins the next slice of fuel.
  ///
  /// @param over what is left of the last one, negative
  /// @return what is left of the next one
  /// @throws ScriptException `FUEL`, `INTERRUPTED`, `MEMORY`
  int refill(int over) {
    if (stop || Thread.currentThread().isInterrupted()) {
      throw new ScriptException(Fault.INTERRUPTED, "the host stopped the script");
    }
    int next = (int) Math.min(rest + over, SLICE);
    if (next < 0) {
      slice = 0;
      rest = 0;
      throw new ScriptException(
          Fault.FUEL, "the script has used up its steps; loop less, or give it more fuel");
    }
    rest = rest + over - next;
    slice = next;
    retention.look(budget);
    return next;
  }

  /// Comes here when a recursive function is called too deep, or the slice is empty.
  ///
  /// @param left how many calls may still be nested
  /// @throws ScriptException `DEPTH`, `FUEL`, `INTERRUPTED`, `MEMORY`
  void check(int left) {
    if (left < 0) {
      throw new ScriptException(
          Fault.DEPTH, "functions call each other too deeply; end the recursion earlier");
    }
    if (slice < 0) {
      refill(slice);
    }
  }

  /// Counts memory that the library is about to take for a script; for large pieces only. Outside a
  /// call nothing is counted.
  ///
  /// @param octets how much, not negative
  /// @throws ScriptException if the budget does not allow it
  public static void charge(long octets) {
    Execution execution = current();
    if (execution.nesting == 0) {
      return;
    }
    if (octets > execution.memory) {
      throw new ScriptException(
          Fault.MEMORY, octets + " octets of memory are more than the script may still take");
    }
    execution.memory -= octets;
  }

  /// Counts a text that compiled code has put together.
  static String counted(String text) {
    if (text.length() > COUNTED) {
      charge(2L * text.length());
    }
    return text;
  }
}
