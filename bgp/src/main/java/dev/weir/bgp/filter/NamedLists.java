package dev.weir.bgp.filter;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Lists by name, each replaced as a whole.
///
/// @param <T> an immutable list
final class NamedLists<T> {
  private final ConcurrentHashMap<String, T> lists = new ConcurrentHashMap<>();

  void put(String name, T list) {
    lists.put(name, list);
  }

  @Nullable T get(String name) {
    return lists.get(name);
  }

  Map<String, T> all() {
    return Map.copyOf(lists);
  }
}
