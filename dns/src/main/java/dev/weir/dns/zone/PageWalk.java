package dev.weir.dns.zone;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Walks the pages below a tree from left to right, and can pass over a whole subtree.
final class PageWalk {
  private final List<Branch> path = new ArrayList<>();
  private final List<Integer> places = new ArrayList<>();
  private @Nullable Tree here;

  /// A walk that stands at `root`, or at nothing.
  PageWalk(@Nullable Tree root) {
    here = root;
  }

  /// The subtree that the walk stands before, the largest that begins here; null at the end.
  @Nullable Tree here() {
    return here;
  }

  /// Steps into the branch that the walk stands before.
  void enter() {
    if (here instanceof Branch branch) {
      path.add(branch);
      places.add(0);
      here = branch.child(0);
    }
  }

  /// Passes over the subtree that the walk stands before.
  void skip() {
    here = null;
    while (!path.isEmpty()) {
      int next = places.removeLast() + 1;
      Branch branch = path.removeLast();
      if (next < branch.size()) {
        path.add(branch);
        places.add(next);
        here = branch.child(next);
        return;
      }
    }
  }

  /// The next page, which the walk passes over; null at the end.
  @Nullable Page nextPage() {
    while (here instanceof Branch) {
      enter();
    }
    Page page = (Page) here;
    if (page != null) {
      skip();
    }
    return page;
  }

  /// Steps down to the page that holds `key` or would hold it, and passes over it.
  @Nullable Page seek(byte[] key) {
    while (here instanceof Branch branch) {
      int index = branch.search(key);
      path.add(branch);
      places.add(index);
      here = branch.child(index);
    }
    return nextPage();
  }
}
