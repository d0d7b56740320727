package dev.weir.dns.wire;

import dev.weir.dns.octets.Octets;
import dev.weir.dns.type.RecordType;

// The idea: a message is walked once, from the header to its last octet, and everything that a view
// will later rely on is checked on the way. What passed is never checked again.
//
// The representation: positions are indices into the array; faults carry offsets from the start of
// the message. A walk returns a packed number and throws nothing, so that a flood of broken
// datagrams costs what a flood of sound ones does.
//
// The bounds on work: a name takes at most 127 labels and 127 pointers, whatever the message says,
// and each pointer must lead to before the run of labels that it ends; so a message of n octets
// costs at most 254 steps for each of its n/5 names, and nothing is allocated.

/// The one pass that validates a message's structure (RFC 1035 §4.1).
final class MessageWalk {
  /// Octets of the header.
  static final int HEADER = 12;

  private static final int MAX_MESSAGE = 65_535;
  private static final int MAX_POINTERS = 127;
  private static final int MAX_LABELS_OCTETS = 254;
  private static final int OPT = RecordType.OPT.code();
  private static final int TSIG = RecordType.TSIG.code();

  private MessageWalk() {}

  /// Validates `array[from, to)` as one message.
  ///
  /// @return where the sections begin, each in 16 bits as an offset from the start of the message
  ///   (answer lowest, then authority, then additional); or a negative packed [WireFault]
  static long check(byte[] array, int from, int to) {
    if (to - from < HEADER) {
      return WireFault.HEADER_CUT.at(to - from);
    }
    if (to - from > MAX_MESSAGE) {
      return WireFault.MESSAGE_LONG.at(MAX_MESSAGE);
    }
    int questions = Octets.u16(array, from + 4);
    if (questions > 1 && (array[from + 2] & 0x78) == 0) {
      return WireFault.QUESTION_COUNT.at(4);
    }
    int answer = questions(array, from, to, questions);
    if (answer < 0) {
      return answer;
    }
    int authority = records(array, from, to, answer, Octets.u16(array, from + 6));
    if (authority < 0) {
      return authority;
    }
    int additional = records(array, from, to, authority, Octets.u16(array, from + 8));
    if (additional < 0) {
      return additional;
    }
    int end = additional(array, from, to, additional);
    if (end < 0) {
      return end;
    }
    if (end != to) {
      return WireFault.TRAILING.at(end - from);
    }
    return answer - from | (long) (authority - from) << 16 | (long) (additional - from) << 32;
  }

  private static int questions(byte[] array, int from, int to, int count) {
    int at = from + HEADER;
    for (int i = 0; i < count; i++) {
      if (at == to) {
        return WireFault.QUESTION_MISSING.at(at - from);
      }
      int fixed = name(array, from, to, at);
      if (fixed < 0) {
        return fixed;
      }
      if (to - fixed < 4) {
        return WireFault.QUESTION_CUT.at(fixed - from);
      }
      at = fixed + 4;
    }
    return at;
  }

  /// Walks the answer or authority section.
  private static int records(byte[] array, int from, int to, int start, int count) {
    int at = start;
    for (int i = 0; i < count; i++) {
      int fixed = recordHead(array, from, to, at);
      if (fixed < 0) {
        return fixed;
      }
      int type = Octets.u16(array, fixed);
      if (type == OPT) {
        return WireFault.OPT_PLACE.at(at - from);
      }
      if (type == TSIG) {
        return WireFault.TSIG_PLACE.at(at - from);
      }
      at = fixed + 10 + Octets.u16(array, fixed + 8);
    }
    return at;
  }

  private static int additional(byte[] array, int from, int to, int start) {
    int count = Octets.u16(array, from + 10);
    int at = start;
    boolean opt = false;
    for (int i = 0; i < count; i++) {
      int fixed = recordHead(array, from, to, at);
      if (fixed < 0) {
        return fixed;
      }
      int type = Octets.u16(array, fixed);
      if (type == OPT) {
        if (array[at] != 0) {
          return WireFault.OPT_OWNER.at(at - from);
        }
        if (opt) {
          return WireFault.OPT_TWICE.at(at - from);
        }
        opt = true;
      } else if (type == TSIG && i != count - 1) {
        return WireFault.TSIG_PLACE.at(at - from);
      }
      at = fixed + 10 + Octets.u16(array, fixed + 8);
    }
    return at;
  }

  /// Checks the record at `at`; the index of its TYPE field, or a fault.
  private static int recordHead(byte[] array, int from, int to, int at) {
    if (at == to) {
      return WireFault.RECORD_MISSING.at(at - from);
    }
    int fixed = name(array, from, to, at);
    if (fixed < 0) {
      return fixed;
    }
    if (to - fixed < 10) {
      return WireFault.RECORD_CUT.at(fixed - from);
    }
    if (to - fixed - 10 < Octets.u16(array, fixed + 8)) {
      return WireFault.RDATA_CUT.at(fixed + 8 - from);
    }
    return fixed;
  }

  /// Checks the name at `at`, following its pointers.
  ///
  /// @param from where the message begins
  /// @param to where the message ends
  /// @return the index after the name's own octets (after its first pointer, if it has one), or a
  ///   negative packed [WireFault]
  static int name(byte[] array, int from, int to, int at) {
    int end = -1;
    int run = at;
    int position = at;
    int octets = 0;
    int pointers = 0;
    while (position < to) {
      int length = array[position] & 0xff;
      if (length == 0) {
        return end < 0 ? position + 1 : end;
      }
      if (length < 0x40) {
        octets += length + 1;
        if (octets > MAX_LABELS_OCTETS) {
          return WireFault.NAME_LONG.at(position - from);
        }
        position += length + 1;
        continue;
      }
      if (length < 0xc0) {
        return WireFault.LABEL_TYPE.at(position - from);
      }
      if (position + 1 == to) {
        return WireFault.NAME_CUT.at(position + 1 - from);
      }
      int target = (length & 0x3f) << 8 | (array[position + 1] & 0xff);
      if (target < HEADER) {
        return WireFault.POINTER_HEADER.at(position - from);
      }
      if (from + target >= run) {
        return WireFault.POINTER_FORWARD.at(position - from);
      }
      if (++pointers > MAX_POINTERS) {
        return WireFault.POINTER_CHAIN.at(position - from);
      }
      if (end < 0) {
        end = position + 2;
      }
      run = from + target;
      position = run;
    }
    return WireFault.NAME_CUT.at(to - from);
  }

  /// The index after a sound name's own octets.
  static int afterName(byte[] array, int start) {
    int at = start;
    while (array[at] > 0) {
      at += array[at] + 1;
    }
    return array[at] == 0 ? at + 1 : at + 2;
  }
}
