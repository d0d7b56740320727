package dev.weir.bgp.path;

import dev.weir.bgp.octets.Octets;

/// Steps over path attributes, one behind another (RFC 4271 section 4.3). Belongs to the loop that
/// made it, so that it costs no allocation.
///
/// ```
/// AttributeCursor cursor = attributes.cursor();
/// while (cursor.next()) { ... cursor.type() ... cursor.value() ... }
/// ```
///
/// At an attribute that is longer than what is left, [#next] returns false and [#isTorn] true.
public final class AttributeCursor {
  private final byte[] array;
  private final int end;
  private int start;
  private int next;
  private int value;
  private int length;
  private boolean torn;

  AttributeCursor(Octets attributes) {
    this.array = attributes.array();
    this.next = attributes.offset();
    this.start = next;
    this.end = attributes.end();
  }

  /// Moves to the next attribute; false behind the last and at a torn one.
  public boolean next() {
    start = next;
    if (end - next < 3) {
      torn = next != end;
      return false;
    }
    boolean wide = (array[next] & RawAttribute.EXTENDED_LENGTH) != 0;
    value = next + (wide ? 4 : 3);
    if (value > end) {
      torn = true;
      return false;
    }
    length = wide ? Octets.u16(array, next + 2) : array[next + 2] & 0xff;
    if (length > end - value) {
      torn = true;
      return false;
    }
    next = value + length;
    return true;
  }

  /// Returns the flags of this attribute, see [RawAttribute].
  public int flags() {
    return array[start] & 0xff;
  }

  /// Returns the type code of this attribute, see [AttributeType].
  public int type() {
    return array[start + 1] & 0xff;
  }

  /// Returns where this attribute begins in the backing array, in octets; the torn one behind the
  /// last whole one.
  public int start() {
    return start;
  }

  /// Returns where the value of this attribute begins in the backing array, in octets.
  public int valueOffset() {
    return value;
  }

  /// Returns how many octets the value of this attribute has.
  public int valueLength() {
    return length;
  }

  /// Returns the value of this attribute.
  public Octets value() {
    return new Octets(array, value, length);
  }

  /// Returns this attribute.
  public RawAttribute attribute() {
    return new RawAttribute(flags(), type(), value());
  }

  /// Returns whether the walk ended at an attribute that is longer than what is left.
  public boolean isTorn() {
    return torn;
  }
}
