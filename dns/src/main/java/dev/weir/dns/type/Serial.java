package dev.weir.dns.type;

/// A 32-bit serial number with the circular order of RFC 1982.
///
/// It is not [Comparable], for the order is not total: two serials half the circle apart have none.
///
/// @param bits the number as an unsigned 32-bit integer
public record Serial(int bits) {
  /// The serial of an unsigned number, of which the low 32 bits count.
  public static Serial of(long value) {
    return new Serial((int) value);
  }

  /// The number, 0 to 4294967295.
  public long value() {
    return bits & 0xffff_ffffL;
  }

  /// Whether this serial comes before the other (RFC 1982 §3.2); false where the order is
  /// undefined.
  public boolean precedes(Serial other) {
    int distance = other.bits - bits;
    return distance > 0;
  }

  /// This serial advanced by `step` (RFC 1982 §3.1).
  ///
  /// @param step 0 to 2147483647
  public Serial plus(int step) {
    if (step < 0) {
      throw new IllegalArgumentException("a serial advances by 0 to 2147483647 (RFC 1982 §3.1)");
    }
    return new Serial(bits + step);
  }

  /// Prints the unsigned number.
  @Override
  public String toString() {
    return Integer.toUnsignedString(bits);
  }
}
