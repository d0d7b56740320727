package dev.weir.bgp.rib;

import dev.weir.inet.Prefix;

/// Origin validation, as the table needs it (RFC 6811).
@FunctionalInterface
public interface OriginCheck {
  /// Returns the state of a route.
  ///
  /// @param prefix of the route
  /// @param origin the AS the route comes from, unsigned; 0 if it cannot be told
  RovState check(Prefix prefix, int origin);
}
