package dev.weir.dns.text;

import dev.weir.dns.octets.OctetBuffer;

/// A walk over the tokens of an [Entry], for the readers of fields.
///
/// After [#take] the fields [#text], [#start] and [#end] are the place of the current token. One
/// instance is used over and over by its owner.
final class Tokens {
  /// The text that tokens are places in.
  byte[] text = new byte[0];

  /// Where the current token begins.
  int start;

  /// Where the current token ends, exclusive.
  int end;

  private Entry entry = new Entry();
  private int next;

  /// Goes to before token `first`.
  void begin(Entry entry, int first) {
    this.entry = entry;
    text = entry.text();
    next = first;
  }

  /// Whether a token follows.
  boolean more() {
    return next < entry.tokens();
  }

  /// Whether the token that follows stands in quotes; false if none follows.
  boolean quotedNext() {
    return more() && entry.quoted(next);
  }

  /// Goes to the next token, in quotes or not.
  ///
  /// @param what what is expected, for the message
  /// @throws EntryFault if there is no further token
  void takeAny(String what) throws EntryFault {
    if (next >= entry.tokens()) {
      throw new EntryFault(entry.tokens(), what + " is missing");
    }
    text = entry.text();
    start = entry.start(next);
    end = entry.end(next);
    next++;
  }

  /// Puts octets in the place of the current token, whose escapes they are free of; faults still
  /// show the token.
  void replace(OctetBuffer octets) {
    text = octets.array();
    start = 0;
    end = octets.length();
  }

  /// Goes to the next token, which must stand without quotes.
  ///
  /// @param what what is expected, for the message
  /// @throws EntryFault if there is no further token, or it stands in quotes
  void take(String what) throws EntryFault {
    takeAny(what);
    if (entry.quoted(next - 1)) {
      throw fault("in quotes is no " + what);
    }
  }

  /// Goes to the next token if it is a quoted string glued to the current one (`key="value"`).
  boolean takeGlued() {
    if (quotedNext() && entry.start(next) == end + 1) {
      start = entry.start(next);
      end = entry.end(next);
      next++;
      return true;
    }
    return false;
  }

  /// A number that the current token stands at, for [#goTo].
  int mark() {
    return next;
  }

  /// Goes to before the token at a mark.
  void goTo(int mark) {
    next = mark;
  }

  /// Octets of all tokens that follow, to make room with.
  int rest() {
    int sum = 0;
    for (int i = next; i < entry.tokens(); i++) {
      sum += entry.length(i);
    }
    return sum;
  }

  /// The current token as a string, for messages and rare values.
  String string() {
    return entry.string(next - 1);
  }

  /// A fault at the current token; the message begins with its text.
  EntryFault fault(String what) {
    String token = string();
    String shown = token.length() > 60 ? token.substring(0, 60) + "..." : token;
    return new EntryFault(next - 1, "'" + shown + "' " + what);
  }

  /// A fault at the token that follows the current one.
  EntryFault leftOver() {
    return new EntryFault(next, "'" + entry.string(next) + "' is one token too many");
  }
}
