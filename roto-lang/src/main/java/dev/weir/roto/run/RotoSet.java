package dev.weir.roto.run;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// `Set[T]`: elements in their boxed forms, in the order in which they were first inserted. What is
/// said of the keys of a [RotoMap] holds for the elements.
public final class RotoSet implements Freezable {
  private static final int ELEMENT = 64;
  private static final int UNCOUNTED = 16;

  private final Set<@Nullable Object> elements = new LinkedHashSet<>();
  private int counted = UNCOUNTED;
  private boolean frozen;

  /// An empty set.
  public RotoSet() {}

  /// An empty set.
  public static RotoSet create() {
    return new RotoSet();
  }

  /// The elements of a list, each once.
  public static RotoSet from(RotoList list) {
    RotoSet set = new RotoSet();
    for (Object element : list) {
      insert(set, element);
    }
    return set;
  }

  /// Puts an element in, and tells whether it was not there before.
  ///
  /// @throws ScriptException `FROZEN`, `MEMORY`
  public static boolean insert(RotoSet set, @Nullable Object element) {
    set.beforeChange();
    if (set.elements.size() >= set.counted) {
      Execution.charge((long) set.counted * ELEMENT);
      set.counted *= 2;
    }
    return set.elements.add(RotoMap.key(element));
  }

  /// Whether an element is there.
  public static boolean contains(RotoSet set, @Nullable Object element) {
    return set.elements.contains(RotoMap.key(element));
  }

  /// Takes an element away, and tells whether it was there.
  ///
  /// @throws ScriptException `FROZEN`
  public static boolean remove(RotoSet set, @Nullable Object element) {
    set.beforeChange();
    return set.elements.remove(RotoMap.key(element));
  }

  /// The elements in order, put into an empty list.
  public static RotoList list(RotoSet set, RotoList empty) {
    RotoList.charge(8L * set.elements.size());
    empty.addAll(set.elements);
    return empty;
  }

  /// How many elements there are.
  public long len() {
    return elements.size();
  }

  /// Whether there is no element.
  public boolean isEmpty() {
    return elements.isEmpty();
  }

  /// Takes all elements away.
  ///
  /// @throws ScriptException `FROZEN`
  public void clear() {
    beforeChange();
    elements.clear();
  }

  /// A new set of what is in one of the two sets.
  public RotoSet union(RotoSet other) {
    RotoSet set = new RotoSet();
    elements.forEach(element -> insert(set, element));
    other.elements.forEach(element -> insert(set, element));
    return set;
  }

  /// A new set of what is in both sets.
  public RotoSet intersection(RotoSet other) {
    return selected(other, true);
  }

  /// A new set of what is in this and not in the other.
  public RotoSet difference(RotoSet other) {
    return selected(other, false);
  }

  private RotoSet selected(RotoSet other, boolean wanted) {
    RotoSet set = new RotoSet();
    for (Object element : elements) {
      if (other.elements.contains(element) == wanted) {
        insert(set, element);
      }
    }
    return set;
  }

  /// Whether all elements are in the other set too.
  public boolean isSubset(RotoSet other) {
    return other.elements.containsAll(elements);
  }

  /// The elements, for hosts: a view that cannot be changed.
  public Set<@Nullable Object> elements() {
    return Collections.unmodifiableSet(elements);
  }

  @Override
  public void freeze() {
    if (!frozen) {
      frozen = true;
      elements.forEach(Values::freeze);
    }
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other || other instanceof RotoSet set && elements.equals(set.elements);
  }

  @Override
  public int hashCode() {
    return elements.hashCode();
  }

  @Override
  public String toString() {
    return elements.toString();
  }

  private void beforeChange() {
    if (frozen) {
      throw new ScriptException(
          Fault.FROZEN, "the set is, or is part of, a constant and cannot be changed");
    }
  }
}
