package dev.weir.roto.run;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// `Map[K, V]`: keys and values in their boxed forms, in the order in which keys were first
/// inserted.
///
/// Keys are found by what scripts see as equal, with one exception: `NaN` is one key, since a key
/// that can never be found again is of no use. A list or buffer that is a key must not be changed;
/// it would not be found any more.
public final class RotoMap implements Freezable {
  private static final int ENTRY = 64;
  private static final int UNCOUNTED = 16;

  private final Map<@Nullable Object, @Nullable Object> entries = new LinkedHashMap<>();
  private int counted = UNCOUNTED;
  private boolean frozen;

  /// An empty map.
  public RotoMap() {}

  /// An empty map.
  public static RotoMap create() {
    return new RotoMap();
  }

  /// The value of a key, as an option.
  public static @Nullable Object get(RotoMap map, @Nullable Object key) {
    Object value = map.entries.get(key(key));
    return value != null || map.entries.containsKey(key(key)) ? Values.some(value) : null;
  }

  /// The value of a key that must be there.
  ///
  /// @throws ScriptException `INDEX` if it is not
  public static @Nullable Object at(RotoMap map, @Nullable Object key) {
    Object value = map.entries.get(key(key));
    if (value == null && !map.entries.containsKey(key(key))) {
      throw new ScriptException(Fault.INDEX, "the map does not have the key");
    }
    return value;
  }

  /// Puts a value, and gives the one before, as an option.
  ///
  /// @throws ScriptException `FROZEN`, `MEMORY`
  public static @Nullable Object insert(RotoMap map, @Nullable Object key, @Nullable Object value) {
    Object before = get(map, key);
    put(map, key, value);
    return before;
  }

  /// Puts a value.
  ///
  /// @throws ScriptException `FROZEN`, `MEMORY`
  public static void put(RotoMap map, @Nullable Object key, @Nullable Object value) {
    map.beforeChange();
    if (map.entries.size() >= map.counted) {
      Execution.charge((long) map.counted * ENTRY);
      map.counted *= 2;
    }
    map.entries.put(key(key), value);
  }

  /// Takes a key away, and gives its value, as an option.
  ///
  /// @throws ScriptException `FROZEN`
  public static @Nullable Object remove(RotoMap map, @Nullable Object key) {
    map.beforeChange();
    Object before = get(map, key);
    map.entries.remove(key(key));
    return before;
  }

  /// Whether a key is there.
  public static boolean contains(RotoMap map, @Nullable Object key) {
    return map.entries.containsKey(key(key));
  }

  /// The keys in order, put into an empty list.
  public static RotoList keys(RotoMap map, RotoList empty) {
    map.chargeList();
    empty.addAll(map.entries.keySet());
    return empty;
  }

  /// The values in the order of the keys, put into an empty list.
  public static RotoList values(RotoMap map, RotoList empty) {
    map.chargeList();
    empty.addAll(map.entries.values());
    return empty;
  }

  /// How many keys there are.
  public long len() {
    return entries.size();
  }

  /// Whether there is no key.
  public boolean isEmpty() {
    return entries.isEmpty();
  }

  /// Takes all keys away.
  ///
  /// @throws ScriptException `FROZEN`
  public void clear() {
    beforeChange();
    entries.clear();
  }

  /// The entries, for hosts: a view that cannot be changed.
  public Map<@Nullable Object, @Nullable Object> entries() {
    return Collections.unmodifiableMap(entries);
  }

  @Override
  public void freeze() {
    if (!frozen) {
      frozen = true;
      entries.forEach((key, value) -> {
        Values.freeze(key);
        Values.freeze(value);
      });
    }
  }

  /// What stands for a key: the one form of all that are equal.
  static @Nullable Object key(@Nullable Object key) {
    return switch (key) {
      case Double number -> number + 0.0;
      case Float number -> number + 0.0f;
      case null, default -> key;
    };
  }

  @Override
  public boolean equals(@Nullable Object other) {
    if (this == other) {
      return true;
    }
    if (!(other instanceof RotoMap map) || map.entries.size() != entries.size()) {
      return false;
    }
    for (var entry : entries.entrySet()) {
      if (!map.entries.containsKey(entry.getKey())
          || !Values.equal(entry.getValue(), map.entries.get(entry.getKey()))) {
        return false;
      }
    }
    return true;
  }

  @Override
  public int hashCode() {
    int hash = 0;
    for (var entry : entries.entrySet()) {
      hash += 31 * Values.hash(entry.getKey()) + Values.hash(entry.getValue());
    }
    return hash;
  }

  @Override
  public String toString() {
    return entries.toString();
  }

  private void chargeList() {
    RotoList.charge(8L * entries.size());
  }

  private void beforeChange() {
    if (frozen) {
      throw new ScriptException(
          Fault.FROZEN, "the map is, or is part of, a constant and cannot be changed");
    }
  }
}
