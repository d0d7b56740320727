package dev.weir.dns.dnssec;

import dev.weir.dns.octets.OctetBuffer;
import java.util.Arrays;

/// Base 32 with the extended hex alphabet and without padding (RFC 4648 §7, RFC 5155 §3.3).
///
/// The alphabet keeps the order of the octets, so that NSEC3 owner names sort as their hashes do.
/// It is written in small letters, which is the canonical form of an owner name.
public final class Base32Hex {
  private static final byte[] DIGITS = alphabet();
  private static final byte[] VALUES = values();

  private Base32Hex() {}

  /// Characters that `octets` octets take: 32 for an SHA-1 hash.
  public static int length(int octets) {
    return (octets * 8 + 4) / 5;
  }

  /// Appends the text of `source[from, to)` in small letters.
  public static void encode(byte[] source, int from, int to, OctetBuffer out) {
    int count = length(to - from);
    out.reserve(count);
    encode(source, from, to, out.array(), out.length());
    out.advance(count);
  }

  /// Writes the text of `source[from, to)` in small letters to `out[at, at + length(to - from))`.
  public static void encode(byte[] source, int from, int to, byte[] out, int at) {
    int next = at;
    int held = 0;
    int bits = 0;
    for (int i = from; i < to; i++) {
      held = (held << 8) | (source[i] & 0xff);
      bits += 8;
      while (bits >= 5) {
        bits -= 5;
        out[next++] = DIGITS[(held >> bits) & 31];
      }
      held &= (1 << bits) - 1;
    }
    if (bits > 0) {
      out[next] = DIGITS[(held << (5 - bits)) & 31];
    }
  }

  /// Appends the octets of the text `source[from, to)`, letters in any case.
  ///
  /// @return the octets appended, or -1 if the text has another character, a length that no octets
  ///   have, or bits left over that are not zero; then nothing is appended
  public static int decode(byte[] source, int from, int to, OctetBuffer out) {
    int start = out.length();
    int held = 0;
    int bits = 0;
    for (int i = from; i < to; i++) {
      int value = VALUES[source[i] & 0xff];
      if (value < 0) {
        out.truncate(start);
        return -1;
      }
      held = (held << 5) | value;
      bits += 5;
      if (bits >= 8) {
        bits -= 8;
        out.u8(held >> bits);
        held &= (1 << bits) - 1;
      }
    }
    if (bits >= 5 || held != 0) {
      out.truncate(start);
      return -1;
    }
    return out.length() - start;
  }

  private static byte[] alphabet() {
    byte[] digits = new byte[32];
    for (int i = 0; i < 32; i++) {
      digits[i] = (byte) (i < 10 ? '0' + i : 'a' + i - 10);
    }
    return digits;
  }

  private static byte[] values() {
    byte[] values = new byte[256];
    Arrays.fill(values, (byte) -1);
    for (int i = 0; i < 32; i++) {
      values[DIGITS[i]] = (byte) i;
      if (i >= 10) {
        values[DIGITS[i] - 32] = (byte) i;
      }
    }
    return values;
  }
}
