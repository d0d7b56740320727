package dev.weir.dns.edns;

import dev.weir.dns.MalformedWire;
import dev.weir.dns.name.Name;
import dev.weir.dns.octets.Octets;

/// Reads the data of EDNS options by the RFC of each.
final class OptionReader {
  private OptionReader() {}

  /// The option that the data stands for.
  ///
  /// @throws MalformedWire if the data breaks the option's RFC
  static EdnsOption read(OptionCode code, Octets data) {
    return switch (code.code()) {
      case 3 -> new EdnsOption.Nsid(data);
      case 5, 6, 7 -> new EdnsOption.Understood(code, data);
      case 8 -> clientSubnet(data);
      case 9 -> expire(data);
      case 10 -> cookie(data);
      case 11 -> keepalive(data);
      case 12 -> new EdnsOption.Padding(data.length());
      case 15 -> extendedError(data);
      case 18 -> reportChannel(data);
      case 19 -> zoneVersion(data);
      default -> new EdnsOption.Unknown(code, data);
    };
  }

  private static EdnsOption clientSubnet(Octets data) {
    if (data.length() < 4) {
      throw MalformedWire.untraced(0, "ECS has 4 octets before its address (RFC 7871 §6)");
    }
    Octets address = data.from(4);
    int family = data.u16(0);
    String fault = subnetFault(family, data.u8(2), data.u8(3), address);
    if (!fault.isEmpty()) {
      throw MalformedWire.untraced(2, fault);
    }
    return new EdnsOption.ClientSubnet(family, data.u8(2), data.u8(3), address);
  }

  /// What is wrong with the parts of a client subnet; empty if nothing is.
  static String subnetFault(int family, int source, int scope, Octets address) {
    int bits = family == 1 ? 32 : family == 2 ? 128 : 0;
    if (family < 0 || family > 2) {
      return "ECS family is 1 or 2, or 0 without an address (RFC 7871 §6)";
    }
    if (source < 0 || source > bits || scope < 0 || scope > bits) {
      return "ECS prefix lengths are 0 to " + bits + " in this family (RFC 7871 §6)";
    }
    if (address.length() != (source + 7) / 8) {
      return "ECS address has as many octets as the source prefix needs (RFC 7871 §6)";
    }
    if (source % 8 != 0 && (address.u8(address.length() - 1) & 0xff >> source % 8) != 0) {
      return "ECS address has bits beyond the source prefix (RFC 7871 §6)";
    }
    return "";
  }

  private static EdnsOption expire(Octets data) {
    return switch (data.length()) {
      case 0 -> EdnsOption.Expire.ASK;
      case 4 -> new EdnsOption.Expire(data.u32(0));
      default -> throw MalformedWire.untraced(0, "EXPIRE has 0 or 4 octets (RFC 7314 §2)");
    };
  }

  private static EdnsOption cookie(Octets data) {
    int octets = data.length();
    if (octets != 8 && (octets < 16 || octets > 40)) {
      throw MalformedWire.untraced(0, "COOKIE has 8 or 16 to 40 octets (RFC 7873 §5.2.2)");
    }
    return new EdnsOption.Cookie(data.slice(0, 8), data.from(8));
  }

  private static EdnsOption keepalive(Octets data) {
    return switch (data.length()) {
      case 0 -> EdnsOption.Keepalive.ASK;
      case 2 -> new EdnsOption.Keepalive(data.u16(0));
      default -> throw MalformedWire.untraced(0, "KEEPALIVE has 0 or 2 octets (RFC 7828 §3.1)");
    };
  }

  private static EdnsOption extendedError(Octets data) {
    if (data.length() < 2) {
      throw MalformedWire.untraced(0, "EDE has 2 octets before its text (RFC 8914 §2)");
    }
    return new EdnsOption.ExtendedError(data.u16(0), data.from(2));
  }

  private static EdnsOption reportChannel(Octets data) {
    Name agent = Name.read(data);
    if (agent.length() != data.length()) {
      throw MalformedWire.untraced(
          agent.length(), "octets follow the agent domain of REPORT-CHANNEL (RFC 9567 §5)");
    }
    return new EdnsOption.ReportChannel(agent);
  }

  private static EdnsOption zoneVersion(Octets data) {
    if (data.length() == 0) {
      return new EdnsOption.ZoneVersionRequest();
    }
    if (data.length() < 2 || data.u8(0) > 127) {
      throw MalformedWire.untraced(0, "ZONEVERSION has a label count and a type (RFC 9660 §2)");
    }
    if (data.u8(1) == 0 && data.length() != 6) {
      throw MalformedWire.untraced(2, "ZONEVERSION of an SOA serial has 4 octets (RFC 9660 §3)");
    }
    return new EdnsOption.ZoneVersion(data.u8(0), data.u8(1), data.from(2));
  }

  /// The text of an address of which only the leading octets are given.
  static String address(int family, Octets given) {
    StringBuilder out = new StringBuilder(40);
    if (family == 2) {
      for (int i = 0; i < 16; i += 2) {
        out.append(i == 0 ? "" : ":");
        out.append(Integer.toHexString(octet(given, i) << 8 | octet(given, i + 1)));
      }
      return out.toString();
    }
    for (int i = 0; i < 4; i++) {
      out.append(i == 0 ? "" : ".").append(octet(given, i));
    }
    return out.toString();
  }

  private static int octet(Octets given, int at) {
    return at < given.length() ? given.u8(at) : 0;
  }

  /// A text in quotes and parentheses, on one line and without control characters.
  static String quote(String text) {
    StringBuilder out = new StringBuilder(text.length() + 4).append("(\"");
    text.codePoints()
        .forEach(c -> {
          if (c == '"' || c == '\\') {
            out.append('\\').appendCodePoint(c);
          } else if (Character.isISOControl(c)) {
            out.append(String.format("\\%03d", c));
          } else {
            out.appendCodePoint(c);
          }
        });
    return out.append("\")").toString();
  }
}
