package dev.weir.bgp.rtr;

/// A serial number (RFC 1982): it counts on beyond its largest value, so which of two is newer says
/// the shorter way between them.
///
/// @param bits 32 bits, unsigned
public record RtrSerial(int bits) {

  /// Returns whether this one is newer. Of two numbers exactly half of all apart neither is (RFC
  /// 1982 section 3.2).
  public boolean isNewerThan(RtrSerial other) {
    int distance = bits - other.bits;
    return distance > 0;
  }

  /// Returns the number that follows.
  public RtrSerial next() {
    return new RtrSerial(bits + 1);
  }

  /// Returns the number, unsigned.
  @Override
  public String toString() {
    return Integer.toUnsignedString(bits);
  }
}
