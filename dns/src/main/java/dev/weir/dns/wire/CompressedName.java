package dev.weir.dns.wire;

import dev.weir.dns.MalformedWire;
import dev.weir.dns.name.Name;
import dev.weir.dns.octets.OctetBuffer;

/// Names in a received message, with their compression pointers followed (RFC 1035 §4.1.4).
///
/// Offsets are indexes of the array; the offset in a [MalformedWire] counts from the message's
/// start.
public final class CompressedName {
  private CompressedName() {}

  /// Appends the name at `at` without compression, in the case it was written in.
  ///
  /// Nothing is left in `out` when the name is refused.
  ///
  /// @param message the array that holds the message
  /// @param messageFrom where the message begins: pointers count from there
  /// @param messageTo where the message ends, exclusive
  /// @param at where the name begins
  /// @param out where to append
  /// @return octets that the name takes at `at`, a pointer being the end of it
  /// @throws MalformedWire if the name is cut short, longer than 255 octets, has a reserved label
  ///   type, a pointer that does not lead backwards to behind the header, or more than 127 of them
  public static int append(
      byte[] message, int messageFrom, int messageTo, int at, OctetBuffer out) {
    int end = check(message, messageFrom, messageTo, at);
    new NameView(message, messageFrom, at).append(out);
    return end - at;
  }

  /// Checks the name at `at` in full, and measures it.
  ///
  /// @param message the array that holds the message
  /// @param messageFrom where the message begins: pointers count from there
  /// @param messageTo where the message ends, exclusive
  /// @param at where the name begins
  /// @return octets of the name without compression, the root label included: 1 to 255
  /// @throws MalformedWire as [#append] does
  public static int measure(byte[] message, int messageFrom, int messageTo, int at) {
    check(message, messageFrom, messageTo, at);
    return new NameView(message, messageFrom, at).length();
  }

  /// Steps over the name at `at`; pointers are neither followed nor checked.
  ///
  /// @param message the array that holds the message
  /// @param messageFrom where the message begins
  /// @param messageTo where the message ends, exclusive
  /// @param at where the name begins
  /// @return octets that the name takes at `at`, a pointer being the end of it
  /// @throws MalformedWire if the name is cut short or has a reserved label type
  public static int skip(byte[] message, int messageFrom, int messageTo, int at) {
    int next = at;
    while (next < messageTo) {
      int label = message[next] & 0xff;
      if (label == 0) {
        return next + 1 - at;
      }
      if (label > Name.MAX_LABEL_OCTETS) {
        if (label < 0xc0) {
          throw reservedLabel(next - messageFrom, label);
        }
        if (next + 2 > messageTo) {
          break;
        }
        return next + 2 - at;
      }
      next += label + 1;
    }
    throw new MalformedWire(next - messageFrom, "name is cut short");
  }

  private static int check(byte[] message, int messageFrom, int messageTo, int at) {
    int end = MessageWalk.name(message, messageFrom, messageTo, at);
    if (end < 0) {
      throw WireFault.exception(end);
    }
    return end;
  }

  private static MalformedWire reservedLabel(int offset, int label) {
    return new MalformedWire(offset, "reserved label type " + (label >> 6) + " (RFC 6891 §5)");
  }
}
