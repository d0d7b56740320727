package dev.weir.roto.emit;

import dev.weir.roto.ir.Node;
import dev.weir.roto.ir.Nodes;
import dev.weir.roto.ir.Routine;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// Divides routines among classes, so that none has more constants and methods than its format
/// holds.
final class Partition {
  private static final int MOST_NODES = 12_000;
  private static final int MOST_ROUTINES = 4_000;

  private Partition() {}

  static List<List<Routine>> of(List<Routine> routines) {
    List<List<Routine>> groups = new ArrayList<>();
    List<Routine> current = new ArrayList<>();
    int size = 0;
    for (Routine routine : routines) {
      int nodes = size(routine.body());
      if (!current.isEmpty() && (size + nodes > MOST_NODES || current.size() >= MOST_ROUTINES)) {
        groups.add(current);
        current = new ArrayList<>();
        size = 0;
      }
      current.add(routine);
      size += nodes;
    }
    groups.add(current);
    return groups;
  }

  /// How many nodes there are.
  static int size(Node root) {
    int size = 0;
    Deque<Node> work = new ArrayDeque<>();
    work.push(root);
    while (!work.isEmpty()) {
      size++;
      Nodes.children(work.pop()).forEach(work::push);
    }
    return size;
  }
}
