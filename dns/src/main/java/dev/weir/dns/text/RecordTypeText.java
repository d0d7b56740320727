package dev.weir.dns.text;

import dev.weir.dns.octets.OctetBuffer;
import dev.weir.dns.type.RecordType;
import java.nio.charset.StandardCharsets;

// The idea: an open-addressed hash table over the mnemonics' octets with the case bit cleared. It
// is
// four times as large as the registry, so that a look-up meets one entry and compares it.

/// Mnemonics of record types, found in text and printed without allocation.
public final class RecordTypeText {
  /// The first type of private use (RFC 6895 §3.1).
  static final int PRIVATE_USE = 65_280;

  private static final byte[] TYPE = {'T', 'Y', 'P', 'E'};
  private static final int SLOTS = 512;
  private static final byte[][] NAMES = new byte[SLOTS][];
  private static final int[] CODES = new int[SLOTS];
  private static final int DENSE = 512;
  private static final byte[][] PRINTED = new byte[DENSE][];

  static {
    for (int code = 0; code < DENSE; code++) {
      PRINTED[code] = new byte[0];
    }
    for (int slot = 0; slot < SLOTS; slot++) {
      NAMES[slot] = new byte[0];
    }
    for (RecordType type : RecordType.all()) {
      byte[] name = type.toString().getBytes(StandardCharsets.US_ASCII);
      int slot = hash(name, 0, name.length);
      while (NAMES[slot].length > 0) {
        slot = (slot + 1) & (SLOTS - 1);
      }
      NAMES[slot] = name;
      CODES[slot] = type.code();
      if (type.code() < DENSE) {
        PRINTED[type.code()] = name;
      }
    }
  }

  private RecordTypeText() {}

  /// The number of the type that `text[from, to)` names in any case, or writes as `TYPEn` (RFC 3597
  /// §5); -1 if it is neither.
  public static int find(byte[] text, int from, int to) {
    int slot = hash(text, from, to);
    while (NAMES[slot].length > 0) {
      if (same(NAMES[slot], text, from, to)) {
        return CODES[slot];
      }
      slot = (slot + 1) & (SLOTS - 1);
    }
    return numbered(text, from, to);
  }

  /// Appends the mnemonic of a type, or `TYPEn`; the latter for all types of private use, since
  /// other programs know other names for them, or none.
  ///
  /// @param code the type's number, 0 to 65535
  /// @param out where to append
  public static void print(int code, OctetBuffer out) {
    if (code < DENSE && PRINTED[code].length > 0) {
      out.bytes(PRINTED[code]);
    } else if (code >= PRIVATE_USE) {
      out.bytes(TYPE);
      NumberText.print(code, out);
    } else {
      out.latin1(new RecordType(code).toString());
    }
  }

  private static int hash(byte[] text, int from, int to) {
    int hash = to - from;
    for (int i = from; i < to; i++) {
      hash = hash * 31 + (text[i] & 0x5f);
    }
    return (hash ^ hash >>> 9) & (SLOTS - 1);
  }

  private static boolean same(byte[] name, byte[] text, int from, int to) {
    if (name.length != to - from) {
      return false;
    }
    for (int i = 0; i < name.length; i++) {
      int c = text[from + i];
      if (c >= 'a' && c <= 'z') {
        c -= 32;
      }
      if (c != name[i]) {
        return false;
      }
    }
    return true;
  }

  private static int numbered(byte[] text, int from, int to) {
    if (to - from < 5 || to - from > 9 || !same(TYPE, text, from, from + 4)) {
      return -1;
    }
    int value = 0;
    for (int i = from + 4; i < to; i++) {
      int digit = text[i] - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      value = value * 10 + digit;
    }
    return value > 0xffff ? -1 : value;
  }
}
