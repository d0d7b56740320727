package dev.weir.dns.wire;

import dev.weir.dns.MalformedWire;
import dev.weir.dns.name.Name;
import dev.weir.dns.octets.OctetBuffer;

// The idea: a pointer may lead only to "a prior occurrence" of a name (RFC 1035 §4.1.4). Read
// strictly, each pointer leads before the start of the run of labels that it ends. Then every run
// starts before the one it came from, so that the walk ends without counting jumps, and no loop,
// no pointer to itself and no pointer forward can exist. Names begin behind the header, so nothing
// may point into its twelve octets.

/// Names in a received message, with their compression pointers followed (RFC 1035 §4.1.4).
///
/// Offsets are indexes of the array; the offset in a [MalformedWire] counts from the message's
/// start.
public final class CompressedName {
  private static final int HEADER_OCTETS = 12;

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
  ///   type, or a pointer that does not lead backwards to behind the header
  public static int append(
      byte[] message, int messageFrom, int messageTo, int at, OctetBuffer out) {
    int start = out.length();
    out.reserve(Name.MAX_OCTETS + 1);
    byte[] array = out.array();
    int written = start;
    int run = at;
    int next = at;
    int consumed = -1;
    while (next < messageTo) {
      int label = message[next] & 0xff;
      if (label > Name.MAX_LABEL_OCTETS) {
        int target = target(message, messageFrom, messageTo, next, run);
        if (consumed < 0) {
          consumed = next + 2 - at;
        }
        run = target;
        next = target;
        continue;
      }
      if (label >= messageTo - next) {
        break;
      }
      if (written + label + 1 - start > Name.MAX_OCTETS) {
        throw new MalformedWire(next - messageFrom, "name longer than 255 octets (RFC 1035 §3.1)");
      }
      System.arraycopy(message, next, array, written, label + 1);
      written += label + 1;
      next += label + 1;
      if (label == 0) {
        out.advance(written - start);
        return consumed < 0 ? next - at : consumed;
      }
    }
    throw new MalformedWire(next - messageFrom, "name is cut short");
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
    int octets = 0;
    int run = at;
    int next = at;
    while (next < messageTo) {
      int label = message[next] & 0xff;
      if (label > Name.MAX_LABEL_OCTETS) {
        run = target(message, messageFrom, messageTo, next, run);
        next = run;
        continue;
      }
      octets += label + 1;
      if (octets > Name.MAX_OCTETS) {
        throw new MalformedWire(next - messageFrom, "name longer than 255 octets (RFC 1035 §3.1)");
      }
      next += label + 1;
      if (label == 0) {
        return octets;
      }
    }
    throw new MalformedWire(next - messageFrom, "name is cut short");
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

  /// The index that the pointer at `next` leads to; `run` is where its run of labels began.
  private static int target(byte[] message, int messageFrom, int messageTo, int next, int run) {
    int high = message[next] & 0xff;
    if (high < 0xc0) {
      throw reservedLabel(next - messageFrom, high);
    }
    if (next + 1 >= messageTo) {
      throw new MalformedWire(next - messageFrom, "compression pointer is cut short");
    }
    int offset = (high & 0x3f) << 8 | (message[next + 1] & 0xff);
    if (offset < HEADER_OCTETS) {
      throw new MalformedWire(
          next - messageFrom, "compression pointer into the header (RFC 1035 §4.1.4)");
    }
    if (offset >= run - messageFrom) {
      throw new MalformedWire(
          next - messageFrom,
          "compression pointer to octet " + offset + " does not lead backwards (RFC 1035 §4.1.4)");
    }
    return messageFrom + offset;
  }

  private static MalformedWire reservedLabel(int offset, int label) {
    return new MalformedWire(offset, "reserved label type " + (label >> 6) + " (RFC 6891 §5)");
  }
}
