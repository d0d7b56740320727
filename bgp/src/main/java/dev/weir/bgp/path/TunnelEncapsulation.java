package dev.weir.bgp.path;

import dev.weir.bgp.octets.Octets;
import dev.weir.bgp.octets.OctetsWriter;
import dev.weir.inet.IpAddress;
import dev.weir.inet.Ipv4Address;
import dev.weir.inet.Ipv6Address;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// TUNNEL_ENCAPSULATION: how packets may be sent to where they are going (RFC 9012).
///
/// ```
/// type (2)  length (2)  parts: type (1)  length (1, or 2 if the type is 128 or more)  value
/// ```
///
/// @param tunnels the tunnels to choose from
public record TunnelEncapsulation(List<Tunnel> tunnels) implements PathAttribute {

  static @Nullable TunnelEncapsulation read(Octets value) {
    List<Tlv> all = Tlv.readWide(value);
    if (all == null) {
      return null;
    }
    List<Tunnel> tunnels = new ArrayList<>();
    for (Tlv tlv : all) {
      List<Tlv> parts = parts(tlv.value());
      if (parts == null) {
        return null;
      }
      tunnels.add(new Tunnel(tlv.type(), parts));
    }
    return new TunnelEncapsulation(List.copyOf(tunnels));
  }

  private static @Nullable List<Tlv> parts(Octets octets) {
    List<Tlv> all = new ArrayList<>();
    int at = 0;
    while (at < octets.length()) {
      int type = octets.u8(at);
      int header = type < 128 ? 2 : 3;
      if (octets.length() - at < header) {
        return null;
      }
      int length = header == 2 ? octets.u8(at + 1) : octets.u16(at + 1);
      if (length > octets.length() - at - header) {
        return null;
      }
      all.add(new Tlv(type, octets.slice(at + header, length)));
      at += header + length;
    }
    return List.copyOf(all);
  }

  @Override
  public int type() {
    return AttributeType.TUNNEL_ENCAPSULATION;
  }

  @Override
  public Octets value() {
    OctetsWriter out = new OctetsWriter();
    for (Tunnel tunnel : tunnels) {
      out.u16(tunnel.type);
      int length = out.length();
      out.u16(0);
      for (Tlv part : tunnel.parts) {
        out.u8(part.type());
        if (part.type() < 128) {
          out.u8(part.value().length());
        } else {
          out.u16(part.value().length());
        }
        out.octets(part.value());
      }
      out.setU16(length, out.length() - length - 2);
    }
    return out.toOctets();
  }

  /// One tunnel.
  ///
  /// @param type such as 8, VXLAN
  /// @param parts what is said of it
  public record Tunnel(int type, List<Tlv> parts) {
    /// Returns the name of the tunnel's type, or `tunnel-n`.
    public String name() {
      return switch (type) {
        case 1 -> "l2tpv3";
        case 2 -> "gre";
        case 3 -> "transmit-tunnel-endpoint";
        case 4 -> "ipsec-tunnel-mode";
        case 5 -> "ip-in-ip-ipsec-transport";
        case 6 -> "mpls-in-ip-ipsec-transport";
        case 7 -> "ip-in-ip";
        case 8 -> "vxlan";
        case 9 -> "nvgre";
        case 10 -> "mpls";
        case 11 -> "mpls-in-gre";
        case 12 -> "vxlan-gpe";
        case 13 -> "mpls-in-udp";
        case 14 -> "ipv6-tunnel";
        case 15 -> "sr-policy";
        case 16 -> "bare";
        case 17 -> "sr-tunnel";
        case 18 -> "cloud-security";
        case 19 -> "geneve";
        case 20 -> "any-encapsulation";
        default -> "tunnel-" + type;
      };
    }

    /// Returns the colour of the tunnel, unsigned (RFC 9012 section 3.4.2); -1 if it has none.
    public long color() {
      for (Tlv part : parts) {
        if (part.type() == 4 && part.value().length() == 8 && part.value().u16(0) == 0x030b) {
          return part.value().u32(4);
        }
      }
      return -1;
    }

    /// Returns where the tunnel ends (RFC 9012 section 3.1); null if it does not say.
    public @Nullable IpAddress egress() {
      for (Tlv part : parts) {
        Octets value = part.value();
        if (part.type() == 6 && value.length() == 10 && value.u16(4) == 1) {
          return new Ipv4Address(value.i32(6));
        }
        if (part.type() == 6 && value.length() == 22 && value.u16(4) == 2) {
          return new Ipv6Address(value.i64(6), value.i64(14));
        }
      }
      return null;
    }
  }

  /// Returns the name of a part of a tunnel, or `part-n`.
  public static String partName(int type) {
    return switch (type) {
      case 1 -> "encapsulation";
      case 2 -> "protocol-type";
      case 3 -> "ipsec-authenticator";
      case 4 -> "color";
      case 5 -> "load-balancing-block";
      case 6 -> "tunnel-egress-endpoint";
      case 7 -> "ds-field";
      case 8 -> "udp-destination-port";
      case 9 -> "embedded-label-handling";
      case 10 -> "mpls-label-stack";
      case 11 -> "prefix-sid";
      case 12 -> "preference";
      case 13 -> "binding-sid";
      case 14 -> "explicit-null-label-policy";
      case 15 -> "priority";
      case 20 -> "srv6-binding-sid";
      case 128 -> "segment-list";
      case 129 -> "candidate-path-name";
      case 130 -> "policy-name";
      default -> "part-" + type;
    };
  }
}
