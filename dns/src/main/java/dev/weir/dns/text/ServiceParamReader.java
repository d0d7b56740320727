package dev.weir.dns.text;

import dev.weir.dns.MalformedText;
import dev.weir.dns.octets.OctetBuffer;
import dev.weir.dns.octets.Octets;
import dev.weir.dns.type.ServiceKey;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

// The idea: text may have the parameters in any order, the wire has them ascending. So the tokens
// are
// first only sorted by their keys, and then each value is read straight into its place. A value is
// unescaped as a character-string before anything else looks at it; what lists do with commas and
// backslashes is a second layer on top (RFC 9460 §2.1, appendix A).

/// Reads the service parameters of SVCB and HTTPS (RFC 9460 §2.1); for one thread at a time.
///
/// Rules between parameters are left to the check of the octets.
final class ServiceParamReader {
  private static final int BY_KEY = 32;

  private final OctetBuffer value = new OctetBuffer();
  private long[] params = new long[16];

  /// Reads all tokens that follow as parameters; there may be none.
  ///
  /// @throws EntryFault if a key is unknown or given twice, or a value does not fit its key
  void read(Tokens in, OctetBuffer out) throws EntryFault {
    int count = 0;
    while (in.more()) {
      if (count == params.length) {
        params = Arrays.copyOf(params, 2 * count);
      }
      int mark = in.mark();
      in.take("service parameter");
      params[count++] = (long) key(in).code() << BY_KEY | mark;
      if (endOfKey(in) + 1 == in.end) {
        in.takeGlued();
      }
    }
    Arrays.sort(params, 0, count);
    for (int i = 0; i < count; i++) {
      in.goTo((int) params[i]);
      in.take("service parameter");
      if (i > 0 && params[i - 1] >> BY_KEY == params[i] >> BY_KEY) {
        throw in.fault("gives a key for the second time (RFC 9460 §2.1)");
      }
      readParam(in, out);
    }
    in.goTo(Integer.MAX_VALUE);
  }

  private static int endOfKey(Tokens in) {
    int at = in.start;
    while (at < in.end && in.text[at] != '=') {
      at++;
    }
    return at;
  }

  private static String keyText(Tokens in) {
    return new String(in.text, in.start, endOfKey(in) - in.start, StandardCharsets.ISO_8859_1);
  }

  private static ServiceKey key(Tokens in) throws EntryFault {
    try {
      return ServiceKey.parse(keyText(in));
    } catch (MalformedText e) {
      throw in.fault("does not begin with a service key: " + e.getMessage());
    }
  }

  private void readParam(Tokens in, OctetBuffer out) throws EntryFault {
    ServiceKey key = key(in);
    boolean generic = ServiceKey.generic(keyText(in));
    int end = endOfKey(in);
    boolean valued = end < in.end;
    if (end + 1 == in.end && in.takeGlued()) {
      end = in.start - 1;
    }
    value.clear();
    if (valued && !StringText.unescape(in.text, end + 1, in.end, value)) {
      throw in.fault("has a broken escape; write \\DDD with 000 to 255, or \\X");
    }
    in.replace(value);
    out.u16(key.code()).u16(0);
    int start = out.length();
    if (generic) {
      out.octets(value.view());
    } else {
      readValue(key, in, out);
    }
    if (out.length() - start > 0xffff) {
      throw in.fault("is longer than 65535 octets");
    }
    out.putU16(start - 2, out.length() - start);
  }

  private void readValue(ServiceKey key, Tokens in, OctetBuffer out) throws EntryFault {
    switch (key.code()) {
      case 0 -> readMandatory(in, out);
      case 1, 10 -> readItems(in, out);
      case 3 -> out.u16((int) NumberText.read(in, 0xffff));
      case 4, 6, 9 -> readList(key, in, out);
      case 5 -> Base64Text.readToken(in, out);
      default -> out.octets(value.view());
    }
  }

  private void readMandatory(Tokens in, OctetBuffer out) throws EntryFault {
    int start = out.length();
    int from = 0;
    for (int at = 0; at <= value.length(); at++) {
      if (at < value.length() && value.array()[at] != ',') {
        continue;
      }
      in.start = from;
      in.end = at;
      int code = key(in).code();
      int to = out.length();
      out.u16(code);
      byte[] array = out.array();
      for (; to > start && Octets.u16(array, to - 2) > code; to -= 2) {
        array[to] = array[to - 2];
        array[to + 1] = array[to - 1];
      }
      out.putU16(to, code);
      from = at + 1;
    }
  }

  /// A list with commas whose items have no commas of their own: addresses and numbers.
  private void readList(ServiceKey key, Tokens in, OctetBuffer out) throws EntryFault {
    int from = 0;
    for (int at = 0; at <= value.length(); at++) {
      if (at < value.length() && value.array()[at] != ',') {
        continue;
      }
      in.start = from;
      in.end = at;
      switch (key.code()) {
        case 4 -> AddressText.readIpv4(in, out);
        case 6 -> AddressText.readIpv6(in, out);
        default -> out.u16((int) NumberText.read(in, 0xffff));
      }
      from = at + 1;
    }
  }

  /// A list whose items may have commas and backslashes behind a backslash, each item with a length
  /// octet on the wire (RFC 9460 appendix A.1).
  private void readItems(Tokens in, OctetBuffer out) throws EntryFault {
    byte[] text = value.array();
    int length = value.length();
    if (length == 0) {
      return;
    }
    int lengthAt = out.length();
    out.u8(0);
    for (int i = 0; i < length; i++) {
      if (text[i] == ',') {
        closeItem(in, lengthAt, out);
        lengthAt = out.length();
        out.u8(0);
        continue;
      }
      if (text[i] == '\\') {
        i++;
        if (i == length || (text[i] != ',' && text[i] != '\\')) {
          throw in.fault("has a list with a backslash before neither ',' nor '\\'");
        }
      }
      out.u8(text[i]);
    }
    closeItem(in, lengthAt, out);
  }

  private static void closeItem(Tokens in, int lengthAt, OctetBuffer out) throws EntryFault {
    int octets = out.length() - lengthAt - 1;
    if (octets > 255) {
      throw in.fault("has an item longer than 255 octets");
    }
    out.array()[lengthAt] = (byte) octets;
  }
}
