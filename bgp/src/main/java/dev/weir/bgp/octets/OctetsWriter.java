package dev.weir.bgp.octets;

import java.util.Arrays;

/// Puts octets together in network order, in an array that grows.
///
/// A length that is known only later is written as a gap, and filled in with [#setU8] or [#setU16].
/// Numbers are cut to their field: whoever cares checks before.
public final class OctetsWriter {
  private byte[] array;
  private int length;

  /// Begins with room for a usual message.
  public OctetsWriter() {
    this(256);
  }

  /// Begins with room for a number of octets.
  public OctetsWriter(int capacity) {
    this.array = new byte[Math.max(capacity, 8)];
  }

  /// Returns how many octets have been written.
  public int length() {
    return length;
  }

  /// Writes one octet.
  public OctetsWriter u8(int number) {
    reserve(1);
    array[length++] = (byte) number;
    return this;
  }

  /// Writes two octets.
  public OctetsWriter u16(int number) {
    return u8(number >>> 8).u8(number);
  }

  /// Writes three octets.
  public OctetsWriter u24(int number) {
    return u8(number >>> 16).u16(number);
  }

  /// Writes four octets.
  public OctetsWriter u32(int number) {
    return u16(number >>> 16).u16(number);
  }

  /// Writes eight octets.
  public OctetsWriter u64(long number) {
    return u32((int) (number >>> 32)).u32((int) number);
  }

  /// Writes a copy of octets.
  public OctetsWriter octets(Octets octets) {
    reserve(octets.length());
    length = octets.copyTo(array, length);
    return this;
  }

  /// Writes a copy of octets.
  public OctetsWriter bytes(byte... bytes) {
    return octets(Octets.of(bytes));
  }

  /// Overwrites one octet that has been written.
  public void setU8(int at, int number) {
    array[at] = (byte) number;
  }

  /// Overwrites two octets that have been written.
  public void setU16(int at, int number) {
    array[at] = (byte) (number >>> 8);
    array[at + 1] = (byte) number;
  }

  /// Forgets all that was written behind an offset.
  public void truncate(int to) {
    length = Math.min(length, to);
  }

  /// Returns what has been written, in an array of its own.
  public Octets toOctets() {
    return Octets.of(Arrays.copyOf(array, length));
  }

  private void reserve(int more) {
    if (more > array.length - length) {
      array = Arrays.copyOf(array, Math.max(array.length * 2, length + more));
    }
  }
}
