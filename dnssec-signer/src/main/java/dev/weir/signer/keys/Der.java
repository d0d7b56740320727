package dev.weir.signer.keys;

import dev.weir.dns.octets.OctetBuffer;
import dev.weir.signer.KeyFault;
import java.math.BigInteger;

/// The few forms of DER (ITU-T X.690) that keys are wrapped in: a cursor to read and functions to
/// write. Lengths are checked against what is there before anything is copied.
final class Der {
  static final int INTEGER = 0x02;
  static final int BIT_STRING = 0x03;
  static final int OCTET_STRING = 0x04;
  static final int SEQUENCE = 0x30;
  static final int CONTEXT_0 = 0xa0;
  static final int CONTEXT_1 = 0xa1;

  private final byte[] array;
  private final int end;
  private int at;

  private Der(byte[] array, int from, int to) {
    this.array = array;
    this.at = from;
    this.end = to;
  }

  static Der of(byte[] array) {
    return new Der(array, 0, array.length);
  }

  /// A copy of the contents that are left; the cursor stays.
  byte[] remaining() {
    return java.util.Arrays.copyOfRange(array, at, end);
  }

  /// Passes over an integer.
  Der skipInteger() {
    enter(INTEGER);
    return this;
  }

  /// The tag of the next element, or -1 at the end.
  int peek() {
    return at < end ? array[at] & 0xff : -1;
  }

  /// Enters the next element, which must have `tag`.
  Der enter(int tag) {
    if (peek() != tag) {
      throw new KeyFault(
          "the key's DER has tag " + peek() + " at octet " + at + " where " + tag + " must be");
    }
    int length = length();
    Der inner = new Der(array, at, at + length);
    at += length;
    return inner;
  }

  private int length() {
    at++;
    if (at >= end) {
      throw cut();
    }
    int first = array[at++] & 0xff;
    int length = first;
    if (first >= 0x80) {
      int octets = first & 0x7f;
      if (octets == 0 || octets > 3 || octets > end - at) {
        throw cut();
      }
      length = 0;
      for (int i = 0; i < octets; i++) {
        length = length << 8 | (array[at++] & 0xff);
      }
    }
    if (length > end - at) {
      throw cut();
    }
    return length;
  }

  private KeyFault cut() {
    return new KeyFault("the key's DER is cut short at octet " + at);
  }

  /// The contents that are left.
  byte[] rest() {
    byte[] octets = java.util.Arrays.copyOfRange(array, at, end);
    at = end;
    return octets;
  }

  /// Reads an integer.
  BigInteger integer() {
    byte[] octets = enter(INTEGER).rest();
    if (octets.length == 0) {
      throw new KeyFault("the key's DER has an empty integer");
    }
    return new BigInteger(octets);
  }

  /// Writes an element with its tag.
  static byte[] element(int tag, byte[]... parts) {
    int length = 0;
    for (byte[] part : parts) {
      length += part.length;
    }
    OctetBuffer out = new OctetBuffer(length + 5);
    out.u8(tag);
    if (length < 0x80) {
      out.u8(length);
    } else if (length < 0x100) {
      out.u8(0x81).u8(length);
    } else {
      out.u8(0x82).u16(length);
    }
    for (byte[] part : parts) {
      out.bytes(part);
    }
    return out.toBytes();
  }

  static byte[] sequence(byte[]... parts) {
    return element(SEQUENCE, parts);
  }

  static byte[] integer(BigInteger number) {
    return element(INTEGER, number.toByteArray());
  }

  static byte[] integer(int number) {
    return integer(BigInteger.valueOf(number));
  }

  static byte[] octetString(byte[] octets) {
    return element(OCTET_STRING, octets);
  }

  static byte[] bitString(byte[] octets) {
    return element(BIT_STRING, new byte[1], octets);
  }
}
