package dev.weir.dns.rdata;

import dev.weir.dns.name.Name;
import java.util.Locale;

// The idea: a field knows where it ends and nothing else. Every walk over record data (checking,
// printing, folding, expanding) asks the field for its end, and looks at the content itself. Three
// kinds of field exist: those of a fixed width, those that carry their own length, and those that
// take what is left.

/// A kind of field that record data is made of.
///
/// The text form is that of the type's own RFC; it is read by `dev.weir.dns.text.RdataReader` and
/// printed by `dev.weir.dns.text.RdataPrinter`.
public enum Field {
  /// A name of an RFC 1035 type: compressed in messages, small in the canonical form.
  NAME_COMPRESSED(0),
  /// A name that is expanded on receipt though never sent compressed (RFC 3597 §4), and small in
  /// the canonical form.
  NAME_EXPANDED(0),
  /// A name that is never compressed, and small in the canonical form (RFC 4034 §6.2).
  NAME_FOLDED(0),
  /// A name that is never compressed and keeps its case (RFC 3597 §7, RFC 6840 §5.1).
  NAME_KEPT(0),
  /// Names to the end, none or more, never compressed, case kept (HIP).
  NAMES_KEPT(0),
  /// An unsigned octet in decimal.
  U8(1),
  /// Two octets, unsigned, in decimal.
  U16(2),
  /// Four octets, unsigned, in decimal.
  U32(4),
  /// Eight octets, unsigned, in decimal.
  U64(8),
  /// An IPv4 address.
  IPV4(4),
  /// An IPv6 address, printed as RFC 5952 asks.
  IPV6(16),
  /// A character-string: a length octet and up to 255 octets (RFC 1035 §3.3).
  STRING(0),
  /// A character-string that may be missing at the end (ISDN).
  STRING_OPTIONAL(0),
  /// Character-strings to the end, one or more.
  STRINGS(0),
  /// A character-string of four digits or more (X25, RFC 1183 §3.1).
  DIGITS(0),
  /// A character-string of ASCII letters and digits (NAPTR flags, RFC 3403 §4.1).
  FLAGS(0),
  /// A character-string that is empty or a substitution such as `!^.*$!sip:a@b!` (RFC 3402 §3.2).
  SUBSTITUTION(0),
  /// Text to the end without a length octet, any length (CAA value).
  TEXT(0),
  /// Text to the end without a length octet, not empty, always in quotes (URI, RFC 7553 §4.4).
  QUOTED(0),
  /// Octets to the end in base64, one or more.
  BASE64(0),
  /// Octets to the end in base64, or none.
  BASE64_OPTIONAL(0),
  /// Octets to the end in base64, none being written `-` (DOA).
  BASE64_DASH(0),
  /// Octets to the end in hexadecimal, one or more.
  HEX(0),
  /// A digest type of DS as number or mnemonic.
  DIGEST_TYPE(1),
  /// A digest to the end in hexadecimal, as long as the digest type in the octet before it asks
  /// (DS).
  DS_DIGEST(0),
  /// As [#DS_DIGEST], where the delete form of RFC 8078 §4 may write its one zero octet as `0`.
  CDS_DIGEST(0),
  /// A digest to the end in hexadecimal, as long as the hash in the octet before it asks (ZONEMD).
  ZONE_DIGEST(0),
  /// A fingerprint to the end in hexadecimal, as long as its type in the octet before it asks
  /// (SSHFP).
  FINGERPRINT(0),
  /// A record type as mnemonic, `TYPEn` or number.
  TYPE(2),
  /// A bitmap of record types to the end, not empty (RFC 4034 §4.1.2).
  TYPE_BITMAP(0),
  /// A bitmap of record types to the end, or none.
  TYPE_BITMAP_OPTIONAL(0),
  /// The bitmap of the obsolete NXT: bits 0 to 127 (RFC 2535 §5.2).
  NXT_BITMAP(0),
  /// Seconds since 1970 as fourteen digits YYYYMMDDHHMMSS, or as up to ten (RFC 4034 §3.2).
  TIME(4),
  /// A number of seconds, read with or without units.
  PERIOD(4),
  /// A signing algorithm as number or mnemonic.
  ALGORITHM(1),
  /// A certificate type as number or mnemonic (RFC 4398 §2.1).
  CERTIFICATE_TYPE(2),
  /// A DSYNC scheme as number or mnemonic (RFC 9859 §2.2).
  DSYNC_SCHEME(1),
  /// An NSEC3 salt: a length octet and octets, in hexadecimal or `-` (RFC 5155 §3.3).
  SALT(0),
  /// An NSEC3 next hashed owner: a length octet and octets, in base32hex (RFC 5155 §3.3).
  HASH(0),
  /// The property tag of CAA: a length octet and ASCII letters and digits (RFC 8659 §4.1).
  CAA_TAG(0),
  /// The whole of LOC (RFC 1876 §2).
  LOCATION(16),
  /// Address prefixes to the end (RFC 3123 §4).
  PREFIXES(0),
  /// Service parameters to the end (RFC 9460 §2.2).
  SERVICE_PARAMS(0),
  /// A gateway of the kind that the second octet of the record data says (RFC 4025 §2.3).
  GATEWAY(0),
  /// The discovery bit, the kind and the relay of AMTRELAY (RFC 8777 §4.2).
  RELAY(0),
  /// Lengths, algorithm, host identity tag and public key of HIP (RFC 8005 §5).
  HOST_IDENTITY(0),
  /// Six octets as pairs of digits with hyphens (RFC 7043 §3.2).
  EUI48(6),
  /// Eight octets as pairs of digits with hyphens (RFC 7043 §4.2).
  EUI64(8),
  /// Eight octets as four groups of digits with colons (RFC 6742 §2.1.2).
  NODE(8),
  /// Octets to the end in hexadecimal behind `0x`, dots allowed on the way in (RFC 1706 §7).
  NSAP(0),
  /// Protocol number and bitmap of ports of the obsolete WKS (RFC 1035 §3.4.2).
  SERVICES(0),
  /// Prefix length and address suffix of the historic A6 (RFC 2874 §3.1).
  A6_SUFFIX(0),
  /// The prefix name of A6, missing if the prefix length is zero; small in the canonical form.
  A6_NAME(0),
  /// Octets to the end that have no text form but that of RFC 3597 §5.
  OPAQUE(0);

  private final int width;

  Field(int width) {
    this.width = width;
  }

  /// Prints the name as words, for messages.
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /// Octets of the field if they are always as many, else 0.
  public int width() {
    return width;
  }

  /// Whether the canonical form writes the field's names in small letters (RFC 4034 §6.2).
  public boolean folds() {
    return this == NAME_COMPRESSED
        || this == NAME_EXPANDED
        || this == NAME_FOLDED
        || this == A6_NAME;
  }

  /// Whether a received field may hold compression pointers (RFC 1035 §4.1.4, RFC 3597 §4).
  public boolean expands() {
    return this == NAME_COMPRESSED || this == NAME_EXPANDED;
  }

  /// Finds the end of the field that begins at `at`; only its shape is looked at.
  ///
  /// @param rdata the array that holds the record data
  /// @param from where the record data begins
  /// @param at where the field begins
  /// @param to where the record data ends, exclusive
  /// @return the end, exclusive; or -1 if the field does not fit or its shape is broken
  public int end(byte[] rdata, int from, int at, int to) {
    if (width > 0) {
      return to - at >= width ? at + width : -1;
    }
    return switch (this) {
      case NAME_COMPRESSED, NAME_EXPANDED, NAME_FOLDED, NAME_KEPT -> nameEnd(rdata, at, to);
      case STRING, DIGITS, FLAGS, SUBSTITUTION, SALT, HASH, CAA_TAG -> lengthEnd(rdata, at, to);
      case STRING_OPTIONAL -> at == to ? to : lengthEnd(rdata, at, to);
      case GATEWAY -> gatewayEnd(rdata[from + 1] & 0xff, rdata, at, to);
      case RELAY -> at == to ? -1 : gatewayEnd(rdata[at] & 0x7f, rdata, at + 1, to);
      case HOST_IDENTITY -> hostIdentityEnd(rdata, at, to);
      case A6_SUFFIX -> a6SuffixEnd(rdata, at, to);
      case A6_NAME -> rdata[from] == 0 ? at : nameEnd(rdata, at, to);
      case NAMES_KEPT,
          STRINGS,
          TEXT,
          QUOTED,
          BASE64,
          BASE64_OPTIONAL,
          BASE64_DASH,
          HEX,
          DS_DIGEST,
          CDS_DIGEST,
          ZONE_DIGEST,
          FINGERPRINT,
          TYPE_BITMAP,
          TYPE_BITMAP_OPTIONAL,
          NXT_BITMAP,
          PREFIXES,
          SERVICE_PARAMS,
          NSAP,
          SERVICES,
          OPAQUE ->
          to;
      case U8,
          U16,
          U32,
          U64,
          IPV4,
          IPV6,
          TYPE,
          TIME,
          PERIOD,
          ALGORITHM,
          DIGEST_TYPE,
          CERTIFICATE_TYPE,
          DSYNC_SCHEME,
          LOCATION,
          EUI48,
          EUI64,
          NODE ->
          at + width;
    };
  }

  /// Finds the end of the uncompressed name at `at`, or -1 if there is none.
  ///
  /// @param array the array that holds it
  /// @param at where it begins
  /// @param to where it must have ended, exclusive
  public static int nameEnd(byte[] array, int at, int to) {
    int limit = Math.min(to, at + Name.MAX_OCTETS);
    int next = at;
    while (next < limit) {
      int label = array[next];
      if (label == 0) {
        return next + 1;
      }
      if (label < 0 || label > Name.MAX_LABEL_OCTETS) {
        return -1;
      }
      next += label + 1;
    }
    return -1;
  }

  private static int lengthEnd(byte[] array, int at, int to) {
    if (at >= to) {
      return -1;
    }
    int end = at + 1 + (array[at] & 0xff);
    return end <= to ? end : -1;
  }

  private static int gatewayEnd(int kind, byte[] array, int at, int to) {
    return switch (kind) {
      case 0 -> at;
      case 1 -> to - at >= 4 ? at + 4 : -1;
      case 2 -> to - at >= 16 ? at + 16 : -1;
      case 3 -> nameEnd(array, at, to);
      default -> -1;
    };
  }

  private static int hostIdentityEnd(byte[] array, int at, int to) {
    if (to - at < 4) {
      return -1;
    }
    int tag = array[at] & 0xff;
    int key = (array[at + 2] & 0xff) << 8 | (array[at + 3] & 0xff);
    int end = at + 4 + tag + key;
    return tag > 0 && key > 0 && end <= to ? end : -1;
  }

  private static int a6SuffixEnd(byte[] array, int at, int to) {
    if (at >= to) {
      return -1;
    }
    int prefix = array[at] & 0xff;
    int end = at + 1 + (128 - prefix + 7) / 8;
    return prefix <= 128 && end <= to ? end : -1;
  }
}
