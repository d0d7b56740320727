package dev.weir.dns.rdata;

import static dev.weir.dns.rdata.Field.ALGORITHM;
import static dev.weir.dns.rdata.Field.BASE64;
import static dev.weir.dns.rdata.Field.BASE64_DASH;
import static dev.weir.dns.rdata.Field.BASE64_OPTIONAL;
import static dev.weir.dns.rdata.Field.DIGEST_TYPE;
import static dev.weir.dns.rdata.Field.DS_DIGEST;
import static dev.weir.dns.rdata.Field.HEX;
import static dev.weir.dns.rdata.Field.IPV4;
import static dev.weir.dns.rdata.Field.NAME_COMPRESSED;
import static dev.weir.dns.rdata.Field.NAME_EXPANDED;
import static dev.weir.dns.rdata.Field.NAME_FOLDED;
import static dev.weir.dns.rdata.Field.NAME_KEPT;
import static dev.weir.dns.rdata.Field.PERIOD;
import static dev.weir.dns.rdata.Field.SERVICE_PARAMS;
import static dev.weir.dns.rdata.Field.STRING;
import static dev.weir.dns.rdata.Field.STRINGS;
import static dev.weir.dns.rdata.Field.TIME;
import static dev.weir.dns.rdata.Field.TYPE;
import static dev.weir.dns.rdata.Field.U16;
import static dev.weir.dns.rdata.Field.U32;
import static dev.weir.dns.rdata.Field.U8;

import dev.weir.dns.type.RecordType;
import java.util.Arrays;
import java.util.List;

/// The fields of a record type's data, in their order: the table that all handling of record data
/// follows.
///
/// A type without a row here is opaque: it is read and printed in the form of RFC 3597 §5, and its
/// octets are never touched. To add a type, add its row; a new kind of field goes into [Field].
public final class RdataLayout {
  private static final List<RdataLayout> ROWS =
      List.of(
          row(RecordType.A, IPV4),
          row(RecordType.NS, NAME_COMPRESSED),
          row(RecordType.MD, NAME_COMPRESSED),
          row(RecordType.MF, NAME_COMPRESSED),
          row(RecordType.CNAME, NAME_COMPRESSED),
          row(
              RecordType.SOA,
              NAME_COMPRESSED,
              NAME_COMPRESSED,
              U32,
              PERIOD,
              PERIOD,
              PERIOD,
              PERIOD),
          row(RecordType.MB, NAME_COMPRESSED),
          row(RecordType.MG, NAME_COMPRESSED),
          row(RecordType.MR, NAME_COMPRESSED),
          row(RecordType.WKS, IPV4, Field.SERVICES),
          row(RecordType.PTR, NAME_COMPRESSED),
          row(RecordType.HINFO, STRING, STRING),
          row(RecordType.MINFO, NAME_COMPRESSED, NAME_COMPRESSED),
          row(RecordType.MX, U16, NAME_COMPRESSED),
          row(RecordType.TXT, STRINGS),
          row(RecordType.RP, NAME_EXPANDED, NAME_EXPANDED),
          row(RecordType.AFSDB, U16, NAME_EXPANDED),
          row(RecordType.X25, Field.DIGITS),
          row(RecordType.ISDN, STRING, Field.STRING_OPTIONAL),
          row(RecordType.RT, U16, NAME_EXPANDED),
          row(RecordType.NSAP, Field.NSAP),
          row(RecordType.NSAP_PTR, NAME_KEPT),
          row(RecordType.SIG, TYPE, ALGORITHM, U8, PERIOD, TIME, TIME, U16, NAME_EXPANDED, BASE64),
          row(RecordType.KEY, U16, U8, ALGORITHM, BASE64_OPTIONAL),
          row(RecordType.PX, U16, NAME_EXPANDED, NAME_EXPANDED),
          row(RecordType.GPOS, STRING, STRING, STRING),
          row(RecordType.AAAA, Field.IPV6),
          row(RecordType.LOC, Field.LOCATION),
          row(RecordType.NXT, NAME_EXPANDED, Field.NXT_BITMAP),
          row(RecordType.EID, HEX),
          row(RecordType.NIMLOC, HEX),
          row(RecordType.SRV, U16, U16, U16, NAME_EXPANDED),
          row(RecordType.NAPTR, U16, U16, Field.FLAGS, STRING, Field.SUBSTITUTION, NAME_EXPANDED),
          row(RecordType.KX, U16, NAME_FOLDED),
          row(RecordType.CERT, Field.CERTIFICATE_TYPE, U16, ALGORITHM, BASE64),
          row(RecordType.A6, Field.A6_SUFFIX, Field.A6_NAME),
          row(RecordType.DNAME, NAME_FOLDED),
          row(RecordType.SINK, U8, U8, U8, BASE64_OPTIONAL),
          row(RecordType.APL, Field.PREFIXES),
          row(RecordType.DS, U16, ALGORITHM, DIGEST_TYPE, DS_DIGEST),
          row(RecordType.SSHFP, U8, U8, Field.FINGERPRINT),
          row(RecordType.IPSECKEY, U8, U8, U8, Field.GATEWAY, BASE64_OPTIONAL),
          row(RecordType.RRSIG, TYPE, ALGORITHM, U8, PERIOD, TIME, TIME, U16, NAME_FOLDED, BASE64),
          row(RecordType.NSEC, NAME_KEPT, Field.TYPE_BITMAP),
          row(RecordType.DNSKEY, U16, U8, ALGORITHM, BASE64),
          row(RecordType.DHCID, BASE64),
          row(RecordType.NSEC3, U8, U8, U16, Field.SALT, Field.HASH, Field.TYPE_BITMAP_OPTIONAL),
          row(RecordType.NSEC3PARAM, U8, U8, U16, Field.SALT),
          row(RecordType.TLSA, U8, U8, U8, HEX),
          row(RecordType.SMIMEA, U8, U8, U8, HEX),
          row(RecordType.HIP, Field.HOST_IDENTITY, Field.NAMES_KEPT),
          row(RecordType.NINFO, STRINGS),
          row(RecordType.RKEY, U16, U8, ALGORITHM, BASE64),
          row(RecordType.TALINK, NAME_KEPT, NAME_KEPT),
          row(RecordType.CDS, U16, ALGORITHM, DIGEST_TYPE, Field.CDS_DIGEST),
          row(RecordType.CDNSKEY, U16, U8, ALGORITHM, BASE64),
          row(RecordType.OPENPGPKEY, BASE64),
          row(RecordType.CSYNC, U32, U16, Field.TYPE_BITMAP_OPTIONAL),
          row(RecordType.ZONEMD, U32, U8, U8, Field.ZONE_DIGEST),
          row(RecordType.SVCB, U16, NAME_KEPT, SERVICE_PARAMS),
          row(RecordType.HTTPS, U16, NAME_KEPT, SERVICE_PARAMS),
          row(RecordType.DSYNC, TYPE, Field.DSYNC_SCHEME, U16, NAME_KEPT),
          row(RecordType.HHIT, BASE64),
          row(RecordType.BRID, BASE64),
          row(RecordType.SPF, STRINGS),
          row(RecordType.NID, U16, Field.NODE),
          row(RecordType.L32, U16, IPV4),
          row(RecordType.L64, U16, Field.NODE),
          row(RecordType.LP, U16, NAME_KEPT),
          row(RecordType.EUI48, Field.EUI48),
          row(RecordType.EUI64, Field.EUI64),
          row(RecordType.URI, U16, U16, Field.QUOTED),
          row(RecordType.CAA, U8, Field.CAA_TAG, Field.TEXT),
          row(RecordType.AVC, STRINGS),
          row(RecordType.DOA, U32, U32, U8, STRING, BASE64_DASH),
          row(RecordType.AMTRELAY, U8, Field.RELAY),
          row(RecordType.RESINFO, STRINGS),
          row(RecordType.WALLET, STRINGS),
          row(RecordType.CLA, STRINGS),
          row(RecordType.IPN, Field.U64),
          row(RecordType.TA, U16, ALGORITHM, DIGEST_TYPE, DS_DIGEST),
          row(RecordType.DLV, U16, ALGORITHM, DIGEST_TYPE, DS_DIGEST),
          row(RecordType.ALIAS, NAME_KEPT));

  private static final RdataLayout[] DENSE = dense();
  private static final RdataLayout[] SPARSE =
      ROWS.stream().filter(row -> row.type.code() >= DENSE.length).toArray(RdataLayout[]::new);

  private final RecordType type;
  private final Field[] fields;
  private final int width;
  private final int lead;
  private final int leadOctets;
  private final int folded;
  private final boolean expands;
  private final boolean compresses;

  private RdataLayout(RecordType type, Field... fields) {
    this.type = type;
    this.fields = fields;
    int sum = 0;
    int lastFolded = 0;
    int fixed = 0;
    for (int i = 0; i < fields.length; i++) {
      if (fixed == i && fields[i].width() > 0) {
        fixed++;
        sum += fields[i].width();
      }
      if (fields[i].folds()) {
        lastFolded = i + 1;
      }
    }
    this.lead = fixed;
    this.leadOctets = sum;
    this.width = fixed == fields.length ? sum : 0;
    this.folded = lastFolded;
    this.expands = Arrays.stream(fields).anyMatch(Field::expands);
    this.compresses = Arrays.asList(fields).contains(NAME_COMPRESSED);
  }

  private static RdataLayout row(RecordType type, Field... fields) {
    return new RdataLayout(type, fields);
  }

  private static RdataLayout[] dense() {
    RdataLayout[] table = new RdataLayout[512];
    for (int code = 0; code < table.length; code++) {
      table[code] = new RdataLayout(new RecordType(code), Field.OPAQUE);
    }
    for (RdataLayout row : ROWS) {
      if (row.type.code() < table.length) {
        table[row.type.code()] = row;
      }
    }
    return table;
  }

  /// The layout of a type; a type without a row is [Field#OPAQUE].
  public static RdataLayout of(RecordType type) {
    return of(type.code());
  }

  /// The layout of the type with this number; a type without a row is [Field#OPAQUE].
  ///
  /// @param typeCode 0 to 65535
  public static RdataLayout of(int typeCode) {
    if (typeCode < DENSE.length) {
      return DENSE[typeCode];
    }
    for (RdataLayout layout : SPARSE) {
      if (layout.type.code() == typeCode) {
        return layout;
      }
    }
    return new RdataLayout(new RecordType(typeCode), Field.OPAQUE);
  }

  /// All rows of the table, in the order of the type numbers.
  public static List<RdataLayout> all() {
    return ROWS;
  }

  /// The type whose data this describes.
  public RecordType type() {
    return type;
  }

  /// The fields in their order.
  public List<Field> fields() {
    return List.of(fields);
  }

  /// How many fields there are.
  public int size() {
    return fields.length;
  }

  /// The field at `index`, for loops that allocate nothing.
  public Field field(int index) {
    return fields[index];
  }

  /// Octets of the record data if they are always as many, else 0.
  public int width() {
    return width;
  }

  /// Whether the type has no row, so that its data is a string of octets (RFC 3597).
  public boolean opaque() {
    return fields[0] == Field.OPAQUE;
  }

  /// Whether the canonical form may differ from the stored one (RFC 4034 §6.2 as corrected by RFC
  /// 6840 §5.1).
  public boolean folds() {
    return folded > 0;
  }

  /// How many fields from the first are of fixed width.
  public int lead() {
    return lead;
  }

  /// Octets of the fields of fixed width at the beginning.
  public int leadOctets() {
    return leadOctets;
  }

  /// How many fields from the first must be walked to have met all that fold.
  int folded() {
    return folded;
  }

  /// Whether names in received data may have compression pointers (RFC 1035 §4.1.4, RFC 3597 §4).
  public boolean expands() {
    return expands;
  }

  /// Whether names in the data may be compressed when it is sent (RFC 3597 §4).
  public boolean compresses() {
    return compresses;
  }

  /// Prints the type and its fields.
  @Override
  public String toString() {
    return type + " " + Arrays.toString(fields);
  }
}
