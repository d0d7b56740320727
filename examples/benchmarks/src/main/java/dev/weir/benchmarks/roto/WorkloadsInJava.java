package dev.weir.benchmarks.roto;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// The workloads of `workloads.roto`, line by line in Java: the same calls, the same growing lists,
/// the same checks of bounds. Numbers are compared and divided without sign, as scripts do with
/// `u64`. Texts are in an `ArrayList`, numbers in a [GrowingLongs].
final class WorkloadsInJava {
  private WorkloadsInJava() {}

  static long fib(long n) {
    return Long.compareUnsigned(n, 1) <= 0 ? 1 : fib(n - 1) + fib(n - 2);
  }

  /// What `List[u64]` is: a growing array whose elements are reached after a check.
  static final class GrowingLongs {
    private long[] elements = {};
    private int size;

    void push(long value) {
      if (size == elements.length) {
        elements = java.util.Arrays.copyOf(elements, Math.max(4, size * 2));
      }
      elements[size++] = value;
    }

    long size() {
      return size;
    }

    boolean has(long index) {
      return Long.compareUnsigned(index, size) < 0;
    }

    long at(long index) {
      return elements[(int) index];
    }

    void swap(long a, long b) {
      if (has(a) && has(b)) {
        long kept = elements[(int) a];
        elements[(int) a] = elements[(int) b];
        elements[(int) b] = kept;
      }
    }
  }

  static GrowingLongs numbers(long count) {
    GrowingLongs list = new GrowingLongs();
    for (long i = 0; Long.compareUnsigned(i, count) < 0; i++) {
      list.push(Long.remainderUnsigned(i * 7919, count));
    }
    return list;
  }

  static boolean isBefore(GrowingLongs list, long a, long b) {
    return list.has(a) && list.has(b) && Long.compareUnsigned(list.at(a), list.at(b)) < 0;
  }

  static void insertionSort(GrowingLongs list) {
    for (long i = 1; Long.compareUnsigned(i, list.size()) < 0; i++) {
      long j = i;
      while (j != 0 && isBefore(list, j, j - 1)) {
        list.swap(j, j - 1);
        j--;
      }
    }
  }

  static long sortNumbers(long count) {
    GrowingLongs list = numbers(count);
    insertionSort(list);
    long middle = Long.divideUnsigned(count, 2);
    return list.has(middle) ? list.at(middle) : 0;
  }

  static boolean isPrime(long n, GrowingLongs smaller) {
    for (long i = 0; i < smaller.size(); i++) {
      if (Long.remainderUnsigned(n, smaller.at(i)) == 0) {
        return false;
      }
    }
    return true;
  }

  static long primes(long limit) {
    GrowingLongs found = new GrowingLongs();
    for (long n = 2; Long.compareUnsigned(n, limit) <= 0; n++) {
      if (isPrime(n, found)) {
        found.push(n);
      }
    }
    return found.size();
  }

  static List<String> words(long count) {
    List<String> list = new ArrayList<>();
    for (long i = 0; Long.compareUnsigned(i, count) < 0; i++) {
      list.add(Words.word(i));
    }
    return list;
  }

  static long partition(List<String> list, long low, long high) {
    String pivot = list.get((int) high);
    long i = low;
    for (long j = low; Long.compareUnsigned(j, high) < 0; j++) {
      if (Words.isLess(list.get((int) j), pivot)) {
        Collections.swap(list, (int) i, (int) j);
        i++;
      }
    }
    Collections.swap(list, (int) i, (int) high);
    return i;
  }

  static void quicksort(List<String> list, long low, long high) {
    if (Long.compareUnsigned(low, high) < 0) {
      long p = partition(list, low, high);
      if (p != 0) {
        quicksort(list, low, p - 1);
      }
      quicksort(list, p + 1, high);
    }
  }

  static String sortWords(long count) {
    List<String> list = words(count);
    quicksort(list, 0, count - 1);
    return list.get((int) (count / 2));
  }
}
