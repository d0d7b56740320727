package dev.weir.bgp.filter;

import dev.weir.bgp.octets.Octets;
import dev.weir.bgp.path.AsPath;
import dev.weir.bgp.path.AsPathBuilder;
import dev.weir.bgp.path.AttributeType;
import dev.weir.bgp.path.RawAttribute;
import dev.weir.bgp.type.Community;
import dev.weir.bgp.type.CommunityPattern;
import dev.weir.bgp.type.ExtendedCommunity;
import dev.weir.bgp.type.LargeCommunity;
import dev.weir.bgp.type.Origin;
import dev.weir.bgp.type.StandardCommunity;
import dev.weir.inet.Asn;
import dev.weir.inet.IpAddress;
import dev.weir.roto.host.Doc;
import dev.weir.roto.host.Unsigned;
import java.util.List;

/// How scripts change a route: the functions of the type `Route` that write. The octets that the
/// route was made over stay as they are, see [Route].
final class RouteChanges {
  private static final int WELL_KNOWN = RawAttribute.TRANSITIVE;
  private static final int LOCAL = RawAttribute.OPTIONAL;
  private static final int GLOBAL = RawAttribute.OPTIONAL | RawAttribute.TRANSITIVE;
  private static final int MOST_PREPENDED = 255;
  private static final int LONGEST = 0xffff;

  private RouteChanges() {}

  // ---- communities ------------------------------------------------------------------------------

  @Doc("Adds a community of four octets, unless it is there.")
  static void addCommunity(Route self, StandardCommunity community) {
    add(self, community);
  }

  @Doc("Adds a large community, unless it is there.")
  static void addLargeCommunity(Route self, LargeCommunity community) {
    add(self, community);
  }

  @Doc("Adds an extended community, unless it is there.")
  static void addExtendedCommunity(Route self, ExtendedCommunity community) {
    add(self, community);
  }

  @Doc("Removes a community of four octets, if it is there.")
  static void removeCommunity(Route self, StandardCommunity community) {
    removeCommunities(self, CommunityPattern.of(community));
  }

  @Doc("Removes a large community, if it is there.")
  static void removeLargeCommunity(Route self, LargeCommunity community) {
    removeCommunities(self, CommunityPattern.of(community));
  }

  @Doc("Removes an extended community, if it is there.")
  static void removeExtendedCommunity(Route self, ExtendedCommunity community) {
    removeCommunities(self, CommunityPattern.of(community));
  }

  @Doc(
      "Removes all communities of the pattern's kind that match it; if none is left, the"
          + " attribute too.")
  static void removeCommunities(Route self, CommunityPattern pattern) {
    int type = CommunityOctets.attribute(pattern.width());
    Octets value = self.attribute(type);
    if (value == null || !pattern.matchesAny(value)) {
      return;
    }
    byte[] array = value.array();
    put(
        self,
        type,
        CommunityOctets.without(value, pattern.width(), at -> pattern.matchesAt(array, at)));
  }

  @Doc("Sets the communities of four octets, sorted, each once; none removes the attribute.")
  static void setCommunities(Route self, List<StandardCommunity> communities) {
    put(self, AttributeType.COMMUNITIES, CommunityOctets.of(communities));
  }

  @Doc("Sets the large communities, sorted, each once; none removes the attribute.")
  static void setLargeCommunities(Route self, List<LargeCommunity> communities) {
    put(self, AttributeType.LARGE_COMMUNITIES, CommunityOctets.of(communities));
  }

  @Doc("Sets the extended communities, sorted, each once; none removes the attribute.")
  static void setExtendedCommunities(Route self, List<ExtendedCommunity> communities) {
    put(self, AttributeType.EXTENDED_COMMUNITIES, CommunityOctets.of(communities));
  }

  private static void add(Route self, Community community) {
    int type = CommunityOctets.attribute(community.width());
    Octets before = self.attribute(type);
    Octets after = CommunityOctets.with(before, community);
    if (after != before) {
      put(self, type, after);
    }
  }

  private static void put(Route self, int type, Octets communities) {
    if (communities.isEmpty()) {
      self.removeAttribute(type);
    } else {
      self.setAttribute(GLOBAL, type, communities);
    }
  }

  // ---- the path and numbers ---------------------------------------------------------------------

  @Doc("Puts an AS in front of the path, as often as said, at most 255 times.")
  static void prepend(Route self, Asn asn, @Unsigned int times) {
    if (Integer.compareUnsigned(times, MOST_PREPENDED) > 0) {
      throw new IllegalArgumentException(
          "an AS is prepended at most 255 times, not " + Integer.toUnsignedString(times));
    }
    if (times != 0) {
      AsPath path = self.asPath();
      setAsPath(self, AsPathBuilder.prepend(path == null ? AsPath.EMPTY : path, asn, times));
    }
  }

  @Doc("Sets the path.")
  static void setAsPath(Route self, AsPath path) {
    self.setAttribute(WELL_KNOWN, AttributeType.AS_PATH, path.widened().octets());
  }

  @Doc("Sets the multi-exit discriminator.")
  static void setMed(Route self, @Unsigned int med) {
    self.setAttribute(LOCAL, AttributeType.MULTI_EXIT_DISC, number(med));
  }

  @Doc("Sets the local preference.")
  static void setLocalPref(Route self, @Unsigned int preference) {
    self.setAttribute(WELL_KNOWN, AttributeType.LOCAL_PREF, number(preference));
  }

  @Doc("Sets how the route came into BGP.")
  static void setOrigin(Route self, Origin origin) {
    byte[] octet = {(byte) origin.code()};
    self.setAttribute(WELL_KNOWN, AttributeType.ORIGIN, Octets.of(octet));
  }

  @Doc("Restricts the route to customers of an AS (RFC 9234).")
  static void setOtc(Route self, Asn asn) {
    self.setAttribute(GLOBAL, AttributeType.ONLY_TO_CUSTOMER, number(asn.bits()));
  }

  @Doc("Sets where packets are to go.")
  static void setNextHop(Route self, IpAddress address) {
    self.setNextHop(address);
  }

  // ---- any attribute ----------------------------------------------------------------------------

  @Doc(
      "Sets any attribute: its type, its flags (`0x80` optional, `0x40` transitive, `0x20` partial)"
          + " and the octets of its value, at most 65,535.")
  static void setRawAttribute(
      Route self, @Unsigned byte type, @Unsigned byte flags, List<@Unsigned Byte> octets) {
    if (octets.size() > LONGEST) {
      throw new IllegalArgumentException("an attribute of " + octets.size() + " octets");
    }
    byte[] value = new byte[octets.size()];
    for (int i = 0; i < value.length; i++) {
      value[i] = octets.get(i);
    }
    self.setAttribute(flags & 0xf0, type & 0xff, Octets.of(value));
  }

  @Doc("Removes an attribute, if it is there.")
  static void removeAttribute(Route self, @Unsigned byte type) {
    self.removeAttribute(type & 0xff);
  }

  private static Octets number(int bits) {
    byte[] octets = {(byte) (bits >>> 24), (byte) (bits >>> 16), (byte) (bits >>> 8), (byte) bits};
    return Octets.of(octets);
  }
}
