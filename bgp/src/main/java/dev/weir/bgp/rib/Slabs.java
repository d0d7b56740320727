package dev.weir.bgp.rib;

import java.util.Arrays;

/// Hands out blocks of a few units from pages, and takes them back.
///
/// **Idea** (J. Bonwick, "The Slab Allocator", USENIX 1994). Every page holds blocks of one size
/// only. A page none of whose blocks is in use goes back and may serve another size. That is what a
/// table needs that is loaded peer after peer: all blocks of a size are left for the next larger
/// one in the order they were made, page after page.
///
/// A block is named by a number: its page and the unit in it. A block larger than a quarter of a
/// page gets a page of its own. Sizes are rounded up, by an eighth at most above 32 units; what a
/// block of `n` units was rounded to is [#room], so no block needs to say its size. Blocks that
/// grow step by step are rounded more coarsely below that, so that they move less often.
///
/// Everything here belongs to the writer; readers know only the pages.
final class Slabs {
  private static final int EXACT = 32;
  private static final char NIL = 0xffff;
  private static final int FREE = -1;
  private static final char[] NO_LINKS = new char[0];

  /// Where the pages are.
  interface Pages {
    /// Makes a page of so many units.
    void open(int page, int units);

    /// Gives a page up.
    void close(int page);
  }

  private final Pages pages;
  private final int shift;
  private final int[] rooms;
  private final int[] blocksOf;
  private final int[] partial = new int[512];

  private int count;
  private int[] kind = new int[8];
  private int[] used = new int[8];
  private int[] fresh = new int[8];
  private int[] head = new int[8];
  private int[] after = new int[8];
  private int[] before = new int[8];
  private char[][] links = new char[8][];
  private final IntStack idle = new IntStack();

  /// Begins without a page.
  ///
  /// @param shift two's logarithm of the units in a page
  /// @param growing whether blocks grow step by step; else they keep their size, and small ones
  ///   have just what is asked for
  Slabs(Pages pages, int shift, boolean growing) {
    this.pages = pages;
    this.shift = shift;
    this.rooms = new int[EXACT + 1];
    for (int units = 0; units <= EXACT; units++) {
      int step = !growing || units <= 4 ? 1 : units <= 8 ? 2 : 4;
      rooms[units] = units + step - 1 & -step;
    }
    this.blocksOf = new int[512];
    for (int units = 1; units <= 1 << shift - 2; units++) {
      blocksOf[kindOf(room(units))] = (1 << shift) / room(units);
    }
    Arrays.fill(partial, FREE);
  }

  /// How many units a block that is asked for with so many has.
  int room(int units) {
    if (units <= EXACT) {
      return rooms[units];
    }
    int step = 1 << 28 - Integer.numberOfLeadingZeros(units - 1);
    return units + step - 1 & -step;
  }

  private static int kindOf(int room) {
    if (room <= EXACT) {
      return room;
    }
    int log = 31 - Integer.numberOfLeadingZeros(room - 1);
    return EXACT + (log - 5) * 8 + (room - 1 >>> log - 3) - 7;
  }

  private boolean isLarge(int room) {
    return room > 1 << shift - 2;
  }

  /// Hands out a block of at least so many units.
  ///
  /// @param units at least 1
  /// @return page and unit, as one number
  int allocate(int units) {
    int room = room(units);
    if (isLarge(room)) {
      int page = open(room);
      kind[page] = 0;
      return page << shift;
    }
    int size = kindOf(room);
    int page = partial[size];
    if (page == FREE) {
      page = open(1 << shift);
      kind[page] = size;
      link(page, size);
    }
    int block;
    if (head[page] != NIL) {
      block = head[page];
      head[page] = links[page][block];
    } else {
      block = fresh[page]++;
    }
    if (++used[page] == blocksOf[size]) {
      unlink(page, size);
    }
    return page << shift | block * room;
  }

  /// Takes a block back.
  ///
  /// @param units what it was asked for with, or any number that is rounded to the same
  void free(int block, int units) {
    int room = room(units);
    int page = block >>> shift;
    if (isLarge(room)) {
      close(page);
      return;
    }
    int size = kindOf(room);
    int blocks = blocksOf[size];
    if (used[page]-- == blocks) {
      link(page, size);
    }
    if (used[page] == 0) {
      unlink(page, size);
      close(page);
      return;
    }
    if (links[page].length == 0) {
      links[page] = new char[blocks];
    }
    int number = (block & (1 << shift) - 1) / room;
    links[page][number] = (char) head[page];
    head[page] = number;
  }

  private int open(int units) {
    int page = idle.isEmpty() ? count++ : idle.pop();
    if (page == kind.length) {
      grow(page + (page >> 1) + 8);
    }
    used[page] = 0;
    fresh[page] = 0;
    head[page] = NIL;
    links[page] = NO_LINKS;
    pages.open(page, units);
    return page;
  }

  private void close(int page) {
    links[page] = NO_LINKS;
    idle.push(page);
    pages.close(page);
  }

  private void grow(int length) {
    kind = Arrays.copyOf(kind, length);
    used = Arrays.copyOf(used, length);
    fresh = Arrays.copyOf(fresh, length);
    head = Arrays.copyOf(head, length);
    after = Arrays.copyOf(after, length);
    before = Arrays.copyOf(before, length);
    links = Arrays.copyOf(links, length);
  }

  private void link(int page, int size) {
    int first = partial[size];
    before[page] = FREE;
    after[page] = first;
    if (first != FREE) {
      before[first] = page;
    }
    partial[size] = page;
  }

  private void unlink(int page, int size) {
    int next = after[page];
    int previous = before[page];
    if (previous == FREE) {
      partial[size] = next;
    } else {
      after[previous] = next;
    }
    if (next != FREE) {
      before[next] = previous;
    }
  }

  /// Returns how many pages are in use.
  int pagesInUse() {
    return count - idle.size();
  }

  /// Returns how many octets the bookkeeping takes.
  long octets() {
    long total = 28L * kind.length;
    for (int page = 0; page < count; page++) {
      total += 2L * links[page].length;
    }
    return total;
  }
}
