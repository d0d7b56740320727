package dev.weir.bgp.wire;

import dev.weir.bgp.octets.Octets;
import dev.weir.bgp.octets.OctetsWriter;
import dev.weir.bgp.path.AttributeType;
import dev.weir.bgp.path.AttributesBuilder;
import dev.weir.bgp.path.PathAttribute;
import dev.weir.bgp.type.AfiSafi;
import dev.weir.bgp.type.Negotiated;
import dev.weir.inet.IpAddress;
import dev.weir.inet.Ipv4Address;
import dev.weir.inet.Ipv6Address;
import dev.weir.inet.Prefix;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Puts UPDATE messages together: as few as the length of a message allows, in canonical form.
///
/// A message does one thing, as RFC 7606 section 5.1 asks: it withdraws or announces routes of one
/// family. IPv4 unicast routes with an IPv4 next hop stand in the fields of RFC 4271, all others in
/// MP_REACH_NLRI and MP_UNREACH_NLRI, which come before the other attributes.
///
/// ```java
/// List<UpdateView> messages =
///     new UpdateBuilder(negotiated)
///         .attributes(attributes)
///         .nextHop(address)
///         .announce(AfiSafi.IPV4_UNICAST, prefix, 0)
///         .build();
/// ```
public final class UpdateBuilder {
  private final Negotiated negotiated;
  private final Map<AfiSafi, List<Octets>> withdrawn = new TreeMap<>();
  private final Map<AfiSafi, List<Octets>> announced = new TreeMap<>();
  private AttributesBuilder attributes = new AttributesBuilder();
  private @Nullable IpAddress nextHop;
  private @Nullable Octets nextHopOctets;

  /// Begins with nothing.
  ///
  /// @param negotiated what the messages will be sent under
  public UpdateBuilder(Negotiated negotiated) {
    this.negotiated = negotiated;
  }

  /// Sets what is said of all announced routes. Next hop and routes among the attributes are left
  /// out; they come from the other calls.
  public UpdateBuilder attributes(AttributesBuilder attributes) {
    this.attributes = AttributesBuilder.from(attributes.build());
    this.attributes.remove(AttributeType.NEXT_HOP);
    this.attributes.remove(AttributeType.MP_REACH_NLRI);
    this.attributes.remove(AttributeType.MP_UNREACH_NLRI);
    return this;
  }

  /// Sets where packets go.
  public UpdateBuilder nextHop(IpAddress address) {
    nextHop = address;
    nextHopOctets = null;
    return this;
  }

  /// Sets where packets go, for families whose next hop is more than an address.
  public UpdateBuilder nextHop(Octets octets) {
    nextHop = null;
    nextHopOctets = octets;
    return this;
  }

  /// Announces a route of a plain family.
  ///
  /// @param pathId the path identifier, used only if the family has them
  public UpdateBuilder announce(AfiSafi family, Prefix prefix, int pathId) {
    return announce(family, octets(prefix), pathId);
  }

  /// Announces a route of any family.
  ///
  /// @param route the octets of one route, without a path identifier
  /// @param pathId the path identifier, used only if the family has them
  public UpdateBuilder announce(AfiSafi family, Octets route, int pathId) {
    add(announced, family, route, pathId);
    return this;
  }

  /// Withdraws a route of a plain family.
  ///
  /// @param pathId the path identifier, used only if the family has them
  public UpdateBuilder withdraw(AfiSafi family, Prefix prefix, int pathId) {
    return withdraw(family, octets(prefix), pathId);
  }

  /// Withdraws a route of any family.
  ///
  /// @param route the octets of one route, without a path identifier
  /// @param pathId the path identifier, used only if the family has them
  public UpdateBuilder withdraw(AfiSafi family, Octets route, int pathId) {
    add(withdrawn, family, route, pathId);
    return this;
  }

  /// The marker that the routes of a family are complete (RFC 4724 section 2).
  public static UpdateView endOfRib(AfiSafi family, Negotiated negotiated) {
    OctetsWriter out = new OctetsWriter().u16(0);
    if (family.equals(AfiSafi.IPV4_UNICAST)) {
      return new UpdateView(out.u16(0).toOctets(), negotiated, 0, 0);
    }
    out.u16(6).u8(0x80).u8(AttributeType.MP_UNREACH_NLRI).u8(3);
    out.u16(family.afi()).u8(family.safi());
    return new UpdateView(out.toOctets(), negotiated, 0, 6);
  }

  private void add(Map<AfiSafi, List<Octets>> to, AfiSafi family, Octets route, int pathId) {
    OctetsWriter out = new OctetsWriter(4 + route.length());
    if (negotiated.hasPathIds(family)) {
      out.u32(pathId);
    }
    to.computeIfAbsent(family, _ -> new ArrayList<>()).add(out.octets(route).toOctets());
  }

  private static Octets octets(Prefix prefix) {
    byte[] address = new byte[16];
    prefix.address().write(address, 0);
    int octets = prefix.length() + 7 >>> 3;
    return new OctetsWriter(17)
        .u8(prefix.length())
        .octets(new Octets(address, 0, octets))
        .toOctets();
  }

  /// Returns the messages, withdrawals first.
  ///
  /// @throws IllegalArgumentException if attributes and one route do not fit into a message, or
  ///   routes are announced without a next hop
  public List<UpdateView> build() {
    List<UpdateView> all = new ArrayList<>();
    withdrawn.forEach((family, routes) -> split(all, family, routes, false));
    announced.forEach((family, routes) -> split(all, family, routes, true));
    return all;
  }

  private void split(List<UpdateView> all, AfiSafi family, List<Octets> routes, boolean announce) {
    int most =
        (negotiated.extendedMessages() ? MessageCursor.MOST_EXTENDED : MessageCursor.MOST)
            - MessageCursor.HEADER
            - message(family, Octets.EMPTY, announce).body().length()
            - 1;
    OctetsWriter some = new OctetsWriter();
    for (Octets route : routes) {
      if (route.length() > most) {
        throw new IllegalArgumentException("attributes and route do not fit into a message");
      }
      if (some.length() + route.length() > most) {
        all.add(message(family, some.toOctets(), announce));
        some = new OctetsWriter();
      }
      some.octets(route);
    }
    all.add(message(family, some.toOctets(), announce));
  }

  private UpdateView message(AfiSafi family, Octets routes, boolean announce) {
    boolean plain =
        family.equals(AfiSafi.IPV4_UNICAST) && (!announce || nextHop instanceof Ipv4Address);
    AttributesBuilder with =
        announce ? AttributesBuilder.from(attributes.build()) : new AttributesBuilder();
    if (plain && nextHop instanceof Ipv4Address address && announce) {
      with.nextHop(address);
    } else if (!plain) {
      with.set(
          announce
              ? new PathAttribute.Reachable(family, hop(family), 0, routes)
              : new PathAttribute.Unreachable(family, routes));
    }
    Octets octets = with.build(negotiated.fourOctetAsn()).octets();
    Octets first = plain && !announce ? routes : Octets.EMPTY;
    Octets last = plain && announce ? routes : Octets.EMPTY;
    OctetsWriter out = new OctetsWriter(4 + first.length() + octets.length() + last.length());
    out.u16(first.length()).octets(first).u16(octets.length()).octets(octets).octets(last);
    return new UpdateView(out.toOctets(), negotiated, first.length(), octets.length());
  }

  /// The next hop of a family: nothing for filters, behind a distinguisher of zeros for VPNs (RFC
  /// 4364 section 4.3.2, RFC 4659 section 3.2.1).
  private Octets hop(AfiSafi family) {
    if (nextHopOctets != null) {
      return nextHopOctets;
    }
    OctetsWriter out = new OctetsWriter(24);
    boolean filter = family.safi() == 133 || family.safi() == 134;
    if (nextHop == null && filter) {
      return Octets.EMPTY;
    }
    if (family.safi() == 128 || family.safi() == 129) {
      out.u64(0);
    }
    return switch (nextHop) {
      case Ipv4Address address -> out.u32(address.bits()).toOctets();
      case Ipv6Address address -> out.u64(address.high()).u64(address.low()).toOctets();
      case null -> throw new IllegalArgumentException("routes of " + family + " have no next hop");
    };
  }
}
