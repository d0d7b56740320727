package dev.weir.bgp.nlri;

import dev.weir.bgp.octets.Octets;
import dev.weir.bgp.type.AfiSafi;
import dev.weir.bgp.type.RouteDistinguisher;
import dev.weir.inet.IpAddress;
import dev.weir.inet.Prefix;
import org.jspecify.annotations.Nullable;

/// A route of a mobile user plane (draft-ietf-bess-mup-safi section 3.1), of the architecture of
/// 3GPP 5G.
///
/// ```
/// architecture (1): 1   route type (2)   length of the rest (1)   route distinguisher (8)   rest
/// ```
public sealed interface MupNlri extends Nlri {
  /// The architecture of 3GPP 5G.
  int FIVE_G = 1;

  /// Returns the route type.
  int type();

  /// Returns the architecture, which says what the types mean.
  default int architecture() {
    return FIVE_G;
  }

  /// A prefix of the radio access network (type 1).
  ///
  /// @param family IPv4 or IPv6 with SAFI 85
  /// @param distinguisher tells the networks apart
  /// @param prefix of the network
  record InterworkSegment(AfiSafi family, RouteDistinguisher distinguisher, Prefix prefix)
      implements MupNlri {
    @Override
    public int type() {
      return 1;
    }

    @Override
    public Octets octets() {
      int octets = (prefix.length() + 7) / 8;
      RouteWriter writer = header(1, 9 + octets, distinguisher).u8(prefix.length());
      return writer.bits(prefix.address(), prefix.length()).done();
    }

    @Override
    public String toString() {
      return text(this, distinguisher) + "[" + prefix + "]";
    }
  }

  /// A router that leads into a data network (type 2).
  ///
  /// @param family IPv4 or IPv6 with SAFI 85
  /// @param distinguisher tells the networks apart
  /// @param address the router
  record DirectSegment(AfiSafi family, RouteDistinguisher distinguisher, IpAddress address)
      implements MupNlri {
    @Override
    public int type() {
      return 2;
    }

    @Override
    public Octets octets() {
      return header(2, 8 + address.width() / 8, distinguisher).address(address).done();
    }

    @Override
    public String toString() {
      return text(this, distinguisher) + "[" + address + "]";
    }
  }

  /// A session of a user, towards the user (type 3).
  ///
  /// @param family IPv4 or IPv6 with SAFI 85
  /// @param distinguisher tells the networks apart
  /// @param prefix of the user
  /// @param tunnel the tunnel endpoint identifier, 32 bits
  /// @param quality the quality of service flow identifier, 8 bits
  /// @param endpoint where the tunnel ends
  /// @param source where it begins; null if the route does not say
  record FirstSession(
      AfiSafi family,
      RouteDistinguisher distinguisher,
      Prefix prefix,
      int tunnel,
      int quality,
      IpAddress endpoint,
      @Nullable IpAddress source)
      implements MupNlri {
    @Override
    public int type() {
      return 3;
    }

    @Override
    public Octets octets() {
      int tail = source == null ? 0 : 1 + source.width() / 8;
      int length = 15 + (prefix.length() + 7) / 8 + endpoint.width() / 8 + tail;
      RouteWriter writer = header(3, length, distinguisher).u8(prefix.length());
      writer.bits(prefix.address(), prefix.length()).i32(tunnel).u8(quality);
      writer.u8(endpoint.width()).address(endpoint);
      return source == null ? writer.done() : writer.u8(source.width()).address(source).done();
    }

    @Override
    public String toString() {
      return text(this, distinguisher)
          + ("[" + prefix + "]:[" + Integer.toUnsignedString(tunnel) + "]:[" + quality + "]:[")
          + (endpoint + (source == null ? "]" : "]:[" + source + "]"));
    }
  }

  /// Sessions of users, towards the data network (type 4): an endpoint, and the tunnel identifiers
  /// that begin with some bits.
  ///
  /// @param family IPv4 or IPv6 with SAFI 85
  /// @param distinguisher tells the networks apart
  /// @param endpoint where the tunnels end
  /// @param tunnelBits how many bits of the identifier count, 0 to 32
  /// @param tunnelOctets as many octets as the bits need, as they were sent
  record SecondSession(
      AfiSafi family,
      RouteDistinguisher distinguisher,
      IpAddress endpoint,
      int tunnelBits,
      Octets tunnelOctets)
      implements MupNlri {
    /// Checks that octets and bits agree.
    ///
    /// @throws IllegalArgumentException if they do not
    public SecondSession {
      if (tunnelBits < 0 || tunnelBits > 32 || tunnelOctets.length() != (tunnelBits + 7) / 8) {
        throw new IllegalArgumentException("not " + tunnelBits + " bits: " + tunnelOctets);
      }
    }

    @Override
    public int type() {
      return 4;
    }

    @Override
    public Octets octets() {
      int length = 9 + endpoint.width() / 8 + tunnelOctets.length();
      return header(4, length, distinguisher)
          .u8(endpoint.width() + tunnelBits)
          .address(endpoint)
          .octets(tunnelOctets)
          .done();
    }

    @Override
    public String toString() {
      return text(this, distinguisher)
          + ("[" + endpoint + "]:[0x" + tunnelOctets + "/" + tunnelBits + "]");
    }
  }

  /// A route of another type or architecture.
  ///
  /// @param family IPv4 or IPv6 with SAFI 85
  /// @param architecture what the types mean
  /// @param type the route type
  /// @param body what is behind the length
  record Other(AfiSafi family, int architecture, int type, Octets body) implements MupNlri {
    @Override
    public Octets octets() {
      RouteWriter writer = new RouteWriter().u8(architecture).u16(type);
      return writer.u8(body.length()).octets(body).done();
    }

    @Override
    public String toString() {
      return "[" + architecture + "/" + type + "]:0x" + body;
    }
  }

  private static RouteWriter header(int type, int length, RouteDistinguisher distinguisher) {
    return new RouteWriter().u8(FIVE_G).u16(type).u8(length).i64(distinguisher.bits());
  }

  private static String text(MupNlri route, RouteDistinguisher distinguisher) {
    return distinguisher + ":[" + route.type() + "]:";
  }
}
