package dev.weir.bgp.rpki;

import dev.weir.bgp.octets.Octets;
import dev.weir.inet.Asn;
import java.util.Arrays;
import java.util.HexFormat;

/// The public key of a router that signs paths (BGPsec, RFC 8209; RFC 8210 section 5.10).
///
/// @param asn the AS of the router
/// @param keyIdentifier the subject key identifier, 20 octets
/// @param publicKey the subject public key info, DER (RFC 8608)
public record RouterKey(Asn asn, Octets keyIdentifier, Octets publicKey)
    implements Comparable<RouterKey> {

  /// Checks the identifier's length.
  ///
  /// @throws IllegalArgumentException if it has not 20 octets
  public RouterKey {
    if (keyIdentifier.length() != 20) {
      throw new IllegalArgumentException(
          "a subject key identifier has 20 octets, not " + keyIdentifier.length());
    }
  }

  @Override
  public int compareTo(RouterKey other) {
    int byAsn = asn.compareTo(other.asn);
    if (byAsn != 0) {
      return byAsn;
    }
    int byIdentifier = compare(keyIdentifier, other.keyIdentifier);
    return byIdentifier != 0 ? byIdentifier : compare(publicKey, other.publicKey);
  }

  private static int compare(Octets one, Octets other) {
    return Arrays.compareUnsigned(
        one.array(), one.offset(), one.end(), other.array(), other.offset(), other.end());
  }

  /// Returns the AS and the identifier in hexadecimal.
  @Override
  public String toString() {
    return "AS"
        + asn.number()
        + " "
        + HexFormat.of()
            .withUpperCase()
            .formatHex(keyIdentifier.array(), keyIdentifier.offset(), keyIdentifier.end());
  }
}
