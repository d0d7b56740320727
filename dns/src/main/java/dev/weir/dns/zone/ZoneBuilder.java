package dev.weir.dns.zone;

import dev.weir.dns.name.Name;
import dev.weir.dns.octets.Octets;
import dev.weir.dns.workers.Workers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

// The idea: each run is sorted by itself, in parallel. Keys sampled from all runs cut the key space
// into slices; each slice is merged from the part of every run that falls into it, in parallel,
// into
// pages. Runs of a sorted file overlap in no slice, so that the merge only copies.

/// Builds a zone from runs of records, on all cores.
public final class ZoneBuilder {
  private static final int SLICES_PER_THREAD = 8;
  private static final int SAMPLES_PER_RUN = 32;

  private ZoneBuilder() {}

  /// A built zone and what was settled on the way.
  ///
  /// @param zone the zone
  /// @param duplicates records that were dropped because another is the same (RFC 2181 §5)
  /// @param mixedTtls sets that had several TTLs and got the lowest (RFC 2181 §5.2)
  public record Built(Zone zone, long duplicates, long mixedTtls) {}

  private record Slice(ZonePart part, long duplicates, long mixedTtls) {}

  /// Sorts and merges runs into a zone; the runs must not be added to any more.
  ///
  /// @param apex the apex that the runs were made with
  /// @param runs in any order; their sequence numbers say what came first in the file
  /// @param workers do the work
  public static Built build(Name apex, List<RecordRun> runs, Workers workers) {
    List<RecordRun> inFileOrder =
        runs.stream()
            .filter(run -> run.groupCount() > 0)
            .sorted(Comparator.comparingInt(RecordRun::sequence))
            .toList();
    List<GroupOrder> orders =
        workers.map(inFileOrder.size(), i -> GroupOrder.of(inFileOrder.get(i)));
    List<byte[]> cuts = cuts(orders, workers.threads() * SLICES_PER_THREAD);
    List<Slice> slices = workers.map(cuts.size() + 1, i -> merge(orders, cuts, i));
    Zone zone = Zone.of(apex, slices.stream().map(Slice::part).toList());
    return new Built(
        zone,
        slices.stream().mapToLong(Slice::duplicates).sum(),
        slices.stream().mapToLong(Slice::mixedTtls).sum());
  }

  /// At most `wanted - 1` keys, ascending and different, that cut the keys of all runs evenly.
  private static List<byte[]> cuts(List<GroupOrder> orders, int wanted) {
    TreeSet<byte[]> samples = new TreeSet<>(Arrays::compareUnsigned);
    for (GroupOrder order : orders) {
      for (int i = 0; i < SAMPLES_PER_RUN; i++) {
        samples.add(order.key((int) ((long) order.size() * i / SAMPLES_PER_RUN)));
      }
    }
    List<byte[]> sorted = List.copyOf(samples);
    List<byte[]> cuts = new ArrayList<>();
    int slices = Math.min(wanted, sorted.size());
    for (int i = 1; i < slices; i++) {
      cuts.add(sorted.get((int) ((long) sorted.size() * i / slices)));
    }
    return cuts;
  }

  private static Slice merge(List<GroupOrder> orders, List<byte[]> cuts, int slice) {
    List<Source> sources = new ArrayList<>();
    for (GroupOrder order : orders) {
      int from = slice == 0 ? 0 : order.search(cuts.get(slice - 1));
      int to = slice == cuts.size() ? order.size() : order.search(cuts.get(slice));
      if (from < to) {
        sources.add(new Source(order, from, to));
      }
    }
    NodeMerge node = new NodeMerge();
    PageBuilder out = new PageBuilder();
    mergeInto(new SourceQueue(sources), node, out);
    return new Slice(out.finish(), node.duplicates(), node.mixedTtls());
  }

  private static void mergeInto(SourceQueue queue, NodeMerge node, PageBuilder out) {
    while (!queue.isEmpty()) {
      Source first = queue.first();
      byte[] array = first.array;
      int at = first.at();
      node.begin(array, at);
      do {
        Source source = queue.first();
        node.add(source.array, source.at(), source.end());
        queue.advance();
      } while (!queue.isEmpty()
          && GroupOrder.compare(queue.first().array, queue.first().at(), array, at) == 0);
      node.write(out);
    }
  }

  /// What is left of one run's part of a slice.
  private static final class Source {
    private final GroupOrder order;
    private final byte[] array;
    private final int to;
    private int place;

    Source(GroupOrder order, int from, int to) {
      this.order = order;
      this.array = order.run().array();
      this.place = from;
      this.to = to;
    }

    int at() {
      return order.at(place);
    }

    int end() {
      return order.run().groupEnd(order.group(place));
    }

    /// Lower key first; of equal keys what came first in the file.
    boolean before(Source other) {
      int byKey = GroupOrder.compare(array, at(), other.array, other.at());
      return byKey < 0 || (byKey == 0 && order.run().sequence() < other.order.run().sequence());
    }
  }

  /// A binary heap of sources.
  private static final class SourceQueue {
    private final Source[] heap;
    private int size;

    SourceQueue(List<Source> sources) {
      heap = sources.toArray(Source[]::new);
      size = heap.length;
      for (int i = size / 2 - 1; i >= 0; i--) {
        sift(i);
      }
    }

    boolean isEmpty() {
      return size == 0;
    }

    Source first() {
      return heap[0];
    }

    /// Moves the first source on, and drops it at its end.
    void advance() {
      Source first = heap[0];
      if (++first.place == first.to) {
        heap[0] = heap[--size];
      }
      sift(0);
    }

    private void sift(int from) {
      int at = from;
      while (2 * at + 1 < size) {
        int child = 2 * at + 1;
        if (child + 1 < size && heap[child + 1].before(heap[child])) {
          child++;
        }
        if (!heap[child].before(heap[at])) {
          return;
        }
        Source moved = heap[at];
        heap[at] = heap[child];
        heap[child] = moved;
        at = child;
      }
    }
  }

  /// A zone of records given one by one, for small zones and tests.
  ///
  /// @param apex the apex
  /// @param owners the owner of each record
  /// @param records type, TTL and data of each record
  public static Zone of(Name apex, List<Name> owners, List<Data> records) {
    RecordRun run = new RecordRun(apex, 0);
    for (int i = 0; i < owners.size(); i++) {
      Octets owner = owners.get(i).wire();
      Data data = records.get(i);
      Octets rdata = data.rdata();
      run.add(
          owner.toBytes(),
          owner.length(),
          data.type(),
          data.ttl(),
          rdata.array(),
          rdata.offset(),
          rdata.length());
    }
    try (Workers workers = Workers.of(1)) {
      return build(apex, List.of(run), workers).zone();
    }
  }

  /// A record without its owner.
  ///
  /// @param type the record type
  /// @param ttl seconds
  /// @param rdata uncompressed and valid record data
  public record Data(int type, int ttl, Octets rdata) {}
}
