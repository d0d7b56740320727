package dev.weir.dns.wire;

import org.jspecify.annotations.Nullable;

/// The strings of NAPTR and X25 that have a grammar of their own.
final class NaptrOctets {
  private NaptrOctets() {}

  /// What is wrong with an X.25 address `array[from, to)`, or null if nothing is.
  static @Nullable String wrongDigits(byte[] array, int from, int to) {
    for (int i = from; i < to; i++) {
      if (array[i] < '0' || array[i] > '9') {
        return "has an octet that is no digit (RFC 1183 §3.1)";
      }
    }
    return to - from < 4 ? "has fewer than four digits (RFC 1183 §3.1)" : null;
  }

  /// What is wrong with flags `array[from, to)`, or null if nothing is.
  static @Nullable String wrongFlags(byte[] array, int from, int to) {
    for (int i = from; i < to; i++) {
      int letter = array[i] | 0x20;
      if ((letter < 'a' || letter > 'z') && (array[i] < '0' || array[i] > '9')) {
        return "has an octet that is no ASCII letter or digit (RFC 3403 §4.1)";
      }
    }
    return null;
  }

  /// What is wrong with a substitution `array[from, to)`, or null if nothing is.
  ///
  /// It is empty, or `delimiter expression delimiter replacement delimiter flags` (RFC 3402 §3.2);
  /// the replacement may refer to groups that the expression has.
  static @Nullable String wrongSubstitution(byte[] array, int from, int to) {
    if (from == to) {
      return null;
    }
    int delimiter = array[from];
    if ((delimiter >= '0' && delimiter <= '9')
        || delimiter == 'i'
        || delimiter == '\\'
        || delimiter == 0) {
      return "has a delimiter that is a digit, 'i' or '\\' (RFC 3402 §3.2)";
    }
    int part = 0;
    int groups = 0;
    int highest = 0;
    for (int i = from; i < to; i++) {
      byte c = array[i];
      if (c == delimiter) {
        part++;
      } else if (part == 3 && c != 'i') {
        return "has a flag other than 'i' (RFC 3402 §3.2)";
      } else if (c == '\\') {
        i++;
        if (i == to) {
          return "ends in '\\' (RFC 3402 §3.2)";
        }
        highest = part == 2 ? Math.max(highest, group(array[i])) : highest;
      } else if (c == '(' && part == 1) {
        groups++;
      }
    }
    if (part != 3) {
      return "does not have its delimiter three times (RFC 3402 §3.2)";
    }
    return highest > groups ? "refers to a group that its expression lacks" : null;
  }

  /// The group that a backslash before an octet refers to, or 0.
  private static int group(byte octet) {
    return octet >= '1' && octet <= '9' ? octet - '0' : 0;
  }
}
