package dev.weir.bgp.filter;

import dev.weir.inet.Asn;
import dev.weir.inet.Prefix;
import dev.weir.roto.host.Doc;
import dev.weir.roto.host.Unsigned;

/// A payload of the RPKI came or went: the parameter of the hook `vrp_update`.
@Doc("A payload of the RPKI that came or went.")
public final class VrpUpdate {
  private final Prefix prefix;
  private final int maxLength;
  private final Asn asn;
  private final boolean announced;

  /// Makes one.
  ///
  /// @param maxLength the longest prefix that the AS may originate
  /// @param announced whether the payload came; else it went
  public VrpUpdate(Prefix prefix, int maxLength, Asn asn, boolean announced) {
    this.prefix = prefix;
    this.maxLength = maxLength;
    this.asn = asn;
    this.announced = announced;
  }

  /// Returns the prefix that the AS may originate.
  @Doc("The prefix that the AS may originate.")
  public Prefix prefix() {
    return prefix;
  }

  /// Returns the longest prefix that the AS may originate, in bits.
  @Doc("The longest prefix that the AS may originate, in bits.")
  public @Unsigned byte maxLen() {
    return (byte) maxLength;
  }

  /// Returns the AS.
  @Doc("The AS.")
  public Asn asn() {
    return asn;
  }

  /// Returns whether the payload came.
  @Doc("Whether the payload came; else it went.")
  public boolean isAnnouncement() {
    return announced;
  }

  /// Returns the change as text.
  @Doc("The change: `announce 192.0.2.0/24-26 AS64496`.")
  public String fmt() {
    return toString();
  }

  @Override
  public String toString() {
    String most = maxLength == prefix.length() ? "" : "-" + maxLength;
    return (announced ? "announce " : "withdraw ") + prefix + most + " " + asn;
  }
}
