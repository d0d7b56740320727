package dev.weir.bgp.flow;

import com.lmax.disruptor.BatchEventProcessor;
import com.lmax.disruptor.BatchEventProcessorBuilder;
import com.lmax.disruptor.EventHandler;
import com.lmax.disruptor.RingBuffer;
import com.lmax.disruptor.Sequence;
import com.lmax.disruptor.SequenceBarrier;
import com.lmax.disruptor.SleepingWaitStrategy;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Runs archives through stages on every core, and their results to an outlet in order.
///
/// ```
///   sources --> reader ==ring==> worker, worker, ... ==ring==> outlet
///               frames           decode, filter, render        writes in order
/// ```
///
/// The reader is the calling thread: it reads octets, cuts them into records, and publishes batches
/// of some hundred kibibytes. Every worker sees every batch, and the first to claim it works on it,
/// so that a slow batch holds up nobody but the outlet. The ring is bounded: when the outlet is
/// slow, the reader waits; nothing is ever dropped. A failure anywhere lets all others pass what is
/// left without work, ends the reader, and is thrown by [#run].
///
/// Whoever waits sleeps for some microseconds at a time: on few cores a waiting thread that spins
/// would take the core of one that works.
public final class ArchiveFlow {
  private static final int SLOTS = 16;
  private static final long NAP_NANOS = 40_000;

  private final RingBuffer<Batch> ring =
      RingBuffer.createSingleProducer(Batch::new, SLOTS, new SleepingWaitStrategy(20, NAP_NANOS));
  private final AtomicLongArray claims = new AtomicLongArray(SLOTS);
  private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
  private final CountDownLatch done = new CountDownLatch(1);
  private final List<BatchEventProcessor<Batch>> processors = new ArrayList<>();
  private final List<Thread> threads = new ArrayList<>();

  private ArchiveFlow(int workers, Supplier<? extends Stage> stages, Outlet outlet) {
    for (int i = 0; i < SLOTS; i++) {
      claims.set(i, -1);
    }
    SequenceBarrier published = ring.newBarrier();
    Sequence[] worked = new Sequence[workers];
    for (int i = 0; i < workers; i++) {
      worked[i] = start(published, new Worker(stages.get()), "mrt-worker-" + i);
    }
    Sequence written = start(ring.newBarrier(worked), new Writer(outlet), "mrt-outlet");
    ring.addGatingSequences(written);
  }

  /// Runs all records of all sources through stages, and returns when the outlet has seen them.
  ///
  /// @param sources read one after another, and closed
  /// @param workers how many threads work on batches, at least 1
  /// @param stages makes the stage of each worker
  /// @param outlet sees every batch, in order, on a thread of its own
  /// @return how many records there were
  /// @throws IOException if a source cannot be read or the outlet cannot write
  public static long run(
      Iterable<OctetSource> sources, int workers, Supplier<? extends Stage> stages, Outlet outlet)
      throws IOException {
    ArchiveFlow flow = new ArchiveFlow(workers, stages, outlet);
    try {
      long records = flow.read(sources);
      flow.await();
      return records;
    } finally {
      flow.stop();
    }
  }

  private Sequence start(SequenceBarrier barrier, EventHandler<Batch> handler, String name) {
    BatchEventProcessor<Batch> processor =
        new BatchEventProcessorBuilder().setMaxBatchSize(1).build(ring, barrier, handler);
    processors.add(processor);
    threads.add(Thread.ofPlatform().daemon().name(name).start(processor));
    return processor.getSequence();
  }

  private long read(Iterable<OctetSource> sources) throws IOException {
    BatchReader reader = new BatchReader(ring, () -> failure.get() != null);
    try {
      int index = 0;
      for (OctetSource source : sources) {
        try (source) {
          reader.read(source, index++);
        }
        if (failure.get() != null) {
          break;
        }
      }
    } finally {
      reader.finish();
    }
    return reader.records();
  }

  /// Waits until the outlet has seen the last batch, then throws what went wrong.
  private void await() throws IOException {
    try {
      done.await();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while records are under way", interrupted);
    }
    Throwable thrown = failure.get();
    if (thrown instanceof IOException broken) {
      throw broken;
    }
    if (thrown instanceof RuntimeException fault) {
      throw fault;
    }
    if (thrown instanceof Error error) {
      throw error;
    }
  }

  private void stop() {
    processors.forEach(BatchEventProcessor::halt);
    threads.forEach(Thread::interrupt);
  }

  private void fail(Throwable thrown) {
    failure.compareAndSet(null, thrown);
  }

  /// A worker works on the batches it is the first to claim.
  private final class Worker implements EventHandler<Batch> {
    private final Stage stage;

    Worker(Stage stage) {
      this.stage = stage;
    }

    @Override
    public void onEvent(Batch batch, long sequence, boolean endOfBatch) {
      int slot = (int) sequence & SLOTS - 1;
      long claimed = claims.get(slot);
      if (claimed >= sequence
          || !claims.compareAndSet(slot, claimed, sequence)
          || failure.get() != null) {
        return;
      }
      try {
        stage.process(batch);
      } catch (RuntimeException | Error thrown) {
        fail(thrown);
      }
    }
  }

  /// The outlet sees a batch when all workers have passed it.
  private final class Writer implements EventHandler<Batch> {
    private final Outlet outlet;

    Writer(Outlet outlet) {
      this.outlet = outlet;
    }

    @Override
    public void onEvent(Batch batch, long sequence, boolean endOfBatch) {
      try {
        if (failure.get() == null) {
          outlet.accept(batch);
        }
      } catch (IOException | RuntimeException | Error thrown) {
        fail(thrown);
      } finally {
        if (batch.isLast()) {
          done.countDown();
        }
      }
    }
  }
}
