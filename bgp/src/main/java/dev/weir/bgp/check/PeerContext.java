package dev.weir.bgp.check;

import dev.weir.bgp.wire.PeerRole;
import dev.weir.inet.Asn;
import org.jspecify.annotations.Nullable;

/// What is known of the neighbour that sent a message, as far as rules depend on it.
///
/// @param kind where the neighbour is
/// @param asn the neighbour's AS; null if not known
/// @param role what we are to the neighbour (RFC 9234); null if not known
/// @param refuseSets paths with sets are treated as withdrawn (RFC 9774), not only named
/// @param disableFamilies errors that leave a family's routes unreadable end that family only, not
///   the session (RFC 7606 section 2 allows either)
public record PeerContext(
    Kind kind,
    @Nullable Asn asn,
    @Nullable PeerRole role,
    boolean refuseSets,
    boolean disableFamilies) {

  /// Nothing is known, as of a message in an archive: rules that depend on the neighbour are left
  /// out.
  public static final PeerContext UNKNOWN = of(Kind.UNKNOWN);

  /// A neighbour in another AS.
  public static final PeerContext EXTERNAL = of(Kind.EXTERNAL);

  /// A neighbour in the same AS.
  public static final PeerContext INTERNAL = of(Kind.INTERNAL);

  /// A neighbour of a kind, of which no more is known.
  public static PeerContext of(Kind kind) {
    return new PeerContext(kind, null, null, false, false);
  }

  /// The same in a session with roles.
  public PeerContext withRole(Asn asn, PeerRole role) {
    return new PeerContext(kind, asn, role, refuseSets, disableFamilies);
  }

  /// The same with paths that have sets refused, or not.
  public PeerContext withRefuseSets(boolean refuse) {
    return new PeerContext(kind, asn, role, refuse, disableFamilies);
  }

  /// The same with families disabled where that is allowed, or not.
  public PeerContext withDisableFamilies(boolean disable) {
    return new PeerContext(kind, asn, role, refuseSets, disable);
  }

  /// Where a neighbour is.
  public enum Kind {
    /// Not known.
    UNKNOWN,
    /// In another AS.
    EXTERNAL,
    /// In the same AS.
    INTERNAL,
    /// In another member of the same confederation (RFC 5065).
    CONFEDERATION
  }
}
