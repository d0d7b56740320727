package dev.weir.bgp.nlri;

import dev.weir.bgp.octets.Octets;
import dev.weir.inet.IpAddress;
import java.util.Arrays;

/// Octets that grow at their end, network order.
final class OctetWriter {
  private byte[] array = new byte[32];
  private int length;

  OctetWriter u8(int value) {
    reserve(1);
    array[length++] = (byte) value;
    return this;
  }

  OctetWriter u16(int value) {
    return u8(value >> 8).u8(value);
  }

  OctetWriter u24(int value) {
    return u8(value >> 16).u16(value);
  }

  OctetWriter i32(int value) {
    return u16(value >> 16).u16(value);
  }

  OctetWriter u48(long value) {
    return u16((int) (value >> 32)).i32((int) value);
  }

  OctetWriter i64(long value) {
    return i32((int) (value >> 32)).i32((int) value);
  }

  /// Writes the last `width` octets of a number: 1, 2, 4 or 8.
  OctetWriter number(long value, int width) {
    for (int i = width - 1; i >= 0; i--) {
      u8((int) (value >> 8 * i));
    }
    return this;
  }

  OctetWriter octets(Octets octets) {
    reserve(octets.length());
    length = octets.copyTo(array, length);
    return this;
  }

  /// Writes the whole address.
  OctetWriter address(IpAddress address) {
    reserve(16);
    length = address.write(array, length);
    return this;
  }

  /// Writes as many leading octets of the address as the bits need.
  OctetWriter bits(IpAddress address, int bits) {
    address(address);
    length -= address.width() / 8 - (bits + 7) / 8;
    return this;
  }

  int length() {
    return length;
  }

  Octets done() {
    return new Octets(array, 0, length);
  }

  private void reserve(int octets) {
    if (octets > array.length - length) {
      array = Arrays.copyOf(array, Math.max(2 * array.length, length + octets));
    }
  }
}
