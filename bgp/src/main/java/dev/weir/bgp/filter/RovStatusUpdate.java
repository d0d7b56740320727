package dev.weir.bgp.filter;

import dev.weir.bgp.rib.RovState;
import dev.weir.inet.Asn;
import dev.weir.inet.Prefix;
import dev.weir.roto.host.Doc;
import org.jspecify.annotations.Nullable;

/// A route of the table was validated again: the parameter of the hook `rov_status_update`.
@Doc("A route of the table that was validated again.")
public final class RovStatusUpdate {
  private final Prefix prefix;
  private final @Nullable Asn origin;
  private final Asn peerAsn;
  private final RovState previous;
  private final RovState current;

  /// Makes one.
  ///
  /// @param origin null if the path has none
  public RovStatusUpdate(
      Prefix prefix, @Nullable Asn origin, Asn peerAsn, RovState previous, RovState current) {
    this.prefix = prefix;
    this.origin = origin;
    this.peerAsn = peerAsn;
    this.previous = previous;
    this.current = current;
  }

  /// Returns the prefix of the route.
  @Doc("The prefix of the route.")
  public Prefix prefix() {
    return prefix;
  }

  /// Returns the AS that the route comes from.
  @Doc("The AS that the route comes from, if the path has one.")
  public @Nullable Asn origin() {
    return origin;
  }

  /// Returns the AS of the peer that announced the route.
  @Doc("The AS of the peer that announced the route.")
  public Asn peerAsn() {
    return peerAsn;
  }

  /// Returns whether the state is another than before.
  @Doc("Whether the state is another than before.")
  public boolean hasChanged() {
    return previous != current;
  }

  /// Returns the state before.
  @Doc("The state before.")
  public RovState previousStatus() {
    return previous;
  }

  /// Returns the state now.
  @Doc("The state now.")
  public RovState currentStatus() {
    return current;
  }

  /// Returns the change as text.
  @Doc("The change: `192.0.2.0/24 AS64496 from AS64500: not-found -> valid`.")
  public String fmt() {
    return toString();
  }

  @Override
  public String toString() {
    return prefix
        + (origin == null ? "" : " " + origin)
        + " from "
        + peerAsn
        + ": "
        + previous
        + " -> "
        + current;
  }
}
