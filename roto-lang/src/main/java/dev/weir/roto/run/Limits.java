package dev.weir.roto.run;

/// What one call from the host may use up.
///
/// @param fuel how many loop turns and calls, counted together
/// @param depth how many calls of script functions may be nested
/// @param memory octets that large values may take, counted when they are made. Small values are
///   not counted, and as garbage they cost nothing; those that stay in use may come to a quarter of
///   this, and to half of the free heap, which is found out from time to time with the help of the
///   collector.
public record Limits(long fuel, int depth, long memory) {
  /// Generous for a policy and short for a person: a thousand million steps, 2,000 nested calls, a
  /// gibibyte.
  public static final Limits USUAL = new Limits(1_000_000_000L, 2_000, 1L << 30);

  /// Checks the bounds.
  public Limits {
    if (fuel < 0 || depth < 1 || memory < 0) {
      throw new IllegalArgumentException(
          "limits of " + fuel + " steps, " + depth + " calls, " + memory + " octets");
    }
  }

  /// The same with another number of steps.
  public Limits fuel(long steps) {
    return new Limits(steps, depth, memory);
  }

  /// The same with another depth.
  public Limits depth(int calls) {
    return new Limits(fuel, calls, memory);
  }

  /// The same with another amount of memory.
  public Limits memory(long octets) {
    return new Limits(fuel, depth, octets);
  }
}
