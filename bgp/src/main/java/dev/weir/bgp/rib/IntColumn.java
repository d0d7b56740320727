package dev.weir.bgp.rib;

import java.util.Arrays;

/// Integers in pages that a snapshot shares until the writer changes them.
///
/// **Idea.** A column is a directory of pages. [#share] hands the directory to a reader and begins
/// a new epoch. The first write to a page in an epoch copies that page, and, once, the directory;
/// later writes of the epoch go straight to the copy. So a snapshot costs nothing when it is taken,
/// and afterwards one page for each that is touched. What no snapshot holds any more the collector
/// takes.
///
/// **Invariant.** A page whose number in `written` is not the present epoch may be seen by a reader
/// and is never written. Only one thread may call the methods.
final class IntColumn {
  /// Two's logarithm of the integers in a page.
  static final int SHIFT = 12;

  /// Integers in a page.
  static final int SIZE = 1 << SHIFT;

  /// Masks the index of an integer in its page.
  static final int MASK = SIZE - 1;

  private static final int[] NONE = new int[0];

  private int[][] pages;
  private int[] written = new int[8];
  private int count;
  private int epoch;
  private boolean shared;

  IntColumn() {
    pages = new int[8][];
    Arrays.fill(pages, NONE);
  }

  /// The pages as they are; a reader of the writer's thread may use them until the next write.
  int[][] pages() {
    return pages;
  }

  /// Hands the pages to a reader, for which they will never change.
  int[][] share() {
    epoch++;
    shared = true;
    return pages;
  }

  /// Returns how many pages there are.
  int count() {
    return count;
  }

  /// Reads one integer.
  int get(int index) {
    return pages[index >>> SHIFT][index & MASK];
  }

  /// Writes one integer.
  void set(int index, int value) {
    writable(index >>> SHIFT)[index & MASK] = value;
  }

  /// Makes sure that there are pages up to an index.
  void reach(int index) {
    while (index >>> SHIFT >= count) {
      put(count, new int[SIZE]);
    }
  }

  /// Makes room in the directory for so many pages, which are empty until they are put.
  void span(int pageCount) {
    put(pageCount - 1, NONE);
  }

  /// A page to write to: the page itself, or its copy if a reader may see it.
  int[] writable(int page) {
    if (written[page] != epoch) {
      put(page, pages[page].clone());
    }
    return pages[page];
  }

  /// Puts a page into the directory.
  void put(int page, int[] content) {
    if (page >= pages.length) {
      int length = pages.length;
      pages = Arrays.copyOf(pages, Math.max(page + 1, length + (length >> 1) + 8));
      Arrays.fill(pages, length, pages.length, NONE);
      written = Arrays.copyOf(written, pages.length);
      shared = false;
    } else if (shared) {
      pages = pages.clone();
      shared = false;
    }
    pages[page] = content;
    written[page] = epoch;
    count = Math.max(count, page + 1);
  }

  /// Takes a page out of the directory; the collector gets it when no reader has it.
  void drop(int page) {
    put(page, NONE);
  }

  /// Returns how many octets the pages take.
  long octets() {
    long total = 4L * pages.length * 2;
    for (int[] page : pages) {
      total += 4L * page.length;
    }
    return total;
  }
}
