package dev.weir.bgp.store;

import com.lmax.disruptor.AlertException;
import com.lmax.disruptor.BatchEventProcessor;
import com.lmax.disruptor.BatchEventProcessorBuilder;
import com.lmax.disruptor.EventHandler;
import com.lmax.disruptor.RingBuffer;
import com.lmax.disruptor.Sequence;
import com.lmax.disruptor.SequenceBarrier;
import com.lmax.disruptor.SleepingWaitStrategy;
import com.lmax.disruptor.TimeoutException;
import dev.weir.bgp.flow.OctetSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLongArray;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.jspecify.annotations.Nullable;

/// A bzip2 file whose blocks are uncompressed on several cores.
///
/// ```
///   finder ==ring==> decoder, decoder, ... ==ring==> whoever reads
/// ```
///
/// One thread finds the blocks, see [Bzip2Blocks], decoders claim them, and the reader takes them
/// in order. The ring is bounded, so that at most [#SLOTS] blocks are in memory.
final class Bzip2Source implements OctetSource {
  private static final int SLOTS = 16;
  private static final long NAP_NANOS = 60_000;

  private final RawInput input;
  private final RingBuffer<Block> ring =
      RingBuffer.createSingleProducer(Block::new, SLOTS, new SleepingWaitStrategy(20, NAP_NANOS));
  private final AtomicLongArray claims = new AtomicLongArray(SLOTS);
  private final List<BatchEventProcessor<Block>> processors = new ArrayList<>();
  private final List<Thread> threads = new ArrayList<>();
  private final Sequence taken = new Sequence();
  private final SequenceBarrier decoded;
  private volatile boolean closed;
  private long sequence;
  private int used;
  private long written;

  Bzip2Source(RawInput input, int workers) {
    this.input = input;
    Sequence[] worked = new Sequence[Math.max(workers, 1)];
    SequenceBarrier found = ring.newBarrier();
    for (int i = 0; i < SLOTS; i++) {
      claims.set(i, -1);
    }
    for (int i = 0; i < worked.length; i++) {
      BatchEventProcessor<Block> processor =
          new BatchEventProcessorBuilder().setMaxBatchSize(1).build(ring, found, new Decoder());
      processors.add(processor);
      worked[i] = processor.getSequence();
      threads.add(Thread.ofPlatform().daemon().name("bzip2-" + i).start(processor));
    }
    decoded = ring.newBarrier(worked);
    ring.addGatingSequences(taken);
    threads.add(Thread.ofPlatform().daemon().name("bzip2-finder").start(this::find));
  }

  @Override
  public String name() {
    return input.name();
  }

  /// Publishes all blocks, and one that says how it ended.
  private void find() {
    Bzip2Blocks blocks = new Bzip2Blocks(input);
    boolean more = true;
    while (more && !closed) {
      byte[] file = null;
      IOException failure = null;
      try {
        file = blocks.next();
      } catch (IOException torn) {
        failure = torn;
      }
      more = file != null;
      long next = ring.next();
      Block block = ring.get(next);
      block.file = file;
      block.failure = failure;
      block.length = 0;
      ring.publish(next);
    }
  }

  @Override
  public int read(byte[] into, int at, int most) throws IOException {
    while (true) {
      Block block = current();
      if (block.failure != null) {
        throw Damaged.stream(input, "bzip2", written, block.failure);
      }
      if (block.file == null) {
        return -1;
      }
      if (used < block.length) {
        int count = Math.min(most, block.length - used);
        System.arraycopy(block.octets, used, into, at, count);
        used += count;
        written += count;
        return count;
      }
      used = 0;
      taken.set(sequence++);
    }
  }

  private Block current() throws IOException {
    try {
      decoded.waitFor(sequence);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while blocks are under way", interrupted);
    } catch (AlertException | TimeoutException stopped) {
      throw new IOException("the decoders have stopped", stopped);
    }
    return ring.get(sequence);
  }

  @Override
  public long consumed() {
    return input.count();
  }

  @Override
  public void close() throws IOException {
    closed = true;
    processors.forEach(BatchEventProcessor::halt);
    // The finder may be waiting for a free slot: give it all of them.
    taken.set(Long.MAX_VALUE / 2);
    input.close();
  }

  /// A block on its way: the file made of it, and what came out.
  private static final class Block {
    private byte @Nullable [] file;
    private byte[] octets = {};
    private int length;
    private @Nullable IOException failure;
  }

  private final class Decoder implements EventHandler<Block> {
    @Override
    public void onEvent(Block block, long number, boolean endOfBatch) {
      int slot = (int) number & SLOTS - 1;
      long claimed = claims.get(slot);
      if (claimed >= number || !claims.compareAndSet(slot, claimed, number) || closed) {
        return;
      }
      if (block.file != null) {
        try {
          decode(block, block.file);
        } catch (IOException damaged) {
          block.failure = damaged;
        } catch (RuntimeException damaged) {
          block.failure = new IOException("a block makes no sense", damaged);
        }
      }
    }

    private static void decode(Block block, byte[] file) throws IOException {
      try (BZip2CompressorInputStream plain =
          new BZip2CompressorInputStream(new ByteArrayInputStream(file))) {
        int length = 0;
        while (true) {
          if (length == block.octets.length) {
            block.octets = Arrays.copyOf(block.octets, Math.max(1 << 20, 2 * length));
          }
          int read = plain.read(block.octets, length, block.octets.length - length);
          if (read < 0) {
            break;
          }
          length += read;
        }
        block.length = length;
      }
    }
  }
}
