package dev.weir.roto.host;

import dev.weir.roto.source.Code;
import dev.weir.roto.source.Diagnostic;
import dev.weir.roto.source.Source;
import dev.weir.roto.source.Span;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/// Where compilations are done: a thread of their own, with a stack that holds the deepest nesting
/// that the parser lets through, whatever stack the caller has left.
///
/// It is also the last net under the promise that compiling never throws: a fault of the compiler
/// is a diagnostic, and the host lives on. A thread costs some ten microseconds; its stack is
/// reserved and not taken until it is used.
final class Workbench {
  private static final long STACK_OCTETS = 256L << 20;

  private Workbench() {}

  /// Does the work and waits for it.
  ///
  /// @param source what a failure of the compiler is reported about
  static Compilation work(Source source, Supplier<Compilation> job) {
    AtomicReference<Compilation> result = new AtomicReference<>(failed(source, "no result"));
    Thread thread =
        new Thread(null, () -> result.set(attempt(source, job)), "roto-compiler", STACK_OCTETS);
    thread.setDaemon(true);
    thread.start();
    waitFor(thread);
    return result.get();
  }

  private static Compilation attempt(Source source, Supplier<Compilation> job) {
    try {
      return job.get();
    } catch (RuntimeException | Error failure) {
      return failed(source, failure.toString());
    }
  }

  private static Compilation failed(Source source, String reason) {
    Diagnostic diagnostic =
        Diagnostic.of(
                Code.COMPILER_FAILED,
                "the compiler failed: " + reason,
                source,
                new Span(0, 0),
                "while it compiled this")
            .note("this is a fault of the compiler; please report it with the script");
    return new Compilation.Rejected(List.of(diagnostic));
  }

  /// An interrupt of the caller is kept for it; the compilation ends by itself.
  private static void waitFor(Thread thread) {
    boolean interrupted = false;
    while (true) {
      try {
        thread.join();
        break;
      } catch (InterruptedException _) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
