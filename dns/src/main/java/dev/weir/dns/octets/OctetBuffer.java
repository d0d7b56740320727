package dev.weir.dns.octets;

import java.util.Arrays;

/// A growing buffer that octets are appended to, for one thread at a time.
///
/// It is reused by its owner: [#clear] keeps the array, so that a loop that fills and drains a
/// buffer allocates nothing. Integers are written in network order.
public final class OctetBuffer {
  private byte[] array;
  private int length;

  /// An empty buffer with room for 256 octets.
  public OctetBuffer() {
    this(256);
  }

  /// An empty buffer with room for `capacity` octets; it grows when more are written.
  public OctetBuffer(int capacity) {
    array = new byte[capacity];
  }

  /// The backing array, valid from 0 to [#length] until the next write.
  public byte[] array() {
    return array;
  }

  /// Octets written so far.
  public int length() {
    return length;
  }

  /// Forgets what was written, and keeps the room.
  public void clear() {
    length = 0;
  }

  /// Cuts the buffer back to its first `newLength` octets.
  public void truncate(int newLength) {
    if (newLength < 0 || newLength > length) {
      throw new IndexOutOfBoundsException(newLength + " of " + length + " octets");
    }
    length = newLength;
  }

  /// Makes room for `more` octets, so that the caller may write into [#array] and [#advance].
  public void reserve(int more) {
    if (more > array.length - length) {
      grow(more);
    }
  }

  private void grow(int more) {
    array = Arrays.copyOf(array, Math.max(length + more, array.length * 2));
  }

  /// Counts `count` octets, written directly into the reserved room, as written.
  public void advance(int count) {
    length += count;
  }

  /// Appends one octet, the low eight bits of `value`.
  public OctetBuffer u8(int value) {
    reserve(1);
    array[length++] = (byte) value;
    return this;
  }

  /// Appends two octets, the low sixteen bits of `value`.
  public OctetBuffer u16(int value) {
    reserve(2);
    array[length++] = (byte) (value >> 8);
    array[length++] = (byte) value;
    return this;
  }

  /// Appends four octets.
  public OctetBuffer i32(int value) {
    reserve(4);
    array[length++] = (byte) (value >> 24);
    array[length++] = (byte) (value >> 16);
    array[length++] = (byte) (value >> 8);
    array[length++] = (byte) value;
    return this;
  }

  /// Appends six octets, the low 48 bits of `value`.
  public OctetBuffer u48(long value) {
    return u16((int) (value >> 32)).i32((int) value);
  }

  /// Overwrites two octets written before, at `at`.
  public void putU16(int at, int value) {
    if (at < 0 || at > length - 2) {
      throw new IndexOutOfBoundsException("2 octets at " + at + " of " + length);
    }
    array[at] = (byte) (value >> 8);
    array[at + 1] = (byte) value;
  }

  /// Appends `count` octets of `source` from `offset`.
  public OctetBuffer bytes(byte[] source, int offset, int count) {
    reserve(count);
    System.arraycopy(source, offset, array, length, count);
    length += count;
    return this;
  }

  /// Appends a whole array.
  public OctetBuffer bytes(byte[] source) {
    return bytes(source, 0, source.length);
  }

  /// Appends a view.
  public OctetBuffer octets(Octets source) {
    return bytes(source.array(), source.offset(), source.length());
  }

  /// Appends the characters of `text`, each of which must be below 256, an octet for each.
  public OctetBuffer latin1(String text) {
    int count = text.length();
    reserve(count);
    for (int i = 0; i < count; i++) {
      array[length + i] = (byte) text.charAt(i);
    }
    length += count;
    return this;
  }

  /// A buffer with the same octets and no room beyond them.
  public OctetBuffer trimmed() {
    OctetBuffer exact = new OctetBuffer(length);
    System.arraycopy(array, 0, exact.array, 0, length);
    exact.length = length;
    return exact;
  }

  /// A view of what was written; it holds until the next write or [#clear].
  public Octets view() {
    return new Octets(array, 0, length);
  }

  /// A copy of what was written.
  public byte[] toBytes() {
    return Arrays.copyOf(array, length);
  }
}
