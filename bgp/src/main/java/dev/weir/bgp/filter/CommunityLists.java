package dev.weir.bgp.filter;

import dev.weir.bgp.octets.Octets;
import dev.weir.bgp.type.CommunityPattern;
import dev.weir.roto.host.Doc;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Named lists of communities of all kinds, also with wildcards: the variable `community_lists` of
/// every call. Shared by all threads; a list is replaced as a whole.
@Doc("Named lists of communities: the variable `community_lists`.")
public final class CommunityLists {
  private final NamedLists<CommunityPattern[]> lists = new NamedLists<>();

  /// Makes lists of which there is none yet.
  public CommunityLists() {}

  /// Adds or replaces a list.
  @Doc(
      "Adds or replaces a list of communities and patterns of them, `65000:* 65000:1:2`, with"
          + " blanks, commas or line ends between them; `#` begins a comment. Stops the script if"
          + " one is wrong.")
  public void add(String name, String patterns) {
    List<CommunityPattern> all = new ArrayList<>();
    for (String word : ListText.words(patterns)) {
      all.add(CommunityPattern.parse(word));
    }
    lists.put(name, all.toArray(CommunityPattern[]::new));
  }

  /// Returns whether a route has a community of a list.
  @Doc("Whether a route has a community that a list has.")
  public boolean matches(String name, Route route) {
    CommunityPattern[] patterns = lists.get(name);
    if (patterns == null) {
      return false;
    }
    for (CommunityPattern pattern : patterns) {
      Octets value = route.attribute(CommunityOctets.attribute(pattern.width()));
      if (value != null && pattern.matchesAny(value)) {
        return true;
      }
    }
    return false;
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
}
