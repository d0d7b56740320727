package dev.weir.dns.wire;

import dev.weir.dns.MalformedWire;
import dev.weir.dns.octets.OctetBuffer;
import dev.weir.dns.rdata.Field;
import dev.weir.dns.rdata.RdataLayout;

/// Record data of a received message, made free of compression and checked.
public final class RdataExpander {
  private RdataExpander() {}

  /// Appends the data of one record without compression, and checks it against its type.
  ///
  /// Pointers are followed in the types of RFC 1035 and those of RFC 3597 §4, and refused
  /// elsewhere.
  ///
  /// @param type the record type's number
  /// @param message the array that holds the message
  /// @param messageFrom where the message begins: pointers count from there
  /// @param messageTo where the message ends, exclusive
  /// @param rdataFrom where the record data begins
  /// @param rdataLength its octets in the message
  /// @param out where to append
  /// @throws MalformedWire if a pointer or the data is broken; nothing is left in `out`
  public static void expand(
      int type,
      byte[] message,
      int messageFrom,
      int messageTo,
      int rdataFrom,
      int rdataLength,
      OctetBuffer out) {
    int start = out.length();
    if (rdataLength > messageTo - rdataFrom) {
      throw MalformedWire.untraced(rdataFrom - messageFrom, "record data is cut short");
    }
    RdataLayout layout = RdataLayout.of(type);
    if (!layout.expands()) {
      RdataValidator.validate(type, message, rdataFrom, rdataLength);
      out.bytes(message, rdataFrom, rdataLength);
      return;
    }
    try {
      int rdataTo = rdataFrom + rdataLength;
      int at = rdataFrom;
      for (int i = 0; i < layout.size(); i++) {
        Field field = layout.field(i);
        int end;
        if (field.expands()) {
          end = at + CompressedName.append(message, messageFrom, messageTo, at, out);
        } else {
          end = field.end(message, rdataFrom, at, rdataTo);
          out.bytes(message, at, Math.max(end - at, 0));
        }
        if (end < 0 || end > rdataTo) {
          throw MalformedWire.untraced(
              at - messageFrom,
              "the field " + field + " of " + layout.type() + " is broken or cut short");
        }
        at = end;
      }
      if (at != rdataTo) {
        throw MalformedWire.untraced(
            at - messageFrom,
            (rdataTo - at) + " octets are left over after the fields of " + layout.type());
      }
      RdataValidator.validate(type, out.array(), start, out.length() - start);
    } catch (MalformedWire e) {
      out.truncate(start);
      throw e;
    }
  }
}
