package dev.weir.bgp.rpki;

import dev.weir.inet.Asn;
import dev.weir.inet.Prefix;
import dev.weir.inet.Prefix4;

/// A validated ROA payload (RFC 6811 section 2): an AS may originate a prefix and what is in it,
/// down to a length.
///
/// Ordered by prefix, then maximum length, then AS.
///
/// @param prefix the block
/// @param maxLength the longest prefix the AS may originate, at least the length of the block
/// @param origin the AS; AS 0 says that nobody may (RFC 6483 section 4)
public record Vrp(Prefix prefix, int maxLength, Asn origin) implements Comparable<Vrp> {

  /// Checks the maximum length.
  ///
  /// @throws IllegalArgumentException if it is less than the length of the prefix or more than its
  ///   addresses have bits
  public Vrp {
    int most = prefix instanceof Prefix4 ? 32 : 128;
    if (maxLength < prefix.length() || maxLength > most) {
      throw new IllegalArgumentException(
          "the maximum length of "
              + prefix
              + " is "
              + prefix.length()
              + " to "
              + most
              + ", not "
              + maxLength);
    }
  }

  @Override
  public int compareTo(Vrp other) {
    int byPrefix = prefix.compareTo(other.prefix);
    if (byPrefix != 0) {
      return byPrefix;
    }
    int byLength = Integer.compare(maxLength, other.maxLength);
    return byLength != 0 ? byLength : origin.compareTo(other.origin);
  }

  /// Returns `prefix-maxLength origin`, the maximum only if it is not the length of the prefix:
  /// `192.0.2.0/24-26 AS65000`.
  @Override
  public String toString() {
    String most = maxLength == prefix.length() ? "" : "-" + maxLength;
    return prefix + most + " AS" + origin.number();
  }
}
