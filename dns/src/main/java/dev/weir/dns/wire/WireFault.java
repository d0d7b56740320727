package dev.weir.dns.wire;

import dev.weir.dns.MalformedWire;

/// What can be wrong with the structure of a message.
///
/// A walk over untrusted octets returns a fault as one negative `int` (see [#at]), so that refusing
/// a message costs no more than reading it.
enum WireFault {
  HEADER_CUT("a message has at least 12 octets (RFC 1035 §4.1.1)"),
  MESSAGE_LONG("a message has at most 65535 octets (RFC 1035 §4.2.2)"),
  QUESTION_COUNT("a query holds one question at most (RFC 9619 §4)"),
  QUESTION_MISSING("the message ends before a question that its header counts (RFC 1035 §4.1.1)"),
  QUESTION_CUT("a question is cut short: type and class take 4 octets (RFC 1035 §4.1.2)"),
  RECORD_MISSING("the message ends before a record that its header counts (RFC 1035 §4.1.1)"),
  RECORD_CUT("a record is cut short: 10 octets follow its owner (RFC 1035 §4.1.3)"),
  RDATA_CUT("RDLENGTH runs past the end of the message (RFC 1035 §4.1.3)"),
  TRAILING("octets follow the last record that the header counts (RFC 1035 §4.1.1)"),
  NAME_CUT("a name is cut short by the end of the message (RFC 1035 §3.1)"),
  NAME_LONG("a name is longer than 255 octets (RFC 1035 §3.1)"),
  LABEL_TYPE("a reserved label type, neither 00 nor 11 (RFC 1035 §4.1.4, RFC 6891 §5)"),
  POINTER_HEADER("a compression pointer points into the header (RFC 1035 §4.1.4)"),
  POINTER_FORWARD("a compression pointer does not lead backwards (RFC 1035 §4.1.4)"),
  POINTER_CHAIN("a name follows more than 127 compression pointers (RFC 1035 §4.1.4)"),
  OPT_PLACE("an OPT record stands outside the additional section (RFC 6891 §6.1.1)"),
  OPT_TWICE("a message has two OPT records (RFC 6891 §6.1.1)"),
  OPT_OWNER("the owner of an OPT record is not the root (RFC 6891 §6.1.2)"),
  TSIG_PLACE("a TSIG record is not the last of the additional section (RFC 8945 §5.1)");

  private static final WireFault[] ALL = values();

  private final String text;

  WireFault(String text) {
    this.text = text;
  }

  /// Packs this fault and where it is into a negative number.
  ///
  /// @param offset octets from the start of the message, below 2^26
  @SuppressWarnings("EnumOrdinal") // the packed number lives no longer than one walk
  int at(int offset) {
    return -1 - (offset << 5 | ordinal());
  }

  /// The fault in a packed number.
  static WireFault of(int packed) {
    return ALL[(-1 - packed) & 0x1f];
  }

  /// The offset in a packed number.
  static int offset(int packed) {
    return (-1 - packed) >> 5;
  }

  /// The exception for a packed number, without a stack trace.
  static MalformedWire exception(int packed) {
    return MalformedWire.untraced(offset(packed), of(packed).text);
  }

  /// What is wrong, with the RFC section.
  String text() {
    return text;
  }
}
