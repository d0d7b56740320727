package dev.weir.bgp.filter;

import dev.weir.bgp.rib.RovState;
import dev.weir.bgp.rpki.AspaState;
import dev.weir.roto.host.Doc;

/// The functions of the type `RovStatus`.
final class RovFunctions {
  private RovFunctions() {}

  @Doc("Whether a payload covers the prefix, and allows its length and origin.")
  static boolean isValid(RovState self) {
    return self == RovState.VALID;
  }

  @Doc("Whether payloads cover the prefix, and none allows both its length and origin.")
  static boolean isInvalid(RovState self) {
    return self == RovState.INVALID;
  }

  @Doc("Whether no payload covers the prefix.")
  static boolean isNotFound(RovState self) {
    return self == RovState.NOT_FOUND;
  }

  @Doc("Whether nobody has looked.")
  static boolean isNotChecked(RovState self) {
    return self == RovState.NOT_CHECKED;
  }

  @Doc("`valid`, `invalid`, `not-found` or `not-checked`.")
  static String toString(RovState self) {
    return self.toString();
  }

  /// The functions of the type `AspaStatus`.
  static final class OfPaths {
    private OfPaths() {}

    @Doc("Whether every pair of neighbours on the path is as the authorizations allow.")
    static boolean isValid(AspaState self) {
      return self == AspaState.VALID;
    }

    @Doc("Whether the authorizations say that the path was leaked or forged.")
    static boolean isInvalid(AspaState self) {
      return self == AspaState.INVALID;
    }

    @Doc("Whether the authorizations do not say enough.")
    static boolean isUnknown(AspaState self) {
      return self == AspaState.UNKNOWN;
    }

    @Doc("`valid`, `invalid` or `unknown`.")
    static String toString(AspaState self) {
      return self.toString();
    }
  }
}
