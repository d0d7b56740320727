package dev.weir.roto.run;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the virtual machine says about its heap.
///
/// Objects that survive a few collections are in the pools whose usage can be watched: the old
/// generation, or all of the heap where a collector has no generations. What is there is in use, or
/// was when it came there.
final class Heap {
  private static final List<MemoryPoolMXBean> OLD =
      ManagementFactory.getMemoryPoolMXBeans().stream()
          .filter(pool -> pool.getType() == MemoryType.HEAP && pool.isUsageThresholdSupported())
          .toList();

  private static final com.sun.management.@Nullable ThreadMXBean THREADS = threads();

  private Heap() {}

  /// How many octets this thread has ever taken; negative if the machine does not count.
  static long taken() {
    return THREADS == null ? -1 : THREADS.getCurrentThreadAllocatedBytes();
  }

  private static com.sun.management.@Nullable ThreadMXBean threads() {
    return ManagementFactory.getThreadMXBean() instanceof com.sun.management.ThreadMXBean threads
            && threads.isThreadAllocatedMemorySupported()
        ? threads
        : null;
  }

  /// The octets in the old generation.
  static long old() {
    long used = 0;
    for (MemoryPoolMXBean pool : OLD) {
      MemoryUsage usage = pool.getUsage();
      used += usage == null ? 0 : usage.getUsed();
    }
    return used;
  }

  /// How many octets the old generation can hold.
  static long room() {
    long most = 0;
    for (MemoryPoolMXBean pool : OLD) {
      MemoryUsage usage = pool.getUsage();
      most += usage == null ? 0 : Math.max(0, usage.getMax());
    }
    return most > 0 ? most : java.lang.Runtime.getRuntime().maxMemory();
  }

  /// Asks for a collection, so that [#old] tells what is really in use.
  static void collect() {
    System.gc();
  }
}
