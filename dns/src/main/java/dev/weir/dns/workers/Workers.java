package dev.weir.dns.workers;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/// A fixed number of threads that take numbered tasks in turn.
///
/// The calling thread is one of them, so that `Workers.of(1)` runs everything in order on the
/// caller and two threads keep two cores busy. A task that throws ends the whole call with its
/// exception. Calls must not nest.
public final class Workers implements AutoCloseable {
  private final int threads;
  private final ExecutorService pool;

  private Workers(int threads) {
    this.threads = threads;
    this.pool =
        Executors.newFixedThreadPool(
            Math.max(1, threads), Thread.ofPlatform().name("weir-worker-", 1).daemon().factory());
  }

  /// Workers of `threads` threads, the caller counted.
  ///
  /// @param threads at least 1
  public static Workers of(int threads) {
    if (threads < 1) {
      throw new IllegalArgumentException("at least one thread, not " + threads);
    }
    return new Workers(threads);
  }

  /// How many threads work at once.
  public int threads() {
    return threads;
  }

  /// Runs tasks 0 to `tasks - 1` and gives their results in that order.
  public <T> List<T> map(int tasks, IntFunction<T> task) {
    Object[] results = new Object[tasks];
    AtomicInteger next = new AtomicInteger();
    Runnable loop =
        () -> {
          for (int i = next.getAndIncrement(); i < tasks; i = next.getAndIncrement()) {
            try {
              results[i] = task.apply(i);
            } catch (RuntimeException | Error e) {
              next.set(tasks);
              throw e;
            }
          }
        };
    List<Future<?>> others = new ArrayList<>();
    for (int i = 1; i < Math.min(threads, tasks); i++) {
      others.add(pool.submit(loop));
    }
    try {
      loop.run();
    } finally {
      awaitAll(others);
    }
    List<T> list = new ArrayList<>(tasks);
    for (Object result : results) {
      @SuppressWarnings("unchecked")
      T typed = (T) result;
      list.add(typed);
    }
    return list;
  }

  /// Runs tasks 0 to `tasks - 1` on the other threads and hands their results, in that order, to
  /// `consumer` on the calling thread. No more than two results a thread wait at any time.
  public <T> void inOrder(int tasks, IntFunction<T> task, Consumer<T> consumer) {
    int window = 2 * threads;
    Deque<Future<T>> waiting = new ArrayDeque<>(window);
    int started = 0;
    try {
      for (int done = 0; done < tasks; done++) {
        while (started < tasks && waiting.size() < window) {
          int index = started++;
          waiting.add(pool.submit(() -> task.apply(index)));
        }
        consumer.accept(join(waiting.remove()));
      }
    } finally {
      waiting.forEach(future -> future.cancel(false));
    }
  }

  /// Starts one task on another thread.
  ///
  /// @return waits for the task and gives its result, or throws what it threw
  public <T> Supplier<T> start(Supplier<T> task) {
    Future<T> future = pool.submit(task::get);
    return () -> join(future);
  }

  /// Lets the threads go; tasks that run are finished.
  @Override
  public void close() {
    pool.shutdown();
  }

  private static void awaitAll(List<Future<?>> futures) {
    RuntimeException failure = null;
    for (Future<?> future : futures) {
      try {
        join(future);
      } catch (RuntimeException e) {
        failure = e;
      }
    }
    if (failure != null) {
      throw failure;
    }
  }

  private static <T> T join(Future<T> future) {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return future.get();
        } catch (InterruptedException _) {
          interrupted = true;
        } catch (ExecutionException e) {
          Throwable cause = e.getCause();
          if (cause instanceof RuntimeException failure) {
            throw failure;
          }
          if (cause instanceof Error failure) {
            throw failure;
          }
          throw new IllegalStateException(cause);
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
