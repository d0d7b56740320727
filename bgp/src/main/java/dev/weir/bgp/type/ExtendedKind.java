package dev.weir.bgp.type;

import dev.weir.inet.Ipv4Address;
import dev.weir.inet.MalformedInet;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What the six octets behind type and subtype of an extended community mean, and how they are
/// written.
///
/// A kind is a row of a table: the two octets, a name, and a field for each number, address or gap.
/// Printing writes the name and the fields with colons between them; parsing is the way back. Where
/// a gap is not zero, or a number has no text, nothing is printed and the octets must do, so that
/// text never loses anything. A name may stand in several rows; the fields tell them apart, as in
/// `rt:65000:1`, `rt:4200000000:1`, `rt:65000L:1` (an AS number of four octets, though small) and
/// `rt:192.0.2.1:1`.
///
/// @param code type and subtype, 16 bits
/// @param name the name before the first colon
/// @param fields the fields in their order; they have 48 bits together
record ExtendedKind(int code, String name, List<Field> fields) {

  /// A field: how many bits, and how they are written.
  enum Field {
    /// An AS number of two octets.
    ASN2(16),
    /// An AS number of four octets, with an `L` behind it where two would do.
    ASN4(32),
    /// An IPv4 address.
    ADDRESS(32),
    /// A number.
    U8(8),
    /// A number.
    U16(16),
    /// A number.
    U24(24),
    /// A number.
    U32(32),
    /// A number with a fraction (IEEE 754).
    FLOAT(32),
    /// Six octets of an Ethernet address.
    MAC(48),
    /// Whether an origin is valid (RFC 8097).
    VALIDITY(8),
    /// Octets that must be zero, and are not written.
    GAP8(8),
    /// Octets that must be zero, and are not written.
    GAP16(16),
    /// Octets that must be zero, and are not written.
    GAP24(24),
    /// Octets that must be zero, and are not written.
    GAP32(32),
    /// Octets that must be zero, and are not written.
    GAP40(40),
    /// Octets that must be zero, and are not written.
    GAP48(48);

    private final int bits;

    Field(int bits) {
      this.bits = bits;
    }

    boolean isGap() {
      return compareTo(GAP8) >= 0;
    }

    long mask() {
      return (1L << bits) - 1;
    }
  }

  private static final List<String> VALIDITIES = List.of("valid", "not-found", "invalid");

  private static final List<ExtendedKind> KINDS =
      List.of(
          of(0x0002, "rt", Field.ASN2, Field.U32),
          of(0x0102, "rt", Field.ADDRESS, Field.U16),
          of(0x0202, "rt", Field.ASN4, Field.U16),
          of(0x0003, "ro", Field.ASN2, Field.U32),
          of(0x0103, "ro", Field.ADDRESS, Field.U16),
          of(0x0203, "ro", Field.ASN4, Field.U16),
          of(0x4004, "bandwidth", Field.ASN2, Field.FLOAT),
          of(0x0004, "bandwidth-transitive", Field.ASN2, Field.FLOAT),
          of(0x0005, "ospf-domain", Field.ASN2, Field.U32),
          of(0x0105, "ospf-domain", Field.ADDRESS, Field.U16),
          of(0x0205, "ospf-domain", Field.ASN4, Field.U16),
          of(0x0306, "ospf-route", Field.ADDRESS, Field.U8, Field.U8),
          of(0x0107, "ospf-router", Field.ADDRESS, Field.U16),
          of(0x0008, "data-collection", Field.ASN2, Field.U32),
          of(0x0208, "data-collection", Field.ASN4, Field.U16),
          of(0x0009, "source-as", Field.ASN2, Field.U32),
          of(0x0209, "source-as", Field.ASN4, Field.U16),
          of(0x000a, "l2vpn-id", Field.ASN2, Field.U32),
          of(0x010a, "l2vpn-id", Field.ADDRESS, Field.U16),
          of(0x010b, "vrf-import", Field.ADDRESS, Field.U16),
          of(0x010c, "redirect-ip", Field.ADDRESS, Field.U16),
          of(0x0010, "vpn-distinguisher", Field.ASN2, Field.U32),
          of(0x0110, "vpn-distinguisher", Field.ADDRESS, Field.U16),
          of(0x030b, "color", Field.U16, Field.U32),
          of(0x030c, "encapsulation", Field.GAP32, Field.U16),
          of(0x030d, "default-gateway", Field.GAP48),
          of(0x0301, "cost-transitive", Field.U8, Field.U8, Field.U32),
          of(0x4301, "cost", Field.U8, Field.U8, Field.U32),
          of(0x4300, "origin-validation", Field.GAP40, Field.VALIDITY),
          of(0x0600, "mac-mobility", Field.U8, Field.GAP8, Field.U32),
          of(0x0601, "esi-label", Field.U8, Field.GAP16, Field.U24),
          of(0x0602, "es-import", Field.MAC),
          of(0x0603, "router-mac", Field.MAC),
          of(0x0604, "l2-attributes", Field.U16, Field.U16, Field.GAP16),
          of(0x0605, "e-tree", Field.U8, Field.GAP16, Field.U24),
          of(0x0606, "df-election", Field.U8, Field.U16, Field.GAP24),
          of(0x0800, "redirect-next-hop", Field.GAP40, Field.U8),
          of(0x8006, "rate-bytes", Field.ASN2, Field.FLOAT),
          of(0x800c, "rate-packets", Field.ASN2, Field.FLOAT),
          of(0x8007, "traffic-action", Field.GAP40, Field.U8),
          of(0x8008, "redirect", Field.ASN2, Field.U32),
          of(0x8108, "redirect", Field.ADDRESS, Field.U16),
          of(0x8208, "redirect", Field.ASN4, Field.U16),
          of(0x8009, "mark", Field.GAP40, Field.U8),
          of(0x800a, "l2-info", Field.U8, Field.U8, Field.U16, Field.U16));

  private static final Map<Integer, ExtendedKind> BY_CODE =
      KINDS.stream().collect(Collectors.toUnmodifiableMap(ExtendedKind::code, Function.identity()));

  private static ExtendedKind of(int code, String name, Field... fields) {
    return new ExtendedKind(code, name, List.of(fields));
  }

  /// Returns what two octets of type and subtype mean, or null if that is not known.
  static @Nullable ExtendedKind of(int code) {
    return BY_CODE.get(code);
  }

  /// Returns whether text begins with one of the names.
  static boolean isName(String name) {
    return KINDS.stream().anyMatch(kind -> kind.name.equals(name));
  }

  /// Returns the text of a community of this kind; null if the text would lose something.
  @Nullable String print(long bits) {
    StringBuilder text = new StringBuilder(name);
    int left = 48;
    for (Field field : fields) {
      left -= field.bits;
      long value = bits >>> left & field.mask();
      if (field.isGap()) {
        if (value != 0) {
          return null;
        }
        continue;
      }
      String word = word(field, value);
      if (word == null) {
        return null;
      }
      text.append(':').append(word);
    }
    return text.toString();
  }

  private static @Nullable String word(Field field, long value) {
    return switch (field) {
      case ASN4 -> value > 0xffff ? Long.toString(value) : value + "L";
      case ADDRESS -> new Ipv4Address((int) value).toString();
      case FLOAT -> decimal((int) value);
      case MAC -> mac(value);
      case VALIDITY -> value < VALIDITIES.size() ? VALIDITIES.get((int) value) : null;
      case ASN2, U8, U16, U24, U32, GAP8, GAP16, GAP24, GAP32, GAP40, GAP48 -> Long.toString(value);
    };
  }

  /// The number in as few digits as give it back; without an exponent where it is a whole one.
  private static @Nullable String decimal(int bits) {
    float number = Float.intBitsToFloat(bits);
    if (Float.isNaN(number)) {
      return null;
    }
    boolean whole = number == Math.rint(number) && Math.abs(number) < 1e15f;
    return whole && bits != Integer.MIN_VALUE
        ? Long.toString((long) number)
        : Float.toString(number);
  }

  private static String mac(long value) {
    StringBuilder text = new StringBuilder(17);
    for (int shift = 40; shift >= 0; shift -= 8) {
      text.append(
          String.format(Locale.ROOT, shift == 40 ? "%02x" : "-%02x", value >>> shift & 0xff));
    }
    return text.toString();
  }

  /// Parses a name with its fields.
  ///
  /// @throws MalformedCommunity if no row of the name has these fields
  static long parse(String text) {
    String[] words = text.split(":", -1);
    List<String> tried = new ArrayList<>();
    for (ExtendedKind kind : KINDS) {
      if (kind.name.equals(words[0])) {
        Long bits = kind.read(words);
        if (bits != null) {
          return bits;
        }
        tried.add(kind.form());
      }
    }
    throw new MalformedCommunity(text, "expected " + String.join(" or ", tried));
  }

  private String form() {
    return name
        + fields.stream()
            .filter(field -> !field.isGap())
            .map(field -> ":" + field.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining());
  }

  private @Nullable Long read(String[] words) {
    long bits = code;
    int next = 1;
    for (Field field : fields) {
      long value = 0;
      if (!field.isGap()) {
        Long read = next < words.length ? value(field, words[next++]) : null;
        if (read == null) {
          return null;
        }
        value = read;
      }
      bits = bits << field.bits | value;
    }
    return next == words.length ? bits : null;
  }

  private static @Nullable Long value(Field field, String word) {
    try {
      return switch (field) {
        case ASN4 -> asn4(word);
        case ADDRESS -> Integer.toUnsignedLong(Ipv4Address.parse(word).bits());
        case FLOAT -> Integer.toUnsignedLong(Float.floatToRawIntBits(Float.parseFloat(word)));
        case MAC -> parseMac(word);
        case VALIDITY -> VALIDITIES.contains(word) ? (long) VALIDITIES.indexOf(word) : null;
        case ASN2, U8, U16, U24, U32, GAP8, GAP16, GAP24, GAP32, GAP40, GAP48 ->
            Parts.number(word, word, field.mask());
      };
    } catch (MalformedCommunity | MalformedInet | NumberFormatException _) {
      return null;
    }
  }

  private static @Nullable Long asn4(String word) {
    boolean marked = word.endsWith("L");
    long asn =
        Parts.number(word, marked ? word.substring(0, word.length() - 1) : word, 0xffff_ffffL);
    return marked || asn > 0xffff ? asn : null;
  }

  private static @Nullable Long parseMac(String word) {
    String[] octets = word.split("-", -1);
    if (octets.length != 6) {
      return null;
    }
    long value = 0;
    for (String octet : octets) {
      if (octet.length() != 2) {
        return null;
      }
      value = value << 8 | HexFormat.fromHexDigits(octet);
    }
    return value;
  }
}
