package dev.weir.roto.run;

import dev.weir.inet.Asn;
import dev.weir.inet.AsnSet;
import dev.weir.inet.IpAddress;
import dev.weir.inet.Prefix;
import dev.weir.inet.PrefixSet;
import org.jspecify.annotations.Nullable;

/// What scripts do with `PrefixSet` and `AsnSet`, which know nothing of scripts and their faults.
public final class NumberSets {
  private static final int PREFIX = 128;

  private NumberSets() {}

  private static void beforeChange(boolean frozen) {
    if (frozen) {
      throw new ScriptException(
          Fault.FROZEN, "the set is, or is part of, a constant and cannot be changed");
    }
  }

  /// An empty set.
  public static PrefixSet prefixes() {
    return new PrefixSet();
  }

  /// A set of prefixes that match themselves.
  public static PrefixSet prefixes(RefList list) {
    PrefixSet set = new PrefixSet();
    for (int i = 0; i < list.size(); i++) {
      add(set, (Prefix) java.util.Objects.requireNonNull(list.at(i)));
    }
    return set;
  }

  /// Adds a prefix that matches itself.
  ///
  /// @throws ScriptException `FROZEN`, `MEMORY`
  public static void add(PrefixSet set, Prefix prefix) {
    beforeChange(set.isFrozen());
    Execution.charge(PREFIX);
    set.add(prefix);
  }

  /// Adds a prefix that matches what is in it, within bounds of the length.
  ///
  /// @throws ScriptException `FROZEN`, `MEMORY`, `ARGUMENT`
  public static void addRange(PrefixSet set, Prefix prefix, int ge, int le) {
    beforeChange(set.isFrozen());
    Execution.charge(PREFIX);
    try {
      set.addRange(prefix, ge, le);
    } catch (IllegalArgumentException e) {
      throw new ScriptException(Fault.ARGUMENT, "add_range: " + e.getMessage(), e);
    }
  }

  /// Whether a prefix is matched.
  public static boolean contains(PrefixSet set, Prefix prefix) {
    return set.contains(prefix);
  }

  /// Whether a prefix is covered.
  public static boolean covers(PrefixSet set, Prefix prefix) {
    return set.covers(prefix);
  }

  /// Whether an address is covered.
  public static boolean covers(PrefixSet set, IpAddress address) {
    return set.covers(address);
  }

  /// The longest prefix around an address, as an option.
  public static @Nullable Prefix longestMatch(PrefixSet set, IpAddress address) {
    return set.longestMatch(address);
  }

  /// How many prefixes were added.
  public static long len(PrefixSet set) {
    return set.size();
  }

  /// Whether none was added.
  public static boolean isEmpty(PrefixSet set) {
    return set.size() == 0;
  }

  /// All prefixes in order.
  public static RefList list(PrefixSet set) {
    RotoList.charge(64L * set.size());
    return RefList.of(set.prefixes().toArray());
  }

  /// An empty set.
  public static AsnSet numbers() {
    return new AsnSet();
  }

  /// A set of AS numbers.
  public static AsnSet numbers(IntList list) {
    AsnSet set = new AsnSet();
    for (int i = 0; i < list.size(); i++) {
      add(set, list.at(i));
    }
    return set;
  }

  /// Adds a number.
  ///
  /// @throws ScriptException `FROZEN`, `MEMORY`
  public static void add(AsnSet set, int asn) {
    addRange(set, asn, asn);
  }

  /// Adds all numbers from one to another.
  ///
  /// @throws ScriptException `FROZEN`, `MEMORY`, `ARGUMENT`
  public static void addRange(AsnSet set, int first, int last) {
    beforeChange(set.isFrozen());
    Execution.charge(Long.BYTES * 4);
    try {
      set.addRange(new Asn(first), new Asn(last));
    } catch (IllegalArgumentException e) {
      throw new ScriptException(Fault.ARGUMENT, "add_range: " + e.getMessage(), e);
    }
  }

  /// Whether a number is there.
  public static boolean contains(AsnSet set, int asn) {
    return set.contains(asn);
  }

  /// How many numbers are there.
  public static long len(AsnSet set) {
    return set.size();
  }

  /// Whether none is there.
  public static boolean isEmpty(AsnSet set) {
    return set.size() == 0;
  }
}
