package dev.weir.dns.zone;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// An inner node of the zone tree: up to [#FANOUT] subtrees of one height, in order.
final class Branch implements Tree {
  /// The most children a branch has.
  static final int FANOUT = 64;

  private final Tree[] children;
  private final byte[][] firstKeys;
  private final Summary summary;

  private Branch(Tree[] children) {
    this.children = children;
    this.firstKeys = new byte[children.length][];
    Summary sum = Summary.EMPTY;
    for (int i = 0; i < children.length; i++) {
      firstKeys[i] = children[i].firstKey();
      sum = sum.plus(children[i].summary());
    }
    this.summary = sum;
  }

  /// A branch, or several side by side under further branches, over subtrees of one height.
  ///
  /// @param level at least one subtree, in order
  static Tree over(List<? extends Tree> level) {
    List<? extends Tree> current = level;
    while (current.size() > 1) {
      current = group(current);
    }
    return current.getFirst();
  }

  /// Puts subtrees of one height under as few branches as hold them, evenly filled.
  static List<Tree> group(List<? extends Tree> level) {
    int groups = (level.size() + FANOUT - 1) / FANOUT;
    List<Tree> grouped = new ArrayList<>(groups);
    for (int i = 0; i < groups; i++) {
      int from = (int) ((long) level.size() * i / groups);
      int to = (int) ((long) level.size() * (i + 1) / groups);
      grouped.add(new Branch(level.subList(from, to).toArray(Tree[]::new)));
    }
    return grouped;
  }

  int size() {
    return children.length;
  }

  Tree child(int index) {
    return children[index];
  }

  @Override
  public Summary summary() {
    return summary;
  }

  @Override
  public byte[] firstKey() {
    return firstKeys[0];
  }

  /// The index of the child that holds `key` or would hold it.
  int search(byte[] key) {
    int low = 1;
    int high = children.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (Arrays.compareUnsigned(firstKeys[middle], key) <= 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low - 1;
  }

  /// The children with the one at `index` replaced by none, one or several.
  List<Tree> replaced(int index, List<? extends Tree> by) {
    List<Tree> list = new ArrayList<>(children.length + by.size());
    for (int i = 0; i < children.length; i++) {
      if (i == index) {
        list.addAll(by);
      } else {
        list.add(children[i]);
      }
    }
    return list;
  }
}
