package dev.weir.benchmarks.bgp;

import dev.weir.bgp.octets.Octets;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/// A full table as of 2026, made up from real ones: 1.05 million IPv4 and 0.24 million IPv6
/// prefixes, seen by any number of peers.
///
/// **Prefixes and origins** are those of the RouteViews table of 2015 and of the ASMap data of 2025
/// together; what is missing is made by taking blocks of an origin apart into /24 and /48, which is
/// how the real table grew.
///
/// **Attributes.** The routes of an origin fall into groups that share their attributes at every
/// peer. How many groups an origin of `n` prefixes has grows with the power 0.5 of `n`; so a peer
/// has one attribute set for six routes, as real tables have. For each peer and group the
/// attributes of a real announcement (of 2019) are drawn, by how many routes had them, and its path
/// gets the peer as first and the origin as last AS. A fifth of the peers send no communities; half
/// of the others add one of their own, out of eight. Every peer has one next hop for each family.
/// All of it depends only on peer, group and seed.
public final class FullTable {
  private static final double GROUPS = 0.5;
  private static final int FOUR = 1_050_000;
  private static final int SIX = 240_000;
  private static final int SECONDS = 1_771_774_200;

  private final Templates templates;
  private final int peers;
  private final long[] high;
  private final byte[] length;
  private final int[] origin;
  private final int[] group;
  private final int four;

  private record Block(boolean six, long high, int length) implements Comparable<Block> {
    @Override
    public int compareTo(Block other) {
      int order = Boolean.compare(six, other.six);
      order = order != 0 ? order : Long.compareUnsigned(high, other.high);
      return order != 0 ? order : Integer.compare(length, other.length);
    }
  }

  private FullTable(Templates templates, TreeMap<Block, Integer> blocks, int peers) {
    this.templates = templates;
    this.peers = peers;
    int count = blocks.size();
    high = new long[count];
    length = new byte[count];
    origin = new int[count];
    group = new int[count];
    int at = 0;
    int ofFour = 0;
    for (Map.Entry<Block, Integer> each : blocks.entrySet()) {
      high[at] = each.getKey().high;
      length[at] = (byte) each.getKey().length;
      origin[at++] = each.getValue();
      ofFour += each.getKey().six ? 0 : 1;
    }
    four = ofFour;
    makeGroups(0, four);
    makeGroups(four, count);
  }

  /// Reads the data and makes the table.
  ///
  /// @param shared where `data/bgp` is
  /// @param peers how many
  /// @param scale 1 for the whole table, less for a part
  public static FullTable of(Path shared, int peers, double scale) throws IOException {
    Path data = shared.resolve("data/bgp");
    TreeMap<Block, Integer> blocks = new TreeMap<>();
    read(data.resolve("prefix-tables/ipasn6_20151101.dat.gz"), '\t', blocks);
    read(data.resolve("prefix-tables/asmap-20251204-decoded.csv.gz"), ',', blocks);
    fit(blocks, false, (int) (FOUR * scale), 24);
    fit(blocks, true, (int) (SIX * scale), 48);
    Templates templates = Templates.read(data.resolve("mrt/bgp-rs/updates.20190101.0000.gz"));
    return new FullTable(templates, blocks, peers);
  }

  private static void read(Path file, char between, TreeMap<Block, Integer> into)
      throws IOException {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.US_ASCII))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        int slash = line.indexOf('/');
        int end = line.indexOf(between);
        if (slash < 0 || end < slash || line.startsWith(";")) {
          continue;
        }
        dev.weir.inet.Prefix prefix = dev.weir.inet.Prefix.parse(line.substring(0, end));
        int asn = Integer.parseUnsignedInt(line.substring(end + 1).trim());
        switch (prefix) {
          case dev.weir.inet.Prefix4 p when p.length() >= 8 && p.length() <= 24 ->
              into.put(new Block(false, (long) p.bits() << 32, p.length()), asn);
          case dev.weir.inet.Prefix6 p when p.length() >= 16 && p.length() <= 48 ->
              into.put(new Block(true, p.high(), p.length()), asn);
          case dev.weir.inet.Prefix4 _, dev.weir.inet.Prefix6 _ -> {}
        }
      }
    }
  }

  /// Adds prefixes of a length inside others, or takes some away, until there are so many.
  private static void fit(TreeMap<Block, Integer> blocks, boolean six, int wanted, int deepest) {
    List<Block> have = new ArrayList<>(blocks.keySet());
    have.removeIf(block -> block.six != six);
    Random random = new Random(six ? 6 : 4);
    int count = have.size();
    while (count < wanted) {
      Block outer = have.get(random.nextInt(have.size()));
      if (outer.length >= deepest - 1) {
        continue;
      }
      long inner =
          outer.high | (random.nextLong() >>> 1 >>> outer.length - 1) & -1L << 64 - deepest;
      int run = 1 + random.nextInt(8);
      for (int i = 0; i < run && count < wanted; i++) {
        long next = inner + ((long) i << 64 - deepest);
        if (next >>> 64 - outer.length == outer.high >>> 64 - outer.length) {
          Integer asn = blocks.get(outer);
          count += blocks.putIfAbsent(new Block(six, next, deepest), asn) == null ? 1 : 0;
        }
      }
    }
    while (count > wanted) {
      Block victim = have.get(random.nextInt(have.size()));
      count -= blocks.remove(victim) == null ? 0 : 1;
    }
  }

  private void makeGroups(int from, int to) {
    Map<Integer, Integer> sizes = new HashMap<>();
    for (int i = from; i < to; i++) {
      sizes.merge(origin[i], 1, Integer::sum);
    }
    Random random = new Random(from + 1);
    Map<Integer, Integer> last = new HashMap<>();
    for (int i = from; i < to; i++) {
      int groups = (int) Math.ceil(Math.pow(sizes.getOrDefault(origin[i], 1), GROUPS));
      Integer before = last.get(origin[i]);
      int chosen =
          before != null && random.nextInt(4) != 0 ? before : random.nextInt(Math.max(groups, 1));
      last.put(origin[i], chosen);
      group[i] = chosen;
    }
  }

  /// Returns how many prefixes there are.
  public int size() {
    return high.length;
  }

  /// Returns how many of them, the first, are IPv4.
  public int four() {
    return four;
  }

  /// Returns how many peers there are.
  public int peers() {
    return peers;
  }

  /// Returns the first 64 bits of a prefix; the others are zero.
  public long high(int index) {
    return high[index];
  }

  /// Returns the length of a prefix.
  public int length(int index) {
    return length[index];
  }

  /// Returns the origin of a prefix, unsigned.
  public int origin(int index) {
    return origin[index];
  }

  /// Returns the AS number of a peer.
  public int asn(int peer) {
    return 3000 + 97 * peer;
  }

  /// Returns the time of all routes, in seconds since 1970.
  public int seconds() {
    return SECONDS;
  }

  /// Writes what a peer says of a prefix.
  ///
  /// @return the offset behind the last octet
  public int attributes(int peer, int index, byte[] into, int start) {
    boolean six = index >= four;
    long seed = mix(mix(peer * 0x1_0001L + (six ? 7 : 3), origin[index]), group[index]);
    Templates.Template template =
        templates.get((int) Long.remainderUnsigned(seed, templates.size()));
    int at = copy(template.before(), into, start);
    int[] middle = template.middle();
    int hops = middle.length + 2;
    boolean wide = 2 + 4 * hops > 255;
    into[at++] = (byte) (wide ? 0x50 : 0x40);
    into[at++] = 2;
    if (wide) {
      into[at++] = (byte) (2 + 4 * hops >>> 8);
    }
    into[at++] = (byte) (2 + 4 * hops);
    into[at++] = 2;
    into[at++] = (byte) hops;
    at = put(asn(peer), into, at);
    for (int asn : middle) {
      at = put(asn, into, at);
    }
    at = put(origin[index], into, at);
    if (!six) {
      into[at++] = 0x40;
      into[at++] = 3;
      into[at++] = 4;
      at = put(0xc612_0000 + peer, into, at);
    }
    at = rest(peer, seed, template.after(), into, at);
    if (six) {
      into[at++] = (byte) 0x80;
      into[at++] = 14;
      into[at++] = 17;
      into[at++] = 16;
      at = put(0x2001_0db8, into, at);
      at = put(0, into, at);
      at = put(0, into, at);
      at = put(1 + peer, into, at);
    }
    return at;
  }

  /// The attributes behind the path, with the communities as this peer sends them.
  private static int rest(int peer, long seed, byte[] all, byte[] into, int start) {
    int at = start;
    for (int from = 0; from < all.length; ) {
      boolean wide = (all[from] & 0x10) != 0;
      int type = all[from + 1] & 0xff;
      int value = from + (wide ? 4 : 3);
      int length = wide ? Octets.u16(all, from + 2) : all[from + 2] & 0xff;
      int next = value + length;
      boolean communities = type == 8 || type == 16 || type == 32;
      if (communities && peer % 5 == 4) {
        from = next;
        continue;
      }
      if (type == 8 && peer % 2 == 1 && length + 4 < 256) {
        into[at++] = all[from];
        into[at++] = 8;
        if (wide) {
          into[at++] = 0;
        }
        into[at++] = (byte) (length + 4);
        at = put((3000 + 97 * peer) << 16 | (int) (seed >>> 40 & 7), into, at);
        System.arraycopy(all, value, into, at, length);
        at += length;
      } else {
        System.arraycopy(all, from, into, at, next - from);
        at += next - from;
      }
      from = next;
    }
    return at;
  }

  private static int copy(byte[] from, byte[] into, int at) {
    System.arraycopy(from, 0, into, at, from.length);
    return at + from.length;
  }

  static int put(int bits, byte[] into, int at) {
    into[at] = (byte) (bits >>> 24);
    into[at + 1] = (byte) (bits >>> 16);
    into[at + 2] = (byte) (bits >>> 8);
    into[at + 3] = (byte) bits;
    return at + 4;
  }

  private static long mix(long a, long b) {
    long z = a * 0x9e37_79b9_7f4a_7c15L + b;
    z = (z ^ z >>> 30) * 0xbf58_476d_1ce4_e5b9L;
    z = (z ^ z >>> 27) * 0x94d0_49bb_1331_11ebL;
    return z ^ z >>> 31;
  }
}
