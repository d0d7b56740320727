package dev.weir.bgp.nlri;

import dev.weir.bgp.octets.Octets;

/// MPLS labels before a prefix, outermost first, three octets each (RFC 8277 section 2).
///
/// ```
/// label (20 bits)   traffic class (3)   bottom of stack (1)
/// ```
///
/// All 24 bits are kept, because EVPN puts a VXLAN identifier of 24 bits into the same place.
///
/// @param octets three for each label
public record LabelStack(Octets octets) {
  /// No labels.
  public static final LabelStack NONE = new LabelStack(Octets.EMPTY);

  /// What stands in the place of the labels when a route is withdrawn (RFC 8277 section 2.4).
  public static final LabelStack WITHDRAWN = ofRaw(0x80_0000);

  /// Checks that there are whole labels.
  ///
  /// @throws IllegalArgumentException if there are not
  public LabelStack {
    if (octets.length() % 3 != 0) {
      throw new IllegalArgumentException("labels have three octets each: " + octets);
    }
  }

  /// Returns a stack of labels, 20 bits each, with the bit of the bottom set on the last.
  ///
  /// @throws IllegalArgumentException if one has more than 20 bits
  public static LabelStack of(int... labels) {
    RouteWriter writer = new RouteWriter();
    for (int i = 0; i < labels.length; i++) {
      if (labels[i] >>> 20 != 0) {
        throw new IllegalArgumentException("a label has 20 bits: " + labels[i]);
      }
      writer.u24(labels[i] << 4 | (i == labels.length - 1 ? 1 : 0));
    }
    return new LabelStack(writer.done());
  }

  /// Returns a stack of fields of 24 bits as they stand on the wire.
  public static LabelStack ofRaw(int... fields) {
    RouteWriter writer = new RouteWriter();
    for (int field : fields) {
      writer.u24(field);
    }
    return new LabelStack(writer.done());
  }

  /// Returns how many labels there are.
  public int count() {
    return octets.length() / 3;
  }

  /// Returns all 24 bits of a label's field.
  public int raw(int index) {
    return octets.u24(3 * index);
  }

  /// Returns a label: the first 20 bits of its field.
  public int label(int index) {
    return raw(index) >> 4;
  }

  /// Returns whether this is what a withdrawal writes: `0x800000`, or all zeros as older speakers
  /// have it.
  public boolean isWithdrawn() {
    return count() == 1 && (raw(0) == 0x80_0000 || raw(0) == 0);
  }

  /// Returns the labels with `/` between them, or nothing.
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count(); i++) {
      text.append(i == 0 ? "" : "/").append(label(i));
    }
    return text.toString();
  }

  /// Reads labels up to the one with the bottom bit, but no further than `limit`. What stands for
  /// the labels of a withdrawn route ends the stack too. If none has the bit there is one label,
  /// with a bit that its sender did not care for (RFC 8277 section 2.2).
  static LabelStack read(Octets from, int at, int limit) {
    for (int next = at; limit - next >= 3; next += 3) {
      int raw = from.u24(next);
      boolean absent = next == at && (raw == 0x80_0000 || raw == 0);
      if ((raw & 1) != 0 || absent) {
        return new LabelStack(from.slice(at, next + 3 - at));
      }
    }
    return limit - at < 3 ? NONE : new LabelStack(from.slice(at, 3));
  }
}
