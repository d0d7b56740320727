package dev.weir.bgp.nlri;

import dev.weir.bgp.octets.Octets;
import dev.weir.bgp.type.AfiSafi;
import dev.weir.bgp.type.EthernetSegment;
import dev.weir.bgp.type.MacAddress;
import dev.weir.bgp.type.RouteDistinguisher;
import dev.weir.inet.IpAddress;
import dev.weir.inet.Prefix;
import org.jspecify.annotations.Nullable;

/// A route of an Ethernet VPN (RFC 7432 section 7, RFC 9135, RFC 9136).
///
/// ```
/// route type (1)   length of the rest (1)   rest
/// ```
///
/// Types 1 to 5 are read; others are kept as octets ([Other]), since a speaker that does not know a
/// type passes it on. A text form begins with the type in brackets, as routers print it. Labels are
/// given as the 24 bits of their field: an MPLS label is the first 20 of them, a VXLAN identifier
/// (RFC 8365) all.
public sealed interface EvpnNlri extends Nlri {

  /// Returns the route type.
  int type();

  @Override
  default AfiSafi family() {
    return AfiSafi.EVPN;
  }

  /// Ethernet auto-discovery (type 1): a router reaches a segment, or one network on it.
  ///
  /// @param distinguisher tells the networks apart
  /// @param segment which segment
  /// @param tag the Ethernet tag, 32 bits; all ones for the segment as a whole
  /// @param label 24 bits
  record AutoDiscovery(
      RouteDistinguisher distinguisher, EthernetSegment segment, int tag, int label)
      implements EvpnNlri {
    @Override
    public int type() {
      return 1;
    }

    @Override
    public Octets octets() {
      return header(1, 25, distinguisher)
          .u16(segment.high())
          .i64(segment.low())
          .i32(tag)
          .u24(label)
          .done();
    }

    @Override
    public String toString() {
      return text(this, distinguisher) + "[" + segment + "]:[" + unsigned(tag) + "]";
    }
  }

  /// A MAC address, perhaps with an IP address (type 2).
  ///
  /// @param distinguisher tells the networks apart
  /// @param segment where the address is attached
  /// @param tag the Ethernet tag, 32 bits
  /// @param mac the address
  /// @param address the IP address of the same host, if it is known
  /// @param label 24 bits: for bridging
  /// @param secondLabel 24 bits: for routing (RFC 9135); -1 if there is none
  record MacIp(
      RouteDistinguisher distinguisher,
      EthernetSegment segment,
      int tag,
      MacAddress mac,
      @Nullable IpAddress address,
      int label,
      int secondLabel)
      implements EvpnNlri {
    @Override
    public int type() {
      return 2;
    }

    @Override
    public Octets octets() {
      int width = address == null ? 0 : address.width();
      int length = 33 + width / 8 + (secondLabel < 0 ? 0 : 3);
      RouteWriter writer =
          header(2, length, distinguisher)
              .u16(segment.high())
              .i64(segment.low())
              .i32(tag)
              .u8(48)
              .number(mac.bits(), 6)
              .u8(width);
      if (address != null) {
        writer.address(address);
      }
      writer.u24(label);
      return secondLabel < 0 ? writer.done() : writer.u24(secondLabel).done();
    }

    @Override
    public String toString() {
      String host = text(this, distinguisher) + "[" + unsigned(tag) + "]:[48]:[" + mac + "]";
      return address == null ? host : host + ":[" + address.width() + "]:[" + address + "]";
    }
  }

  /// Inclusive multicast Ethernet tag (type 3): a router wants broadcast of a network.
  ///
  /// @param distinguisher tells the networks apart
  /// @param tag the Ethernet tag, 32 bits
  /// @param originator the router
  record InclusiveMulticast(RouteDistinguisher distinguisher, int tag, IpAddress originator)
      implements EvpnNlri {
    @Override
    public int type() {
      return 3;
    }

    @Override
    public Octets octets() {
      return header(3, 13 + originator.width() / 8, distinguisher)
          .i32(tag)
          .u8(originator.width())
          .address(originator)
          .done();
    }

    @Override
    public String toString() {
      return text(this, distinguisher)
          + ("[" + unsigned(tag) + "]:[" + originator.width() + "]:[" + originator + "]");
    }
  }

  /// Ethernet segment (type 4): a router is attached to a segment.
  ///
  /// @param distinguisher made of the router's address
  /// @param segment which segment
  /// @param originator the router
  record Segment(RouteDistinguisher distinguisher, EthernetSegment segment, IpAddress originator)
      implements EvpnNlri {
    @Override
    public int type() {
      return 4;
    }

    @Override
    public Octets octets() {
      return header(4, 19 + originator.width() / 8, distinguisher)
          .u16(segment.high())
          .i64(segment.low())
          .u8(originator.width())
          .address(originator)
          .done();
    }

    @Override
    public String toString() {
      return text(this, distinguisher)
          + ("[" + segment + "]:[" + originator.width() + "]:[" + originator + "]");
    }
  }

  /// An IP prefix (type 5, RFC 9136).
  ///
  /// @param distinguisher tells the networks apart
  /// @param segment where the prefix is attached, or none
  /// @param tag the Ethernet tag, 32 bits
  /// @param prefix the prefix
  /// @param gateway next hop inside the network, of the prefix's family; zero for none
  /// @param label 24 bits
  record IpPrefix(
      RouteDistinguisher distinguisher,
      EthernetSegment segment,
      int tag,
      Prefix prefix,
      IpAddress gateway,
      int label)
      implements EvpnNlri {
    /// Checks that both addresses are of one family.
    ///
    /// @throws IllegalArgumentException if they are not
    public IpPrefix {
      if (gateway.width() != prefix.address().width()) {
        throw new IllegalArgumentException("not of one family: " + prefix + ", " + gateway);
      }
    }

    @Override
    public int type() {
      return 5;
    }

    @Override
    public Octets octets() {
      return header(5, 26 + 2 * gateway.width() / 8, distinguisher)
          .u16(segment.high())
          .i64(segment.low())
          .i32(tag)
          .u8(prefix.length())
          .address(prefix.address())
          .address(gateway)
          .u24(label)
          .done();
    }

    @Override
    public String toString() {
      return text(this, distinguisher)
          + ("[" + unsigned(tag) + "]:[" + prefix.length() + "]:[" + prefix.address() + "]");
    }
  }

  /// A route of another type.
  ///
  /// @param type the route type
  /// @param body what is behind type and length
  record Other(int type, Octets body) implements EvpnNlri {
    @Override
    public Octets octets() {
      return new RouteWriter().u8(type).u8(body.length()).octets(body).done();
    }

    @Override
    public String toString() {
      return "[" + type + "]:0x" + body;
    }
  }

  private static RouteWriter header(int type, int length, RouteDistinguisher distinguisher) {
    return new RouteWriter().u8(type).u8(length).i64(distinguisher.bits());
  }

  private static String text(EvpnNlri route, RouteDistinguisher distinguisher) {
    return distinguisher + ":[" + route.type() + "]:";
  }

  private static String unsigned(int number) {
    return Integer.toUnsignedString(number);
  }
}
