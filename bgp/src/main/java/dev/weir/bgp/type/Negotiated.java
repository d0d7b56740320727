package dev.weir.bgp.type;

import java.util.Set;

/// What two speakers agreed on in their OPEN messages, as far as it changes how octets are read.
///
/// An archive or a monitoring feed does not always say what its messages were sent under; the
/// reader then supposes one of the constants, or guesses.
///
/// @param fourOctetAsn AS numbers of AS_PATH and AGGREGATOR have four octets, not two (RFC 6793)
/// @param addPath the families whose routes carry path identifiers (RFC 7911)
/// @param extendedMessages messages may have up to 65,535 octets, not 4,096 (RFC 8654)
public record Negotiated(boolean fourOctetAsn, Set<AfiSafi> addPath, boolean extendedMessages) {
  /// What nearly all sessions of today use: four-octet AS numbers, no path identifiers.
  public static final Negotiated USUAL = new Negotiated(true, Set.of(), true);

  /// What sessions used before RFC 6793: two-octet AS numbers.
  public static final Negotiated TWO_OCTET_ASN = new Negotiated(false, Set.of(), true);

  /// Keeps a copy of the set.
  public Negotiated {
    addPath = Set.copyOf(addPath);
  }

  /// Returns whether routes of a family carry path identifiers.
  public boolean hasPathIds(AfiSafi family) {
    return !addPath.isEmpty() && addPath.contains(family);
  }

  /// The same with another width of AS numbers.
  public Negotiated withFourOctetAsn(boolean four) {
    return four == fourOctetAsn ? this : new Negotiated(four, addPath, extendedMessages);
  }

  /// The same with path identifiers in these families.
  public Negotiated withAddPath(Set<AfiSafi> families) {
    return new Negotiated(fourOctetAsn, families, extendedMessages);
  }

  /// Returns how many octets an AS number has: 2 or 4.
  public int asnOctets() {
    return fourOctetAsn ? 4 : 2;
  }
}
