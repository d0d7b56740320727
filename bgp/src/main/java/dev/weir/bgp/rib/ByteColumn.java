package dev.weir.bgp.rib;

import java.util.Arrays;

/// Octets in pages that a snapshot shares until the writer changes them; see [IntColumn], whose
/// rules hold here too.
final class ByteColumn {
  private static final byte[] NONE = new byte[0];

  private byte[][] pages;
  private int[] written = new int[8];
  private int epoch;
  private boolean shared;

  ByteColumn() {
    pages = new byte[8][];
    Arrays.fill(pages, NONE);
  }

  /// The pages as they are.
  byte[][] pages() {
    return pages;
  }

  /// Hands the pages to a reader, for which they will never change.
  byte[][] share() {
    epoch++;
    shared = true;
    return pages;
  }

  /// A page to write to: the page itself, or its copy if a reader may see it.
  byte[] writable(int page) {
    if (written[page] != epoch) {
      put(page, pages[page].clone());
    }
    return pages[page];
  }

  /// Puts a page into the directory.
  void put(int page, byte[] content) {
    if (page >= pages.length) {
      int length = pages.length;
      pages = Arrays.copyOf(pages, length + (length >> 1) + 8);
      Arrays.fill(pages, length, pages.length, NONE);
      written = Arrays.copyOf(written, pages.length);
      shared = false;
    } else if (shared) {
      pages = pages.clone();
      shared = false;
    }
    pages[page] = content;
    written[page] = epoch;
  }

  /// Takes a page out of the directory.
  void drop(int page) {
    put(page, NONE);
  }

  /// Returns how many octets the pages take.
  long octets() {
    long total = 4L * pages.length * 2;
    for (byte[] page : pages) {
      total += page.length;
    }
    return total;
  }
}
