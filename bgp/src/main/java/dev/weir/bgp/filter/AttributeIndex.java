package dev.weir.bgp.filter;

import dev.weir.bgp.octets.Octets;
import dev.weir.bgp.path.AttributeCursor;
import dev.weir.bgp.path.PathAttributes;
import org.jspecify.annotations.Nullable;

/// Where each attribute of a set lies, found by one walk at the first question.
///
/// A policy asks for the same few attributes again and again, and of most routes for the same ones;
/// a bit for each type below 64 and two arrays answer in a few instructions, without allocation.
/// The arrays are never cleared: an entry counts only while its bit is set. Types from 64 on, of
/// which the registry has two, are looked for by a walk. Of attributes that occur twice the first
/// counts (RFC 7606 section 3 (g)).
final class AttributeIndex {
  private static final int INDEXED = 64;

  private final int[] offsets = new int[INDEXED];
  private final int[] lengths = new int[INDEXED];
  private PathAttributes attributes = PathAttributes.NONE;
  private long present;
  private boolean walked;

  /// Turns to another set; costs nothing until something is asked.
  void over(PathAttributes set) {
    attributes = set;
    walked = false;
  }

  /// Returns whether there is an attribute of a type.
  boolean has(int type) {
    if (!walked) {
      walk();
    }
    return type < INDEXED ? (present >>> type & 1) != 0 : attributes.has(type);
  }

  /// Returns whether there is an attribute of a type below 64 with a value of that many octets.
  boolean has(int type, int octets) {
    return has(type) && lengths[type] == octets;
  }

  /// Returns the array that [#offset] is about.
  byte[] array() {
    return attributes.octets().array();
  }

  /// Returns where the value of a type below 64 begins; only where [#has] says so.
  int offset(int type) {
    return offsets[type];
  }

  /// Returns where the value of a type below 64 ends; only where [#has] says so.
  int end(int type) {
    return offsets[type] + lengths[type];
  }

  /// Returns the value of an attribute; null if there is none.
  @Nullable Octets value(int type) {
    if (type >= INDEXED) {
      return attributes.value(type);
    }
    return has(type) ? new Octets(array(), offsets[type], lengths[type]) : null;
  }

  private void walk() {
    long found = 0;
    AttributeCursor cursor = attributes.cursor();
    while (cursor.next()) {
      int type = cursor.type();
      if (type < INDEXED && (found >>> type & 1) == 0) {
        found |= 1L << type;
        offsets[type] = cursor.valueOffset();
        lengths[type] = cursor.valueLength();
      }
    }
    present = found;
    walked = true;
  }
}
