package dev.weir.roto.run;

/// What scripts do with the bits of integers; as [Integers], with the kind as the last parameter.
public final class Bits {
  private Bits() {}

  private static int width(int kind) {
    return Math.abs(kind);
  }

  private static int mask(int kind) {
    return -1 >>> 32 - width(kind);
  }

  /// Bits that both have.
  public static int and(int a, int b, int kind) {
    return a & b;
  }

  /// Bits that both have.
  public static long and(long a, long b, int kind) {
    return a & b;
  }

  /// Bits that one of them has, or both.
  public static int or(int a, int b, int kind) {
    return a | b;
  }

  /// Bits that one of them has, or both.
  public static long or(long a, long b, int kind) {
    return a | b;
  }

  /// Bits that just one of them has.
  public static int xor(int a, int b, int kind) {
    return a ^ b;
  }

  /// Bits that just one of them has.
  public static long xor(long a, long b, int kind) {
    return a ^ b;
  }

  /// All bits turned over.
  public static int not(int value, int kind) {
    return Integers.narrow(~value, kind);
  }

  /// All bits turned over.
  public static long not(long value, int kind) {
    return ~value;
  }

  /// Towards the most significant bit; zeros follow. Zero where the distance is the width or more.
  ///
  /// @param distance unsigned
  public static int shiftLeft(int value, int distance, int kind) {
    return distance < 0 || distance >= width(kind)
        ? 0
        : Integers.narrow((long) value << distance, kind);
  }

  /// Towards the most significant bit; zeros follow. Zero where the distance is the width or more.
  ///
  /// @param distance unsigned
  public static long shiftLeft(long value, int distance, int kind) {
    return distance < 0 || distance >= 64 ? 0 : value << distance;
  }

  /// Towards the least significant bit; the sign follows for a signed type, zeros otherwise.
  ///
  /// @param distance unsigned
  public static int shiftRight(int value, int distance, int kind) {
    int few = distance < 0 ? 63 : Math.min(distance, 63);
    return (int) (Integers.wide(value, kind) >> few);
  }

  /// Towards the least significant bit; the sign follows for a signed type, zeros otherwise.
  ///
  /// @param distance unsigned
  public static long shiftRight(long value, int distance, int kind) {
    if (distance < 0 || distance >= 64) {
      return kind < 0 ? value >> 63 : 0;
    }
    return kind < 0 ? value >> distance : value >>> distance;
  }

  /// Around to the left, by the distance modulo the width.
  ///
  /// @param distance unsigned
  public static int rotateLeft(int value, int distance, int kind) {
    int width = width(kind);
    int by = distance & width - 1;
    long bits = value & mask(kind) & 0xffff_ffffL;
    return Integers.narrow(bits << by | bits >>> width - by, kind);
  }

  /// Around to the left, by the distance modulo 64.
  ///
  /// @param distance unsigned
  public static long rotateLeft(long value, int distance, int kind) {
    return Long.rotateLeft(value, distance);
  }

  /// Around to the right, by the distance modulo the width.
  ///
  /// @param distance unsigned
  public static int rotateRight(int value, int distance, int kind) {
    return rotateLeft(value, -distance, kind);
  }

  /// Around to the right, by the distance modulo 64.
  ///
  /// @param distance unsigned
  public static long rotateRight(long value, int distance, int kind) {
    return Long.rotateRight(value, distance);
  }

  /// How many bits are set.
  public static int countOnes(int value, int kind) {
    return Integer.bitCount(value & mask(kind));
  }

  /// How many bits are set.
  public static int countOnes(long value, int kind) {
    return Long.bitCount(value);
  }

  /// How many zeros stand before the most significant bit that is set; the width if none is.
  public static int leadingZeros(int value, int kind) {
    return Integer.numberOfLeadingZeros(value & mask(kind)) - 32 + width(kind);
  }

  /// How many zeros stand before the most significant bit that is set; 64 if none is.
  public static int leadingZeros(long value, int kind) {
    return Long.numberOfLeadingZeros(value);
  }

  /// How many zeros stand behind the least significant bit that is set; the width if none is.
  public static int trailingZeros(int value, int kind) {
    return Math.min(width(kind), Integer.numberOfTrailingZeros(value));
  }

  /// How many zeros stand behind the least significant bit that is set; 64 if none is.
  public static int trailingZeros(long value, int kind) {
    return Long.numberOfTrailingZeros(value);
  }

  /// The bits in hexadecimal, lower case, without leading zeros or a sign.
  public static String toHex(int value, int kind) {
    return Integer.toHexString(value & mask(kind));
  }

  /// The bits in hexadecimal, lower case, without leading zeros or a sign.
  public static String toHex(long value, int kind) {
    return Long.toHexString(value);
  }
}
