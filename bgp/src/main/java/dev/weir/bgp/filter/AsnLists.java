package dev.weir.bgp.filter;

import dev.weir.inet.Asn;
import dev.weir.inet.AsnSet;
import dev.weir.roto.host.Doc;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Named lists of AS numbers: the variable `asn_lists` of every call. Shared by all threads; a list
/// is replaced as a whole, so that a reader sees the old or the new one.
@Doc("Named lists of AS numbers: the variable `asn_lists`.")
public final class AsnLists {
  private final NamedLists<AsnSet> lists = new NamedLists<>();

  /// Makes lists of which there is none yet.
  public AsnLists() {}

  /// Adds or replaces a list.
  @Doc(
      "Adds or replaces a list: AS numbers and ranges of them, `AS64496 AS64500-AS64510`, with"
          + " blanks, commas or line ends between them; `#` begins a comment. Stops the script if"
          + " one is wrong.")
  public void add(String name, String asns) {
    AsnSet set = new AsnSet();
    for (String word : ListText.words(asns)) {
      int dash = word.indexOf('-');
      if (dash < 0) {
        set.add(Asn.parse(word));
      } else {
        set.addRange(Asn.parse(word.substring(0, dash)), Asn.parse(word.substring(dash + 1)));
      }
    }
    put(name, set);
  }

  /// Adds or replaces a list; the set must not be changed afterwards.
  public void put(String name, AsnSet set) {
    set.freeze();
    lists.put(name, set);
  }

  /// Returns whether an AS is in a list.
  @Doc("Whether an AS is in a list; it is in none that does not exist.")
  public boolean contains(String name, Asn asn) {
    AsnSet set = lists.get(name);
    return set != null && set.contains(asn.bits());
  }

  /// Returns whether an AS, if there is one, is in a list.
  @Doc("Whether an AS, if there is one, is in a list: for `route.origin_as()`.")
  public boolean containsOrigin(String name, @Nullable Asn origin) {
    return origin != null && contains(name, origin);
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
  public Map<String, AsnSet> all() {
    return lists.all();
  }
}
