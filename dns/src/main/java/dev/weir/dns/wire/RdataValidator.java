package dev.weir.dns.wire;

import dev.weir.dns.MalformedWire;
import dev.weir.dns.octets.Octets;
import dev.weir.dns.rdata.Field;
import dev.weir.dns.rdata.RdataLayout;
import org.jspecify.annotations.Nullable;

/// The strict check of uncompressed record data against the fields of its type.
///
/// What passes is in the one form that its RFC allows: fields end where the data ends, names are
/// whole, bitmaps have no empty blocks, service parameters ascend. It allocates nothing. Types
/// without a row in [RdataLayout] pass whatever they hold (RFC 3597 §3).
public final class RdataValidator {
  private RdataValidator() {}

  /// Checks record data.
  ///
  /// @param type the record type's number
  /// @param array the array that holds the data
  /// @param from where the data begins; offsets in faults count from there
  /// @param length its octets
  /// @throws MalformedWire if the data is not valid for the type
  public static void validate(int type, byte[] array, int from, int length) {
    RdataLayout layout = RdataLayout.of(type);
    int to = from + length;
    if (length > 0xffff) {
      throw MalformedWire.untraced(0, "record data longer than 65535 octets");
    }
    int at = from;
    for (int i = 0; i < layout.size(); i++) {
      Field field = layout.field(i);
      int end = field.end(array, from, at, to);
      if (end < 0) {
        throw fault(layout, field, at - from, "is broken or cut short");
      }
      String wrong = wrong(field, array, at, end);
      if (wrong != null) {
        throw fault(layout, field, at - from, wrong);
      }
      at = end;
    }
    if (at != to) {
      throw MalformedWire.untraced(
          at - from, (to - at) + " octets are left over after the fields of " + layout.type());
    }
  }

  private static MalformedWire fault(RdataLayout layout, Field field, int offset, String what) {
    return MalformedWire.untraced(
        offset, "the field " + field + " of " + layout.type() + " " + what);
  }

  /// What is wrong with the content of a field whose shape is right, or null if nothing is.
  private static @Nullable String wrong(Field field, byte[] array, int at, int end) {
    return switch (field) {
      case NAMES_KEPT -> names(array, at, end);
      case STRINGS -> strings(array, at, end);
      case QUOTED, BASE64, HEX, NSAP -> at == end ? "is empty" : null;
      case DS_DIGEST, CDS_DIGEST -> digest(dsDigestOctets(array[at - 1] & 0xff), end - at, 1);
      case ZONE_DIGEST -> digest(zoneDigestOctets(array, at), end - at, 12);
      case FINGERPRINT -> digest(fingerprintOctets(array[at - 1] & 0xff), end - at, 1);
      case DIGITS -> NaptrOctets.wrongDigits(array, at + 1, end);
      case FLAGS -> NaptrOctets.wrongFlags(array, at + 1, end);
      case SUBSTITUTION -> NaptrOctets.wrongSubstitution(array, at + 1, end);
      case TYPE_BITMAP -> at == end ? "is empty" : bitmap(array, at, end);
      case TYPE_BITMAP_OPTIONAL -> bitmap(array, at, end);
      case NXT_BITMAP -> nxtBitmap(array, at, end);
      case HASH -> array[at] == 0 ? "is empty (RFC 5155 §3.2)" : null;
      case CAA_TAG -> tag(array, at, end);
      case LOCATION -> LocationOctets.wrong(array, at);
      case PREFIXES -> prefixes(array, at, end);
      case SERVICE_PARAMS -> ServiceParamOctets.wrong(array, at, end);
      case SERVICES -> services(array, at, end);
      case A6_SUFFIX -> a6Suffix(array, at);
      case NAME_COMPRESSED,
          NAME_EXPANDED,
          NAME_FOLDED,
          NAME_KEPT,
          U8,
          U16,
          U32,
          U64,
          IPV4,
          IPV6,
          STRING,
          STRING_OPTIONAL,
          TEXT,
          BASE64_OPTIONAL,
          BASE64_DASH,
          TYPE,
          TIME,
          PERIOD,
          ALGORITHM,
          DIGEST_TYPE,
          CERTIFICATE_TYPE,
          DSYNC_SCHEME,
          SALT,
          GATEWAY,
          RELAY,
          HOST_IDENTITY,
          EUI48,
          EUI64,
          NODE,
          A6_NAME,
          OPAQUE ->
          null;
    };
  }

  private static @Nullable String names(byte[] array, int from, int to) {
    int at = from;
    while (at < to) {
      at = Field.nameEnd(array, at, to);
      if (at < 0) {
        return "has a broken name";
      }
    }
    return null;
  }

  private static @Nullable String strings(byte[] array, int from, int to) {
    int at = from;
    while (at < to) {
      at += 1 + (array[at] & 0xff);
    }
    return at != to || from == to ? "has no string or one cut short (RFC 1035 §3.3)" : null;
  }

  private static @Nullable String digest(int expected, int actual, int least) {
    if (expected != 0 && expected != actual) {
      return "is not as long as its digest type asks";
    }
    return actual < least ? "is shorter than any digest" : null;
  }

  /// Octets of a digest of the "DS RR Type Digest Algorithms", or 0 if they are not known.
  private static int dsDigestOctets(int digestType) {
    return switch (digestType) {
      case 1 -> 20;
      case 2, 3, 5, 6 -> 32;
      case 4 -> 48;
      default -> 0;
    };
  }

  /// Octets of a fingerprint of SSHFP (RFC 4255 §3.1.2, RFC 6594 §3.1), or 0 if they are not known.
  private static int fingerprintOctets(int fingerprintType) {
    return switch (fingerprintType) {
      case 1 -> 20;
      case 2 -> 32;
      default -> 0;
    };
  }

  /// Octets of a digest of the "ZONEMD Hash Algorithms" (RFC 8976 §5.3), or 0 if they are not
  /// known. Octets of a zone digest, 0 if not known: only the SIMPLE scheme ties them to the hash
  /// (RFC 8976 appendix A.3 has another).
  private static int zoneDigestOctets(byte[] array, int at) {
    if (array[at - 2] != 1) {
      return 0;
    }
    return switch (array[at - 1] & 0xff) {
      case 1 -> 48;
      case 2 -> 64;
      default -> 0;
    };
  }

  private static @Nullable String bitmap(byte[] array, int from, int to) {
    int at = from;
    int lastWindow = -1;
    while (at < to) {
      if (to - at < 3) {
        return "has a block cut short (RFC 4034 §4.1.2)";
      }
      int window = array[at] & 0xff;
      int octets = array[at + 1] & 0xff;
      if (window <= lastWindow) {
        return "has blocks that do not ascend (RFC 4034 §4.1.2)";
      }
      if (octets < 1 || octets > 32 || octets > to - at - 2) {
        return "has a block of a wrong length (RFC 4034 §4.1.2)";
      }
      if (array[at + 1 + octets] == 0) {
        return "has a block that ends in zero octets (RFC 4034 §4.1.2)";
      }
      lastWindow = window;
      at += 2 + octets;
    }
    return null;
  }

  private static @Nullable String nxtBitmap(byte[] array, int at, int end) {
    boolean sound = end > at && end - at <= 16 && array[at] >= 0 && array[end - 1] != 0;
    return sound ? null : "is no bitmap of the types 1 to 127 (RFC 2535 §5.2)";
  }

  private static @Nullable String tag(byte[] array, int at, int end) {
    for (int i = at + 1; i < end; i++) {
      int c = array[i] | 0x20;
      if ((c < 'a' || c > 'z') && (array[i] < '0' || array[i] > '9')) {
        return "has an octet that is no ASCII letter or digit (RFC 8659 §4.1)";
      }
    }
    return end == at + 1 ? "is empty (RFC 8659 §4.1)" : null;
  }

  private static @Nullable String prefixes(byte[] array, int from, int to) {
    int at = from;
    while (at < to) {
      if (to - at < 4) {
        return "has an item cut short (RFC 3123 §4)";
      }
      int family = Octets.u16(array, at);
      int prefix = array[at + 2] & 0xff;
      int octets = array[at + 3] & 0x7f;
      int next = at + 4 + octets;
      if (next > to) {
        return "has an item cut short (RFC 3123 §4)";
      }
      int width = family == 1 ? 4 : family == 2 ? 16 : 127;
      if (octets > width || (family <= 2 && family > 0 && prefix > 8 * width)) {
        return "has an item longer than its address family allows (RFC 3123 §4)";
      }
      if (octets > 0 && array[next - 1] == 0) {
        return "has an item that ends in zero octets (RFC 3123 §4)";
      }
      at = next;
    }
    return null;
  }

  private static @Nullable String services(byte[] array, int at, int end) {
    if (at == end) {
      return "lacks the protocol";
    }
    if (end - at > 1 + 8192) {
      return "has ports above 65535";
    }
    return end - at > 1 && array[end - 1] == 0 ? "has a bitmap that ends in zero octets" : null;
  }

  private static @Nullable String a6Suffix(byte[] array, int at) {
    int prefix = array[at] & 0xff;
    boolean padded = prefix % 8 != 0;
    return padded && (array[at + 1] & 0xff) >> (8 - prefix % 8) != 0
        ? "has bits in its padding (RFC 2874 §3.1)"
        : null;
  }
}
