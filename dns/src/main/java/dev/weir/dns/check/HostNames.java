package dev.weir.dns.check;

/// Tells host names from other names (RFC 952, RFC 1123 §2.1): letters, digits and hyphens, no
/// hyphen at either end of a label.
final class HostNames {
  private static final byte OTHER = 0;
  private static final byte ALPHANUMERIC = 1;
  private static final byte HYPHEN = 2;
  private static final byte[] KINDS = kinds();

  private HostNames() {}

  /// Whether the name in wire form that begins at `from` is a host name; the root is.
  static boolean host(byte[] wire, int from) {
    int at = from;
    while (wire[at] != 0) {
      int length = wire[at];
      if (!label(wire, at + 1, at + 1 + length)) {
        return false;
      }
      at += length + 1;
    }
    return true;
  }

  /// Whether the name is a host name, or one with an asterisk as its first label.
  static boolean wildcardHost(byte[] wire, int from) {
    boolean wildcard = wire[from] == 1 && wire[from + 1] == '*';
    return host(wire, wildcard ? from + 2 : from);
  }

  /// Whether the name is a mailbox: any visible first label, and a host name after it (RFC 1035
  /// §3.3.13).
  static boolean mailbox(byte[] wire, int from) {
    int length = wire[from];
    for (int i = 1; i <= length; i++) {
      if (wire[from + i] <= ' ' || wire[from + i] == 0x7f) {
        return false;
      }
    }
    return length == 0 || host(wire, from + length + 1);
  }

  /// Whether the key of a name, relative to its apex, is made of host name labels, a first label of
  /// an asterisk allowed.
  static boolean key(byte[] key, int from, int to) {
    int start = from;
    for (int i = from; i < to; i++) {
      if (key[i] == 0) {
        boolean wildcard = i + 1 == to && i == start + 1 && key[start] == '*';
        if (!wildcard && !label(key, start, i)) {
          return false;
        }
        start = i + 1;
      }
    }
    return true;
  }

  /// Whether four labels of digits stand first, and nothing but `rest` octets of name follows.
  static boolean address(byte[] wire, int from, int to, int rest) {
    int at = from;
    for (int i = 0; i < 4; i++) {
      int length = wire[at];
      if (length < 1 || length > 3) {
        return false;
      }
      for (int j = 1; j <= length; j++) {
        if (wire[at + j] < '0' || wire[at + j] > '9') {
          return false;
        }
      }
      at += length + 1;
    }
    return at == to - 1 || at == to - rest;
  }

  private static boolean label(byte[] array, int from, int to) {
    if (from >= to || KINDS[array[from] & 0xff] != ALPHANUMERIC) {
      return false;
    }
    for (int i = from + 1; i < to; i++) {
      if (KINDS[array[i] & 0xff] == OTHER) {
        return false;
      }
    }
    return KINDS[array[to - 1] & 0xff] == ALPHANUMERIC;
  }

  private static byte[] kinds() {
    byte[] kinds = new byte[256];
    for (int c = 0; c < 256; c++) {
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      kinds[c] = letter || (c >= '0' && c <= '9') ? ALPHANUMERIC : c == '-' ? HYPHEN : OTHER;
    }
    return kinds;
  }
}
