package dev.weir.bgp.wire;

import dev.weir.bgp.octets.Octets;
import dev.weir.bgp.type.AfiSafi;
import dev.weir.bgp.type.Negotiated;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What two speakers agreed on: a capability counts only if both have it, and the directions of
/// path identifiers fit together only crosswise (RFC 7911 section 4).
///
/// @param sending what our messages are sent under
/// @param receiving what the neighbour's messages are sent under
/// @param families the families both have
/// @param holdTime the smaller of the two hold times, in seconds; 0 for no timer
/// @param routeRefresh whether routes may be asked for again
/// @param enhancedRefresh whether the answer to that is marked (RFC 7313)
/// @param roleConflict why the roles do not fit together (RFC 9234 section 4.2); null if they do
public record Agreement(
    Negotiated sending,
    Negotiated receiving,
    Set<AfiSafi> families,
    int holdTime,
    boolean routeRefresh,
    boolean enhancedRefresh,
    @Nullable MessageError roleConflict) {

  /// Works out what follows from two OPEN messages.
  ///
  /// @param ours the message that was sent
  /// @param theirs the message that was received
  public static Agreement between(OpenView ours, OpenView theirs) {
    boolean wide = both(ours, theirs, CapabilityCode.FOUR_OCTET_ASN);
    boolean extended = both(ours, theirs, CapabilityCode.EXTENDED_MESSAGE);
    Set<AfiSafi> families = new TreeSet<>(ours.families());
    families.retainAll(theirs.families());
    return new Agreement(
        new Negotiated(wide, pathIds(ours, theirs), extended),
        new Negotiated(wide, pathIds(theirs, ours), extended),
        Set.copyOf(families),
        Math.min(ours.holdTime(), theirs.holdTime()),
        both(ours, theirs, CapabilityCode.ROUTE_REFRESH)
            || both(ours, theirs, CapabilityCode.ROUTE_REFRESH_OLD),
        both(ours, theirs, CapabilityCode.ENHANCED_ROUTE_REFRESH),
        roleConflict(ours, theirs));
  }

  private static boolean both(OpenView ours, OpenView theirs, int code) {
    return ours.hasCapability(code) && theirs.hasCapability(code);
  }

  /// The families one sends path identifiers in and the other receives them in.
  private static Set<AfiSafi> pathIds(OpenView sender, OpenView receiver) {
    Set<AfiSafi> all = families(sender, true);
    all.retainAll(families(receiver, false));
    return all;
  }

  private static Set<AfiSafi> families(OpenView open, boolean sending) {
    Set<AfiSafi> all = new TreeSet<>();
    for (Capability capability : open.capabilities()) {
      if (capability instanceof Capability.AddPath paths) {
        paths.entries().stream()
            .filter(entry -> sending ? entry.isSender() : entry.isReceiver())
            .forEach(entry -> all.add(entry.family()));
      }
    }
    return all;
  }

  private static @Nullable MessageError roleConflict(OpenView ours, OpenView theirs) {
    Set<Integer> claimed = new TreeSet<>();
    for (Capability capability : theirs.capabilities()) {
      if (capability instanceof Capability.Role(int role)) {
        claimed.add(role);
      }
    }
    Capability.Role mine = ours.capability(Capability.Role.class);
    if (mine == null || claimed.isEmpty()) {
      return null;
    }
    PeerRole role = PeerRole.of(mine.role());
    boolean fits = role != null && claimed.equals(Set.of(role.counterpart().code()));
    return fits
        ? null
        : new MessageError(
            NotificationCode.OPEN,
            NotificationCode.ROLE_MISMATCH,
            Octets.EMPTY,
            0,
            "we are " + mine.roleName() + ", they say " + claimed);
  }
}
