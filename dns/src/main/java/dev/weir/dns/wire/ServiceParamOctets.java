package dev.weir.dns.wire;

import dev.weir.dns.octets.Octets;
import org.jspecify.annotations.Nullable;

/// The service parameters of SVCB and HTTPS: keys, lengths and values (RFC 9460 §2.2).
final class ServiceParamOctets {
  private static final int MANDATORY = 0;
  private static final int ALPN = 1;
  private static final int NO_DEFAULT_ALPN = 2;
  private static final int PORT = 3;
  private static final int IPV4_HINT = 4;
  private static final int ECH = 5;
  private static final int IPV6_HINT = 6;
  private static final int DOH_PATH = 7;
  private static final int OHTTP = 8;
  private static final int TLS_GROUPS = 9;
  private static final int DOC_PATH = 10;
  private static final int INVALID = 65_535;

  private ServiceParamOctets() {}

  /// What is wrong with the parameters `array[from, to)`, or null if nothing is.
  static @Nullable String wrong(byte[] array, int from, int to) {
    int last = -1;
    boolean alpn = false;
    boolean noDefaultAlpn = false;
    for (int at = from; at < to; ) {
      if (to - at < 4) {
        return "has a parameter cut short (RFC 9460 §2.2)";
      }
      int key = Octets.u16(array, at);
      int end = at + 4 + Octets.u16(array, at + 2);
      if (end > to) {
        return "has a value cut short (RFC 9460 §2.2)";
      }
      if (key <= last) {
        return "has keys that do not ascend (RFC 9460 §2.2)";
      }
      String wrong = wrongValue(key, array, at + 4, end);
      if (wrong != null) {
        return wrong;
      }
      if (key == MANDATORY && !holdsAll(array, at + 4, end, to)) {
        return "lacks a key that `mandatory` names (RFC 9460 §8)";
      }
      alpn |= key == ALPN;
      noDefaultAlpn |= key == NO_DEFAULT_ALPN;
      last = key;
      at = end;
    }
    return noDefaultAlpn && !alpn ? "has no-default-alpn without alpn (RFC 9460 §7.1.1)" : null;
  }

  private static @Nullable String wrongValue(int key, byte[] array, int at, int end) {
    int length = end - at;
    return switch (key) {
      case MANDATORY -> ascending(array, at, end);
      case ALPN -> items(array, at, end, 1) ? null : "has a broken alpn (RFC 9460 §7.1.1)";
      case DOC_PATH -> items(array, at, end, 0) ? null : "has a broken docpath (RFC 9953)";
      case NO_DEFAULT_ALPN, OHTTP -> length == 0 ? null : "has a value where none may be";
      case PORT -> length == 2 ? null : "has a port that is not two octets (RFC 9460 §7.2)";
      case IPV4_HINT -> multiple(length, 4) ? null : "has a broken ipv4hint (RFC 9460 §7.3)";
      case IPV6_HINT -> multiple(length, 16) ? null : "has a broken ipv6hint (RFC 9460 §7.3)";
      case TLS_GROUPS -> multiple(length, 2) ? null : "has broken tls-supported-groups";
      case ECH -> length > 0 ? null : "has an empty ech (RFC 9848)";
      case DOH_PATH -> template(array, at, end) ? null : "has a broken dohpath (RFC 9461 §5)";
      case INVALID -> "has the key 65535, which is none (RFC 9460 §14.3.2)";
      default -> null;
    };
  }

  private static boolean multiple(int length, int width) {
    return length > 0 && length % width == 0;
  }

  /// Whether a value is items with a length octet each, all of at least `least` octets.
  private static boolean items(byte[] array, int from, int to, int least) {
    int at = from;
    while (at < to) {
      int octets = array[at] & 0xff;
      if (octets < least) {
        return false;
      }
      at += 1 + octets;
    }
    return at == to && to - from >= least;
  }

  /// Whether a value is the relative template of a path with a variable `dns` (RFC 9461 §5).
  private static boolean template(byte[] array, int from, int to) {
    boolean named = false;
    int variable = -1;
    for (int i = from; i < to; i++) {
      byte c = array[i];
      if (variable < 0) {
        if (c == '}') {
          return false;
        }
        variable = c == '{' ? i + 1 : -1;
      } else if (c == '{') {
        return false;
      } else if (c == '}' || c == ',') {
        named |= dns(array, variable, i) || dns(array, variable + 1, i);
        variable = c == '}' ? -1 : i + 1;
      }
    }
    return named && variable < 0 && array[from] == '/';
  }

  private static boolean dns(byte[] array, int from, int to) {
    return to - from == 3 && array[from] == 'd' && array[from + 1] == 'n' && array[from + 2] == 's';
  }

  private static @Nullable String ascending(byte[] array, int from, int to) {
    int last = MANDATORY;
    for (int at = from; at + 1 < to; at += 2) {
      int key = Octets.u16(array, at);
      if (key <= last) {
        return "has a `mandatory` that names itself or does not ascend (RFC 9460 §8)";
      }
      last = key;
    }
    return multiple(to - from, 2) ? null : "has a broken `mandatory` (RFC 9460 §8)";
  }

  /// Whether the keys listed in `array[from, end)` all follow in `array[end, to)`; both ascend.
  private static boolean holdsAll(byte[] array, int from, int end, int to) {
    int at = end;
    for (int wanted = from; wanted < end; wanted += 2) {
      int key = Octets.u16(array, wanted);
      while (to - at >= 4 && Octets.u16(array, at) < key) {
        at += 4 + Octets.u16(array, at + 2);
      }
      if (to - at < 4 || Octets.u16(array, at) != key) {
        return false;
      }
    }
    return true;
  }
}
