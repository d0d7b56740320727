package dev.weir.roto.host;

import dev.weir.roto.tree.Function;
import dev.weir.roto.tree.Pattern;
import dev.weir.roto.tree.Tree;
import java.lang.reflect.RecordComponent;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/// Whether a function, or one that it calls, reads the context.
final class ContextUse {
  private final Set<Function> seen = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Deque<Object> waiting = new ArrayDeque<>();

  private ContextUse() {}

  static boolean in(Function function) {
    ContextUse search = new ContextUse();
    search.add(function);
    while (!search.waiting.isEmpty()) {
      Object node = search.waiting.pop();
      if (node instanceof Tree.ReadContext) {
        return true;
      }
      search.open(node);
    }
    return false;
  }

  private void add(Function function) {
    if (seen.add(function)) {
      waiting.push(function.body());
    }
  }

  /// Puts the parts of a node on the stack: every component that is a node or a list of nodes.
  private void open(Object node) {
    if (node instanceof Tree.Call call) {
      add(call.function());
    }
    if (node instanceof List<?> nodes) {
      nodes.forEach(waiting::push);
    } else if (node instanceof Record && isNode(node.getClass())) {
      for (RecordComponent component : node.getClass().getRecordComponents()) {
        Object part = read(component, node);
        if (part instanceof List || (part instanceof Record && isNode(part.getClass()))) {
          waiting.push(part);
        }
      }
    }
  }

  private static boolean isNode(Class<?> type) {
    Class<?> home = type.getEnclosingClass();
    return home == Tree.class || home == Pattern.class;
  }

  private static Object read(RecordComponent component, Object node) {
    try {
      Object part = component.getAccessor().invoke(node);
      return part == null ? List.of() : part;
    } catch (ReflectiveOperationException closed) {
      throw new IllegalStateException(closed);
    }
  }
}
