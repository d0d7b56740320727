package dev.weir.bgp.check;

import dev.weir.bgp.octets.Octets;
import dev.weir.bgp.path.AttributeCursor;
import dev.weir.bgp.path.PathAttributes;

/// Whether the values of attributes that are lists of lists are whole.
final class Nested {
  private Nested() {}

  /// Entries of two octets of type and two of length.
  static boolean isWide(Octets value) {
    int at = 0;
    while (at < value.length()) {
      if (value.length() - at < 4 || value.u16(at + 2) > value.length() - at - 4) {
        return false;
      }
      at += 4 + value.u16(at + 2);
    }
    return true;
  }

  /// Entries of one octet of type and two of length.
  private static boolean isNarrow(Octets value) {
    int at = 0;
    while (at < value.length()) {
      if (value.length() - at < 3 || value.u16(at + 1) > value.length() - at - 3) {
        return false;
      }
      at += 3 + value.u16(at + 1);
    }
    return true;
  }

  /// Tunnels, each of parts with one octet of length, or two if the type is 128 or more (RFC 9012
  /// section 2).
  static boolean isTunnels(Octets value) {
    if (!isWide(value)) {
      return false;
    }
    for (int at = 0; at < value.length(); at += 4 + value.u16(at + 2)) {
      if (!isParts(value.slice(at + 4, value.u16(at + 2)))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isParts(Octets parts) {
    int at = 0;
    while (at < parts.length()) {
      int header = parts.u8(at) < 128 ? 2 : 3;
      if (parts.length() - at < header) {
        return false;
      }
      int length = header == 2 ? parts.u8(at + 1) : parts.u16(at + 1);
      if (length > parts.length() - at - header) {
        return false;
      }
      at += header + length;
    }
    return true;
  }

  /// Entries whose length counts their header; the metric has eight octets (RFC 7311 section 3).
  static boolean isAigp(Octets value) {
    int at = 0;
    boolean metric = false;
    while (at < value.length()) {
      if (value.length() - at < 3) {
        return false;
      }
      int length = value.u16(at + 1);
      if (length < 3
          || length > value.length() - at
          || value.u8(at) == 1 && !metric && length != 11) {
        return false;
      }
      metric |= value.u8(at) == 1;
      at += length;
    }
    return true;
  }

  /// Entries of a known size: an index of seven octets (RFC 8669 section 3).
  static boolean isPrefixSid(Octets value) {
    if (!isNarrow(value)) {
      return false;
    }
    for (int at = 0; at < value.length(); at += 3 + value.u16(at + 1)) {
      int length = value.u16(at + 1);
      if (value.u8(at) == 1 && length != 7
          || value.u8(at) == 3 && (length < 8 || (length - 2) % 6 != 0)) {
        return false;
      }
    }
    return true;
  }

  /// Services of SRv6: a reserved octet, then parts, of which those of type 1 hold an identifier
  /// (RFC 9252 sections 2 and 3).
  static boolean areServices(Octets value) {
    for (int at = 0; at < value.length(); at += 3 + value.u16(at + 1)) {
      if (value.u8(at) != 5 && value.u8(at) != 6) {
        continue;
      }
      int length = value.u16(at + 1);
      if (length < 1 || !isService(value.slice(at + 4, length - 1))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isService(Octets parts) {
    if (!isNarrow(parts)) {
      return false;
    }
    for (int at = 0; at < parts.length(); at += 3 + parts.u16(at + 1)) {
      int length = parts.u16(at + 1);
      if (parts.u8(at) == 1 && (length < 21 || !isNarrow(parts.slice(at + 3 + 21, length - 21)))) {
        return false;
      }
    }
    return true;
  }

  /// An AS number and whole attributes (RFC 6368 section 5).
  static boolean isAttributeSet(Octets value) {
    if (value.length() < 4) {
      return false;
    }
    AttributeCursor cursor = new PathAttributes(value.from(4), true).cursor();
    boolean more = cursor.next();
    while (more) {
      more = cursor.next();
    }
    return !cursor.isTorn();
  }
}
