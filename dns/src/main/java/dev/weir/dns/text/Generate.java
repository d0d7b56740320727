package dev.weir.dns.text;

import dev.weir.dns.octets.OctetBuffer;

/// The `$GENERATE` directive, as BIND defines it: a record written once and made for each number of
/// a range.
///
/// In the tokens after the range `$` stands for the number and `${offset,width,base}` for the
/// number plus an offset, filled with zeros to a width, in base `d`, `o`, `x`, `X`, or as nibbles
/// in reverse order with dots between them, `n` or `N` (for `ip6.arpa`). `\$` is a dollar sign.
final class Generate {
  private static final String HEX = "0123456789abcdef";
  private static final int MAX_WIDTH = 255;

  private final Entry pattern;
  private final int first;
  private final int last;
  private final int step;
  private final Entry made = new Entry();
  private final OctetBuffer text = new OctetBuffer(512);
  private int[] ends = new int[16];

  /// A directive: `$GENERATE first-last[/step] owner [ttl] [class] type data...`.
  ///
  /// @param limit the most records it may make
  /// @throws EntryFault if the range is malformed or too long
  Generate(Entry entry, int limit) throws EntryFault {
    if (entry.tokens() < 4) {
      throw new EntryFault(
          entry.tokens(), "$GENERATE takes a range, an owner, a type and its data");
    }
    pattern = entry;
    String range = entry.string(1);
    int dash = range.indexOf('-');
    int slash = range.indexOf('/');
    int lastEnd = slash < 0 ? range.length() : slash;
    if (dash < 0 || dash > lastEnd) {
      throw new EntryFault(1, "'" + range + "' is no range; write first-last or first-last/step");
    }
    first = number(range.substring(0, dash));
    last = number(range.substring(dash + 1, lastEnd));
    step = slash < 0 ? 1 : number(range.substring(slash + 1));
    if (last < first || step == 0) {
      throw new EntryFault(1, "the range '" + range + "' is empty or does not move");
    }
    if (((long) last - first) / step >= limit) {
      throw new EntryFault(1, "the range '" + range + "' makes more than " + limit + " records");
    }
  }

  private static int number(String digits) throws EntryFault {
    if (digits.isEmpty()
        || digits.length() > 10
        || !digits.chars().allMatch(c -> c >= '0' && c <= '9')
        || Long.parseLong(digits) > Integer.MAX_VALUE) {
      throw new EntryFault(1, "'" + digits + "' is no number from 0 to 2147483647");
    }
    return Integer.parseInt(digits);
  }

  /// Gives an entry for each number to `records`.
  ///
  /// @throws EntryFault if a pattern or a record made from it is malformed; the token is the
  ///   pattern's
  void each(EntryConsumer records) throws EntryFault {
    for (long value = first; value <= last; value += step) {
      make((int) value);
      try {
        records.accept(made);
      } catch (EntryFault e) {
        throw new EntryFault(
            Math.min(e.token() + 2, pattern.tokens() - 1), "for " + value + ": " + e.getMessage());
      }
    }
  }

  /// Takes an entry, which is good for the call only.
  interface EntryConsumer {
    /// Takes it.
    ///
    /// @throws EntryFault if it is malformed
    void accept(Entry entry) throws EntryFault;
  }

  private void make(int value) throws EntryFault {
    int tokens = pattern.tokens() - 2;
    if (ends.length < tokens) {
      ends = new int[tokens];
    }
    text.clear();
    for (int i = 0; i < tokens; i++) {
      expand(i + 2, value);
      ends[i] = text.length();
    }
    text.u8('\n');
    made.begin(text.array(), false);
    for (int i = 0; i < tokens; i++) {
      made.add(i == 0 ? 0 : ends[i - 1], ends[i], pattern.quoted(i + 2));
    }
  }

  private void expand(int token, int value) throws EntryFault {
    byte[] source = pattern.text();
    int end = pattern.end(token);
    int i = pattern.start(token);
    while (i < end) {
      byte c = source[i];
      if (c == '\\' && i + 1 < end) {
        text.u8(c).u8(source[i + 1]);
        i += 2;
      } else if (c != '$') {
        text.u8(c);
        i++;
      } else if (i + 1 < end && source[i + 1] == '$') {
        text.u8('\\').u8('$');
        i += 2;
      } else if (i + 1 < end && source[i + 1] == '{') {
        int close = i + 2;
        while (close < end && source[close] != '}') {
          close++;
        }
        if (close == end) {
          throw new EntryFault(token, "'${' without '}'");
        }
        modified(token, i + 2, close, value);
        i = close + 1;
      } else {
        text.latin1(Integer.toString(value));
        i++;
      }
    }
  }

  /// Writes the number as `offset[,width[,base]]` asks.
  private void modified(int token, int from, int to, int value) throws EntryFault {
    String modifier =
        new String(pattern.text(), from, to - from, java.nio.charset.StandardCharsets.ISO_8859_1);
    String[] parts = modifier.split(",", -1);
    if (parts.length > 3
        || !parts[0].matches("[+-]?[0-9]{1,10}")
        || (parts.length > 1 && !parts[1].matches("[0-9]{1,3}"))
        || (parts.length > 2 && !parts[2].matches("[doxXnN]"))) {
      throw new EntryFault(
          token, "'${" + modifier + "}' is not ${offset,width,base} with base d, o, x, X, n or N");
    }
    long number = value + Long.parseLong(parts[0]);
    int width = parts.length > 1 ? Integer.parseInt(parts[1]) : 0;
    char base = parts.length > 2 ? parts[2].charAt(0) : 'd';
    if (number < 0 || number > Integer.MAX_VALUE || width > MAX_WIDTH) {
      throw new EntryFault(
          token, "'${" + modifier + "}' gives a number below 0 or over 2147483647, or is too wide");
    }
    if (base == 'n' || base == 'N') {
      nibbles((int) number, width, base == 'N');
      return;
    }
    String digits =
        switch (base) {
          case 'o' -> Long.toOctalString(number);
          case 'x' -> Long.toHexString(number);
          case 'X' -> Long.toHexString(number).toUpperCase(java.util.Locale.ROOT);
          default -> Long.toString(number);
        };
    for (int i = digits.length(); i < width; i++) {
      text.u8('0');
    }
    text.latin1(digits);
  }

  /// Writes hexadecimal digits from the lowest, with dots; the width counts the dots.
  private void nibbles(int number, int width, boolean capitals) {
    int rest = number;
    int left = width;
    do {
      char digit = HEX.charAt(rest & 0xf);
      text.u8(capitals ? Character.toUpperCase(digit) : digit);
      rest >>>= 4;
      left--;
      if (rest != 0 || left > 0) {
        text.u8('.');
        left--;
      }
    } while (rest != 0 || left > 0);
  }
}
