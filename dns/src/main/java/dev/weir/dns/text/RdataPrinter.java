package dev.weir.dns.text;

import dev.weir.dns.MalformedWire;
import dev.weir.dns.name.Name;
import dev.weir.dns.name.NameText;
import dev.weir.dns.octets.OctetBuffer;
import dev.weir.dns.octets.Octets;
import dev.weir.dns.rdata.Field;
import dev.weir.dns.rdata.RdataLayout;
import dev.weir.dns.wire.RdataValidator;
import java.util.Arrays;

/// Prints record data in presentation form, on one line, fields with one blank between them.
///
/// Whatever it prints, [RdataReader] reads back into the same octets. Data that is not valid for
/// its type, and data of types without a row in the table or of private use, is printed in the form
/// of RFC 3597 §5. It allocates nothing for the common types.
public final class RdataPrinter {
  private RdataPrinter() {}

  /// Appends the text of record data, names absolute and with their final dot.
  ///
  /// @param type the record type's number
  /// @param rdata the array that holds uncompressed data
  /// @param from where the data begins
  /// @param length its octets
  /// @param out where to append
  public static void print(int type, byte[] rdata, int from, int length, OctetBuffer out) {
    print(type, rdata, from, length, Name.ROOT, out);
  }

  /// Appends the text of record data, names under `origin` relative to it, the origin itself as
  /// `@`.
  ///
  /// A name whose last labels differ from the origin's in case stays absolute, so that its case
  /// survives.
  ///
  /// @param type the record type's number
  /// @param rdata the array that holds uncompressed data
  /// @param from where the data begins
  /// @param length its octets
  /// @param origin the origin that the text will be read with; the root for absolute names
  /// @param out where to append
  public static void print(
      int type, byte[] rdata, int from, int length, Name origin, OctetBuffer out) {
    RdataLayout layout = RdataLayout.of(type);
    int start = out.length();
    if (layout.opaque()
        || type >= RecordTypeText.PRIVATE_USE
        || !valid(type, rdata, from, length)
        || !printFields(layout, rdata, from, length, origin, out)
        || out.length() == start) {
      out.truncate(start);
      printGeneric(rdata, from, length, out);
    }
  }

  /// Appends the text of any record data in the form of RFC 3597 §5: `\# 4 0A000001`.
  ///
  /// @param rdata the array that holds uncompressed data
  /// @param from where the data begins
  /// @param length its octets
  /// @param out where to append
  public static void printGeneric(byte[] rdata, int from, int length, OctetBuffer out) {
    out.u8('\\').u8('#').u8(' ');
    NumberText.print(length, out);
    if (length > 0) {
      out.u8(' ');
      Hexadecimal.print(rdata, from, from + length, out);
    }
  }

  private static boolean valid(int type, byte[] rdata, int from, int length) {
    try {
      RdataValidator.validate(type, rdata, from, length);
      return true;
    } catch (MalformedWire _) {
      return false;
    }
  }

  private static boolean printFields(
      RdataLayout layout, byte[] rdata, int from, int length, Name origin, OctetBuffer out) {
    int at = from;
    int to = from + length;
    for (int i = 0; i < layout.size(); i++) {
      Field field = layout.field(i);
      int end = field.end(rdata, from, at, to);
      if (at == end && silentWhenEmpty(field)) {
        continue;
      }
      if (i > 0) {
        out.u8(' ');
      }
      if (!printField(field, rdata, at, end, origin, out)) {
        return false;
      }
      if (field == Field.GATEWAY) {
        printGateway(rdata[from + 1], rdata, at, origin, out);
      }
      at = end;
    }
    return true;
  }

  private static boolean silentWhenEmpty(Field field) {
    return switch (field) {
      case NAMES_KEPT,
          STRING_OPTIONAL,
          BASE64_OPTIONAL,
          TYPE_BITMAP_OPTIONAL,
          PREFIXES,
          SERVICE_PARAMS,
          A6_NAME ->
          true;
      default -> false;
    };
  }

  private static boolean printField(
      Field field, byte[] rdata, int at, int end, Name origin, OctetBuffer out) {
    switch (field) {
      case NAME_COMPRESSED, NAME_EXPANDED, NAME_FOLDED, NAME_KEPT, A6_NAME ->
          printName(rdata, at, end, origin, out);
      case NAMES_KEPT -> printNames(rdata, at, end, origin, out);
      case U8, ALGORITHM, DIGEST_TYPE -> NumberText.print(rdata[at] & 0xff, out);
      case U16 -> NumberText.print(Octets.u16(rdata, at), out);
      case U32, PERIOD -> NumberText.print(Octets.i32(rdata, at) & 0xffff_ffffL, out);
      case U64 -> {
        long high = Octets.i32(rdata, at) & 0xffff_ffffL;
        long value = high << 32 | (Octets.i32(rdata, at + 4) & 0xffff_ffffL);
        out.latin1(Long.toUnsignedString(value));
      }
      case IPV4 -> AddressText.printIpv4(rdata, at, out);
      case IPV6 -> AddressText.printIpv6(rdata, at, out);
      case STRING, STRING_OPTIONAL, DIGITS, FLAGS, SUBSTITUTION ->
          StringText.print(rdata, at + 1, end, out);
      case STRINGS -> printStrings(rdata, at, end, out);
      case TEXT, QUOTED -> StringText.print(rdata, at, end, out);
      case BASE64, BASE64_OPTIONAL -> Base64Text.print(rdata, at, end, out);
      case HEX, DS_DIGEST, CDS_DIGEST, ZONE_DIGEST, FINGERPRINT ->
          Hexadecimal.print(rdata, at, end, out);
      case TYPE -> RecordTypeText.print(Octets.u16(rdata, at), out);
      case TYPE_BITMAP, TYPE_BITMAP_OPTIONAL -> TypeBitmapText.print(rdata, at, end, out);
      case NXT_BITMAP -> TypeBitmapText.printNxt(rdata, at, end, out);
      case TIME -> NumberText.printTime(Octets.i32(rdata, at), out);
      case SALT -> {
        if (end == at + 1) {
          out.u8('-');
        }
        Hexadecimal.print(rdata, at + 1, end, out);
      }
      case HASH -> Base32Text.print(rdata, at + 1, end, out);
      case SERVICE_PARAMS -> ServiceParamPrinter.print(rdata, at, end, out);
      case GATEWAY -> {
        // Printed by the caller, who knows where the kind stands.
      }
      case RELAY -> {
        NumberText.print(rdata[at] >> 7 & 1, out);
        out.u8(' ');
        NumberText.print(rdata[at] & 0x7f, out);
        out.u8(' ');
        printGateway(rdata[at] & 0x7f, rdata, at + 1, origin, out);
      }
      default -> {
        return RareFieldText.print(field, rdata, at, end, out);
      }
    }
    return true;
  }

  private static void printGateway(int kind, byte[] rdata, int at, Name origin, OctetBuffer out) {
    switch (kind) {
      case 1 -> AddressText.printIpv4(rdata, at, out);
      case 2 -> AddressText.printIpv6(rdata, at, out);
      case 3 -> printName(rdata, at, Field.nameEnd(rdata, at, rdata.length), origin, out);
      default -> out.u8('.');
    }
  }

  private static void printStrings(byte[] rdata, int from, int to, OctetBuffer out) {
    int end;
    for (int at = from; at < to; at = end) {
      end = at + 1 + (rdata[at] & 0xff);
      if (at > from) {
        out.u8(' ');
      }
      StringText.print(rdata, at + 1, end, out);
    }
  }

  private static void printNames(byte[] rdata, int from, int to, Name origin, OctetBuffer out) {
    int end;
    for (int at = from; at < to; at = end) {
      end = Field.nameEnd(rdata, at, to);
      if (at > from) {
        out.u8(' ');
      }
      printName(rdata, at, end, origin, out);
    }
  }

  private static void printName(byte[] rdata, int at, int end, Name origin, OctetBuffer out) {
    int split = origin.length() == 1 ? -1 : relativeTo(origin, rdata, at, end);
    if (split < 0) {
      NameText.print(rdata, at, out);
      return;
    }
    if (split == at) {
      out.u8('@');
      return;
    }
    for (int label = at; label < split; label += rdata[label] + 1) {
      if (label > at) {
        out.u8('.');
      }
      NameText.printLabel(rdata, label + 1, label + 1 + rdata[label], out);
    }
  }

  /// Where the labels of `origin` begin in a name that ends in them, in the same case; else -1.
  private static int relativeTo(Name origin, byte[] rdata, int at, int end) {
    Octets wire = origin.wire();
    int split = end - wire.length();
    int label = at;
    while (label < split) {
      label += rdata[label] + 1;
    }
    boolean same =
        label == split
            && Arrays.equals(
                rdata, split, end, wire.array(), wire.offset(), wire.offset() + wire.length());
    return same ? split : -1;
  }
}
