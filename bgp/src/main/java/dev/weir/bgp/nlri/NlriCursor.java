package dev.weir.bgp.nlri;

import dev.weir.bgp.octets.Octets;
import dev.weir.bgp.type.AfiSafi;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Steps over the routes of a field, of any family, and decodes the one it stands on when asked.
///
/// The steps cover the field: each begins where the one before it ended, the last ends with the
/// field. Where a length leads beyond the end, what is left is one last step, a [MalformedNlri]. A
/// family that does not say where its routes end has one step with all of them. Belongs to the loop
/// that made it.
///
/// ```java
/// NlriCursor routes = NlriCursor.over(reach.nlri(), reach.family(), pathIds);
/// while (routes.next()) {
///   use(routes.pathId(), routes.nlri());
/// }
/// ```
public final class NlriCursor {
  private final Octets field;
  private final AfiSafi family;
  private final boolean pathIds;
  private final Framing framing;
  private int start;
  private int route;
  private int next;
  private @Nullable NlriRule torn;
  private @Nullable Nlri decoded;

  private NlriCursor(Octets field, AfiSafi family, boolean pathIds) {
    this.field = field;
    this.family = family;
    this.pathIds = pathIds;
    this.framing = Framing.of(family);
  }

  /// Begins before the first route of a field.
  ///
  /// @param field the routes, one behind another; not copied
  /// @param family what kind of routes
  /// @param pathIds whether each has a path identifier of four octets before it (RFC 7911); without
  ///   effect for families whose routes cannot be split
  public static NlriCursor over(Octets field, AfiSafi family, boolean pathIds) {
    return new NlriCursor(field, family, pathIds);
  }

  /// Decodes all routes of a field.
  ///
  /// @param field the routes, one behind another; not copied
  /// @param family what kind of routes
  /// @param pathIds whether each has a path identifier before it
  public static List<Nlri> list(Octets field, AfiSafi family, boolean pathIds) {
    List<Nlri> all = new ArrayList<>();
    NlriCursor cursor = over(field, family, pathIds);
    while (cursor.next()) {
      all.add(cursor.nlri());
    }
    return all;
  }

  /// Walks a field to the first route that breaks a rule; null if none does.
  ///
  /// @param field the routes, one behind another
  /// @param family what kind of routes
  /// @param pathIds whether each has a path identifier before it
  public static @Nullable NlriFault check(Octets field, AfiSafi family, boolean pathIds) {
    NlriCursor cursor = over(field, family, pathIds);
    while (cursor.next()) {
      if (cursor.nlri() instanceof MalformedNlri malformed) {
        return malformed.fault();
      }
    }
    return null;
  }

  /// Returns how many octets the first route of a field has, told from its beginning; -1 if it does
  /// not fit into the field, or nobody knows how the family's routes end.
  public static int extent(Octets field, AfiSafi family) {
    Framing framing = Framing.of(family);
    return framing == Framing.NONE ? -1 : framing.measure(field, 0);
  }

  /// Moves to the next route; false behind the last.
  public boolean next() {
    start = next;
    route = start;
    decoded = null;
    if (start == field.length()) {
      return false;
    }
    if (hasPathId()) {
      if (field.length() - start < 5) {
        return tear(NlriRule.TORN_PATH_ID);
      }
      route = start + 4;
    }
    if (framing == Framing.PLAIN && field.u8(route) > 8 * family.addressOctets()) {
      return tear(NlriRule.PREFIX_TOO_LONG);
    }
    int size = framing.measure(field, route);
    if (size < 0) {
      return tear(NlriRule.OVERRUN);
    }
    next = route + size;
    return true;
  }

  private boolean tear(NlriRule rule) {
    torn = rule;
    next = field.length();
    return true;
  }

  /// Returns what kind of routes these are.
  public AfiSafi family() {
    return family;
  }

  /// Returns where this step begins in the field, its path identifier included.
  public int start() {
    return start;
  }

  /// Returns whether the routes have path identifiers.
  public boolean hasPathId() {
    return pathIds && framing != Framing.NONE;
  }

  /// Returns the path identifier, 0 to 4,294,967,295, or -1 if there is none.
  public long pathId() {
    return route == start ? -1 : field.u32(start);
  }

  /// Returns the octets of this step, its path identifier included.
  public Octets step() {
    return field.slice(start, next - start);
  }

  /// Returns the octets of this route as they were received, without its path identifier.
  public Octets octets() {
    return field.slice(route, next - route);
  }

  /// Decodes this route.
  public Nlri nlri() {
    Nlri known = decoded;
    if (known == null) {
      known = decode();
      decoded = known;
    }
    return known;
  }

  private Nlri decode() {
    NlriRule broken = torn;
    if (broken != null) {
      return new MalformedNlri(family, octets(), new NlriFault(route, broken));
    }
    try {
      return read(octets());
    } catch (BrokenRule fault) {
      return new MalformedNlri(family, octets(), new NlriFault(route + fault.at(), fault.rule()));
    }
  }

  private Nlri read(Octets octets) {
    return switch (framing) {
      case PLAIN ->
          new PrefixNlri(family, Prefixes.read(octets, 1, octets.u8(0), family.addressOctets()));
      case BITS ->
          switch (family.safi()) {
            case 4 -> LabeledNlri.read(octets, family);
            case SrPolicyNlri.SAFI -> SrPolicyNlri.read(octets, family);
            case 128, VpnNlri.SAFI_MULTICAST_VPN -> VpnNlri.read(octets, family);
            case 132 -> RouteTargetNlri.read(octets);
            default -> new RawNlri(family, octets);
          };
      case TYPE_LENGTH ->
          family.equals(AfiSafi.EVPN)
              ? EvpnReader.read(octets)
              : MulticastVpnReader.read(octets, family);
      case LENGTH -> VplsNlri.read(octets);
      case FLOW ->
          family.afi() == AfiSafi.AFI_L2VPN
              ? new RawNlri(family, octets)
              : FlowSpecNlri.read(octets, family);
      case LONG_TYPE_LENGTH -> LinkStateReader.read(octets, family);
      case ARCHITECTURE_TYPE_LENGTH -> MupReader.read(octets, family);
      case NONE -> new RawNlri(family, octets);
    };
  }
}
