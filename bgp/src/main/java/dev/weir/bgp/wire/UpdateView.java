package dev.weir.bgp.wire;

import dev.weir.bgp.octets.Octets;
import dev.weir.bgp.path.AttributeType;
import dev.weir.bgp.path.PathAttributes;
import dev.weir.bgp.type.AfiSafi;
import dev.weir.bgp.type.Negotiated;
import dev.weir.inet.IpAddress;
import org.jspecify.annotations.Nullable;

/// An UPDATE, as a view over its octets behind the header (RFC 4271 section 4.3).
///
/// ```
/// length of withdrawn routes (2)  withdrawn routes
/// length of path attributes (2)   path attributes
/// announced routes
/// ```
///
/// @param body the message behind its header of 19 octets
/// @param negotiated what the octets were sent under
/// @param withdrawnOctets length of the withdrawn routes, from offset 2
/// @param attributeOctets length of the path attributes, from offset `4 + withdrawnOctets`
public record UpdateView(
    Octets body, Negotiated negotiated, int withdrawnOctets, int attributeOctets)
    implements Message {

  /// Views an UPDATE; null if its two lengths do not fit into it.
  public static @Nullable UpdateView read(Octets body, Negotiated negotiated) {
    if (body.length() < 4) {
      return null;
    }
    int withdrawn = body.u16(0);
    if (withdrawn > body.length() - 4) {
      return null;
    }
    int attributes = body.u16(2 + withdrawn);
    if (attributes > body.length() - 4 - withdrawn) {
      return null;
    }
    return new UpdateView(body, negotiated, withdrawn, attributes);
  }

  @Override
  public int type() {
    return MessageType.UPDATE;
  }

  /// Returns the withdrawn IPv4 unicast routes.
  public Octets withdrawn() {
    return body.slice(2, withdrawnOctets);
  }

  /// Returns the path attributes.
  public PathAttributes attributes() {
    return new PathAttributes(
        body.slice(4 + withdrawnOctets, attributeOctets), negotiated.fourOctetAsn());
  }

  /// Returns the announced IPv4 unicast routes.
  public Octets announced() {
    return body.from(4 + withdrawnOctets + attributeOctets);
  }

  /// Walks the withdrawn IPv4 unicast routes.
  public PrefixCursor withdrawnPrefixes() {
    return PrefixCursor.over4(withdrawn(), negotiated.hasPathIds(AfiSafi.IPV4_UNICAST));
  }

  /// Walks the announced IPv4 unicast routes.
  public PrefixCursor announcedPrefixes() {
    return PrefixCursor.over4(announced(), negotiated.hasPathIds(AfiSafi.IPV4_UNICAST));
  }

  /// Returns the routes of another family that are announced; null if there are none, or if they
  /// are torn.
  public @Nullable MpReach mpReach() {
    Octets value = attributes().value(AttributeType.MP_REACH_NLRI);
    return value == null ? null : MpReach.read(value);
  }

  /// Returns the routes of another family that are withdrawn; null if there are none, or if they
  /// are torn.
  public @Nullable MpUnreach mpUnreach() {
    Octets value = attributes().value(AttributeType.MP_UNREACH_NLRI);
    return value == null ? null : MpUnreach.read(value);
  }

  /// Returns where packets for the announced routes are to go: NEXT_HOP for those of the message's
  /// end, else what MP_REACH_NLRI says; null if neither is there.
  public @Nullable IpAddress nextHop() {
    IpAddress plain = attributes().nextHop();
    if (plain != null) {
      return plain;
    }
    MpReach reach = mpReach();
    return reach == null ? null : reach.address();
  }

  /// Returns the family whose initial routes are complete with this message (RFC 4724 section 2);
  /// null if it is no end-of-RIB marker.
  public @Nullable AfiSafi endOfRib() {
    if (body.length() == 4) {
      return AfiSafi.IPV4_UNICAST;
    }
    if (withdrawnOctets != 0 || 4 + attributeOctets != body.length()) {
      return null;
    }
    MpUnreach unreach = mpUnreach();
    if (unreach == null || !unreach.nlri().isEmpty() || attributeOctets > 7) {
      return null;
    }
    return unreach.family();
  }
}
