package dev.weir.dns.wire;

import dev.weir.dns.name.Name;
import dev.weir.dns.name.NameText;
import dev.weir.dns.octets.OctetBuffer;
import dev.weir.dns.octets.Octets;
import java.nio.charset.StandardCharsets;

/// A name inside a message, compressed or not (RFC 1035 §4.1.4); nothing is copied.
///
/// The view holds the message and where the name begins. It exists only for names that were
/// checked: every pointer leads backwards, the labels end, and they take 255 octets at most.
/// Equality and hash ignore the case of ASCII letters, and the hash is that of [Name].
public final class NameView {
  private final byte[] array;
  private final int from;
  private final int at;

  /// A name that was checked.
  ///
  /// @param array the array that holds the message
  /// @param from index where the message begins
  /// @param at index where the name begins
  NameView(byte[] array, int from, int at) {
    this.array = array;
    this.from = from;
    this.at = at;
  }

  /// Checks the name at an offset of a message, such as one within record data.
  ///
  /// @param message the whole message: pointers count from its start
  /// @param offset octets from the start of the message
  /// @throws dev.weir.dns.MalformedWire if it is no name that ends within the message
  public static NameView read(Octets message, int offset) {
    if (offset < 0 || offset > message.length()) {
      throw new IndexOutOfBoundsException(offset + " of " + message.length() + " octets");
    }
    int start = message.offset() + offset;
    int end =
        MessageWalk.name(
            message.array(), message.offset(), message.offset() + message.length(), start);
    if (end < 0) {
      throw WireFault.exception(end);
    }
    return new NameView(message.array(), message.offset(), start);
  }

  /// Where the name begins, in octets from the start of the message.
  public int offset() {
    return at - from;
  }

  /// Octets that the name takes where it stands: up to the root label or the first pointer.
  public int span() {
    return MessageWalk.afterName(array, at) - at;
  }

  /// Octets of the uncompressed wire form, the root label included: 1 to 255.
  public int length() {
    int length = 1;
    for (int label = first(); array[label] != 0; label = next(label)) {
      length += array[label] + 1;
    }
    return length;
  }

  /// Labels, the root label not counted: 0 to 127.
  public int labels() {
    int count = 0;
    for (int label = first(); array[label] != 0; label = next(label)) {
      count++;
    }
    return count;
  }

  /// A label without its length octet, counted from the left.
  ///
  /// @param index 0 to [#labels] exclusive
  /// @throws IndexOutOfBoundsException if there are not so many
  public Octets label(int index) {
    int label = first();
    for (int i = 0; i < index && array[label] != 0; i++) {
      label = next(label);
    }
    if (index < 0 || array[label] == 0) {
      throw new IndexOutOfBoundsException("label " + index + " of " + labels());
    }
    return new Octets(array, label + 1, array[label]);
  }

  /// Whether this is the root.
  public boolean root() {
    return array[first()] == 0;
  }

  /// Whether this is `name`, the case of ASCII letters aside.
  public boolean sameAs(Name name) {
    byte[] other = name.wire().array();
    int otherAt = 0;
    int label = first();
    while (array[label] == other[otherAt]) {
      int length = array[label];
      if (length == 0) {
        return true;
      }
      if (!sameOctets(array, label + 1, other, otherAt + 1, length)) {
        return false;
      }
      otherAt += length + 1;
      label = next(label);
    }
    return false;
  }

  /// Whether both views show the same name, the case of ASCII letters aside.
  @SuppressWarnings("ReferenceEquality") // the same label of the same array ends the comparison
  public boolean sameAs(NameView that) {
    int label = first();
    int other = that.first();
    while (array[label] == that.array[other]) {
      if (array[label] == 0 || (label == other && array == that.array)) {
        return true;
      }
      if (!sameOctets(array, label + 1, that.array, other + 1, array[label])) {
        return false;
      }
      label = next(label);
      other = that.next(other);
    }
    return false;
  }

  /// Whether this is `ancestor` or lies below it.
  public boolean under(Name ancestor) {
    int extra = length() - ancestor.length();
    int label = first();
    while (extra > 0) {
      extra -= array[label] + 1;
      label = next(label);
    }
    return extra == 0 && new NameView(array, from, label).sameAs(ancestor);
  }

  /// Copies the name, in the case it was written in.
  public Name toName() {
    byte[] wire = new byte[length()];
    int end = 0;
    for (int label = first(); array[label] != 0; label = next(label)) {
      System.arraycopy(array, label, wire, end, array[label] + 1);
      end += array[label] + 1;
    }
    return Name.of(wire);
  }

  /// Appends the uncompressed wire form, in the case it was written in.
  public void append(OctetBuffer out) {
    for (int label = first(); array[label] != 0; label = next(label)) {
      out.bytes(array, label, array[label] + 1);
    }
    out.u8(0);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof NameView that && sameAs(that);
  }

  /// The hash of the [Name] that this view shows.
  @Override
  public int hashCode() {
    int hash = 0;
    for (int label = first(); array[label] != 0; label = next(label)) {
      int end = label + array[label];
      for (int i = label; i <= end; i++) {
        hash = 31 * hash + Name.fold(array[i]);
      }
    }
    return 31 * hash;
  }

  /// Prints the name with its final dot, escaping as RFC 1035 §5.1 asks.
  @Override
  public String toString() {
    OctetBuffer wire = new OctetBuffer(Name.MAX_OCTETS);
    append(wire);
    OctetBuffer text = new OctetBuffer(wire.length() + 16);
    NameText.print(wire.array(), 0, text);
    return new String(text.array(), 0, text.length(), StandardCharsets.ISO_8859_1);
  }

  /// Index of the first label's length octet, past any pointers.
  private int first() {
    return settle(array, from, at);
  }

  /// Index of the length octet of the label after the one at `label`, past any pointers.
  private int next(int label) {
    return settle(array, from, label + array[label] + 1);
  }

  /// Follows pointers from `start` to a label. It is static so that a view does not have to exist
  /// on the heap where the compiler leaves this a call.
  private static int settle(byte[] array, int from, int start) {
    int label = start;
    while (array[label] < 0) {
      label = from + (Octets.u16(array, label) & 0x3fff);
    }
    return label;
  }

  private static boolean sameOctets(byte[] a, int aFrom, byte[] b, int bFrom, int count) {
    for (int i = 0; i < count; i++) {
      if (a[aFrom + i] != b[bFrom + i] && Name.fold(a[aFrom + i]) != Name.fold(b[bFrom + i])) {
        return false;
      }
    }
    return true;
  }
}
