package dev.weir.bgp.nlri;

import dev.weir.bgp.octets.Octets;
import dev.weir.bgp.type.AfiSafi;
import dev.weir.bgp.type.RouteDistinguisher;
import dev.weir.inet.Asn;
import dev.weir.inet.IpAddress;
import org.jspecify.annotations.Nullable;

/// A route of multicast in a private network (RFC 6514 section 4).
///
/// ```
/// route type (1)   length of the rest (1)   rest
/// ```
///
/// A source or group is written as its length in bits and the address; no bits stand for all of
/// them (RFC 6625). Leaf routes (type 4), whose key is another route, and types without a meaning
/// are kept as octets.
public sealed interface MulticastVpnNlri extends Nlri {
  /// The type of a join of a tree that starts at a rendezvous point.
  int SHARED_TREE_JOIN = 6;

  /// The type of a join of a tree that starts at a source.
  int SOURCE_TREE_JOIN = 7;

  /// Returns the route type.
  int type();

  /// A router has a multicast network inside the AS (type 1).
  ///
  /// @param family IPv4 or IPv6 with SAFI 5
  /// @param distinguisher tells the networks apart
  /// @param originator the router
  record IntraAs(AfiSafi family, RouteDistinguisher distinguisher, IpAddress originator)
      implements MulticastVpnNlri {
    @Override
    public int type() {
      return 1;
    }

    @Override
    public Octets octets() {
      return header(1, 8 + originator.width() / 8, distinguisher).address(originator).done();
    }

    @Override
    public String toString() {
      return text(this, distinguisher) + "[" + originator + "]";
    }
  }

  /// An AS has a multicast network (type 2).
  ///
  /// @param family IPv4 or IPv6 with SAFI 5
  /// @param distinguisher tells the networks apart
  /// @param sourceAs the AS
  record InterAs(AfiSafi family, RouteDistinguisher distinguisher, Asn sourceAs)
      implements MulticastVpnNlri {
    @Override
    public int type() {
      return 2;
    }

    @Override
    public Octets octets() {
      return header(2, 12, distinguisher).i32(sourceAs.bits()).done();
    }

    @Override
    public String toString() {
      return text(this, distinguisher) + "[" + sourceAs.number() + "]";
    }
  }

  /// A router sends a group into a tunnel of its own (type 3).
  ///
  /// @param family IPv4 or IPv6 with SAFI 5
  /// @param distinguisher tells the networks apart
  /// @param source the source; null for any
  /// @param group the group; null for any
  /// @param originator the router
  record Selective(
      AfiSafi family,
      RouteDistinguisher distinguisher,
      @Nullable IpAddress source,
      @Nullable IpAddress group,
      IpAddress originator)
      implements MulticastVpnNlri {
    @Override
    public int type() {
      return 3;
    }

    @Override
    public Octets octets() {
      int length = 10 + octetsOf(source) + octetsOf(group) + originator.width() / 8;
      RouteWriter writer = header(3, length, distinguisher);
      address(writer, source);
      address(writer, group);
      return writer.address(originator).done();
    }

    @Override
    public String toString() {
      return text(this, distinguisher)
          + ("[" + star(source) + "]:[" + star(group) + "]:[" + originator + "]");
    }
  }

  /// A router has seen a source send to a group (type 5).
  ///
  /// @param family IPv4 or IPv6 with SAFI 5
  /// @param distinguisher tells the networks apart
  /// @param source the source
  /// @param group the group
  record SourceActive(
      AfiSafi family, RouteDistinguisher distinguisher, IpAddress source, IpAddress group)
      implements MulticastVpnNlri {
    @Override
    public int type() {
      return 5;
    }

    @Override
    public Octets octets() {
      RouteWriter writer = header(5, 10 + octetsOf(source) + octetsOf(group), distinguisher);
      address(writer, source);
      address(writer, group);
      return writer.done();
    }

    @Override
    public String toString() {
      return text(this, distinguisher) + "[" + source + "]:[" + group + "]";
    }
  }

  /// A router wants a group (types 6 and 7).
  ///
  /// @param family IPv4 or IPv6 with SAFI 5
  /// @param type [#SHARED_TREE_JOIN] or [#SOURCE_TREE_JOIN]
  /// @param distinguisher of the network on the router towards the source
  /// @param sourceAs the AS of the source
  /// @param source the source, or the rendezvous point
  /// @param group the group
  record Join(
      AfiSafi family,
      int type,
      RouteDistinguisher distinguisher,
      Asn sourceAs,
      IpAddress source,
      IpAddress group)
      implements MulticastVpnNlri {
    /// Checks the type.
    ///
    /// @throws IllegalArgumentException if it is none of the two
    public Join {
      if (type != SHARED_TREE_JOIN && type != SOURCE_TREE_JOIN) {
        throw new IllegalArgumentException("no type of join: " + type);
      }
    }

    @Override
    public Octets octets() {
      int length = 14 + octetsOf(source) + octetsOf(group);
      RouteWriter writer = header(type, length, distinguisher).i32(sourceAs.bits());
      address(writer, source);
      address(writer, group);
      return writer.done();
    }

    @Override
    public String toString() {
      return text(this, distinguisher)
          + ("[" + sourceAs.number() + "]:[" + source + "]:[" + group + "]");
    }
  }

  /// A route of another type.
  ///
  /// @param family IPv4 or IPv6 with SAFI 5
  /// @param type the route type
  /// @param body what is behind type and length
  record Other(AfiSafi family, int type, Octets body) implements MulticastVpnNlri {
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

  private static void address(RouteWriter into, @Nullable IpAddress address) {
    into.u8(8 * octetsOf(address));
    if (address != null) {
      into.address(address);
    }
  }

  private static int octetsOf(@Nullable IpAddress address) {
    return address == null ? 0 : address.width() / 8;
  }

  private static String star(@Nullable IpAddress address) {
    return address == null ? "*" : address.toString();
  }

  private static String text(MulticastVpnNlri route, RouteDistinguisher distinguisher) {
    return distinguisher + ":[" + route.type() + "]:";
  }
}
