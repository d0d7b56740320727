package dev.weir.bgp.rpki;

import dev.weir.inet.Prefix;
import dev.weir.inet.Prefix4;
import dev.weir.inet.Prefix6;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;

/// The payloads of one family in blocks: one block for those with few bits, and one for each value
/// of the leading bits for the others. See [VrpSet].
final class VrpFamily {
  private final int shift;
  private final VrpBlock shorter;
  private final VrpBlock[] blocks;
  private final int size;

  private VrpFamily(int shift, VrpBlock shorter, VrpBlock[] blocks) {
    this.shift = shift;
    this.shorter = shorter;
    this.blocks = blocks;
    int sum = shorter.size();
    for (VrpBlock block : blocks) {
      sum += block.size();
    }
    this.size = sum;
  }

  /// A family without payloads.
  ///
  /// @param bits how many leading bits choose the block
  static VrpFamily empty(int bits) {
    VrpBlock[] blocks = new VrpBlock[1 << bits];
    Arrays.fill(blocks, VrpBlock.EMPTY);
    return new VrpFamily(64 - bits, VrpBlock.EMPTY, blocks);
  }

  int size() {
    return size;
  }

  int validate(long high, long low, int length, long origin) {
    int longer =
        length < 64 - shift
            ? 0
            : blocks[(int) (high >>> shift)].validate(high, low, length, origin);
    if (longer == 1) {
      return 1;
    }
    int above = shorter.validate(high, low, length, origin);
    return above == 0 ? longer : above;
  }

  /// Adds the payloads that cover a prefix, the longest first.
  void covering(Prefix prefix, List<Vrp> into) {
    long high = high(prefix);
    long low = low(prefix);
    if (prefix.length() >= 64 - shift) {
      covering(blocks[(int) (high >>> shift)], high, low, prefix.length(), into);
    }
    covering(shorter, high, low, prefix.length(), into);
  }

  private static void covering(VrpBlock block, long high, long low, int length, List<Vrp> into) {
    for (int i = block.last(high, low, length); i >= 0; i = block.previous(i)) {
      into.add(block.vrp(i));
    }
  }

  /// The first 64 bits of an address; those of IPv4 are the first 32 of them.
  static long high(Prefix prefix) {
    return switch (prefix) {
      case Prefix4 four -> (long) four.bits() << 32;
      case Prefix6 six -> six.high();
    };
  }

  /// The last 64 bits of an address.
  static long low(Prefix prefix) {
    return switch (prefix) {
      case Prefix4 _ -> 0;
      case Prefix6 six -> six.low();
    };
  }

  /// The number of the block of a payload, -1 for the one of the short ones.
  private int blockOf(Vrp vrp) {
    return vrp.prefix().length() < 64 - shift ? -1 : (int) (high(vrp.prefix()) >>> shift);
  }

  boolean contains(Vrp vrp) {
    int number = blockOf(vrp);
    VrpBlock block = number < 0 ? shorter : blocks[number];
    long low = low(vrp.prefix());
    int length = vrp.prefix().length();
    for (int i = block.last(high(vrp.prefix()), low, length);
        i >= 0 && block.length(i) == length;
        i = block.previous(i)) {
      if (block.maxLength(i) == vrp.maxLength() && block.origin(i) == vrp.origin().bits()) {
        return true;
      }
    }
    return false;
  }

  /// The family without some payloads and with others. Blocks that nothing changes in are shared.
  VrpFamily with(Collection<Vrp> announced, Collection<Vrp> withdrawn) {
    TreeMap<Integer, List<Vrp>> more = byBlock(announced);
    TreeMap<Integer, List<Vrp>> fewer = byBlock(withdrawn);
    TreeSet<Integer> touched = new TreeSet<>(more.keySet());
    touched.addAll(fewer.keySet());
    if (touched.isEmpty()) {
      return this;
    }
    VrpBlock[] next = blocks.clone();
    VrpBlock nextShorter = shorter;
    boolean same = true;
    for (int number : touched) {
      VrpBlock old = number < 0 ? shorter : blocks[number];
      VrpBlock changed =
          old.with(
              distinct(more.getOrDefault(number, List.of())),
              distinct(fewer.getOrDefault(number, List.of())));
      same &= changed == old;
      if (number < 0) {
        nextShorter = changed;
      } else {
        next[number] = changed;
      }
    }
    return same ? this : new VrpFamily(shift, nextShorter, next);
  }

  private TreeMap<Integer, List<Vrp>> byBlock(Collection<Vrp> vrps) {
    TreeMap<Integer, List<Vrp>> byBlock = new TreeMap<>();
    for (Vrp vrp : vrps) {
      byBlock.computeIfAbsent(blockOf(vrp), _ -> new ArrayList<>()).add(vrp);
    }
    return byBlock;
  }

  private static List<Vrp> distinct(List<Vrp> vrps) {
    List<Vrp> ordered = new ArrayList<>(vrps);
    ordered.sort(null);
    List<Vrp> distinct = new ArrayList<>(ordered.size());
    for (Vrp vrp : ordered) {
      if (distinct.isEmpty() || !distinct.getLast().equals(vrp)) {
        distinct.add(vrp);
      }
    }
    return distinct;
  }

  void list(List<Vrp> into) {
    into.addAll(shorter.list());
    for (VrpBlock block : blocks) {
      into.addAll(block.list());
    }
  }

  /// Adds what is in this family and not in another, and the other way round. Shared blocks are not
  /// looked into.
  void changes(VrpFamily next, List<Vrp> announced, List<Vrp> withdrawn) {
    changes(shorter, next.shorter, announced, withdrawn);
    for (int i = 0; i < blocks.length; i++) {
      changes(blocks[i], next.blocks[i], announced, withdrawn);
    }
  }

  private static void changes(
      VrpBlock old, VrpBlock next, List<Vrp> announced, List<Vrp> withdrawn) {
    if (old == next) {
      return;
    }
    List<Vrp> before = old.list();
    List<Vrp> after = next.list();
    int i = 0;
    int j = 0;
    while (i < before.size() || j < after.size()) {
      int order =
          i == before.size() ? 1 : j == after.size() ? -1 : before.get(i).compareTo(after.get(j));
      if (order < 0) {
        withdrawn.add(before.get(i));
      } else if (order > 0) {
        announced.add(after.get(j));
      }
      i += order <= 0 ? 1 : 0;
      j += order >= 0 ? 1 : 0;
    }
  }

  /// Memory in octets, the blocks counted once each even if shared with another set.
  long octets() {
    long octets = 4L * blocks.length + shorter.octets();
    for (VrpBlock block : blocks) {
      octets += block.octets() + (block.size() == 0 ? 0 : 40);
    }
    return octets;
  }
}
