package dev.weir.dns.wire;

import dev.weir.dns.octets.Octets;

/// The slow second look at a message that was refused: which entry, where, and why.
final class MessageExplanation {
  private final byte[] array;
  private final int from;
  private final int to;

  private MessageExplanation(Octets message) {
    this.array = message.array();
    this.from = message.offset();
    this.to = message.offset() + message.length();
  }

  /// One sentence about a message.
  static String of(Octets message) {
    int from = message.offset();
    long checked = MessageWalk.check(message.array(), from, from + message.length());
    if (checked >= 0) {
      return "well-formed: " + MessageView.read(message);
    }
    return new MessageExplanation(message).tell((int) checked);
  }

  private String tell(int packed) {
    WireFault fault = WireFault.of(packed);
    int offset = WireFault.offset(packed);
    StringBuilder out = new StringBuilder(160);
    out.append("at octet ").append(offset).append(" of ").append(to - from);
    if (offset >= MessageWalk.HEADER && offset < 0x10000) {
      place(offset, out);
    }
    out.append(": ").append(fault.text());
    switch (fault) {
      case POINTER_HEADER, POINTER_FORWARD, POINTER_CHAIN ->
          out.append("; it points to octet ").append(Octets.u16(array, from + offset) & 0x3fff);
      case LABEL_TYPE ->
          out.append(String.format("; the octet is 0x%02x", array[from + offset] & 0xff));
      case RDATA_CUT ->
          out.append("; RDLENGTH is ")
              .append(Octets.u16(array, from + offset))
              .append(" and ")
              .append(to - from - offset - 2)
              .append(" octets are left");
      case TRAILING -> out.append("; there are ").append(to - from - offset);
      case QUESTION_COUNT -> out.append("; it counts ").append(Octets.u16(array, from + 4));
      default -> {}
    }
    return out.toString();
  }

  /// Names the first question or record that does not stand, or that begins at the offset.
  private void place(int offset, StringBuilder out) {
    String[] kinds = {"question", "answer record", "authority record", "additional record"};
    int at = from + MessageWalk.HEADER;
    for (int kind = 0; kind < kinds.length; kind++) {
      int count = Octets.u16(array, from + 4 + 2 * kind);
      for (int i = 1; i <= count; i++) {
        int next = end(at, kind == 0);
        if (next < 0 || next > to || at == to || at - from == offset) {
          out.append(", in ").append(kinds[kind]).append(' ').append(i);
          out.append(" of ").append(count).append(" (from octet ").append(at - from).append(')');
          return;
        }
        at = next;
      }
    }
    out.append(", after the last record");
  }

  /// Where the entry at `at` ends, or a negative number if that cannot be told.
  private int end(int at, boolean question) {
    int fixed = MessageWalk.name(array, from, to, at);
    if (fixed < 0 || question) {
      return fixed < 0 ? fixed : fixed + 4;
    }
    return to - fixed < 10 ? -1 : fixed + 10 + Octets.u16(array, fixed + 8);
  }
}
