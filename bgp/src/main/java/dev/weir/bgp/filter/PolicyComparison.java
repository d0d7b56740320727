package dev.weir.bgp.filter;

import dev.weir.bgp.path.PathAttributes;
import dev.weir.inet.IpAddress;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What would change if one policy took the place of another: both decide about the same routes,
/// and nothing else happens. Belongs to one thread.
///
/// Each sees the route as it came. What they write to logs and metrics goes where their globals
/// say; give them globals of their own.
public final class PolicyComparison {
  /// How two decisions about a route differ.
  public enum Difference {
    /// Not at all: both reject, or both accept and leave the same route.
    NONE("same"),
    /// The old policy accepts, the new one rejects.
    NO_LONGER_ACCEPTED("accept -> reject"),
    /// The old policy rejects, the new one accepts.
    NEWLY_ACCEPTED("reject -> accept"),
    /// Both accept, and leave other attributes or another next hop.
    CHANGED("other attributes");

    private final String text;

    Difference(String text) {
      this.text = text;
    }

    /// Returns the difference in words.
    @Override
    public String toString() {
      return text;
    }
  }

  private final RouteFilter before;
  private final RouteFilter after;
  private final Map<Difference, Long> counts = new EnumMap<>(Difference.class);
  private @Nullable PathAttributes old;
  private @Nullable Object oldReason;

  /// Makes a comparison that has seen no route.
  public PolicyComparison(RouteFilter before, RouteFilter after) {
    this.before = before;
    this.after = after;
    for (Difference difference : Difference.values()) {
      counts.put(difference, 0L);
    }
  }

  /// Asks both about a route. Afterwards the route is as the new policy left it.
  public Difference compare(Route route) {
    boolean accepted = before.accepts(route);
    PathAttributes left = route.attributes();
    IpAddress hop = route.givenNextHop();
    old = left;
    oldReason = before.reason();
    route.revert();
    boolean accepts = after.accepts(route);
    Difference found =
        accepted != accepts
            ? accepted ? Difference.NO_LONGER_ACCEPTED : Difference.NEWLY_ACCEPTED
            : !accepted || isSame(route, left, hop) ? Difference.NONE : Difference.CHANGED;
    counts.merge(found, 1L, Long::sum);
    return found;
  }

  private static boolean isSame(Route route, PathAttributes left, @Nullable IpAddress hop) {
    return route.attributes().equals(left) && Objects.equals(route.givenNextHop(), hop);
  }

  /// Returns the attributes that the old policy left of the last route.
  public PathAttributes oldAttributes() {
    return old == null ? PathAttributes.NONE : old;
  }

  /// Returns what came with the old policy's decision about the last route, see
  /// [RouteFilter#reason].
  public @Nullable Object oldReason() {
    return oldReason;
  }

  /// Returns what came with the new policy's decision about the last route.
  public @Nullable Object newReason() {
    return after.reason();
  }

  /// Returns how many routes had a difference.
  public long count(Difference difference) {
    return counts.getOrDefault(difference, 0L);
  }

  /// Returns how many routes were compared.
  public long routes() {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  /// Returns how many calls of either policy were stopped.
  public long faults() {
    return before.faults() + after.faults();
  }
}
