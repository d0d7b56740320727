package dev.weir.inet;

/// A number of an autonomous system (RFC 6793): 32 bits, unsigned.
///
/// @param bits the number; compare it as unsigned
public record Asn(int bits) implements Comparable<Asn> {
  /// The stand-in for a number that does not fit into 16 bits (RFC 6793 section 9).
  public static final Asn TRANS = new Asn(23456);

  private static final long MAX = 0xffff_ffffL;

  /// Returns the AS number of that value.
  ///
  /// @throws IllegalArgumentException if it is negative or needs more than 32 bits
  public static Asn of(long number) {
    if (number < 0 || number > MAX) {
      throw new IllegalArgumentException("an AS number is 0 to " + MAX + ": " + number);
    }
    return new Asn((int) number);
  }

  /// Parses asplain (`65536`) or asdot (`1.0`), with or without `AS` in front (RFC 5396).
  ///
  /// @throws MalformedInet if the text is neither
  public static Asn parse(CharSequence text) {
    int from = startsWithAs(text) ? 2 : 0;
    int dot = from;
    while (dot < text.length() && text.charAt(dot) != '.') {
      dot++;
    }
    if (dot == text.length()) {
      return new Asn((int) number(text, from, dot, MAX));
    }
    long high = number(text, from, dot, 0xffff);
    long low = number(text, dot + 1, text.length(), 0xffff);
    return new Asn((int) (high << 16 | low));
  }

  /// Returns the number.
  public long number() {
    return Integer.toUnsignedLong(bits);
  }

  /// Returns whether the number is for private use (RFC 6996).
  public boolean isPrivate() {
    long n = number();
    return (n >= 64512 && n <= 65534) || (n >= 4_200_000_000L && n <= 4_294_967_294L);
  }

  /// Returns whether the number is for documentation (RFC 5398).
  public boolean isDocumentation() {
    long n = number();
    return (n >= 64496 && n <= 64511) || (n >= 65536 && n <= 65551);
  }

  /// Returns whether no system may have the number: 0 (RFC 7607), AS_TRANS (RFC 6793), and the last
  /// ones of 16 and 32 bits (RFC 7300).
  public boolean isReserved() {
    return bits == 0 || bits == TRANS.bits || bits == 0xffff || bits == -1;
  }

  /// Returns whether the number fits into the 16 bits of old.
  public boolean isTwoOctet() {
    return bits >>> 16 == 0;
  }

  /// Returns asdot (RFC 5396 section 2): `65000`, but `1.0` from 65536 on.
  public String asdot() {
    return isTwoOctet() ? Integer.toString(bits) : (bits >>> 16) + "." + (bits & 0xffff);
  }

  /// Compares as unsigned numbers.
  @Override
  public int compareTo(Asn other) {
    return Integer.compareUnsigned(bits, other.bits);
  }

  /// Returns `AS` and the number in decimal.
  @Override
  public String toString() {
    return "AS" + Integer.toUnsignedString(bits);
  }

  private static boolean startsWithAs(CharSequence text) {
    return text.length() > 1 && (text.charAt(0) | 0x20) == 'a' && (text.charAt(1) | 0x20) == 's';
  }

  private static long number(CharSequence text, int from, int to, long max) {
    if (from >= to) {
      throw new MalformedInet(text, from, "expected a number");
    }
    long number = 0;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (c < '0' || c > '9') {
        throw new MalformedInet(text, i, "expected a digit (RFC 5396)");
      }
      number = number * 10 + c - '0';
      if (number > max) {
        throw new MalformedInet(text, from, "the number is at most " + max);
      }
    }
    return number;
  }
}
