package dev.weir.bgp.filter;

import dev.weir.inet.Prefix;
import dev.weir.inet.PrefixSet;
import dev.weir.roto.host.Doc;
import java.util.Map;
import java.util.Set;

/// Named lists of prefixes, each with the lengths that count: the variable `prefix_lists` of every
/// call. Shared by all threads; a list is replaced as a whole, so that a reader sees the old or the
/// new one.
///
/// | text | prefixes |
/// |---|---|
/// | `10.0.0.0/8` | that one |
/// | `10.0.0.0/8 ge 16 le 24` | those in it of 16 to 24 bits; either bound may be left out |
/// | `10.0.0.0/8^16-24`, `10.0.0.0/8{16,24}` | the same, as RPSL (RFC 2622 section 2) and BIRD have it |
/// | `10.0.0.0/8^24` | those in it of 24 bits |
/// | `10.0.0.0/8^+`, `10.0.0.0/8+` | that one and all in it |
/// | `10.0.0.0/8^-` | all in it without that one |
@Doc("Named lists of prefixes: the variable `prefix_lists`.")
public final class PrefixLists {
  private final NamedLists<PrefixSet> lists = new NamedLists<>();

  /// Makes lists of which there is none yet.
  public PrefixLists() {}

  /// Adds or replaces a list.
  @Doc(
      "Adds or replaces a list of prefixes, with blanks, commas or line ends between them; `#`"
          + " begins a comment. Behind a prefix may stand which lengths count: `10.0.0.0/8 ge 16 le"
          + " 24`, `10.0.0.0/8^16-24`, `10.0.0.0/8{16,24}`, `10.0.0.0/8^+`, `10.0.0.0/8+`,"
          + " `10.0.0.0/8^-`. Stops the script if one is wrong.")
  public void add(String name, String prefixes) {
    put(name, PrefixListText.parse(prefixes));
  }

  /// Adds or replaces a list; the set must not be changed afterwards.
  public void put(String name, PrefixSet set) {
    set.freeze();
    lists.put(name, set);
  }

  /// Returns whether a prefix is in a list.
  @Doc("Whether a prefix is in a list, with a length that counts.")
  public boolean contains(String name, Prefix prefix) {
    PrefixSet set = lists.get(name);
    return set != null && set.contains(prefix);
  }

  /// Returns whether a prefix lies in one of a list.
  @Doc("Whether a prefix is in a list or lies in one that is.")
  public boolean covers(String name, Prefix prefix) {
    PrefixSet set = lists.get(name);
    return set != null && set.covers(prefix);
  }

  /// Returns whether there is a list of that name.
  @Doc("Whether there is a list of that name.")
  public boolean has(String name) {
    return lists.get(name) != null;
  }

  /// Returns the names of all lists.
  public Set<String> names() {
    return lists.all().keySet();
  }

  /// Returns all lists by name.
  public Map<String, PrefixSet> all() {
    return lists.all();
  }
}
