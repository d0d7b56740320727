package dev.weir.dns.zone;

import dev.weir.dns.octets.Octets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

// The idea: a new version copies the path from the root to the page that changes, and shares the
// rest. A page that a change makes too large becomes several, one that it empties goes; branches
// that outgrow their room are grouped anew, and a branch of one child is replaced by it at the
// root.
//
// The cost: one page (about 32 KiB) and a branch for each level, whatever the size of the zone.

/// Makes a new version of a zone with one node put, replaced or removed.
public final class ZoneEdit {
  private ZoneEdit() {}

  /// A zone that differs from `zone` in the node `key` alone.
  ///
  /// @param zone the version to start from, which does not change
  /// @param key the node's key
  /// @param node the node as it shall be: a part that holds exactly this node; or null to remove it
  public static Zone with(Zone zone, byte[] key, @Nullable ZonePart node) {
    Page change = node == null ? null : single(node, key);
    Tree root = zone.root();
    if (root == null) {
      return change == null ? zone : new Zone(zone.apex(), change);
    }
    List<? extends Tree> level = replace(root, key, change);
    if (level.size() == 1 && level.getFirst() == root) {
      return zone;
    }
    return level.isEmpty()
        ? Zone.empty(zone.apex())
        : new Zone(zone.apex(), lowered(Branch.over(level)));
  }

  private static Page single(ZonePart node, byte[] key) {
    if (node.pages().size() != 1
        || node.pages().getFirst().count() != 1
        || !Arrays.equals(node.pages().getFirst().firstKey(), key)) {
      throw new IllegalArgumentException("the part must hold the node of the key and no other");
    }
    return node.pages().getFirst();
  }

  private static Tree lowered(Tree root) {
    Tree tree = root;
    while (tree instanceof Branch branch && branch.size() == 1) {
      tree = branch.child(0);
    }
    return tree;
  }

  private static List<? extends Tree> replace(Tree tree, byte[] key, @Nullable Page change) {
    return switch (tree) {
      case Page page -> replaceIn(page, key, change);
      case Branch branch -> {
        int index = branch.search(key);
        Tree child = branch.child(index);
        List<? extends Tree> by = replace(child, key, change);
        if (by.size() == 1 && by.getFirst() == child) {
          yield List.of(branch);
        }
        List<Tree> children = branch.replaced(index, by);
        yield children.isEmpty() ? List.<Tree>of() : Branch.group(children);
      }
    };
  }

  private static List<Page> replaceIn(Page page, byte[] key, @Nullable Page change) {
    int place = page.search(key);
    boolean present = place < page.count() && Arrays.equals(keyOf(page, place), key);
    if (change == null && !present) {
      return List.of(page);
    }
    List<byte[]> nodes = new ArrayList<>(page.count() + 1);
    for (int i = 0; i < place; i++) {
      nodes.add(nodeOf(page, i));
    }
    if (change != null) {
      nodes.add(nodeOf(change, 0));
    }
    for (int i = present ? place + 1 : place; i < page.count(); i++) {
      nodes.add(nodeOf(page, i));
    }
    PageBuilder builder = new PageBuilder();
    long total = nodes.stream().mapToLong(node -> node.length).sum();
    long half = total > 2L * PageBuilder.TARGET_OCTETS ? total / 2 : Long.MAX_VALUE;
    long written = 0;
    for (byte[] node : nodes) {
      builder.copyNode(node);
      written += node.length;
      if (written > half) {
        builder.breakPage();
        half = Long.MAX_VALUE;
      }
    }
    return builder.finishPages();
  }

  private static byte[] keyOf(Page page, int index) {
    int at = page.nodeAt(index);
    int length = Octets.u16(page.bytes(), at);
    return Arrays.copyOfRange(page.bytes(), at + 2, at + 2 + length);
  }

  private static byte[] nodeOf(Page page, int index) {
    return Arrays.copyOfRange(page.bytes(), page.nodeAt(index), page.nodeEnd(index));
  }
}
