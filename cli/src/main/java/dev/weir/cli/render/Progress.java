package dev.weir.cli.render;

import java.io.PrintStream;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/// A progress bar on standard error: only on a terminal, only for work of more than a second.
///
/// The workers add to a counter; one daemon thread wakes a few times a second, and draws. Without a
/// terminal there is no thread, and an addition is all that progress costs.
///
/// ```java
/// try (Progress progress = Progress.start(console)) {
///   progress.stage("sign", records);
///   ...
///   progress.add(4096);
/// }
/// ```
public final class Progress implements AutoCloseable {
  private static final long PATIENCE_MILLIS = 1000;
  private static final long FRAME_MILLIS = 125;
  private static final String CLEAR_LINE = "\r\u001b[K";

  private final PrintStream err;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final @Nullable Thread painter;
  private volatile Stage stage = new Stage("", 0, System.nanoTime(), new LongAdder());

  private Progress(Console console) {
    err = console.err();
    painter =
        console.screen().errTerminal()
            ? Thread.ofPlatform().daemon().name("progress").start(this::paint)
            : null;
  }

  /// Starts watching; the bar appears a second later, if the work is not over by then.
  public static Progress start(Console console) {
    return new Progress(console);
  }

  /// Begins a stage of the work.
  ///
  /// @param name a word for it
  /// @param total how many steps it has, or 0 if nobody knows
  public void stage(String name, long total) {
    stage = new Stage(name, total, System.nanoTime(), new LongAdder());
  }

  /// Counts steps as done; any thread may call it.
  public void add(long steps) {
    stage.done.add(steps);
  }

  /// Stops watching and wipes the bar, before the result is printed; more than once does no harm.
  public void finish() {
    closed.countDown();
    if (painter != null) {
      try {
        painter.join();
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /// Stops watching, if [#finish()] has not.
  @Override
  public void close() {
    finish();
  }

  private void paint() {
    try {
      if (closed.await(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
        return;
      }
      do {
        err.print(CLEAR_LINE + stage.frame());
        err.flush();
      } while (!closed.await(FRAME_MILLIS, TimeUnit.MILLISECONDS));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    err.print(CLEAR_LINE);
    err.flush();
  }

  private record Stage(String name, long total, long since, LongAdder done) {
    String frame() {
      return ProgressLine.of(name, done.sum(), total, System.nanoTime() - since);
    }
  }
}
