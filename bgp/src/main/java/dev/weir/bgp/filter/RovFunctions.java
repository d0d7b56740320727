package dev.weir.bgp.filter;

import dev.weir.bgp.rib.RovState;
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
}
