package dev.weir.bgp.filter;

import dev.weir.bgp.rib.OriginCheck;
import dev.weir.bgp.rib.RovState;
import dev.weir.roto.host.Doc;

/// Origin validation as scripts ask for it: the variable `rpki` of every call. Immutable and shared
/// by all threads; when payloads change, the next calls get another.
@Doc("Origin validation: the variable `rpki`.")
public final class Rpki {
  /// Knows no payloads: nothing is ever checked.
  public static final Rpki NONE = new Rpki((_, _) -> RovState.NOT_CHECKED);

  private final OriginCheck check;

  private Rpki(OriginCheck check) {
    this.check = check;
  }

  /// Validation by what knows the payloads.
  ///
  /// @param check may be called by any thread
  public static Rpki of(OriginCheck check) {
    return new Rpki(check);
  }

  /// Validates the origin of a route, and keeps the outcome in the route. A route whose path has no
  /// origin is checked as AS 0, which no payload allows; withdrawals and routes that are not
  /// unicast are not checked.
  @Doc(
      "Validates the origin of a route (RFC 6811), and keeps the outcome in the route. A path that"
          + " is empty or ends in a set has no origin, and then no payload can match. Withdrawals"
          + " and routes that are not unicast are not checked.")
  public RovState checkRov(Route route) {
    if (!route.hasPrefix() || route.isWithdrawal() || route.family().safi() != 1) {
      return RovState.NOT_CHECKED;
    }
    RovState found = check.check(route.prefix(), (int) Math.max(route.originAs(), 0));
    route.giveRovStatus(found);
    return found;
  }
}
