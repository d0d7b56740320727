package dev.weir.dns.text;

import dev.weir.dns.octets.OctetBuffer;

// The idea: one bit for each of the 65,536 types, set while the mnemonics are read in whatever
// order, and written out window by window. Only windows that were touched are looked at and
// cleared,
// so that the usual bitmap costs four words.

/// Bitmaps of record types (RFC 4034 §4.1.2, RFC 5155 §3.2.1) and their list of mnemonics.
///
/// The instance holds the room that reading needs; it is for one thread at a time.
final class TypeBitmapText {
  private static final int WORDS_IN_WINDOW = 4;
  private static final int OCTETS_IN_WINDOW = 32;

  private final long[] bits = new long[256 * WORDS_IN_WINDOW];
  private final long[] windows = new long[4];

  /// Reads all tokens that follow as mnemonics, in any order; there may be none.
  ///
  /// @throws EntryFault if one is no record type
  void read(Tokens in, OctetBuffer out) throws EntryFault {
    try {
      while (in.more()) {
        in.take("record type");
        int code = RecordTypeText.find(in.text, in.start, in.end);
        if (code < 0) {
          throw in.fault("is no record type; unknown ones are written TYPE12345");
        }
        bits[code >> 6] |= Long.MIN_VALUE >>> (code & 63);
        windows[code >> 14] |= 1L << (code >> 8 & 63);
      }
      write(out);
    } finally {
      clear();
    }
  }

  private void write(OctetBuffer out) {
    for (int i = 0; i < windows.length; i++) {
      for (long rest = windows[i]; rest != 0; rest &= rest - 1) {
        writeWindow(i * 64 + Long.numberOfTrailingZeros(rest), out);
      }
    }
  }

  private void writeWindow(int window, OctetBuffer out) {
    int word = window * WORDS_IN_WINDOW;
    int octets = OCTETS_IN_WINDOW;
    while (bits[word + (octets - 1) / 8] == 0) {
      octets -= 8;
    }
    octets -= Long.numberOfTrailingZeros(bits[word + (octets - 1) / 8]) / 8;
    out.u8(window).u8(octets);
    for (int i = 0; i < octets; i++) {
      out.u8((int) (bits[word + i / 8] >>> (56 - 8 * (i % 8))));
    }
  }

  private void clear() {
    for (int i = 0; i < windows.length; i++) {
      for (long rest = windows[i]; rest != 0; rest &= rest - 1) {
        int word = (i * 64 + Long.numberOfTrailingZeros(rest)) * WORDS_IN_WINDOW;
        for (int j = 0; j < WORDS_IN_WINDOW; j++) {
          bits[word + j] = 0;
        }
      }
      windows[i] = 0;
    }
  }

  /// Appends the mnemonics of a valid bitmap, a blank between them.
  static void print(byte[] rdata, int from, int to, OctetBuffer out) {
    int first = out.length();
    for (int at = from; at < to; at += 2 + rdata[at + 1]) {
      int window = (rdata[at] & 0xff) << 8;
      int octets = rdata[at + 1];
      for (int i = 0; i < octets; i++) {
        printOctet(rdata[at + 2 + i] & 0xff, window + 8 * i, first, out);
      }
    }
  }

  private static void printOctet(int octet, int base, int first, OctetBuffer out) {
    for (int rest = octet; rest != 0; ) {
      int bit = Integer.numberOfLeadingZeros(rest) - 24;
      rest &= ~(0x80 >> bit);
      if (out.length() > first) {
        out.u8(' ');
      }
      RecordTypeText.print(base + bit, out);
    }
  }

  /// Reads all tokens that follow as mnemonics of the types 1 to 127 (RFC 2535 §5.2).
  ///
  /// @throws EntryFault if there is none, or one is no such type
  static void readNxt(Tokens in, OctetBuffer out) throws EntryFault {
    long low = 0;
    long high = 0;
    do {
      in.take("record type");
      int code = RecordTypeText.find(in.text, in.start, in.end);
      if (code < 1 || code > 127) {
        throw in.fault("is no record type from 1 to 127");
      }
      if (code < 64) {
        low |= Long.MIN_VALUE >>> code;
      } else {
        high |= Long.MIN_VALUE >>> (code - 64);
      }
    } while (in.more());
    int octets =
        high != 0
            ? 16 - Long.numberOfTrailingZeros(high) / 8
            : 8 - Long.numberOfTrailingZeros(low) / 8;
    for (int i = 0; i < octets; i++) {
      out.u8((int) ((i < 8 ? low : high) >>> (56 - 8 * (i % 8))));
    }
  }

  /// Appends the mnemonics of an NXT bitmap.
  static void printNxt(byte[] rdata, int from, int to, OctetBuffer out) {
    int first = out.length();
    for (int i = from; i < to; i++) {
      printOctet(rdata[i] & 0xff, 8 * (i - from), first, out);
    }
  }
}
