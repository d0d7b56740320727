package dev.weir.bgp.nlri;

/// One comparison of a filtering rule's component: an operator and a value (RFC 8955 section
/// 4.2.1).
///
/// ```
/// numbers   end (1)  and (1)  size (2)  0 (1)  less (1)  greater (1)  equal (1)
/// bits      end (1)  and (1)  size (2)  0 (2)  not (1)  match all (1)
/// ```
///
/// The operator is kept whole, with the bits that must be zero; which of the two layouts it has is
/// known to the component.
///
/// @param operator the operator's octet without the end-of-list bit
/// @param value the value, unsigned
public record FlowMatch(int operator, long value) {
  /// All further comparisons of the component are behind this one. Set by the encoder.
  static final int END = 0x80;

  /// Joined with the comparison before it by AND, not OR.
  public static final int AND = 0x40;

  /// Of numbers: the packet's is less.
  public static final int LESS = 0x04;

  /// Of numbers: the packet's is greater.
  public static final int GREATER = 0x02;

  /// Of numbers: the packet's is equal.
  public static final int EQUAL = 0x01;

  /// Of bits: the opposite.
  public static final int NOT = 0x02;

  /// Of bits: all bits of the value are set, no others among those of the packet's; without it one
  /// of them suffices.
  public static final int MATCH = 0x01;

  /// Keeps eight bits of the operator.
  ///
  /// @throws IllegalArgumentException if the end-of-list bit is set, or the value is wider than the
  ///   operator says
  public FlowMatch {
    if ((operator & ~0x7f) != 0) {
      throw new IllegalArgumentException("no operator: " + operator);
    }
    int width = width(operator);
    if (width < 8 && value >>> 8 * width != 0) {
      throw new IllegalArgumentException("no value of " + width + " octets: " + value);
    }
  }

  /// Returns a comparison whose value has as few octets as it needs.
  ///
  /// @param bits of the constants
  /// @param value unsigned
  public static FlowMatch of(int bits, long value) {
    int size = value >>> 8 == 0 ? 0 : value >>> 16 == 0 ? 1 : value >>> 32 == 0 ? 2 : 3;
    return new FlowMatch(bits | size << 4, value);
  }

  /// Returns how many octets the value has on the wire: 1, 2, 4 or 8.
  public int width() {
    return width(operator);
  }

  /// Returns whether the comparison before this one must hold too.
  public boolean isAnd() {
    return (operator & AND) != 0;
  }

  /// Evaluates the comparison for a number; none of the three relations is false, all are true.
  ///
  /// @param number the packet's, unsigned
  public boolean holdsForNumber(long number) {
    int order = Long.compareUnsigned(number, value);
    int relation = order < 0 ? LESS : order > 0 ? GREATER : EQUAL;
    return (operator & relation) != 0;
  }

  /// Evaluates the comparison for bits.
  ///
  /// @param bits the packet's
  public boolean holdsForBits(long bits) {
    boolean holds = (operator & MATCH) != 0 ? (bits & value) == value : (bits & value) != 0;
    return holds ^ (operator & NOT) != 0;
  }

  static int width(int operator) {
    return 1 << (operator >> 4 & 3);
  }
}
