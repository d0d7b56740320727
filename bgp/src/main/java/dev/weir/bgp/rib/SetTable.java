package dev.weir.bgp.rib;

/// Attribute sets, each stored once: the numbers of its AS path, of its community set, and of what
/// else it has. The same laws of counting hold as for [OctetTable].
///
/// **Cost.** 16 octets, a count of 4, and 11 to 21 in the hash table.
final class SetTable {
  private IntColumn sets = new IntColumn();
  private IntColumn counts = new IntColumn();
  private final IntStack idle = new IntStack();
  private final Hashing table = new Hashing();
  private int next = 1;
  private int live;

  SetTable() {
    sets.reach(3);
    counts.reach(0);
  }

  /// Returns the number of the set with these parts, or 0; found, it has one use more.
  int find(int path, int communities, int frame) {
    int hash = Hashing.mix(path, communities, frame);
    int at = table.first(hash);
    for (long entry = table.at(at); entry != 0; entry = table.at(at)) {
      int id = (int) entry;
      if ((int) (entry >>> 32) == hash
          && part(id, SetPages.PATH) == path
          && part(id, SetPages.COMMUNITIES) == communities
          && part(id, SetPages.FRAME) == frame) {
        retain(id);
        return id;
      }
      at = table.after(at);
    }
    return 0;
  }

  /// Adds a set that is not there yet, with one use.
  int add(int path, int communities, int frame, int origin) {
    int id = idle.isEmpty() ? next++ : idle.pop();
    int first = id << SetPages.STRIDE_SHIFT;
    sets.reach(first);
    counts.reach(id);
    int[] page = sets.writable(first >>> IntColumn.SHIFT);
    int at = first & IntColumn.MASK;
    page[at + SetPages.PATH] = path;
    page[at + SetPages.COMMUNITIES] = communities;
    page[at + SetPages.FRAME] = frame;
    page[at + SetPages.ORIGIN] = origin;
    counts.set(id, 1);
    int hash = Hashing.mix(path, communities, frame);
    int place = table.first(hash);
    while (table.at(place) != 0) {
      place = table.after(place);
    }
    table.put(place, hash, id);
    live++;
    return id;
  }

  /// Adds a use.
  void retain(int id) {
    counts.set(id, counts.get(id) + 1);
  }

  /// Ends a use; true if it was the last, after which the caller releases the parts and calls
  /// [#remove].
  boolean release(int id) {
    int left = counts.get(id) - 1;
    counts.set(id, left);
    return left == 0;
  }

  /// Frees a set without users.
  void remove(int id) {
    table.remove(hash(id), id);
    sets.set(id << SetPages.STRIDE_SHIFT | SetPages.FRAME, 0);
    idle.push(id);
    if (--live == 0) {
      clear();
    }
  }

  /// Reads a part of a set, see [SetPages].
  int part(int id, int part) {
    return sets.get(id << SetPages.STRIDE_SHIFT | part);
  }

  /// Returns how many sets there are.
  int live() {
    return live;
  }

  /// Hands the sets to a reader, for which they will not change.
  SetPages share() {
    return new SetPages(sets.share(), next);
  }

  /// Returns how many octets of memory everything takes.
  long octets() {
    return sets.octets() + counts.octets() + table.octets() + 4L * idle.size();
  }

  private int hash(int id) {
    return Hashing.mix(
        part(id, SetPages.PATH), part(id, SetPages.COMMUNITIES), part(id, SetPages.FRAME));
  }

  private void clear() {
    sets = new IntColumn();
    counts = new IntColumn();
    idle.clear();
    table.clear();
    next = 1;
    sets.reach(3);
    counts.reach(0);
  }
}
