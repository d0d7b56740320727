package dev.weir.bgp.capture;

/// What the packets of a capture begin with: the number that the pcap registry gives to a link
/// layer.
///
/// @param code 16 bits
public record LinkType(int code) {
  /// Four octets in the byte order of the capturing machine that name the family of BSD loopback.
  public static final LinkType NULL = new LinkType(0);

  /// Ethernet.
  public static final LinkType ETHERNET = new LinkType(1);

  /// Raw IP, the old number.
  public static final LinkType RAW_OLD = new LinkType(12);

  /// Raw IP as OpenBSD numbers it.
  public static final LinkType RAW_OPENBSD = new LinkType(14);

  /// Raw IP: the version is in the first four bits.
  public static final LinkType RAW = new LinkType(101);

  /// Cisco HDLC.
  public static final LinkType CISCO_HDLC = new LinkType(104);

  /// OpenBSD loopback: four octets in network order that name the family.
  public static final LinkType LOOP = new LinkType(108);

  /// Linux cooked capture, version 1.
  public static final LinkType LINUX_COOKED = new LinkType(113);

  /// Raw IPv4.
  public static final LinkType IPV4 = new LinkType(228);

  /// Raw IPv6.
  public static final LinkType IPV6 = new LinkType(229);

  /// Linux cooked capture, version 2.
  public static final LinkType LINUX_COOKED_2 = new LinkType(276);

  @Override
  public String toString() {
    return switch (code) {
      case 0 -> "null";
      case 1 -> "Ethernet";
      case 12, 14, 101 -> "raw IP";
      case 104 -> "Cisco HDLC";
      case 108 -> "loopback";
      case 113 -> "Linux cooked";
      case 228 -> "raw IPv4";
      case 229 -> "raw IPv6";
      case 276 -> "Linux cooked 2";
      default -> "link type " + code;
    };
  }
}
