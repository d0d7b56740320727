package dev.weir.benchmarks.bgp;

import dev.weir.bgp.octets.Octets;
import dev.weir.bgp.path.PathAttributes;
import dev.weir.bgp.rib.ArchiveLoader;
import dev.weir.bgp.rib.Ingress;
import dev.weir.bgp.rib.PrefixTable;
import dev.weir.bgp.rib.Query;
import dev.weir.bgp.rib.Rib;
import dev.weir.bgp.rib.RibSnapshot;
import dev.weir.bgp.rib.RouteCursor;
import dev.weir.bgp.rib.StoreSize;
import dev.weir.bgp.type.AfiSafi;
import dev.weir.inet.Asn;
import dev.weir.inet.Ipv4Address;
import dev.weir.inet.Ipv6Address;
import dev.weir.inet.Prefix;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Random;

/// What a full table costs: memory for a path, seconds to load, nanoseconds to look up.
///
/// ```
/// examples/benchmarks/run --rib SHARED [PEERS [SCALE [peers]]]
/// ```
///
/// Making up the routes is not counted: pieces of the table are made first and loaded then, and the
/// clock runs for the second only. With `peers` the table comes peer by peer, as from sessions;
/// else prefix by prefix, as records of a table dump, which are decoded as part of loading.
public final class RibBenchmark {
  private static final int PIECE = 4000;

  private final FullTable table;
  private final Rib rib = new Rib();
  private long checksum;

  private RibBenchmark(FullTable table) {
    this.table = table;
  }

  /// Runs everything and prints it; see the class.
  public static void main(String[] args) throws IOException {
    int peers = args.length > 1 ? Integer.parseInt(args[1]) : 20;
    double scale = args.length > 2 ? Double.parseDouble(args[2]) : 1;
    FullTable table = FullTable.of(Path.of(args[0]), peers, scale);
    RibBenchmark benchmark = new RibBenchmark(table);
    long empty = used();
    if (args.length > 3) {
      benchmark.loadByPeer();
    } else {
      benchmark.loadByPrefix();
    }
    benchmark.size(empty);
    benchmark.lookUps();
    benchmark.scans();
    benchmark.changes();
    System.out.println("(checksum " + benchmark.checksum + ")");
  }

  private void loadByPrefix() {
    ArchiveLoader loader = new ArchiveLoader(rib, "");
    TableDump dump = new TableDump(table);
    loader.load(dump.buffer(), 0, dump.index());
    int[] ends = new int[PIECE];
    long nanos = 0;
    long octets = 0;
    for (int from = 0; from < table.size(); from += PIECE) {
      int count = Math.min(PIECE, table.size() - from);
      int end = 0;
      for (int i = 0; i < count; i++) {
        end = dump.record(from + i, end);
        ends[i] = end;
      }
      octets += end;
      long start = now();
      int begin = 0;
      for (int i = 0; i < count; i++) {
        loader.load(dump.buffer(), begin, ends[i]);
        begin = ends[i];
      }
      nanos += now() - start;
    }
    row("load, by prefix", rib.routes() * 1e3 / nanos, "M paths/s, " + octets / 1_000_000 + " MB");
  }

  private void loadByPeer() {
    byte[] buffer = new byte[PIECE * 1200];
    int[] ends = new int[PIECE];
    long nanos = 0;
    for (int peer = 0; peer < table.peers(); peer++) {
      Ipv4Address address = new Ipv4Address(0xc612_0000 + peer);
      int ingress = rib.ingress(Ingress.of(address, new Asn(table.asn(peer)), address));
      for (int from = 0; from < table.size(); from += PIECE) {
        int count = Math.min(PIECE, table.size() - from);
        int end = 0;
        for (int i = 0; i < count; i++) {
          end = table.attributes(peer, from + i, buffer, end);
          ends[i] = end;
        }
        long start = now();
        load(ingress, from, count, buffer, ends);
        nanos += now() - start;
      }
    }
    row("load, by peer", rib.routes() * 1e3 / nanos, "M paths/s");
  }

  private void load(int ingress, int from, int count, byte[] buffer, int[] ends) {
    int begin = 0;
    for (int i = 0; i < count; i++) {
      int index = from + i;
      boolean four = index < table.four();
      PrefixTable into = rib.prefixes(four ? AfiSafi.IPV4_UNICAST : AfiSafi.IPV6_UNICAST);
      Octets hop = four ? Octets.EMPTY : new Octets(buffer, ends[i] - 16, 16);
      into.prepare(new PathAttributes(new Octets(buffer, begin, ends[i] - begin), true), hop);
      into.announce(ingress, table.high(index), 0, table.length(index), 0, table.seconds());
      begin = ends[i];
    }
  }

  private void size(long empty) {
    long used = used() - empty;
    StoreSize size = rib.size();
    row("paths", rib.routes() / 1e6, "M");
    row("heap after collection", used / (double) rib.routes(), "octets a path");
    row("by its own account", rib.octets() / (double) rib.routes(), "octets a path");
    row("attribute sets", size.sets() / 1e6, "M");
    row("routes for each set", rib.routes() / (double) size.sets(), "");
    row("AS paths", size.paths() / 1e6, "M");
    row("community sets", size.communitySets() / 1e3, "thousand");
    row("frames", size.frames() / 1e3, "thousand");
    row("next hops", size.nextHops(), "");
  }

  private void lookUps() {
    RibSnapshot snapshot = rib.snapshot();
    Random random = new Random(1);
    int count = 1_000_000;
    int[] indexes = random.ints(count, 0, table.size()).toArray();
    for (int round = 0; round < 2; round++) {
      long start = now();
      for (int index : indexes) {
        RouteCursor found = snapshot.exact(family(index), prefix(index));
        checksum += found.next() ? found.set() : 0;
      }
      double exact = (now() - start) / (double) count;
      start = now();
      for (int index : indexes) {
        Prefix prefix = prefix(index);
        RouteCursor found =
            snapshot.longest(family(index), Prefix.of(prefix.address(), prefix.address().width()));
        checksum += found.next() ? found.set() : 0;
      }
      double longest = (now() - start) / (double) count;
      if (round == 1) {
        row("exact match, random", exact, "ns");
        row("longest match, random", longest, "ns");
      }
    }
    specifics(snapshot);
  }

  private void specifics(RibSnapshot snapshot) {
    Random random = new Random(2);
    long nanos = 0;
    long prefixes = 0;
    long queries = 0;
    for (int i = 0; i < 4000; i++) {
      int index = random.nextInt(table.four());
      Ipv4Address address = new Ipv4Address((int) (table.high(index) >>> 32));
      Prefix inside = Prefix.of(address, 13);
      long start = now();
      long found = 0;
      for (RouteCursor c = snapshot.inside(AfiSafi.IPV4_UNICAST, inside);
          found < 1000 && c.nextNode(); ) {
        checksum += c.length();
        found++;
      }
      if (i >= 2000 && found >= 500) {
        nanos += now() - start;
        prefixes += found;
        queries++;
      }
    }
    row("1,000 more specific prefixes", nanos / 1e6 * 1000 / prefixes, "ms, over " + queries);
    long start = now();
    long routes = 0;
    for (int i = 0; i < 200; i++) {
      int index = random.nextInt(table.four());
      Ipv4Address address = new Ipv4Address((int) (table.high(index) >>> 32));
      Query query = Query.parse("more-specifics " + Prefix.of(address, 12) + " limit 20000");
      routes += query.run(snapshot, route -> checksum += route.ingress()).count();
    }
    row("20,000 routes as values", (now() - start) / 1e6 * 20_000 / routes, "ms");
  }

  private void scans() {
    RibSnapshot snapshot = rib.snapshot();
    int origin = table.origin(table.four() / 2);
    String[] queries = {
      "count path \"_3356_\"",
      "count path \"^3000_.*_(174|1299)_.*_[0-9]*5$\"",
      "count path \"<^3097 .* [64512-65534] .*>\"",
      "count origin " + origin,
      "count as 6939",
      "count community 3356:*",
      "count next-hop 198.18.0.3",
      "count peer 198.18.0.3",
      "count not community *:* as 174 length 24",
      "origin " + origin + " limit 100",
      "all sort hops desc limit 20",
    };
    for (String text : queries) {
      long best = Long.MAX_VALUE;
      long found = 0;
      for (int round = 0; round < 2; round++) {
        long start = now();
        found = Query.parse(text).run(snapshot, route -> checksum += route.ingress()).count();
        best = Math.min(best, now() - start);
      }
      row(text, best / 1e6, "ms, " + found + " routes");
    }
  }

  private void changes() {
    long start = now();
    for (int i = 0; i < 1000; i++) {
      checksum += rib.snapshot().version();
    }
    row("snapshot", (now() - start) / 1e6, "us");
    byte[] buffer = new byte[PIECE * 1200];
    int[] ends = new int[PIECE];
    int[] indexes = new int[PIECE];
    Random random = new Random(3);
    PrefixTable four = rib.prefixes(AfiSafi.IPV4_UNICAST);
    for (int every : new int[] {0, 100_000, 1000}) {
      RibSnapshot held = rib.snapshot();
      long nanos = 0;
      int count = 600_000;
      for (int piece = 0; piece < count; piece += PIECE) {
        int end = 0;
        for (int i = 0; i < PIECE; i++) {
          indexes[i] = random.nextInt(table.four());
          int other = (random.nextInt(table.peers()) + 1) % table.peers();
          end = table.attributes(other, indexes[i], buffer, end);
          ends[i] = end;
        }
        long from = now();
        for (int i = 0; i < PIECE; i++) {
          int begin = i == 0 ? 0 : ends[i - 1];
          int index = indexes[i];
          four.prepare(
              new PathAttributes(new Octets(buffer, begin, ends[i] - begin), true), Octets.EMPTY);
          four.announce(index % table.peers(), table.high(index), 0, table.length(index), 0, piece);
          if (every > 0 && (piece + i) % every == 0) {
            held = rib.snapshot();
          }
        }
        nanos += now() - from;
      }
      checksum += held.version();
      row("random changes, a snapshot every " + every, count * 1e3 / nanos, "M/s");
    }
    start = now();
    int gone = rib.peerDown(3);
    row("peer down, " + gone + " routes", (now() - start) / 1e6, "ms");
  }

  private AfiSafi family(int index) {
    return index < table.four() ? AfiSafi.IPV4_UNICAST : AfiSafi.IPV6_UNICAST;
  }

  private Prefix prefix(int index) {
    return index < table.four()
        ? Prefix.of(new Ipv4Address((int) (table.high(index) >>> 32)), table.length(index))
        : Prefix.of(new Ipv6Address(table.high(index), 0), table.length(index));
  }

  /// Time that this thread has run, so that other work of the machine does not count.
  private static long now() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static long used() {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  private static void row(String what, double figure, String unit) {
    System.out.printf("%-50s %12.3f %s%n", what, figure, unit);
  }
}
