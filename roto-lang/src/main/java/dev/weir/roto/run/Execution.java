package dev.weir.roto.run;

/// What one call from the host may use up, and has.
public final class Execution {
  private static final ThreadLocal<Execution> CURRENT = ThreadLocal.withInitial(Execution::new);

  private long memory = Long.MAX_VALUE;

  private Execution() {}

  /// The execution of this thread.
  public static Execution current() {
    return CURRENT.get();
  }

  /// Counts memory that the library is about to take for a script; for large pieces only.
  ///
  /// @param octets how much, not negative
  /// @throws ScriptException if the budget does not allow it
  public static void charge(long octets) {
    Execution execution = current();
    if (octets > execution.memory) {
      throw new ScriptException(
          Fault.MEMORY, octets + " octets of memory are more than the script may still take");
    }
    execution.memory -= octets;
  }
}
