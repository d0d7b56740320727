package dev.weir.bgp.flow;

import com.lmax.disruptor.RingBuffer;
import dev.weir.bgp.mrt.MrtRecord;
import dev.weir.bgp.mrt.MrtSubtype;
import dev.weir.bgp.mrt.MrtType;
import dev.weir.bgp.mrt.PeerIndexTable;
import dev.weir.bgp.mrt.RecordFramer;
import dev.weir.bgp.octets.Octets;
import java.io.IOException;
import java.util.Arrays;
import java.util.function.BooleanSupplier;

/// Reads sources and publishes their records in batches. A record that does not end in its batch is
/// taken over into the next one.
final class BatchReader {
  /// How many octets a batch begins with: small enough that all cores soon have work, large enough
  /// that handing it on costs nothing beside it.
  private static final int USUAL = 256 * 1024;

  private final RingBuffer<Batch> ring;
  private final BooleanSupplier failed;
  private PeerIndexTable peers = PeerIndexTable.NONE;
  private byte[] rest = {};
  private int restLength;
  private long records;

  BatchReader(RingBuffer<Batch> ring, BooleanSupplier failed) {
    this.ring = ring;
    this.failed = failed;
  }

  long records() {
    return records;
  }

  /// Publishes all records of a source.
  void read(OctetSource source, int index) throws IOException {
    peers = PeerIndexTable.NONE;
    restLength = 0;
    Framed framed = new Framed();
    while (!framed.over && !failed.getAsBoolean()) {
      long sequence = ring.next();
      Batch batch = ring.get(sequence);
      batch.begin(index, peers);
      try {
        fill(batch, source, framed);
      } finally {
        ring.publish(sequence);
      }
    }
  }

  /// Publishes the batch that ends the flow.
  void finish() {
    long sequence = ring.next();
    Batch batch = ring.get(sequence);
    batch.begin(0, PeerIndexTable.NONE);
    batch.markLast();
    ring.publish(sequence);
  }

  private void fill(Batch batch, OctetSource source, Framed framed) throws IOException {
    RecordFramer framer = framed.framer;
    framed.batch = batch;
    int length = restLength;
    byte[] octets = batch.room(Math.max(USUAL, 2 * restLength));
    System.arraycopy(rest, 0, octets, 0, restLength);
    batch.position(framed.position);
    boolean more = true;
    int want = Math.max(USUAL, restLength + 1);
    while (more) {
      while (length < want) {
        int read = source.read(octets, length, octets.length - length);
        if (read < 0) {
          framed.over = true;
          break;
        }
        length += read;
      }
      framer.feed(octets, framed.used, length, framed.position + framed.used, framed.over);
      more = cut(batch, framer, octets, framed) && !framed.over;
      if (more) {
        // Not one record is whole: it is longer than the batch.
        want = Math.min(2 * want, Integer.MAX_VALUE - 8);
        octets = batch.room(want);
      }
    }
    restLength = length - framed.used;
    if (rest.length < restLength) {
      rest = new byte[restLength];
    }
    System.arraycopy(octets, framed.used, rest, 0, restLength);
    framed.position += framed.used;
    framed.used = 0;
  }

  /// Adds the records that are whole; tells whether there is none.
  private boolean cut(Batch batch, RecordFramer framer, byte[] octets, Framed framed) {
    RecordFramer.Step step = framer.next();
    while (step == RecordFramer.Step.RECORD) {
      batch.add(framer.start(), framer.end());
      records++;
      if (Octets.u16(octets, framer.start() + 4) == MrtType.TABLE_DUMP_V2
          && Octets.u16(octets, framer.start() + 6) == MrtSubtype.PEER_INDEX_TABLE) {
        int message = framer.start() + MrtRecord.HEADER;
        peers = PeerIndexTable.read(Octets.of(Arrays.copyOfRange(octets, message, framer.end())));
      }
      step = framer.next();
    }
    framed.used = framer.start();
    return batch.records() == 0 && batch.damages().isEmpty();
  }

  /// How far a source has been framed.
  private static final class Framed {
    private final RecordFramer framer = new RecordFramer(damage -> report(damage));
    private Batch batch = new Batch();
    private long position;
    private int used;
    private boolean over;

    private void report(dev.weir.bgp.mrt.Damage damage) {
      batch.damages().add(damage);
    }
  }
}
