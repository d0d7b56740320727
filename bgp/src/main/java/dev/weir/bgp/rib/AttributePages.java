package dev.weir.bgp.rib;

import dev.weir.bgp.octets.Octets;
import dev.weir.bgp.path.AsPath;
import dev.weir.bgp.path.PathAttributes;

/// Reads what an [AttributeStore] holds, in a snapshot.
///
/// @param paths values of AS_PATH with numbers of four octets
/// @param communities community sets
/// @param frames all other attributes
/// @param hops octets of next hops
/// @param sets combinations of the first three
record AttributePages(
    OctetPages paths, OctetPages communities, OctetPages frames, OctetPages hops, SetPages sets) {

  /// Returns the AS path of a set.
  AsPath path(int set) {
    return new AsPath(paths.get(sets.get(set, SetPages.PATH)), true);
  }

  /// Returns the parts of a set.
  Frame frame(int set, int hop) {
    return new Frame(
        frames.get(sets.get(set, SetPages.FRAME)),
        paths.get(sets.get(set, SetPages.PATH)),
        communities.get(sets.get(set, SetPages.COMMUNITIES)),
        hops.get(hop));
  }

  /// Puts the attributes of a set together.
  PathAttributes attributes(int set, int hop) {
    return new PathAttributes(frame(set, hop).assemble(), true);
  }

  /// Returns the octets of a next hop.
  Octets hop(int hop) {
    return hops.get(hop);
  }
}
