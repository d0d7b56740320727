package dev.weir.dns.wire;

import dev.weir.dns.name.Name;
import dev.weir.dns.octets.Octets;
import dev.weir.dns.type.RecordType;
import org.jspecify.annotations.Nullable;

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
//
// The shortcuts, both for what servers do: an owner that repeats the pointer of the owner before it
// was followed already, and a name that ends in the same tail as the name before (the zone's name,
// most often) need not walk that tail again. What is accepted does not depend on them.
//
// `check` is one large method, too large to become part of its callers. They stay small enough to
// become part of theirs, which is what keeps views off the heap.

/// The one pass that validates a message's structure (RFC 1035 §4.1).
final class MessageWalk {
  /// Octets of the header.
  static final int HEADER = 12;

  private static final int MAX_MESSAGE = 65_535;
  private static final int MAX_POINTERS = 127;
  private static final int ADDITIONAL = 2;
  private static final int OPT = RecordType.OPT.code();
  private static final int TSIG = RecordType.TSIG.code();

  private final byte[] array;
  private final int from;
  private final int to;
  private int tail = -1;
  private int tailOctets;

  private MessageWalk(byte[] array, int from, int to) {
    this.array = array;
    this.from = from;
    this.to = to;
  }

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
    MessageWalk walk = new MessageWalk(array, from, to);
    int at = walk.questions();
    if (at < 0) {
      return at;
    }
    long sections = 0;
    int owner = -1;
    boolean opt = false;
    for (int section = 0; section < 3; section++) {
      sections |= (long) (at - from) << 16 * section;
      for (int left = Octets.u16(array, from + 6 + 2 * section); left > 0; left--) {
        int fixed = at + 2;
        if (to - at < 12 || Octets.u16(array, at) != owner) {
          fixed = walk.owner(at);
          if (fixed < 0) {
            return fixed;
          }
          owner = array[at] < 0 ? Octets.u16(array, at) : -1;
        }
        int next = fixed + 10 + Octets.u16(array, fixed + 8);
        if (next > to) {
          return WireFault.RDATA_CUT.at(fixed + 8 - from);
        }
        int type = Octets.u16(array, fixed);
        if (type == OPT || type == TSIG) {
          boolean last = section == ADDITIONAL && left == 1;
          WireFault fault = pseudo(type, section, last, opt, array[at]);
          if (fault != null) {
            return fault.at(at - from);
          }
          opt |= type == OPT;
        }
        at = next;
      }
    }
    return at == to ? sections : WireFault.TRAILING.at(at - from);
  }

  /// Checks the name at `at` of the message `array[from, to)`, following its pointers.
  ///
  /// @return the index after the name's own octets (after its first pointer, if it has one), or a
  ///   negative packed [WireFault]
  static int name(byte[] array, int from, int to, int at) {
    return new MessageWalk(array, from, to).name(at);
  }

  /// Walks the questions; where the first record begins, or a fault.
  private int questions() {
    int count = Octets.u16(array, from + 4);
    if (count > 1 && (array[from + 2] & 0x78) == 0) {
      return WireFault.QUESTION_COUNT.at(4);
    }
    int at = from + HEADER;
    for (int i = 0; i < count; i++) {
      if (at == to) {
        return WireFault.QUESTION_MISSING.at(at - from);
      }
      int fixed = name(at);
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

  /// What is wrong with the place of an OPT or TSIG record, if anything is.
  ///
  /// @param section 0 to 2
  /// @param last whether the record is the last of the message
  /// @param opt whether there was an OPT record before
  /// @param owner the first octet of the owner
  private static @Nullable WireFault pseudo(
      int type, int section, boolean last, boolean opt, int owner) {
    if (type == TSIG) {
      return last ? null : WireFault.TSIG_PLACE;
    }
    if (section != ADDITIONAL) {
      return WireFault.OPT_PLACE;
    }
    if (owner != 0) {
      return WireFault.OPT_OWNER;
    }
    return opt ? WireFault.OPT_TWICE : null;
  }

  /// Checks the owner of the record at `at`, and that there is room for the fields behind it; where
  /// it ends, or a fault.
  private int owner(int at) {
    if (at == to) {
      return WireFault.RECORD_MISSING.at(at - from);
    }
    int fixed = name(at);
    return fixed >= 0 && to - fixed < 10 ? WireFault.RECORD_CUT.at(fixed - from) : fixed;
  }

  /// Checks the name at `at`; where its own octets end, or a fault.
  private int name(int at) {
    int limit = Math.min(to, at + Name.MAX_OCTETS);
    int position = at;
    while (position < limit && plain(array[position])) {
      position += array[position] + 1;
    }
    if (position >= limit) {
      return overrun(at, Name.MAX_OCTETS);
    }
    if (array[position] == 0) {
      tail = at;
      tailOctets = position + 1 - at;
      return position + 1;
    }
    int fault = follow(at, position);
    return fault < 0 ? fault : position + 2;
  }

  /// Follows the pointer at `pointer`, which ends the run of labels from `at`; 0, or a fault.
  private int follow(int at, int pointer) {
    int run = at;
    int position = pointer;
    int room = Name.MAX_OCTETS;
    for (int pointers = 0; pointers < MAX_POINTERS; pointers++) {
      if ((array[position] & 0xc0) != 0xc0) {
        return WireFault.LABEL_TYPE.at(position - from);
      }
      if (position + 1 == to) {
        return WireFault.NAME_CUT.at(position + 1 - from);
      }
      int target = from + (Octets.u16(array, position) & 0x3fff);
      room -= position - run;
      if (target == tail && target < run && tailOctets <= room) {
        return 0;
      }
      if (target < from + HEADER) {
        return WireFault.POINTER_HEADER.at(position - from);
      }
      if (target >= run) {
        return WireFault.POINTER_FORWARD.at(position - from);
      }
      run = target;
      position = target;
      int limit = Math.min(to, run + room);
      while (position < limit && plain(array[position])) {
        position += array[position] + 1;
      }
      if (position >= limit) {
        return overrun(run, room);
      }
      if (array[position] == 0) {
        tail = run;
        tailOctets = position + 1 - run;
        return 0;
      }
    }
    return WireFault.POINTER_CHAIN.at(position - from);
  }

  /// Tells which limit a run of labels oversteps: that of the name, or the end of the message.
  private int overrun(int run, int room) {
    int label = run;
    while (label < to) {
      int next = label + array[label] + 1;
      if (next - run >= room) {
        return WireFault.NAME_LONG.at(label - from);
      }
      label = next;
    }
    return WireFault.NAME_CUT.at(to - from);
  }

  /// Whether an octet is the length of a label: 1 to 63.
  private static boolean plain(byte octet) {
    return Integer.compareUnsigned(octet - 1, Name.MAX_LABEL_OCTETS) < 0;
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
