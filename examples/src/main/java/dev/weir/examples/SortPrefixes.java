package dev.weir.examples;

import dev.weir.inet.Prefix;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Removes the prefixes that another one covers: sorting puts a block right before its parts.
public final class SortPrefixes {
  private SortPrefixes() {}

  /// Prints the blocks that remain of the arguments.
  public static void main(String[] args) {
    aggregate(Stream.of(args).map(Prefix::parse).toList()).forEach(System.out::println);
  }

  /// Returns the prefixes that no other one covers, in order.
  static List<Prefix> aggregate(List<Prefix> prefixes) {
    List<Prefix> kept = new ArrayList<>();
    for (Prefix prefix : prefixes.stream().sorted().toList()) {
      if (kept.isEmpty() || !kept.getLast().covers(prefix)) {
        kept.add(prefix);
      }
    }
    return kept;
  }
}
