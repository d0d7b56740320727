package dev.weir.dns.text;

import dev.weir.dns.octets.OctetBuffer;
import dev.weir.dns.octets.Octets;
import dev.weir.dns.rdata.Field;
import java.util.Locale;
import java.util.Map;

/// The text of fields that one or two seldom met types have.
final class RareFieldText {
  /// Mnemonics of certificate types (RFC 4398 §2.1).
  private static final Map<String, Integer> CERTIFICATE_TYPES =
      Map.of(
          "PKIX", 1, "SPKI", 2, "PGP", 3, "IPKIX", 4, "ISPKI", 5, "IPGP", 6, "ACPKIX", 7, "IACPKIX",
          8, "URI", 253, "OID", 254);

  private static final int NOTIFY = 1;

  private RareFieldText() {}

  /// Reads a field.
  ///
  /// @throws EntryFault if the text is not valid for it
  static void read(Field field, Tokens in, OctetBuffer out) throws EntryFault {
    switch (field) {
      case BASE64_DASH -> {
        in.take("base64");
        if (in.more() || in.end - in.start != 1 || in.text[in.start] != '-') {
          in.goTo(in.mark() - 1);
          Base64Text.readRest(in, out);
        }
      }
      case CERTIFICATE_TYPE -> {
        in.take("certificate type");
        out.u16(mnemonic(in, CERTIFICATE_TYPES, 0xffff));
      }
      case DSYNC_SCHEME -> {
        in.take("scheme");
        out.u8(mnemonic(in, Map.of("NOTIFY", NOTIFY), 0xff));
      }
      case CAA_TAG -> {
        in.take("property tag");
        StringText.readString(in, out);
      }
      case EUI48 -> {
        in.take("EUI-48 address");
        Hexadecimal.readPairs(in, 6, out);
      }
      case EUI64 -> {
        in.take("EUI-64 address");
        Hexadecimal.readPairs(in, 8, out);
      }
      case NODE -> {
        in.take("node identifier");
        Hexadecimal.readNode(in, out);
      }
      case NSAP -> readNsap(in, out);
      case HOST_IDENTITY -> readHostIdentity(in, out);
      case LOCATION -> LocationText.read(in, out);
      case PREFIXES -> PrefixText.read(in, out);
      case SERVICES -> ServicesText.read(in, out);
      case A6_SUFFIX -> readA6Suffix(in, out);
      default -> throw new IllegalStateException("no text form for the field " + field);
    }
  }

  /// Prints a field; returns false if its octets, though valid, have no text form.
  static boolean print(Field field, byte[] rdata, int at, int end, OctetBuffer out) {
    switch (field) {
      case BASE64_DASH -> {
        if (at == end) {
          out.u8('-');
        } else {
          Base64Text.print(rdata, at, end, out);
        }
      }
      case CERTIFICATE_TYPE -> NumberText.print(Octets.u16(rdata, at), out);
      case DSYNC_SCHEME -> {
        if (rdata[at] == NOTIFY) {
          out.latin1("NOTIFY");
        } else {
          NumberText.print(rdata[at] & 0xff, out);
        }
      }
      case CAA_TAG -> out.bytes(rdata, at + 1, end - at - 1);
      case EUI48, EUI64 -> Hexadecimal.printGroups(rdata, at, end, 1, '-', out);
      case NODE -> Hexadecimal.printGroups(rdata, at, end, 2, ':', out);
      case NSAP -> {
        out.latin1("0x");
        Hexadecimal.print(rdata, at, end, out);
      }
      case HOST_IDENTITY -> printHostIdentity(rdata, at, end, out);
      case LOCATION -> LocationText.print(rdata, at, out);
      case PREFIXES -> {
        return PrefixText.print(rdata, at, end, out);
      }
      case SERVICES -> ServicesText.print(rdata, at, end, out);
      case A6_SUFFIX -> printA6Suffix(rdata, at, end, out);
      default -> {
        return false;
      }
    }
    return true;
  }

  private static int mnemonic(Tokens in, Map<String, Integer> names, int max) throws EntryFault {
    Integer number = names.get(in.string().toUpperCase(Locale.ROOT));
    return number != null ? number : (int) NumberText.read(in, max);
  }

  private static void readNsap(Tokens in, OctetBuffer out) throws EntryFault {
    in.take("NSAP address");
    byte[] text = in.text;
    boolean prefixed =
        in.end - in.start > 2 && text[in.start] == '0' && (text[in.start + 1] | 0x20) == 'x';
    if (!prefixed) {
      throw in.fault("is no NSAP address; write 0x and hexadecimal digits (RFC 1706 §7)");
    }
    int high = -1;
    for (int i = in.start + 2; i < in.end; i++) {
      if (text[i] == '.') {
        continue;
      }
      int digit = Hexadecimal.value(text[i]);
      if (digit < 0) {
        throw in.fault("is no NSAP address");
      }
      if (high < 0) {
        high = digit;
      } else {
        out.u8(high << 4 | digit);
        high = -1;
      }
    }
    if (high >= 0) {
      throw in.fault("has an odd number of digits");
    }
  }

  private static void readHostIdentity(Tokens in, OctetBuffer out) throws EntryFault {
    int start = out.length();
    in.take("public key algorithm");
    out.u8(0).u8((int) NumberText.read(in, 0xff)).u16(0);
    in.take("host identity tag");
    Hexadecimal.readToken(in, out);
    int tag = out.length() - start - 4;
    if (tag > 255) {
      throw in.fault("is longer than 255 octets");
    }
    in.take("public key");
    Base64Text.readToken(in, out);
    int key = out.length() - start - 4 - tag;
    if (key > 0xffff) {
      throw in.fault("is longer than 65535 octets");
    }
    out.array()[start] = (byte) tag;
    out.putU16(start + 2, key);
  }

  private static void printHostIdentity(byte[] rdata, int at, int end, OctetBuffer out) {
    int tagEnd = at + 4 + (rdata[at] & 0xff);
    NumberText.print(rdata[at + 1] & 0xff, out);
    out.u8(' ');
    Hexadecimal.print(rdata, at + 4, tagEnd, out);
    out.u8(' ');
    Base64Text.print(rdata, tagEnd, end, out);
  }

  private static void readA6Suffix(Tokens in, OctetBuffer out) throws EntryFault {
    in.take("prefix length");
    int prefix = (int) NumberText.read(in, 128);
    int lengthAt = out.length();
    out.u8(prefix);
    if (prefix == 128) {
      return;
    }
    in.take("address suffix");
    AddressText.readIpv6(in, out);
    byte[] array = out.array();
    int kept = (128 - prefix + 7) / 8;
    System.arraycopy(array, lengthAt + 17 - kept, array, lengthAt + 1, kept);
    out.truncate(lengthAt + 1 + kept);
    array[lengthAt + 1] &= (byte) (0xff >> prefix % 8);
  }

  private static void printA6Suffix(byte[] rdata, int at, int end, OctetBuffer out) {
    NumberText.print(rdata[at] & 0xff, out);
    int kept = end - at - 1;
    if (kept > 0) {
      byte[] address = new byte[16];
      System.arraycopy(rdata, at + 1, address, 16 - kept, kept);
      out.u8(' ');
      AddressText.printIpv6(address, 0, out);
    }
  }
}
