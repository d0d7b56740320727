package dev.weir.bgp.rib;

import dev.weir.bgp.octets.Octets;
import dev.weir.bgp.type.AfiSafi;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What differs between two tables, or between two peers of one.
///
/// Both sides are walked in the order of prefixes, side by side. Two snapshots of one table share
/// the pages that were not written between them; a prefix whose routes lie in a shared page has not
/// changed and is passed over, so that the difference of two neighbouring snapshots costs little
/// more than a walk over the prefixes.
public final class RibDifference {
  private RibDifference() {}

  /// A route that is not the same on both sides.
  ///
  /// @param before the route of the first side, null if there is none
  /// @param after the route of the second, null if there is none; never both
  public record Change(@Nullable RibRoute before, @Nullable RibRoute after) {
    /// Returns whether only the second side has the route.
    public boolean isAdded() {
      return before == null;
    }

    /// Returns whether only the first side has the route.
    public boolean isRemoved() {
      return after == null;
    }

    /// Returns the codes of the attributes that differ where both sides have the route, NEXT_HOP
    /// for the next hop of whatever attribute.
    public List<Integer> attributes() {
      if (before == null || after == null) {
        return List.of();
      }
      return differing(before, after);
    }
  }

  private static List<Integer> differing(RibRoute before, RibRoute after) {
    Set<Integer> types = new TreeSet<>();
    before.attributes().list().forEach(attribute -> types.add(attribute.type()));
    after.attributes().list().forEach(attribute -> types.add(attribute.type()));
    types.removeIf(type -> same(before.value(type), after.value(type)));
    if (!before.nextHopOctets().equals(after.nextHopOctets())) {
      types.add(3);
    }
    return List.copyOf(types);
  }

  private static boolean same(@Nullable Octets a, @Nullable Octets b) {
    return a == null ? b == null : a.equals(b);
  }

  /// Compares two tables: routes of the same prefix, path identifier and peer.
  ///
  /// @return how many routes differ
  public static long between(RibSnapshot before, RibSnapshot after, Consumer<Change> changes) {
    Set<AfiSafi> families = new TreeSet<>(before.families());
    families.addAll(after.families());
    long count = 0;
    for (AfiSafi family : families) {
      RouteCursor left = before.ordered(family);
      RouteCursor right = after.ordered(family);
      count += compare(left, right, changes);
    }
    return count;
  }

  private static long compare(RouteCursor left, RouteCursor right, Consumer<Change> changes) {
    long count = 0;
    boolean hasLeft = left.nextNode();
    boolean hasRight = right.nextNode();
    while (hasLeft || hasRight) {
      int order = !hasLeft ? 1 : !hasRight ? -1 : left.compareKey(right);
      boolean unchanged = order == 0 && left.sharesRoutesWith(right);
      if (!unchanged) {
        List<RibRoute> before = order <= 0 ? left.rest() : List.of();
        List<RibRoute> after = order >= 0 ? right.rest() : List.of();
        count += match(before, after, RibDifference::byPeer, RibRoute::saysTheSameAs, changes);
      }
      hasLeft = order <= 0 ? left.nextNode() : hasLeft;
      hasRight = order >= 0 ? right.nextNode() : hasRight;
    }
    return count;
  }

  /// Compares what two peers of one table say: routes of the same prefix and path identifier.
  ///
  /// @param same whether two routes count as the same, such as [RibRoute#saysTheSameAs]; peers of
  ///   different ASes never say quite the same
  /// @return how many routes differ
  public static long between(
      RibSnapshot snapshot,
      int first,
      int second,
      BiPredicate<RibRoute, RibRoute> same,
      Consumer<Change> changes) {
    long count = 0;
    for (AfiSafi family : snapshot.families()) {
      RouteCursor cursor = snapshot.ordered(family);
      while (cursor.nextNode()) {
        List<RibRoute> before = new ArrayList<>();
        List<RibRoute> after = new ArrayList<>();
        for (RibRoute route : cursor.rest(first, second)) {
          (route.ingress() == first ? before : after).add(route);
        }
        count += match(before, after, RibDifference::byPathId, same, changes);
      }
    }
    return count;
  }

  private static int byPathId(RibRoute a, RibRoute b) {
    return Integer.compareUnsigned(a.pathId(), b.pathId());
  }

  private static int byPeer(RibRoute a, RibRoute b) {
    Ingress one = a.peer();
    Ingress other = b.peer();
    int order = one.address().compareTo(other.address());
    order = order != 0 ? order : one.asn().compareTo(other.asn());
    order = order != 0 ? order : one.source().compareTo(other.source());
    order = order != 0 ? order : Integer.compareUnsigned(one.bgpId().bits(), other.bgpId().bits());
    return order != 0 ? order : byPathId(a, b);
  }

  private static long match(
      List<RibRoute> before,
      List<RibRoute> after,
      Comparator<RibRoute> order,
      BiPredicate<RibRoute, RibRoute> same,
      Consumer<Change> changes) {
    List<RibRoute> left = before.stream().sorted(order).toList();
    List<RibRoute> right = after.stream().sorted(order).toList();
    long count = 0;
    int i = 0;
    int j = 0;
    while (i < left.size() || j < right.size()) {
      int compared =
          i == left.size() ? 1 : j == right.size() ? -1 : order.compare(left.get(i), right.get(j));
      RibRoute one = compared <= 0 ? left.get(i++) : null;
      RibRoute other = compared >= 0 ? right.get(j++) : null;
      if (one == null || other == null || !same.test(one, other)) {
        changes.accept(new Change(one, other));
        count++;
      }
    }
    return count;
  }
}
