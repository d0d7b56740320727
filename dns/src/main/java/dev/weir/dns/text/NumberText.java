package dev.weir.dns.text;

import dev.weir.dns.octets.OctetBuffer;
import dev.weir.dns.type.Ttl;

/// Unsigned decimal numbers, periods with units, and the times of signatures.
final class NumberText {
  private static final long MAX_U32 = 0xffff_ffffL;
  private static final int SECONDS_IN_DAY = 86_400;

  private NumberText() {}

  /// Reads the current token as a number.
  ///
  /// @param max the largest value allowed
  /// @throws EntryFault if it has anything but digits, or is over `max`
  static long read(Tokens in, long max) throws EntryFault {
    byte[] text = in.text;
    long value = 0;
    for (int i = in.start; i < in.end; i++) {
      int digit = text[i] - '0';
      if (digit < 0 || digit > 9) {
        throw in.fault("is not a number");
      }
      value = value * 10 + digit;
      if (value > max) {
        throw in.fault("is over " + max);
      }
    }
    if (in.start == in.end) {
      throw in.fault("is not a number");
    }
    return value;
  }

  /// Reads the current token as an unsigned 64-bit number.
  static long readU64(Tokens in) throws EntryFault {
    try {
      return Long.parseUnsignedLong(in.string());
    } catch (NumberFormatException e) {
      throw in.fault("is not a number below 2^64");
    }
  }

  /// Reads the current token as seconds, or as numbers with the units of [Ttl#unit].
  ///
  /// @throws EntryFault if it is neither, or over 4294967295 seconds
  static int readPeriod(Tokens in) throws EntryFault {
    byte[] text = in.text;
    long total = 0;
    long number = 0;
    boolean digits = false;
    for (int i = in.start; i < in.end; i++) {
      int digit = text[i] - '0';
      if (digit >= 0 && digit <= 9) {
        number = number * 10 + digit;
        digits = true;
      } else {
        int unit = Ttl.unit(text[i]);
        if (unit == 0 || !digits) {
          throw in.fault("is no number of seconds; write seconds or units such as 1h30m");
        }
        total += number * unit;
        number = 0;
        digits = false;
      }
      if (total > MAX_U32 || number > MAX_U32) {
        throw in.fault("is over 4294967295 seconds");
      }
    }
    total += number;
    if (total > MAX_U32 || in.start == in.end) {
      throw in.fault("is no number of seconds up to 4294967295");
    }
    return (int) total;
  }

  /// Reads the current token as a time: fourteen digits, or up to ten that count from 1970.
  ///
  /// @throws EntryFault if it is neither, no such date exists, or it is beyond 32 bits
  static int readTime(Tokens in) throws EntryFault {
    int digits = in.end - in.start;
    if (digits <= 10) {
      return (int) read(in, MAX_U32);
    }
    if (digits != 14) {
      throw in.fault("is no time; write YYYYMMDDHHMMSS or seconds since 1970");
    }
    int year = pair(in, 0) * 100 + pair(in, 2);
    int month = pair(in, 4);
    int day = pair(in, 6);
    int hour = pair(in, 8);
    int minute = pair(in, 10);
    int second = pair(in, 12);
    boolean sound =
        year >= 1970
            && month >= 1
            && month <= 12
            && day >= 1
            && day <= daysInMonth(year, month)
            && hour <= 23
            && minute <= 59
            && second <= 59;
    if (!sound) {
      throw in.fault("is no time that exists, from 1970 on");
    }
    long seconds =
        daysSince1970(year, month, day) * SECONDS_IN_DAY + hour * 3600L + minute * 60L + second;
    if (seconds > MAX_U32) {
      throw in.fault("is after 21060207062815, the last time that 32 bits can hold");
    }
    return (int) seconds;
  }

  private static int pair(Tokens in, int at) throws EntryFault {
    int tens = in.text[in.start + at] - '0';
    int ones = in.text[in.start + at + 1] - '0';
    if (tens < 0 || tens > 9 || ones < 0 || ones > 9) {
      throw in.fault("is no time; write YYYYMMDDHHMMSS or seconds since 1970");
    }
    return tens * 10 + ones;
  }

  private static int daysInMonth(int year, int month) {
    return switch (month) {
      case 2 -> year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
      case 4, 6, 9, 11 -> 30;
      default -> 31;
    };
  }

  // Years are counted from March, so that the leap day is the last of its year; then the months
  // have
  // the lengths of the sequence (153 m + 2) / 5, and 400 years always have 146,097 days.

  private static long daysSince1970(int year, int month, int day) {
    int y = month > 2 ? year : year - 1;
    int m = month > 2 ? month - 3 : month + 9;
    return 365L * y + y / 4 - y / 100 + y / 400 + (153 * m + 2) / 5 + day - 1 - 719_468;
  }

  /// Appends a time as fourteen digits, its 32 bits taken as seconds since 1970.
  static void printTime(int bits, OctetBuffer out) {
    long seconds = bits & MAX_U32;
    int rest = (int) (seconds % SECONDS_IN_DAY);
    int days = (int) (seconds / SECONDS_IN_DAY) + 719_468;
    int era = days / 146_097;
    int dayOfEra = days % 146_097;
    int yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365;
    int dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
    int m = (5 * dayOfYear + 2) / 153;
    int day = dayOfYear - (153 * m + 2) / 5 + 1;
    int month = m < 10 ? m + 3 : m - 9;
    int year = era * 400 + yearOfEra + (month <= 2 ? 1 : 0);
    out.reserve(14);
    byte[] array = out.array();
    int at = out.length();
    pair(year / 100, array, at);
    pair(year % 100, array, at + 2);
    pair(month, array, at + 4);
    pair(day, array, at + 6);
    pair(rest / 3600, array, at + 8);
    pair(rest / 60 % 60, array, at + 10);
    pair(rest % 60, array, at + 12);
    out.advance(14);
  }

  private static void pair(int value, byte[] array, int at) {
    array[at] = (byte) ('0' + value / 10);
    array[at + 1] = (byte) ('0' + value % 10);
  }

  /// Appends an unsigned number in decimal.
  ///
  /// @param value 0 to 2^63 - 1
  static void print(long value, OctetBuffer out) {
    if (value <= Integer.MAX_VALUE) {
      printSmall((int) value, out);
      return;
    }
    int digits = 1;
    for (long rest = value; rest >= 10; rest /= 10) {
      digits++;
    }
    out.reserve(digits);
    byte[] array = out.array();
    int at = out.length() + digits;
    long rest = value;
    do {
      array[--at] = (byte) ('0' + rest % 10);
      rest /= 10;
    } while (rest > 0);
    out.advance(digits);
  }

  /// As [#print], with the cheaper division.
  private static void printSmall(int value, OctetBuffer out) {
    out.reserve(10);
    byte[] array = out.array();
    int digits = 1;
    for (int limit = 10; digits < 10 && value >= limit; limit *= 10) {
      digits++;
    }
    int at = out.length() + digits;
    int rest = value;
    do {
      array[--at] = (byte) ('0' + rest % 10);
      rest /= 10;
    } while (rest > 0);
    out.advance(digits);
  }
}
