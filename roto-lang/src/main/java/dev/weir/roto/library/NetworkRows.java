package dev.weir.roto.library;

import dev.weir.inet.Asn;
import dev.weir.roto.run.Addresses;
import dev.weir.roto.type.Type;

/// `IpAddr`, `Prefix` and `Asn`.
final class NetworkRows {
  private NetworkRows() {}

  static void addTo(LibraryBuilder library) {
    Rows addresses = new Rows(library, "IpAddr", Addresses.class);
    addAddress(addresses);
    addPurposes(addresses);
    addPrefix(new Rows(library, "Prefix", Addresses.class));
    addAsn(new Rows(library, "Asn", Addresses.class));
    library.constant(
        new LibraryConstant(
            "IpAddr.LOCALHOSTV4",
            Type.Scalar.IP_ADDR,
            Addresses.LOCALHOST_V4,
            "The address `127.0.0.1`."));
    library.constant(
        new LibraryConstant(
            "IpAddr.LOCALHOSTV6",
            Type.Scalar.IP_ADDR,
            Addresses.LOCALHOST_V6,
            "The address `::1`."));
    library.constant(
        new LibraryConstant(
            "Asn.TRANS",
            Type.Scalar.ASN,
            Asn.TRANS.bits(),
            "`AS23456`, which stands in for a number that needs more than 16 bits (RFC 6793)."));
  }

  private static void addAddress(Rows rows) {
    rows.add(
            "fn to_string(self: IpAddr) -> String",
            "toString",
            "Dotted decimal, or the form of RFC 5952; a mapped address as `::ffff:1.2.3.4`.")
        .add(
            "fn eq(self: IpAddr, other: IpAddr) -> bool",
            "equal",
            "Whether they are the same, as `==`; an IPv4 address never equals an IPv6 address, not"
                + " even the one that maps it.")
        .add("fn is_ipv4(self: IpAddr) -> bool", "isIpv4", "Whether it is an IPv4 address.")
        .add(
            "fn is_ipv6(self: IpAddr) -> bool",
            "isIpv6",
            "Whether it is an IPv6 address; one that maps an IPv4 address is.")
        .add(
            "fn to_canonical(self: IpAddr) -> IpAddr",
            "toCanonical",
            "The IPv4 address that an IPv6 address of the form `::ffff:1.2.3.4` maps; any other"
                + " address itself.")
        .add(
            "fn parse(text: String) -> IpAddr?",
            "parse",
            "The address from its text; `None` for leading zeros, zones, and all else that is no"
                + " address.")
        .add(
            "fn to_u32(self: IpAddr) -> u32?",
            "toU32",
            "The bits of an IPv4 address as a number; `None` for IPv6.")
        .add("fn from_u32(bits: u32) -> IpAddr", "fromU32", "The IPv4 address with these bits.");
  }

  private static void addPurposes(Rows rows) {
    rows.add(
            "fn is_loopback(self: IpAddr) -> bool",
            "isLoopback",
            "Whether it is in `127.0.0.0/8`, or `::1`.")
        .add(
            "fn is_multicast(self: IpAddr) -> bool",
            "isMulticast",
            "Whether it is in `224.0.0.0/4` or `ff00::/8`.")
        .add(
            "fn is_private(self: IpAddr) -> bool",
            "isPrivate",
            "Whether it is for use inside an organization: RFC 1918, and `fc00::/7` of RFC 4193.")
        .add(
            "fn is_link_local(self: IpAddr) -> bool",
            "isLinkLocal",
            "Whether it is in `169.254.0.0/16` or `fe80::/10`.")
        .add(
            "fn is_documentation(self: IpAddr) -> bool",
            "isDocumentation",
            "Whether it is for examples: RFC 5737, RFC 3849, RFC 9637.")
        .add(
            "fn is_unspecified(self: IpAddr) -> bool",
            "isUnspecified",
            "Whether it is `0.0.0.0` or `::`.");
  }

  private static void addPrefix(Rows rows) {
    rows.add(
            "fn new(address: IpAddr, length: u8) -> Prefix",
            "prefix",
            "The block of that length that an address is in, as `address / length`; bits behind the"
                + " length are dropped. Stops the script if the length is more than 32 or 128.")
        .add("fn to_string(self: Prefix) -> String", "toString", "The address, `/`, the length.")
        .add(
            "fn eq(self: Prefix, other: Prefix) -> bool",
            "equal",
            "Whether they are the same block, as `==`.")
        .add("fn addr(self: Prefix) -> IpAddr", "firstAddress", "The first address of the block.")
        .add(
            "fn min_addr(self: Prefix) -> IpAddr",
            "firstAddress",
            "The first address of the block, as `addr`.")
        .add("fn max_addr(self: Prefix) -> IpAddr", "lastAddress", "The last address of the block.")
        .add("fn len(self: Prefix) -> u8", "length", "How many leading bits the addresses share.")
        .add(
            "fn is_ipv4(self: Prefix) -> bool",
            "isIpv4",
            "Whether it is a block of IPv4 addresses.")
        .add(
            "fn is_ipv6(self: Prefix) -> bool",
            "isIpv6",
            "Whether it is a block of IPv6 addresses.")
        .add(
            "fn contains(self: Prefix, address: IpAddr) -> bool",
            "contains",
            "Whether an address is in the block; never one of the other family.")
        .add(
            "fn covers(self: Prefix, other: Prefix) -> bool",
            "covers",
            "Whether another block is in this one, or the same; never one of the other family.")
        .add(
            "fn overlaps(self: Prefix, other: Prefix) -> bool",
            "overlaps",
            "Whether one of the two blocks covers the other.")
        .add(
            "fn parent(self: Prefix) -> Prefix?",
            "parent",
            "The block that is one bit shorter; `None` where the length is 0.")
        .add(
            "fn parse(text: String) -> Prefix?",
            "parsePrefix",
            "The prefix from its text; `None` also where bits behind the length are set.");
  }

  private static void addAsn(Rows rows) {
    rows.add(
            "fn to_string(self: Asn) -> String",
            "asnToString",
            "`AS` and the number in decimal: `AS64496`.")
        .add("fn to_u32(self: Asn) -> u32", "sameBits", "The number.")
        .add("fn from_u32(number: u32) -> Asn", "sameBits", "The AS number of a number.")
        .add(
            "fn parse(text: String) -> Asn?",
            "parseAsn",
            "The AS number from `64496`, `AS64496` or asdot `1.10`; `None` for any other text.")
        .add(
            "fn to_asdot(self: Asn) -> String",
            "asdot",
            "`65000`, but `1.0` from 65536 on (RFC 5396).")
        .add(
            "fn is_private(self: Asn) -> bool",
            "isPrivate",
            "Whether it is for private use (RFC 6996).")
        .add(
            "fn is_documentation(self: Asn) -> bool",
            "isDocumentation",
            "Whether it is for documentation (RFC 5398).")
        .add(
            "fn is_reserved(self: Asn) -> bool",
            "isReserved",
            "Whether no system may have it: 0, `AS23456`, 65535 and 4294967295.");
  }
}
