package dev.weir.bgp.vectors;

import dev.weir.bgp.type.ExtendedCommunity;
import dev.weir.inet.Ipv4Address;
import java.math.BigDecimal;

/// The text that ExaBGP gives an extended community.
final class ExaCommunity {
  private ExaCommunity() {}

  static String text(ExtendedCommunity community) {
    long bits = community.bits();
    int kind = community.type() << 8 | community.subtype();
    long asn = bits >>> 32 & 0xffff;
    long value = bits & 0xffff_ffffL;
    Ipv4Address address = new Ipv4Address((int) (bits >>> 16));
    return switch (kind) {
      case 0x0002 -> "target:" + asn + ":" + value;
      case 0x0102 -> "target:" + address + ":" + (bits & 0xffff);
      case 0x0003 -> "origin:" + asn + ":" + new Ipv4Address((int) value);
      case 0x0103 -> "origin:" + address + ":" + (bits & 0xffff);
      case 0x010c -> "redirect-to-nexthop-ietf " + address;
      case 0x0c00 -> "mup:" + asn + ":" + value;
      case 0x8006 -> "rate-limit:" + rate(value);
      case 0x800c -> "rate-limit:" + rate(value) + ":packets";
      case 0x8007 ->
          "action" + ((bits & 2) != 0 ? " sample" : "") + ((bits & 1) != 0 ? "-terminal" : "");
      case 0x8008 -> "redirect:" + asn + ":" + value;
      case 0x8009 -> "mark " + (bits & 0x3f);
      case 0x800a ->
          "l2info:"
              + (bits >>> 40 & 0xff)
              + (":" + (bits >>> 32 & 0xff))
              + (":" + (bits >>> 16 & 0xffff))
              + (":" + (bits & 0xffff));
      default -> community.toString();
    };
  }

  private static String rate(long value) {
    return new BigDecimal(Float.intBitsToFloat((int) value)).toBigInteger().toString();
  }
}
