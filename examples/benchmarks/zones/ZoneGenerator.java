import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;

/// Writes the zone file of a made-up registry, always the same for the same arguments.
///
/// Its proportions are those of a real one: two to four name servers for each delegation, mostly
/// those of few large hosts elsewhere (Zipf's law), in three of ten delegations servers below the
/// delegation itself with their addresses, DS records in one of four; about four records for each
/// delegation in all.
///
/// ```
/// java ZoneGenerator.java COUNT [ORIGIN [SEED [sorted|shuffled]]] > tld.zone
/// ```
final class ZoneGenerator {
  private static final String CONSONANTS = "bcdfghjklmnprstvwz";
  private static final String VOWELS = "aeiou";
  private static final String[] WORDS = {
    "shop", "haus", "net", "media", "web", "bau", "garten", "foto", "hotel", "auto", "bio", "city"
  };
  private static final String[] ELSEWHERE = {"com.", "net.", "org.", "eu.", "info."};
  private static final double GLUE = 0.30;
  private static final double SIGNED = 0.25;
  private static final int TTL = 86_400;
  private static final int DS_TTL = 3_600;

  private final Random random;
  private final String origin;
  private final PrintStream out;
  private final Set<String> used = new HashSet<>();

  private ZoneGenerator(long seed, String origin, PrintStream out) {
    this.random = new Random(seed);
    this.origin = origin;
    this.out = out;
  }

  static void main(String[] arguments) throws IOException {
    if (arguments.length == 0) {
      System.err.println(
          "usage: java ZoneGenerator.java COUNT [ORIGIN [SEED [sorted|shuffled]]] > tld.zone");
      System.exit(2);
    }
    int count = Integer.parseInt(arguments[0]);
    String origin = arguments.length > 1 ? arguments[1] : "tld.";
    long seed = arguments.length > 2 ? Long.parseLong(arguments[2]) : 1;
    boolean sorted = arguments.length < 4 || !arguments[3].equals("shuffled");
    try (PrintStream out =
        new PrintStream(
            new BufferedOutputStream(System.out, 1 << 20), false, StandardCharsets.US_ASCII)) {
      new ZoneGenerator(seed, origin, out).write(count, sorted);
    }
  }

  private void write(int count, boolean sorted) {
    used.addAll(List.of("ns1", "ns2", "hostmaster"));
    record(
        origin,
        TTL,
        "SOA",
        "ns1." + origin + " hostmaster." + origin + " 2026010100 1800 900 604800 3600");
    for (String host : List.of("ns1." + origin, "ns2." + origin)) {
      record(origin, TTL, "NS", host);
      record(host, TTL, "A", ipv4());
      record(host, TTL, "AAAA", ipv6());
    }
    record(origin, TTL, "NS", "ns.secondary.example.");
    List<String> labels = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      labels.add(label());
    }
    if (sorted) {
      Collections.sort(labels);
    }
    String[] hosts = new String[Math.max(4, Math.min(count / 50, 20_000))];
    double[] shares = new double[hosts.length];
    double sum = 0;
    for (int i = 0; i < hosts.length; i++) {
      hosts[i] = syllables(3) + i % 97 + "-dns." + ELSEWHERE[random.nextInt(ELSEWHERE.length)];
      sum += 1.0 / (i + 1);
      shares[i] = sum;
    }
    for (String label : labels) {
      int place = Arrays.binarySearch(shares, random.nextDouble() * sum);
      delegation(label + "." + origin, hosts[Math.min(hosts.length - 1, Math.abs(place))]);
    }
  }

  private void delegation(String owner, String host) {
    double share = random.nextDouble();
    int servers = share < 0.60 ? 2 : share < 0.75 ? 3 : 4;
    boolean glue = random.nextDouble() < GLUE;
    for (int i = 1; i <= servers; i++) {
      record(owner, TTL, "NS", "ns" + i + "." + (glue ? owner : host));
    }
    if (random.nextDouble() < SIGNED) {
      byte[] digest = new byte[32];
      random.nextBytes(digest);
      String hex = HexFormat.of().withUpperCase().formatHex(digest);
      record(owner, DS_TTL, "DS", random.nextInt(65_536) + " 13 2 " + hex);
    }
    for (int i = 1; glue && i <= servers; i++) {
      record("ns" + i + "." + owner, TTL, "A", ipv4());
      if (random.nextDouble() < 0.4) {
        record("ns" + i + "." + owner, TTL, "AAAA", ipv6());
      }
    }
  }

  private void record(String owner, int ttl, String type, String data) {
    out.print(owner);
    out.print('\t');
    out.print(ttl);
    out.print("\tIN\t");
    out.print(type);
    out.print('\t');
    out.print(data);
    out.print('\n');
  }

  /// A label that was not given before.
  private String label() {
    while (true) {
      double kind = random.nextDouble();
      String word = WORDS[random.nextInt(WORDS.length)];
      String label;
      if (kind < 0.45) {
        label = syllables(2 + random.nextInt(4));
      } else if (kind < 0.70) {
        label = syllables(1 + random.nextInt(3)) + word;
      } else if (kind < 0.85) {
        label = syllables(2) + "-" + word + "-" + syllables(2);
      } else if (kind < 0.97) {
        label = word + random.nextInt(10_000_000);
      } else {
        label = "xn--" + syllables(3) + "-" + Integer.toString(random.nextInt(1_679_616), 36);
      }
      if (used.add(label)) {
        return label;
      }
    }
  }

  private String syllables(int count) {
    StringBuilder text = new StringBuilder(2 * count);
    for (int i = 0; i < count; i++) {
      text.append(CONSONANTS.charAt(random.nextInt(CONSONANTS.length())));
      text.append(VOWELS.charAt(random.nextInt(VOWELS.length())));
    }
    return text.toString();
  }

  private String ipv4() {
    return (11 + random.nextInt(89))
        + "."
        + random.nextInt(256)
        + "."
        + random.nextInt(256)
        + "."
        + (1 + random.nextInt(254));
  }

  private String ipv6() {
    return "2a01:"
        + Integer.toHexString(1 + random.nextInt(65_535))
        + ":"
        + Integer.toHexString(1 + random.nextInt(65_535))
        + "::"
        + Integer.toHexString(1 + random.nextInt(65_535));
  }
}
