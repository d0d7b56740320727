package dev.weir.inet;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A set of prefixes, each with the lengths that it lets match.
///
/// A prefix added plainly matches itself. Added with bounds, as a router's prefix list has them, it
/// matches every prefix in it whose length is from `ge` to `le`: `10.0.0.0/8` with 16 and 24
/// matches `10.1.0.0/16` and not `10.0.0.0/8`.
///
/// **How it is kept.** A family's prefixes stand in sorted arrays, over which there is a
/// [level-compressed trie](PrefixTrie): a look-up takes a few steps whatever the size, and makes no
/// object. Sorted arrays cannot take a new element cheaply, so there are several, which shrink by
/// half or more from one to the next (J. Bentley, J. Saxe, "Decomposable searching problems",
/// 1980). A new prefix is an array of its own; two of like size are merged. So an addition costs
/// O(log n) on average, and a look-up asks each array in turn. When look-ups outweigh additions all
/// are merged into one; [#freeze] does so too.
///
/// A prefix takes about 25 octets of IPv4, and 35 of IPv6.
///
/// A set that is frozen can be read by any number of threads; until then it belongs to one.
public final class PrefixSet {
  private static final int BUFFER = 256;

  private final LengthSets sets = new LengthSets();
  private final Family four = new Family(32);
  private final Family six = new Family(128);
  private boolean frozen;

  /// Makes an empty set.
  public PrefixSet() {}

  /// Adds a prefix that matches itself.
  ///
  /// @throws IllegalStateException if the set is frozen
  public void add(Prefix prefix) {
    add(prefix, prefix.length());
  }

  /// Adds a prefix that matches what is in it and has a length from `ge` to `le`.
  ///
  /// @throws IllegalArgumentException unless the length of the prefix, `ge`, `le`, and the length
  ///   of an address ascend
  /// @throws IllegalStateException if the set is frozen
  public void addRange(Prefix prefix, int ge, int le) {
    if (ge < prefix.length() || le < ge || le > prefix.address().width()) {
      throw new IllegalArgumentException(
          "bounds of "
              + prefix
              + " ascend from "
              + prefix.length()
              + " to "
              + prefix.address().width()
              + ": "
              + ge
              + ", "
              + le);
    }
    add(prefix, sets.range(ge, le));
  }

  private void add(Prefix prefix, int lengths) {
    if (frozen) {
      throw new IllegalStateException("the set is frozen");
    }
    switch (prefix) {
      case Prefix4(int bits, int length) -> four.add((long) bits << 32, 0, length, lengths);
      case Prefix6(long high, long low, int length) -> six.add(high, low, length, lengths);
    }
  }

  /// Returns whether a prefix is matched by one that was added.
  public boolean contains(Prefix prefix) {
    return switch (prefix) {
      case Prefix4 p -> four.matches((long) p.bits() << 32, 0, p.length());
      case Prefix6 p -> six.matches(p.high(), p.low(), p.length());
    };
  }

  /// Returns whether a prefix is matched by one that was added, for callers that have its bits.
  ///
  /// @param ipv4 which family
  /// @param high the first 64 bits of the address; those of IPv4 are in the first 32 of them
  /// @param low the last 64 bits of the address; 0 for IPv4
  /// @param length how many leading bits count
  public boolean contains(boolean ipv4, long high, long low, int length) {
    return (ipv4 ? four : six).matches(high, low, length);
  }

  /// Returns whether a prefix that was added covers this one, whatever its bounds.
  public boolean covers(Prefix prefix) {
    return switch (prefix) {
      case Prefix4 p -> four.longest((long) p.bits() << 32, 0, p.length()) >= 0;
      case Prefix6 p -> six.longest(p.high(), p.low(), p.length()) >= 0;
    };
  }

  /// Returns whether a prefix that was added contains this address, whatever its bounds.
  public boolean covers(IpAddress address) {
    return longest(address) >= 0;
  }

  /// Returns the longest prefix that was added and contains the address, whatever its bounds, or
  /// null.
  public @Nullable Prefix longestMatch(IpAddress address) {
    int length = longest(address);
    return length < 0 ? null : Prefix.of(address, length);
  }

  private int longest(IpAddress address) {
    return switch (address) {
      case Ipv4Address a -> four.longest((long) a.bits() << 32, 0, 32);
      case Ipv6Address a -> six.longest(a.high(), a.low(), 128);
    };
  }

  /// Returns how many different prefixes were added.
  public int size() {
    return four.size() + six.size();
  }

  /// Returns all prefixes that were added, in order, without their bounds.
  public List<Prefix> prefixes() {
    List<Prefix> list = new ArrayList<>(size());
    four.list(list);
    six.list(list);
    return list;
  }

  /// Makes every later addition an error, and all look-ups as fast as they can be.
  public void freeze() {
    if (!frozen) {
      four.unite();
      six.unite();
      frozen = true;
    }
  }

  /// Returns whether additions are refused.
  public boolean isFrozen() {
    return frozen;
  }

  /// Compares by the prefixes that were added, and their bounds.
  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || other instanceof PrefixSet set && four.sameAs(set, set.four) && six.sameAs(set, set.six);
  }

  @Override
  public int hashCode() {
    return prefixes().hashCode();
  }

  /// Returns the prefixes that were added.
  @Override
  public String toString() {
    return prefixes().toString();
  }

  /// The prefixes of one family: arrays from large to small, and single ones not sorted yet.
  private final class Family {
    private final int width;
    private final List<SortedPrefixes> runs = new ArrayList<>();
    private final Deque<SortedPrefixes> buffer = new ArrayDeque<>();
    private int questions;

    Family(int width) {
      this.width = width;
    }

    void add(long high, long low, int length, int lengths) {
      buffer.add(SortedPrefixes.of(width, high, low, length, lengths));
      questions = 0;
      if (buffer.size() == BUFFER) {
        flush();
      }
    }

    /// Sorts the single ones and merges arrays until they shrink by half.
    private void flush() {
      if (buffer.isEmpty()) {
        return;
      }
      while (buffer.size() > 1) {
        SortedPrefixes first = buffer.removeFirst();
        buffer.addLast(first.merged(buffer.removeFirst(), sets));
      }
      runs.add(buffer.removeLast());
      while (runs.size() > 1 && runs.getLast().count * 2 > runs.get(runs.size() - 2).count) {
        mergeLast();
      }
    }

    private void mergeLast() {
      SortedPrefixes last = runs.removeLast();
      runs.set(runs.size() - 1, runs.getLast().merged(last, sets));
    }

    /// Merges all into one, with its index.
    void unite() {
      flush();
      while (runs.size() > 1) {
        mergeLast();
      }
      if (!runs.isEmpty()) {
        runs.getFirst().trie(sets);
      }
    }

    private void beforeQuestion() {
      if (!frozen && (!buffer.isEmpty() || runs.size() > 1)) {
        flush();
        if (runs.size() > 1 && ++questions > runs.getFirst().count >>> 4) {
          unite();
        }
      }
    }

    boolean matches(long high, long low, int length) {
      beforeQuestion();
      for (int i = 0; i < runs.size(); i++) {
        if (runs.get(i).trie(sets).matches(high, low, length)) {
          return true;
        }
      }
      return false;
    }

    /// The length of the longest prefix around, or -1.
    int longest(long high, long low, int length) {
      beforeQuestion();
      int longest = -1;
      for (int i = 0; i < runs.size(); i++) {
        SortedPrefixes run = runs.get(i);
        int found = run.trie(sets).longest(high, low, length);
        longest = found < 0 ? longest : Math.max(longest, run.length(found));
      }
      return longest;
    }

    int size() {
      uniteUnlessFrozen();
      return runs.isEmpty() ? 0 : runs.getFirst().count;
    }

    void list(List<Prefix> into) {
      uniteUnlessFrozen();
      for (SortedPrefixes run : runs) {
        for (int i = 0; i < run.count; i++) {
          into.add(run.prefix(i));
        }
      }
    }

    boolean sameAs(PrefixSet set, Family other) {
      return size() == other.size()
          && (runs.isEmpty() || runs.getFirst().sameAs(sets, other.runs.getFirst(), set.sets));
    }

    private void uniteUnlessFrozen() {
      if (!frozen && (!buffer.isEmpty() || runs.size() > 1)) {
        flush();
        while (runs.size() > 1) {
          mergeLast();
        }
      }
    }
  }
}
