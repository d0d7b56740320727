package dev.weir.bgp.filter;

import dev.weir.bgp.path.AsPath;
import dev.weir.bgp.rib.RovState;
import dev.weir.bgp.rpki.AspaDirection;
import dev.weir.bgp.rpki.AspaSet;
import dev.weir.bgp.rpki.AspaState;
import dev.weir.bgp.rpki.VrpSet;
import dev.weir.inet.Prefix;
import dev.weir.roto.host.Doc;

/// Origin validation as scripts ask for it: the variable `rpki` of every call. Immutable and shared
/// by all threads; when payloads change, the next calls get another.
@Doc("Origin validation: the variable `rpki`.")
public final class Rpki {
  /// Knows no payloads: nothing is ever checked.
  public static final Rpki NONE = new Rpki((_, _) -> RovState.NOT_CHECKED, AspaSet.EMPTY);

  private final OriginCheck check;
  private final AspaSet aspas;

  private Rpki(OriginCheck check, AspaSet aspas) {
    this.check = check;
    this.aspas = aspas;
  }

  /// Validation by payloads.
  public static Rpki of(VrpSet vrps, AspaSet aspas) {
    return new Rpki((prefix, origin) -> state(vrps.validate(prefix, origin)), aspas);
  }

  private static RovState state(dev.weir.bgp.rpki.RovState found) {
    return switch (found) {
      case NOT_FOUND -> RovState.NOT_FOUND;
      case VALID -> RovState.VALID;
      case INVALID -> RovState.INVALID;
    };
  }

  /// Validates the origin of a route, and keeps the outcome in the route. A path without an origin
  /// matches no payload; withdrawals and routes that are not unicast are not checked.
  @Doc(
      "Validates the origin of a route (RFC 6811), and keeps the outcome in the route. A path that"
          + " is empty or ends in a set has no origin, and then no payload can match. Withdrawals"
          + " and routes that are not unicast are not checked.")
  public RovState checkRov(Route route) {
    if (!isChecked(route)) {
      return RovState.NOT_CHECKED;
    }
    RovState found = check.check(route.prefix(), route.originAs());
    route.giveRovStatus(found);
    return found;
  }

  /// Verifies the path of a route that a customer or a lateral peer announced.
  @Doc(
      "Verifies the path of a route that a customer or a lateral peer announced, by the provider"
          + " authorizations (ASPA). `Unknown` for withdrawals, routes that are not unicast, and"
          + " without authorizations.")
  public AspaState checkAspaUpstream(Route route) {
    return verify(route, AspaDirection.UPSTREAM);
  }

  /// Verifies the path of a route that a provider announced.
  @Doc(
      "Verifies the path of a route that a provider announced, by the provider authorizations"
          + " (ASPA). `Unknown` for withdrawals, routes that are not unicast, and without"
          + " authorizations.")
  public AspaState checkAspaDownstream(Route route) {
    return verify(route, AspaDirection.DOWNSTREAM);
  }

  private AspaState verify(Route route, AspaDirection direction) {
    AsPath path = route.asPath();
    if (!isChecked(route) || path == null || aspas.size() == 0) {
      return AspaState.UNKNOWN;
    }
    return aspas.verify(path, direction, route.ingress().peerAsn().number());
  }

  private static boolean isChecked(Route route) {
    return route.hasPrefix() && !route.isWithdrawal() && route.family().safi() == 1;
  }

  /// Origin validation of a prefix.
  @FunctionalInterface
  private interface OriginCheck {
    /// The state of a route.
    ///
    /// @param origin unsigned, or -1 if there is none
    RovState check(Prefix prefix, long origin);
  }
}
