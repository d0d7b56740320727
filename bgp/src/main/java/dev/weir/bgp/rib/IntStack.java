package dev.weir.bgp.rib;

import java.util.Arrays;

/// Numbers that wait to be used again.
final class IntStack {
  private int[] values = new int[8];
  private int size;

  /// Returns whether nothing waits.
  boolean isEmpty() {
    return size == 0;
  }

  /// Adds a number.
  void push(int value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, size * 2);
    }
    values[size++] = value;
  }

  /// Takes the number that was added last.
  int pop() {
    return values[--size];
  }

  /// Returns how many wait.
  int size() {
    return size;
  }

  /// Forgets them all.
  void clear() {
    values = new int[8];
    size = 0;
  }
}
