package dev.weir.dns.text;

import dev.weir.dns.octets.OctetBuffer;
import dev.weir.dns.octets.Octets;

/// The text of LOC: `52 22 23.000 N 4 53 32.000 E -2.00m 1m 10000m 10m` (RFC 1876 §3).
final class LocationText {
  private static final int MILLISECONDS_IN_DEGREE = 3_600_000;
  private static final long EQUATOR = 1L << 31;
  private static final long ALTITUDE_BASE = 10_000_000;
  private static final long MAX_SIZE = 9_000_000_000L;

  private LocationText() {}

  /// Reads latitude, longitude, altitude and, where they are given, size and precisions; those left
  /// out are 1 m, 10 km and 10 m.
  ///
  /// @throws EntryFault if a part is missing, out of its range, or finer than its unit
  static void read(Tokens in, OctetBuffer out) throws EntryFault {
    int start = out.length();
    out.u8(0).u8(0x12).u8(0x16).u8(0x13);
    out.i32((int) readAngle(in, 90, 'n', 's'));
    out.i32((int) readAngle(in, 180, 'e', 'w'));
    in.take("altitude");
    long altitude = readCentimetres(in) + ALTITUDE_BASE;
    if (altitude < 0 || altitude > 0xffff_ffffL) {
      throw in.fault("is no altitude from -100000.00m to 42849672.95m");
    }
    out.i32((int) altitude);
    for (int i = 1; i <= 3 && in.more(); i++) {
      in.take("size");
      long size = readCentimetres(in);
      if (size < 0 || size > MAX_SIZE) {
        throw in.fault("is no size from 0m to 90000000m");
      }
      out.array()[start + i] = (byte) power(size);
    }
  }

  /// Degrees, minutes and seconds, and a letter, as thousandths of seconds from 2^31.
  private static long readAngle(Tokens in, int maxDegrees, char plus, char minus)
      throws EntryFault {
    in.take("degrees");
    long angle = NumberText.read(in, maxDegrees) * MILLISECONDS_IN_DEGREE;
    in.take("minutes or direction");
    if (direction(in, plus, minus) == 0) {
      angle += NumberText.read(in, 59) * 60_000;
      in.take("seconds or direction");
      if (direction(in, plus, minus) == 0) {
        long milliseconds = readDecimal(in, in.start, in.end, 3);
        if (milliseconds >= 60_000) {
          throw in.fault("is no number of seconds below 60");
        }
        angle += milliseconds;
        in.take("direction");
      }
    }
    int direction = direction(in, plus, minus);
    if (direction == 0) {
      throw in.fault("is no direction; write " + plus + " or " + minus + " in capitals");
    }
    if (angle > (long) maxDegrees * MILLISECONDS_IN_DEGREE) {
      throw in.fault("follows more than " + maxDegrees + " degrees");
    }
    return EQUATOR + direction * angle;
  }

  private static int direction(Tokens in, char plus, char minus) {
    if (in.end - in.start != 1) {
      return 0;
    }
    int letter = in.text[in.start] | 0x20;
    return letter == plus ? 1 : letter == minus ? -1 : 0;
  }

  /// The current token as metres with up to two places, with or without the unit `m`.
  private static long readCentimetres(Tokens in) throws EntryFault {
    int end = in.end > in.start && (in.text[in.end - 1] | 0x20) == 'm' ? in.end - 1 : in.end;
    int sign = end > in.start && in.text[in.start] == '-' ? -1 : 1;
    boolean signed = sign < 0 || (end > in.start && in.text[in.start] == '+');
    return sign * readDecimal(in, in.start + (signed ? 1 : 0), end, 2);
  }

  /// Reads `text[from, to)` as a decimal and returns it times ten to the power of `places`.
  private static long readDecimal(Tokens in, int from, int to, int places) throws EntryFault {
    long value = 0;
    int decimals = -1;
    int digits = 0;
    for (int i = from; i < to; i++) {
      int digit = in.text[i] - '0';
      if (in.text[i] == '.' && decimals < 0) {
        decimals = 0;
        continue;
      }
      if (digit < 0 || digit > 9 || digits > 12 || decimals == places) {
        throw in.fault("is no number with up to " + places + " decimal places");
      }
      value = value * 10 + digit;
      digits++;
      decimals += decimals < 0 ? 0 : 1;
    }
    if (digits == 0) {
      throw in.fault("is no number");
    }
    for (int i = Math.max(decimals, 0); i < places; i++) {
      value *= 10;
    }
    return value;
  }

  /// A size as one digit and a power of ten, the digits behind the first cut off.
  private static int power(long centimetres) {
    long mantissa = centimetres;
    int exponent = 0;
    while (mantissa > 9) {
      mantissa /= 10;
      exponent++;
    }
    return (int) mantissa << 4 | exponent;
  }

  /// Prints the sixteen octets at `at`, nothing left out.
  static void print(byte[] rdata, int at, OctetBuffer out) {
    printAngle(Octets.i32(rdata, at + 4), 'N', 'S', out);
    printAngle(Octets.i32(rdata, at + 8), 'E', 'W', out);
    long altitude = (Octets.i32(rdata, at + 12) & 0xffff_ffffL) - ALTITUDE_BASE;
    if (altitude < 0) {
      out.u8('-');
    }
    printMetres(Math.abs(altitude), true, out);
    for (int i = 1; i <= 3; i++) {
      long size = rdata[at + i] >> 4 & 0xf;
      for (int exponent = rdata[at + i] & 0xf; exponent > 0; exponent--) {
        size *= 10;
      }
      out.u8(' ');
      printMetres(size, size % 100 != 0, out);
    }
  }

  private static void printAngle(int bits, char plus, char minus, OctetBuffer out) {
    long angle = (bits & 0xffff_ffffL) - EQUATOR;
    long size = Math.abs(angle);
    NumberText.print(size / MILLISECONDS_IN_DEGREE, out);
    out.u8(' ');
    NumberText.print(size / 60_000 % 60, out);
    out.u8(' ');
    NumberText.print(size / 1000 % 60, out);
    out.u8('.');
    out.u8((int) ('0' + size / 100 % 10));
    out.u8((int) ('0' + size / 10 % 10));
    out.u8((int) ('0' + size % 10));
    out.u8(' ').u8(angle < 0 ? minus : plus).u8(' ');
  }

  private static void printMetres(long centimetres, boolean places, OctetBuffer out) {
    NumberText.print(centimetres / 100, out);
    if (places) {
      out.u8('.');
      out.u8((int) ('0' + centimetres / 10 % 10));
      out.u8((int) ('0' + centimetres % 10));
    }
    out.u8('m');
  }
}
