package dev.weir.dns.text;

import dev.weir.dns.octets.OctetBuffer;
import dev.weir.dns.octets.Octets;
import dev.weir.dns.type.RecordType;

/// Record data over several lines in parentheses, with comments, for people to read: SOA, keys and
/// signatures; everything else stays on one line.
final class FoldedRdata {
  private static final int SOA = RecordType.SOA.code();
  private static final int RRSIG = RecordType.RRSIG.code();
  private static final int DNSKEY = RecordType.DNSKEY.code();
  private static final int CDNSKEY = RecordType.CDNSKEY.code();
  private static final int WIDTH = 56;
  private static final String INDENT = "\t\t\t\t\t";
  private static final String[] SOA_FIELDS = {"serial", "refresh", "retry", "expire", "minimum"};
  private static final String[] UNITS = {"week", "day", "hour", "minute", "second"};
  private static final int[] UNIT_SECONDS = {604_800, 86_400, 3600, 60, 1};
  private static final int SEP = 1;

  private final OctetBuffer flat = new OctetBuffer(1024);

  /// Appends the data, over several lines if its type is one of those.
  void print(int type, byte[] rdata, int from, int length, OctetBuffer out) {
    if (type == SOA) {
      soa(rdata, from, length, out);
    } else if (type == RRSIG) {
      wrapped(8, type, rdata, from, length, out);
    } else if ((type == DNSKEY || type == CDNSKEY) && length > 4) {
      wrapped(3, type, rdata, from, length, out);
      out.latin1(" ; " + role(rdata, from) + ", key tag " + keyTag(rdata, from, length));
    } else {
      RdataPrinter.print(type, rdata, from, length, out);
    }
  }

  private void soa(byte[] rdata, int from, int length, OctetBuffer out) {
    int at = split(2, RecordType.SOA.code(), rdata, from, length, out);
    out.latin1(" (\n");
    for (int i = 0; i < SOA_FIELDS.length; i++) {
      int end = wordEnd(at);
      long value = Octets.i32(rdata, from + length - 20 + 4 * i) & 0xffff_ffffL;
      out.latin1(INDENT).bytes(flat.array(), at, end - at);
      out.latin1(end - at < 8 ? "\t\t; " : "\t; ").latin1(SOA_FIELDS[i]);
      if (i > 0) {
        out.latin1(" (" + spoken(value) + ")");
      }
      out.u8('\n');
      at = end + 1;
    }
    out.latin1(INDENT).u8(')');
  }

  /// Seconds in the largest two units that say something.
  static String spoken(long seconds) {
    StringBuilder words = new StringBuilder();
    long rest = seconds;
    for (int i = 0; i < UNITS.length; i++) {
      long count = rest / UNIT_SECONDS[i];
      if (count > 0) {
        rest -= count * UNIT_SECONDS[i];
        words.append(words.isEmpty() ? "" : " ").append(count).append(' ').append(UNITS[i]);
        words.append(count == 1 ? "" : "s");
      }
    }
    return words.isEmpty() ? "0 seconds" : words.toString();
  }

  /// Prints `words` words as they are and the rest, base 64 in one word, over lines.
  private void wrapped(int words, int type, byte[] rdata, int from, int length, OctetBuffer out) {
    int at = split(words, type, rdata, from, length, out);
    out.latin1(" (\n");
    while (at < flat.length()) {
      int end = Math.min(at + WIDTH, flat.length());
      out.latin1(INDENT).bytes(flat.array(), at, end - at).u8('\n');
      at = end;
    }
    out.latin1(INDENT).u8(')');
  }

  /// Prints the data to `flat`, appends its first words, and tells where the next begins.
  private int split(int words, int type, byte[] rdata, int from, int length, OctetBuffer out) {
    flat.clear();
    RdataPrinter.print(type, rdata, from, length, flat);
    int end = -1;
    for (int i = 0; i < words; i++) {
      end = wordEnd(end + 1);
    }
    out.bytes(flat.array(), 0, end);
    return Math.min(end + 1, flat.length());
  }

  private int wordEnd(int from) {
    int end = from;
    while (end < flat.length() && flat.array()[end] != ' ') {
      end++;
    }
    return Math.min(end, flat.length());
  }

  private static String role(byte[] rdata, int from) {
    return (rdata[from + 1] & SEP) != 0 ? "key signing key" : "zone signing key";
  }

  /// RFC 4034 appendix B.
  private static int keyTag(byte[] rdata, int from, int length) {
    long sum = 0;
    for (int i = 0; i < length; i++) {
      int octet = rdata[from + i] & 0xff;
      sum += (i & 1) == 0 ? octet << 8 : octet;
    }
    return (int) ((sum + (sum >> 16)) & 0xffff);
  }
}
