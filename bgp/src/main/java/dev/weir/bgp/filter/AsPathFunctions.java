package dev.weir.bgp.filter;

import dev.weir.bgp.path.AsPath;
import dev.weir.bgp.path.AsPathPattern;
import dev.weir.inet.Asn;
import dev.weir.inet.AsnSet;
import dev.weir.roto.host.Doc;
import dev.weir.roto.host.Unsigned;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The functions of the type `AsPath`.
final class AsPathFunctions {
  private AsPathFunctions() {}

  @Doc("A path of one sequence, the nearest AS first.")
  static AsPath from(List<Asn> asns) {
    return AsPath.sequence(asns.toArray(Asn[]::new));
  }

  @Doc("Whether an AS stands anywhere in the path, in any segment.")
  static boolean contains(AsPath self, Asn asn) {
    return self.contains(asn.bits());
  }

  @Doc("Whether any AS of a set stands anywhere in the path.")
  static boolean containsAny(AsPath self, AsnSet set) {
    for (AsPath.Segments s = self.segments(); s.next(); ) {
      for (int i = 0; i < s.count(); i++) {
        if (set.contains(s.asn(i))) {
          return true;
        }
      }
    }
    return false;
  }

  @Doc("The AS that the route comes from; `None` for an empty path and one that ends in a set.")
  static @Nullable Asn origin(AsPath self) {
    return self.origin();
  }

  @Doc("The AS that the route was heard from; `None` if the path begins with a set or is empty.")
  static @Nullable Asn neighbour(AsPath self) {
    return self.neighbour();
  }

  @Doc(
      "How many hops the path counts in the decision process: a set is one, members of a"
          + " confederation are none.")
  static @Unsigned int len(AsPath self) {
    return self.hops();
  }

  @Doc("How many AS numbers stand in the path, of any segment.")
  static @Unsigned int count(AsPath self) {
    return self.count();
  }

  @Doc("How many different AS numbers stand in the path.")
  static @Unsigned int uniqueLen(AsPath self) {
    return self.uniqueCount();
  }

  @Doc("Whether there is nothing in the path: the route has not left its AS.")
  static boolean isEmpty(AsPath self) {
    return !self.segments().next();
  }

  @Doc("How many numbers in the sequences repeat the one before them.")
  static @Unsigned int prepended(AsPath self) {
    int found = 0;
    for (AsPath.Segments s = self.segments(); s.next(); ) {
      for (int i = 1; i < s.count() && s.kind() == AsPath.AS_SEQUENCE; i++) {
        found += s.asn(i) == s.asn(i - 1) ? 1 : 0;
      }
    }
    return found;
  }

  @Doc("How many times an AS stands in the path.")
  static @Unsigned int countOf(AsPath self, Asn asn) {
    int found = 0;
    for (AsPath.Segments s = self.segments(); s.next(); ) {
      for (int i = 0; i < s.count(); i++) {
        found += s.asn(i) == asn.bits() ? 1 : 0;
      }
    }
    return found;
  }

  @Doc("Whether any segment is a set, of ASes or of members of a confederation.")
  static boolean hasSet(AsPath self) {
    return self.hasSet();
  }

  @Doc("Whether a pattern matches somewhere in the path.")
  static boolean matches(AsPath self, AsPathPattern pattern) {
    return pattern.matches(self);
  }

  @Doc("All AS numbers in their order, without the borders of segments.")
  static List<Asn> asns(AsPath self) {
    return IntStream.of(self.asns()).mapToObj(Asn::new).toList();
  }

  @Doc(
      "The numbers with blanks between them, sets as `{1,2}`, confederation sequences as `(1 2)`"
          + " and confederation sets as `[1,2]`.")
  static String toString(AsPath self) {
    return self.toString();
  }
}
