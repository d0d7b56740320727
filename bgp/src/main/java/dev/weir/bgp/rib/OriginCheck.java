package dev.weir.bgp.rib;

import dev.weir.bgp.rpki.VrpSet;
import dev.weir.inet.Prefix;

/// Origin validation, as the table needs it (RFC 6811).
@FunctionalInterface
public interface OriginCheck {
  /// Returns the state of a route.
  ///
  /// @param prefix of the route
  /// @param origin the AS the route comes from, unsigned; 0 if it cannot be told
  RovState check(Prefix prefix, int origin);

  /// The check that a set of payloads makes. When the set changes, give the next one, and validate
  /// again what [dev.weir.bgp.rpki.VrpChanges#touched] names.
  static OriginCheck of(VrpSet vrps) {
    return (prefix, origin) ->
        switch (vrps.validate(
            prefix, origin == 0 ? VrpSet.NO_ORIGIN : Integer.toUnsignedLong(origin))) {
          case NOT_FOUND -> RovState.NOT_FOUND;
          case VALID -> RovState.VALID;
          case INVALID -> RovState.INVALID;
        };
  }
}
