package dev.weir.dns.text;

import dev.weir.dns.MalformedText;
import dev.weir.dns.MalformedWire;
import dev.weir.dns.name.Name;
import dev.weir.dns.name.NameText;
import dev.weir.dns.octets.OctetBuffer;
import dev.weir.dns.rdata.Field;
import dev.weir.dns.rdata.RdataLayout;
import dev.weir.dns.type.Algorithm;
import dev.weir.dns.type.DigestType;
import dev.weir.dns.type.RecordType;
import dev.weir.dns.wire.RdataValidator;

// The idea: one loop over the fields of the type's row, each field read from the tokens straight
// into
// the output. A field's reader refuses what its text form does not allow; rules that text cannot
// break by itself (the length of a digest, the keys of service parameters) are checked afterwards
// by
// the same code that checks received octets.

/// Reads the presentation form of record data into wire form.
///
/// One instance serves one thread, over and over; it allocates nothing for the common types.
public final class RdataReader {
  private static final int MAX_OCTETS = 0xffff;

  /// For the types below 512: whether the octets need a look after they were read.
  private static final boolean[] CHECKED = checked();

  private final Tokens in = new Tokens();
  private final TypeBitmapText bitmap = new TypeBitmapText();
  private final ServiceParamReader serviceParams = new ServiceParamReader();

  /// A reader at rest.
  public RdataReader() {}

  /// Reads the tokens from `firstToken` to the entry's end and appends the wire form.
  ///
  /// The generic form of RFC 3597 §5 (`\# 4 0A000001`) is understood for every type, and checked if
  /// the type is known.
  ///
  /// @param type the record type
  /// @param entry the tokens
  /// @param firstToken the first token of the record data
  /// @param origin what relative names and `@` are completed with
  /// @param out where to append uncompressed record data, without its length
  /// @throws EntryFault if the text is not valid for the type, or tokens are left over; nothing is
  ///   left in `out`
  public void read(RecordType type, Entry entry, int firstToken, Name origin, OctetBuffer out)
      throws EntryFault {
    read(type.code(), entry, firstToken, origin, out);
  }

  /// Reads as the other `read` does, for the type with a number.
  ///
  /// @param typeCode the record type's number
  /// @param entry the tokens
  /// @param firstToken the first token of the record data
  /// @param origin what relative names and `@` are completed with
  /// @param out where to append uncompressed record data, without its length
  /// @throws EntryFault if the text is not valid for the type, or tokens are left over; nothing is
  ///   left in `out`
  public void read(int typeCode, Entry entry, int firstToken, Name origin, OctetBuffer out)
      throws EntryFault {
    int start = out.length();
    boolean done = false;
    try {
      RdataLayout layout = RdataLayout.of(typeCode);
      in.begin(entry, firstToken);
      if (generic(entry, firstToken)) {
        readGeneric(out);
        validate(layout, typeCode, entry, firstToken, start, out);
      } else if (layout.opaque()) {
        throw new EntryFault(
            firstToken,
            "data of type " + layout.type() + " must be written as \\# LENGTH HEX (RFC 3597 §5)");
      } else {
        readFields(layout, origin, start, out);
        if (typeCode >= CHECKED.length || CHECKED[typeCode]) {
          validate(layout, typeCode, entry, firstToken, start, out);
        }
      }
      if (out.length() - start > MAX_OCTETS) {
        throw new EntryFault(firstToken, "record data is longer than 65535 octets");
      }
      done = true;
    } finally {
      if (!done) {
        out.truncate(start);
      }
    }
  }

  private static boolean[] checked() {
    boolean[] table = new boolean[512];
    for (RdataLayout layout : RdataLayout.all()) {
      if (layout.type().code() < table.length) {
        table[layout.type().code()] = layout.fields().stream().anyMatch(RdataReader::needsCheck);
      }
    }
    return table;
  }

  /// Whether text that reads well may stand for octets that are not valid.
  private static boolean needsCheck(Field field) {
    return switch (field) {
      case DS_DIGEST,
          CDS_DIGEST,
          ZONE_DIGEST,
          CAA_TAG,
          QUOTED,
          FINGERPRINT,
          DIGITS,
          FLAGS,
          SUBSTITUTION,
          HASH,
          SERVICE_PARAMS,
          PREFIXES,
          LOCATION,
          HOST_IDENTITY,
          A6_SUFFIX,
          NSAP,
          SERVICES ->
          true;
      case NAME_COMPRESSED,
          NAME_EXPANDED,
          NAME_FOLDED,
          NAME_KEPT,
          NAMES_KEPT,
          U8,
          U16,
          U32,
          U64,
          IPV4,
          IPV6,
          STRING,
          STRING_OPTIONAL,
          STRINGS,
          TEXT,
          BASE64,
          BASE64_OPTIONAL,
          BASE64_DASH,
          HEX,
          TYPE,
          TYPE_BITMAP,
          TYPE_BITMAP_OPTIONAL,
          NXT_BITMAP,
          TIME,
          PERIOD,
          ALGORITHM,
          DIGEST_TYPE,
          CERTIFICATE_TYPE,
          DSYNC_SCHEME,
          SALT,
          GATEWAY,
          RELAY,
          EUI48,
          EUI64,
          NODE,
          A6_NAME,
          OPAQUE ->
          false;
    };
  }

  private static boolean generic(Entry entry, int token) {
    if (token >= entry.tokens() || entry.length(token) != 2 || entry.quoted(token)) {
      return false;
    }
    int at = entry.start(token);
    return entry.text()[at] == '\\' && entry.text()[at + 1] == '#';
  }

  private void readGeneric(OctetBuffer out) throws EntryFault {
    in.take("\\#");
    in.take("length of the record data");
    long length = NumberText.read(in, MAX_OCTETS);
    int mark = in.mark();
    int start = out.length();
    Hexadecimal.readRest(in, out);
    if (out.length() - start != length) {
      throw new EntryFault(
          mark - 1,
          "the length says "
              + length
              + " octets, and "
              + (out.length() - start)
              + " follow (RFC 3597 §5)");
    }
  }

  private static void validate(
      RdataLayout layout, int typeCode, Entry entry, int firstToken, int start, OctetBuffer out)
      throws EntryFault {
    try {
      RdataValidator.validate(typeCode, out.array(), start, out.length() - start);
    } catch (MalformedWire e) {
      if (generic(entry, firstToken)) {
        throw new EntryFault(firstToken, String.valueOf(e.getMessage()));
      }
      int token = firstToken + fieldAt(layout, e.offset(), start, out);
      throw new EntryFault(Math.min(token, entry.tokens() - 1), e.fault());
    }
  }

  /// Which field holds the octet at an offset; those before it have a token each.
  private static int fieldAt(RdataLayout layout, int offset, int start, OctetBuffer out) {
    int at = start;
    for (int i = 0; i < layout.size(); i++) {
      if (at - start == offset) {
        return i;
      }
      at = layout.field(i).end(out.array(), start, at, out.length());
    }
    return 0;
  }

  private void readFields(RdataLayout layout, Name origin, int start, OctetBuffer out)
      throws EntryFault {
    for (int i = 0; i < layout.size(); i++) {
      readField(layout.field(i), origin, start, out);
    }
    if (in.more()) {
      throw in.leftOver();
    }
  }

  private void readField(Field field, Name origin, int start, OctetBuffer out) throws EntryFault {
    switch (field) {
      case NAME_COMPRESSED, NAME_EXPANDED, NAME_FOLDED, NAME_KEPT -> readName(origin, out);
      case NAMES_KEPT -> {
        while (in.more()) {
          readName(origin, out);
        }
      }
      case U8 -> out.u8((int) readNumber("8-bit number", 0xff));
      case U16 -> out.u16((int) readNumber("16-bit number", 0xffff));
      case U32 -> out.i32((int) readNumber("32-bit number", 0xffff_ffffL));
      case U64 -> {
        in.take("64-bit number");
        long value = NumberText.readU64(in);
        out.i32((int) (value >> 32)).i32((int) value);
      }
      case IPV4 -> {
        in.take("IPv4 address");
        AddressText.readIpv4(in, out);
      }
      case IPV6 -> {
        in.take("IPv6 address");
        AddressText.readIpv6(in, out);
      }
      case STRING, DIGITS, FLAGS, SUBSTITUTION -> {
        in.takeAny("string");
        StringText.readString(in, out);
      }
      case STRING_OPTIONAL -> {
        if (in.more()) {
          in.takeAny("string");
          StringText.readString(in, out);
        }
      }
      case STRINGS -> StringText.readStrings(in, out);
      case TEXT -> {
        in.takeAny("text");
        StringText.readText(in, out);
      }
      case TYPE -> out.u16(readType());
      case TYPE_BITMAP -> readBitmap(out);
      case TYPE_BITMAP_OPTIONAL -> bitmap.read(in, out);
      case NXT_BITMAP -> TypeBitmapText.readNxt(in, out);
      case TIME -> {
        in.take("time");
        out.i32(NumberText.readTime(in));
      }
      case PERIOD -> {
        in.take("number of seconds");
        out.i32(NumberText.readPeriod(in));
      }
      case ALGORITHM -> out.u8(readAlgorithm());
      default -> readRareField(field, origin, start, out);
    }
  }

  /// Fields that are octets in some spelling, and those of single types.
  private void readRareField(Field field, Name origin, int start, OctetBuffer out)
      throws EntryFault {
    switch (field) {
      case BASE64 -> Base64Text.readRest(in, out);
      case BASE64_OPTIONAL -> {
        if (in.more()) {
          Base64Text.readRest(in, out);
        }
      }
      case HEX, DS_DIGEST, ZONE_DIGEST, FINGERPRINT -> readHex(out);
      case CDS_DIGEST -> {
        if (!readDelete(start, out)) {
          readHex(out);
        }
      }
      case DIGEST_TYPE -> out.u8(readDigestType());
      case QUOTED -> {
        if (in.more() && !in.quotedNext()) {
          in.take("text");
          throw in.fault("must stand in quotes");
        }
        in.takeAny("text in quotes");
        StringText.readText(in, out);
      }
      case SALT -> readSalt(out);
      case HASH -> {
        in.take("hash in base32hex");
        int lengthAt = out.length();
        out.u8(0);
        Base32Text.readToken(in, out);
        closeLength(lengthAt, out);
      }
      case SERVICE_PARAMS -> serviceParams.read(in, out);
      case GATEWAY -> readGateway(out.array()[start + 1] & 0xff, origin, out);
      case RELAY -> {
        int discovery = (int) readNumber("discovery bit", 1);
        int kind = (int) readNumber("relay type", 3);
        out.u8(discovery << 7 | kind);
        readGateway(kind, origin, out);
      }
      case A6_NAME -> {
        if (out.array()[start] != 0) {
          readName(origin, out);
        }
      }
      default -> RareFieldText.read(field, in, out);
    }
  }

  private void readName(Name origin, OctetBuffer out) throws EntryFault {
    in.take("name");
    try {
      NameText.parse(in.text, in.start, in.end, origin, out);
    } catch (MalformedText e) {
      throw in.fault(": " + e.getMessage());
    }
  }

  private long readNumber(String what, long max) throws EntryFault {
    in.take(what);
    return NumberText.read(in, max);
  }

  private int readType() throws EntryFault {
    in.take("record type");
    byte first = in.text[in.start];
    if (first >= '0' && first <= '9') {
      return (int) NumberText.read(in, 0xffff);
    }
    int code = RecordTypeText.find(in.text, in.start, in.end);
    if (code < 0) {
      throw in.fault("is no record type; unknown ones are written TYPE12345");
    }
    return code;
  }

  private int readAlgorithm() throws EntryFault {
    in.take("algorithm");
    byte first = in.text[in.start];
    if (first >= '0' && first <= '9') {
      return (int) NumberText.read(in, 0xff);
    }
    String text = in.string();
    if (!Algorithm.parseable(text)) {
      throw in.fault("is no signing algorithm");
    }
    return Algorithm.parse(text).code();
  }

  private int readDigestType() throws EntryFault {
    in.take("digest type");
    byte first = in.text[in.start];
    if (first >= '0' && first <= '9') {
      return (int) NumberText.read(in, 0xff);
    }
    String text = in.string();
    if (!DigestType.parseable(text)) {
      throw in.fault("is no digest type");
    }
    return DigestType.parse(text).code();
  }

  private void readBitmap(OctetBuffer out) throws EntryFault {
    if (!in.more()) {
      in.take("list of record types");
    }
    bitmap.read(in, out);
  }

  private void readHex(OctetBuffer out) throws EntryFault {
    if (!in.more()) {
      in.take("hexadecimal");
    }
    Hexadecimal.readRest(in, out);
  }

  /// Reads the digest of a CDS that asks for deletion (RFC 8078 §4), written as `00`, `0` or not at
  /// all; false if it is none.
  private boolean readDelete(int start, OctetBuffer out) throws EntryFault {
    byte[] array = out.array();
    if ((array[start] | array[start + 1] | array[start + 2] | array[start + 3]) != 0) {
      return false;
    }
    if (in.more()) {
      int mark = in.mark();
      in.take("hexadecimal");
      if (in.more() || in.end - in.start != 1 || in.text[in.start] != '0') {
        in.goTo(mark);
        return false;
      }
    }
    out.u8(0);
    return true;
  }

  private void readSalt(OctetBuffer out) throws EntryFault {
    in.take("salt");
    int lengthAt = out.length();
    out.u8(0);
    if (in.end - in.start != 1 || in.text[in.start] != '-') {
      Hexadecimal.readToken(in, out);
      closeLength(lengthAt, out);
    }
  }

  private void closeLength(int lengthAt, OctetBuffer out) throws EntryFault {
    int octets = out.length() - lengthAt - 1;
    if (octets > 255) {
      throw in.fault("is longer than 255 octets");
    }
    out.array()[lengthAt] = (byte) octets;
  }

  private void readGateway(int kind, Name origin, OctetBuffer out) throws EntryFault {
    switch (kind) {
      case 0 -> {
        in.take("gateway");
        if (in.end - in.start != 1 || in.text[in.start] != '.') {
          throw in.fault("is no gateway of kind 0; write '.'");
        }
      }
      case 1 -> {
        in.take("IPv4 address");
        AddressText.readIpv4(in, out);
      }
      case 2 -> {
        in.take("IPv6 address");
        AddressText.readIpv6(in, out);
      }
      case 3 -> readName(origin, out);
      default -> throw in.fault("follows a gateway kind above 3 (RFC 4025 §2.3)");
    }
  }
}
