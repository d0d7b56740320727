package dev.weir.bgp.path;

import dev.weir.bgp.octets.Octets;
import dev.weir.bgp.type.Community;
import dev.weir.bgp.type.ExtendedCommunity;
import dev.weir.bgp.type.Ipv6ExtendedCommunity;
import dev.weir.bgp.type.LargeCommunity;
import dev.weir.bgp.type.StandardCommunity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

/// COMMUNITIES, EXTENDED_COMMUNITIES, LARGE_COMMUNITIES or IPV6_EXTENDED_COMMUNITIES: communities
/// of one kind, as a view over their octets (RFC 1997, RFC 4360, RFC 8092, RFC 5701).
///
/// @param type the type code of the attribute, which is also the kind of its communities
/// @param value the communities, one behind another
public record CommunityList(int type, Octets value) implements PathAttribute {
  /// Checks that the communities are whole.
  ///
  /// @throws IllegalArgumentException if the type has no communities, or the octets end inside one
  public CommunityList {
    if (width(type) == 0 || value.length() % width(type) != 0) {
      throw new IllegalArgumentException(
          AttributeType.name(type) + " of " + value.length() + " octets");
    }
  }

  /// Returns how many octets a community of an attribute has; 0 for attributes that are no lists of
  /// communities.
  public static int width(int type) {
    return switch (type) {
      case AttributeType.COMMUNITIES -> 4;
      case AttributeType.EXTENDED_COMMUNITIES -> 8;
      case AttributeType.LARGE_COMMUNITIES -> 12;
      case AttributeType.IPV6_EXTENDED_COMMUNITIES -> 20;
      default -> 0;
    };
  }

  /// Returns the type code of the attribute that lists a kind of community.
  public static int typeOf(Community community) {
    return switch (community) {
      case StandardCommunity _ -> AttributeType.COMMUNITIES;
      case ExtendedCommunity _ -> AttributeType.EXTENDED_COMMUNITIES;
      case LargeCommunity _ -> AttributeType.LARGE_COMMUNITIES;
      case Ipv6ExtendedCommunity _ -> AttributeType.IPV6_EXTENDED_COMMUNITIES;
    };
  }

  /// Makes the attribute of some communities of one kind.
  ///
  /// @param type the type code of the attribute
  /// @throws IllegalArgumentException if a community is of another kind
  public static CommunityList of(int type, Collection<? extends Community> communities) {
    byte[] octets = new byte[communities.size() * width(type)];
    int at = 0;
    for (Community community : communities) {
      if (typeOf(community) != type) {
        throw new IllegalArgumentException(community + " in " + AttributeType.name(type));
      }
      at = community.write(octets, at);
    }
    return new CommunityList(type, Octets.of(octets));
  }

  /// Returns how many communities there are.
  public int size() {
    return value.length() / width(type);
  }

  /// Returns one community.
  ///
  /// @param index from 0 to [#size], exclusive
  public Community community(int index) {
    int at = value.offset() + Objects.checkIndex(index, size()) * width(type);
    byte[] array = value.array();
    return switch (type) {
      case AttributeType.COMMUNITIES -> StandardCommunity.read(array, at);
      case AttributeType.EXTENDED_COMMUNITIES -> ExtendedCommunity.read(array, at);
      case AttributeType.LARGE_COMMUNITIES -> LargeCommunity.read(array, at);
      default -> Ipv6ExtendedCommunity.read(array, at);
    };
  }

  /// Returns the communities in their order.
  public List<Community> communities() {
    List<Community> all = new ArrayList<>(size());
    for (int i = 0; i < size(); i++) {
      all.add(community(i));
    }
    return all;
  }
}
