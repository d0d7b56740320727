package dev.weir.bgp.octets;

import java.util.Arrays;
import java.util.HexFormat;

/// A view over `length` octets of an array, starting at `offset`; nothing is copied.
///
/// Offsets given to the accessors are relative to the view and are checked against it. The view is
/// a small record that escape analysis removes. Whoever shares the array must not change it while
/// views of it are in use; [#detach] copies what is to be kept. Equality compares contents.
///
/// @param array the backing array, shared and not copied
/// @param offset where the view begins in the array, in octets
/// @param length octets in the view
public record Octets(byte[] array, int offset, int length) {
  /// The view of nothing.
  public static final Octets EMPTY = new Octets(new byte[0], 0, 0);

  /// Checks that the view lies inside the array.
  public Octets {
    if ((offset | length) < 0 || length > array.length - offset) {
      throw new IndexOutOfBoundsException(
          "view of " + length + " octets at " + offset + " in an array of " + array.length);
    }
  }

  /// A view of the whole array.
  public static Octets of(byte[] array) {
    return new Octets(array, 0, array.length);
  }

  /// Reads hexadecimal digits, two for each octet, without separators.
  public static Octets parseHex(String digits) {
    return of(HexFormat.of().parseHex(digits));
  }

  /// Returns whether there is nothing in the view.
  public boolean isEmpty() {
    return length == 0;
  }

  /// Returns where the view ends in the array, exclusive.
  public int end() {
    return offset + length;
  }

  /// Reads one unsigned octet.
  public int u8(int at) {
    return array[index(at, 1)] & 0xff;
  }

  /// Reads two octets, unsigned, network order.
  public int u16(int at) {
    return u16(array, index(at, 2));
  }

  /// Reads three octets, unsigned, network order.
  public int u24(int at) {
    int first = index(at, 3);
    return (array[first] & 0xff) << 16 | u16(array, first + 1);
  }

  /// Reads four octets as a signed 32-bit integer, network order.
  public int i32(int at) {
    return i32(array, index(at, 4));
  }

  /// Reads four octets, unsigned, network order.
  public long u32(int at) {
    return i32(at) & 0xffff_ffffL;
  }

  /// Reads eight octets as a signed 64-bit integer, network order.
  public long i64(int at) {
    return i64(array, index(at, 8));
  }

  /// A part of this view: `length` octets from `at`.
  public Octets slice(int at, int length) {
    if ((at | length) < 0 || length > this.length - at) {
      throw new IndexOutOfBoundsException(
          length + " octets at " + at + " of a view of " + this.length);
    }
    return new Octets(array, offset + at, length);
  }

  /// The part of this view from `at` to its end.
  public Octets from(int at) {
    return slice(at, length - at);
  }

  /// A fresh array with a copy of the octets.
  public byte[] toBytes() {
    return Arrays.copyOfRange(array, offset, offset + length);
  }

  /// The same octets in an array of their own.
  public Octets detach() {
    return of(toBytes());
  }

  /// Copies the octets into an array.
  ///
  /// @return the offset behind the last octet written
  public int copyTo(byte[] into, int at) {
    System.arraycopy(array, offset, into, at, length);
    return at + length;
  }

  /// Compares as unsigned octets, a beginning before what it begins.
  public int compareUnsigned(Octets other) {
    return Arrays.compareUnsigned(
        array, offset, offset + length, other.array, other.offset, other.offset + other.length);
  }

  /// Reads two octets of an array, unsigned, network order; the array checks the bounds.
  public static int u16(byte[] array, int at) {
    return (array[at] & 0xff) << 8 | (array[at + 1] & 0xff);
  }

  /// Reads four octets of an array as a signed integer, network order; the array checks the bounds.
  public static int i32(byte[] array, int at) {
    return array[at] << 24
        | (array[at + 1] & 0xff) << 16
        | (array[at + 2] & 0xff) << 8
        | (array[at + 3] & 0xff);
  }

  /// Reads eight octets of an array as a signed integer, network order; the array checks the
  /// bounds.
  public static long i64(byte[] array, int at) {
    return (long) i32(array, at) << 32 | i32(array, at + 4) & 0xffff_ffffL;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Octets that
        && Arrays.equals(
            array, offset, offset + length, that.array, that.offset, that.offset + that.length);
  }

  @Override
  public int hashCode() {
    int hash = 1;
    for (int i = 0; i < length; i++) {
      hash = 31 * hash + array[offset + i];
    }
    return hash;
  }

  /// Prints the octets in hexadecimal.
  @Override
  public String toString() {
    return HexFormat.of().formatHex(array, offset, offset + length);
  }

  private int index(int at, int octets) {
    if (at < 0 || octets > length - at) {
      throw new IndexOutOfBoundsException(octets + " octets at " + at + " of a view of " + length);
    }
    return offset + at;
  }
}
