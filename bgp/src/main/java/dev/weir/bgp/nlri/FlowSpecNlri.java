package dev.weir.bgp.nlri;

import dev.weir.bgp.octets.Octets;
import dev.weir.bgp.type.AfiSafi;
import dev.weir.bgp.type.RouteDistinguisher;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A rule that says which packets a filter takes, of IPv4 (RFC 8955) or IPv6 (RFC 8956), perhaps
/// inside a private network. What is done to them stands in extended communities.
///
/// ```
/// length (1 or 2)   [ route distinguisher (8) ]   components in the order of their types
/// ```
///
/// A length below 240 is written in one octet; the two octets of a longer one begin with four bits
/// set. Of rules that take the same packet the first in the order of [#compareTo] decides.
///
/// @param family one of the four families of filters
/// @param distinguisher tells networks apart; null outside of them
/// @param components what a packet must be like, sorted by type, each type at most once
public record FlowSpecNlri(
    AfiSafi family, @Nullable RouteDistinguisher distinguisher, List<FlowComponent> components)
    implements Nlri, Comparable<FlowSpecNlri> {
  private static final int MAX_OCTETS = 0xfff;
  private static final int SAFI_VPN = 134;

  /// Checks order and family.
  ///
  /// @throws IllegalArgumentException if a component is out of order, there is none, or a
  ///   distinguisher is missing or too many
  public FlowSpecNlri {
    components = List.copyOf(components);
    boolean vpn = family.safi() == SAFI_VPN;
    if (family.addressOctets() == 0 || !vpn && family.safi() != 133) {
      throw new IllegalArgumentException("no family of filters: " + family);
    }
    if (vpn == (distinguisher == null) || components.isEmpty()) {
      throw new IllegalArgumentException("no rule of " + family + ": " + components);
    }
    for (int i = 1; i < components.size(); i++) {
      if (components.get(i).type() <= components.get(i - 1).type()) {
        throw new IllegalArgumentException("not in order: " + components);
      }
    }
  }

  /// Returns a rule outside of private networks, its components sorted.
  ///
  /// @throws IllegalArgumentException if a type occurs twice
  public static FlowSpecNlri of(AfiSafi family, FlowComponent... components) {
    List<FlowComponent> sorted =
        List.of(components).stream().sorted(Comparator.comparingInt(FlowComponent::type)).toList();
    return new FlowSpecNlri(family, null, sorted);
  }

  /// Returns the component of a type, or null if the rule has none.
  public @Nullable FlowComponent component(int type) {
    for (FlowComponent component : components) {
      if (component.type() == type) {
        return component;
      }
    }
    return null;
  }

  /// Writes the rule.
  ///
  /// @throws IllegalStateException if it has more than 4,095 octets, which no length can say
  @Override
  public Octets octets() {
    RouteWriter body = new RouteWriter();
    RouteDistinguisher network = distinguisher;
    if (network != null) {
      body.i64(network.bits());
    }
    components.forEach(component -> FlowWriter.write(component, body));
    int length = body.length();
    if (length > MAX_OCTETS) {
      throw new IllegalStateException("a rule of " + length + " octets");
    }
    RouteWriter whole = new RouteWriter();
    return (length < 0xf0 ? whole.u8(length) : whole.u16(0xf000 | length))
        .octets(body.done())
        .done();
  }

  /// Compares by precedence: the rule that is to be applied first comes first (RFC 8955 section
  /// 5.1, RFC 8956 section 4). Rules of different networks or families are not compared by the
  /// RFCs; here the distinguisher, then the family breaks the tie.
  @Override
  public int compareTo(FlowSpecNlri other) {
    int order = FlowOrder.compare(components, other.components);
    if (order != 0) {
      return order;
    }
    RouteDistinguisher mine = distinguisher;
    RouteDistinguisher theirs = other.distinguisher;
    if (mine != null && theirs != null) {
      order = mine.compareTo(theirs);
    }
    return order != 0 ? order : family.compareTo(other.family);
  }

  /// Returns the components with `; ` between them, behind the distinguisher.
  @Override
  public String toString() {
    String rule =
        components.stream().map(FlowComponent::toString).collect(Collectors.joining("; "));
    return distinguisher == null ? rule : distinguisher + ": " + rule;
  }

  /// @param route the whole route; it has the octets that its length says
  static FlowSpecNlri read(Octets route, AfiSafi family) {
    int at = route.u8(0) < 0xf0 ? 1 : 2;
    RouteDistinguisher distinguisher = null;
    if (family.safi() == SAFI_VPN) {
      if (route.length() < at + 8) {
        throw new BrokenRule(at, NlriRule.FLOW_TORN_COMPONENT);
      }
      distinguisher = new RouteDistinguisher(route.i64(at));
      at += 8;
    }
    boolean ipv6 = family.afi() == AfiSafi.AFI_IPV6;
    List<FlowComponent> components = FlowReader.readAll(route.from(at), ipv6, at);
    return new FlowSpecNlri(family, distinguisher, components);
  }
}
