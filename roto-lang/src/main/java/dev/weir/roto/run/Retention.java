package dev.weir.roto.run;

/// Finds calls that keep more and more small objects, which nobody has charged.
///
/// At the end of each slice of fuel it looks at what the thread has taken since the end of the
/// first one: one call of the virtual machine, some 30 ns. Garbage costs a script nothing. But if
/// both what it has taken and the growth of the old generation are more than it may keep, then what
/// was taken may be in use. Whether it is, only a collection tells; if the growth remains, the call
/// is stopped. Another collection is asked for only when half as much has been taken again, so that
/// a script cannot keep the collector busy.
///
/// A call may keep a quarter of its memory budget in small objects, and no more than half of what
/// the old generation had free. (A long chain of small objects is the worst case of a collector: it
/// copies and marks it link by link. So the limit is far below the size of the heap.)
///
/// What other threads take in the meantime is held against the call too, but only if the call has
/// itself taken as much as it may keep.
final class Retention {
  private static final long STEP = 16L << 20;
  private static final long GUESS = 1L << 20;
  private static final long NOTHING = -1;
  private static final int SHARE = 4;

  private long first = NOTHING;
  private long next;
  private long before;
  private long most;
  private long guessed;

  /// A call begins.
  void begin() {
    first = NOTHING;
  }

  /// A slice of fuel is empty.
  ///
  /// @param budget what the call may keep, in octets
  /// @throws ScriptException `MEMORY`
  void look(long budget) {
    long counted = Heap.taken();
    long now = counted < 0 ? guessed += GUESS : counted;
    if (first == NOTHING) {
      first = now;
      next = now + STEP;
    } else if (now >= next) {
      next = now + STEP;
      judge(now, budget);
    }
  }

  private void judge(long now, long budget) {
    long old = Heap.old();
    long taken = now - first;
    if (taken < 2 * STEP) {
      before = old;
      most = Math.min(budget / SHARE, Math.max(0, Heap.room() - old) / 2);
      return;
    }
    if (taken <= most || old - before <= most) {
      return;
    }
    Heap.collect();
    next = now + Math.max(STEP, most / 2);
    if (Heap.old() - before > most) {
      throw new ScriptException(
          Fault.MEMORY, "the script keeps more memory than it may; keep less, or give it more");
    }
  }
}
