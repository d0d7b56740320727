package dev.weir.benchmarks.roto;

import dev.weir.roto.host.CompiledPackage;
import dev.weir.roto.host.Runtime;
import dev.weir.roto.source.SourceTree;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;

/// Compiles and drops a package 10,000 times, and prints what the heap, the metaspace and the class
/// counter hold after every thousand, each after a collection. Flat figures are the answer.
///
/// Run as a program, not under JMH: `run --reloads`.
public final class Reloads {
  private static final int RELOADS = 10_000;
  private static final int EVERY = 1_000;

  /// The function of the package as the host sees it.
  public interface Answer {
    /// Calls it.
    long of(long n);
  }

  private Reloads() {}

  /// Reloads and prints.
  public static void main(String[] arguments) {
    Runtime runtime = Runtime.standard();
    System.out.println("| reloads | heap KiB | metaspace KiB | classes |");
    System.out.println("|---:|---:|---:|---:|");
    for (int i = 0; i <= RELOADS; i++) {
      String text = "fn answer(n: i64) -> i64 { let i = 0i64; while i < n { i += %d; } i }\n";
      CompiledPackage loaded =
          runtime.compile(SourceTree.of("answer.roto", text.formatted(1 + i % 7))).orThrow();
      if (loaded.function("answer", Answer.class).of(100) < 100) {
        throw new IllegalStateException("a wrong answer");
      }
      if (i % EVERY == 0) {
        print(i);
      }
    }
  }

  private static void print(int reloads) {
    System.gc();
    System.gc();
    long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    long metaspace = 0;
    for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
      if (pool.getName().equals("Metaspace")) {
        metaspace = pool.getUsage().getUsed();
      }
    }
    int classes = ManagementFactory.getClassLoadingMXBean().getLoadedClassCount();
    System.out.printf("| %d | %d | %d | %d |%n", reloads, heap >> 10, metaspace >> 10, classes);
  }
}
