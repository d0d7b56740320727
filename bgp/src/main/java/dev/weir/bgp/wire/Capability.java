package dev.weir.bgp.wire;

import dev.weir.bgp.octets.Octets;
import dev.weir.bgp.octets.OctetsWriter;
import dev.weir.bgp.type.AfiSafi;
import dev.weir.inet.Asn;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/// Something a speaker can do, as it says in its OPEN (RFC 5492).
///
/// ```
/// code (1)  length (1)  value
/// ```
///
/// Each kind that is understood is a record; everything else, and a value that does not have the
/// form its code asks for, is [Raw]. Reserved bits are kept, so that [#value] gives back the octets
/// that were read.
public sealed interface Capability {

  /// Returns the code, see [CapabilityCode].
  int code();

  /// Returns the octets of the value.
  Octets value();

  /// Reads a value; [Raw] if the code is not known or the value does not have its form.
  static Capability read(int code, Octets value) {
    Capability typed = CapabilityReader.read(code, value);
    return typed != null ? typed : new Raw(code, value);
  }

  /// Returns the short name, see [CapabilityCode#name].
  default String name() {
    return CapabilityCode.name(code());
  }

  /// Routes of a family (RFC 4760 section 8).
  ///
  /// @param family the family
  /// @param reserved an octet that should be 0
  record Multiprotocol(AfiSafi family, int reserved) implements Capability {
    /// Routes of a family.
    public Multiprotocol(AfiSafi family) {
      this(family, 0);
    }

    @Override
    public int code() {
      return CapabilityCode.MULTIPROTOCOL;
    }

    @Override
    public Octets value() {
      return new OctetsWriter(4).u16(family.afi()).u8(reserved).u8(family.safi()).toOctets();
    }
  }

  /// A capability that is there or not, and says no more: route refresh (RFC 2918, RFC 7313, and
  /// before them), extended messages (RFC 8654), link-local next hops.
  ///
  /// @param code the code
  record Flag(int code) implements Capability {
    @Override
    public Octets value() {
      return Octets.EMPTY;
    }

    static boolean isFlag(int code) {
      return switch (code) {
        case CapabilityCode.ROUTE_REFRESH,
            CapabilityCode.ROUTE_REFRESH_OLD,
            CapabilityCode.ENHANCED_ROUTE_REFRESH,
            CapabilityCode.EXTENDED_MESSAGE,
            CapabilityCode.LINK_LOCAL_NEXT_HOP,
            CapabilityCode.DYNAMIC_OLD ->
            true;
        default -> false;
      };
    }
  }

  /// Filters that the receiver asks the sender to apply (RFC 5291 section 5).
  ///
  /// @param code 3, or 130 for the form before the RFC
  /// @param entries one for each family
  record OutboundRouteFiltering(int code, List<FilterEntry> entries) implements Capability {
    @Override
    public Octets value() {
      OctetsWriter out = new OctetsWriter();
      for (FilterEntry entry : entries) {
        out.u16(entry.family.afi()).u8(entry.reserved).u8(entry.family.safi());
        out.u8(entry.filters.size());
        entry.filters.forEach(filter -> out.u8(filter.type).u8(filter.direction));
      }
      return out.toOctets();
    }
  }

  /// The filters of a family.
  ///
  /// @param family the family
  /// @param reserved an octet that should be 0
  /// @param filters kinds and directions
  record FilterEntry(AfiSafi family, int reserved, List<FilterKind> filters) {}

  /// A kind of filter.
  ///
  /// @param type such as 64, prefixes (RFC 5292)
  /// @param direction 1 receive, 2 send, 3 both
  record FilterKind(int type, int direction) {}

  /// Next hops of another address family (RFC 8950 section 4).
  ///
  /// @param entries what may go with what
  record ExtendedNextHop(List<NextHopEntry> entries) implements Capability {
    @Override
    public int code() {
      return CapabilityCode.EXTENDED_NEXT_HOP;
    }

    @Override
    public Octets value() {
      OctetsWriter out = new OctetsWriter();
      entries.forEach(e -> out.u16(e.family.afi()).u16(e.family.safi()).u16(e.nextHopAfi));
      return out.toOctets();
    }
  }

  /// Routes of a family may have next hops of an address family.
  ///
  /// @param family what routes
  /// @param nextHopAfi the address family of the next hop, 2 for IPv6
  record NextHopEntry(AfiSafi family, int nextHopAfi) {}

  /// Several labels for a prefix (RFC 8277 section 2.1).
  ///
  /// @param entries how many for each family
  record MultipleLabels(List<FamilyCount> entries) implements Capability {
    @Override
    public int code() {
      return CapabilityCode.MULTIPLE_LABELS;
    }

    @Override
    public Octets value() {
      OctetsWriter out = new OctetsWriter();
      entries.forEach(e -> out.u16(e.family.afi()).u8(e.family.safi()).u8(e.count));
      return out.toOctets();
    }
  }

  /// A number for a family.
  ///
  /// @param family the family
  /// @param count the number
  record FamilyCount(AfiSafi family, int count) {}

  /// What the speaker is to its neighbour (RFC 9234 section 4.1).
  ///
  /// @param role 0 provider, 1 route server, 2 its client, 3 customer, 4 peer
  record Role(int role) implements Capability {
    @Override
    public int code() {
      return CapabilityCode.ROLE;
    }

    @Override
    public Octets value() {
      return new OctetsWriter().u8(role).toOctets();
    }

    /// Returns the role's name, or its number.
    public String roleName() {
      PeerRole known = PeerRole.of(role);
      return known == null ? Integer.toString(role) : known.toString();
    }
  }

  /// Routes are kept while a speaker restarts (RFC 4724 section 3).
  ///
  /// @param flags four bits: 8 the speaker has restarted, 4 it keeps routes on errors too (RFC
  ///   8538)
  /// @param seconds how long the restart may take, 12 bits
  /// @param entries the families that are kept
  record GracefulRestart(int flags, int seconds, List<KeptFamily> entries) implements Capability {
    @Override
    public int code() {
      return CapabilityCode.GRACEFUL_RESTART;
    }

    /// Returns whether the speaker has restarted.
    public boolean hasRestarted() {
      return (flags & 8) != 0;
    }

    /// Returns whether routes are kept after a NOTIFICATION too (RFC 8538).
    public boolean hasNotification() {
      return (flags & 4) != 0;
    }

    @Override
    public Octets value() {
      OctetsWriter out = new OctetsWriter().u16(flags << 12 | seconds);
      entries.forEach(e -> out.u16(e.family.afi()).u8(e.family.safi()).u8(e.flags));
      return out.toOctets();
    }
  }

  /// A family whose routes are kept.
  ///
  /// @param family the family
  /// @param flags 128: the speaker went on forwarding while it restarted
  record KeptFamily(AfiSafi family, int flags) {
    /// Returns whether the speaker went on forwarding.
    public boolean hasForwarded() {
      return (flags & 0x80) != 0;
    }
  }

  /// AS numbers of four octets, with the speaker's own (RFC 6793 section 3).
  ///
  /// @param asn the AS of the speaker
  record FourOctetAsn(Asn asn) implements Capability {
    @Override
    public int code() {
      return CapabilityCode.FOUR_OCTET_ASN;
    }

    @Override
    public Octets value() {
      return new OctetsWriter().u32(asn.bits()).toOctets();
    }
  }

  /// Capabilities that may change in a session.
  ///
  /// @param codes their codes
  record Dynamic(List<Integer> codes) implements Capability {
    @Override
    public int code() {
      return CapabilityCode.DYNAMIC;
    }

    @Override
    public Octets value() {
      OctetsWriter out = new OctetsWriter();
      codes.forEach(out::u8);
      return out.toOctets();
    }
  }

  /// Several sessions between two speakers.
  ///
  /// @param code 68, or 131 for the form before the draft
  /// @param flags the first octet
  /// @param codes of the capabilities that tell sessions apart
  record Multisession(int code, int flags, List<Integer> codes) implements Capability {
    @Override
    public Octets value() {
      OctetsWriter out = new OctetsWriter().u8(flags);
      codes.forEach(out::u8);
      return out.toOctets();
    }
  }

  /// Path identifiers (RFC 7911 section 4).
  ///
  /// @param entries which way for each family
  record AddPath(List<AddPathEntry> entries) implements Capability {
    @Override
    public int code() {
      return CapabilityCode.ADD_PATH;
    }

    @Override
    public Octets value() {
      OctetsWriter out = new OctetsWriter();
      entries.forEach(e -> out.u16(e.family.afi()).u8(e.family.safi()).u8(e.mode));
      return out.toOctets();
    }
  }

  /// Which way routes of a family have path identifiers.
  ///
  /// @param family the family
  /// @param mode 1 receive, 2 send, 3 both; anything else counts for nothing
  record AddPathEntry(AfiSafi family, int mode) {
    /// Returns whether the speaker can receive path identifiers.
    public boolean isReceiver() {
      return mode == 1 || mode == 3;
    }

    /// Returns whether the speaker can send path identifiers.
    public boolean isSender() {
      return mode == 2 || mode == 3;
    }

    /// Returns the mode's name, or its number.
    public String modeName() {
      return switch (mode) {
        case 1 -> "receive";
        case 2 -> "send";
        case 3 -> "send-receive";
        default -> Integer.toString(mode);
      };
    }
  }

  /// Routes are kept for long while a speaker restarts (RFC 9494 section 3).
  ///
  /// @param entries the families that are kept
  record LongLivedGracefulRestart(List<StaleFamily> entries) implements Capability {
    @Override
    public int code() {
      return CapabilityCode.LONG_LIVED_GRACEFUL_RESTART;
    }

    @Override
    public Octets value() {
      OctetsWriter out = new OctetsWriter();
      entries.forEach(e -> out.u16(e.family.afi()).u8(e.family.safi()).u8(e.flags).u24(e.seconds));
      return out.toOctets();
    }
  }

  /// A family whose stale routes are kept.
  ///
  /// @param family the family
  /// @param flags 128: the speaker went on forwarding while it restarted
  /// @param seconds how long, 24 bits
  record StaleFamily(AfiSafi family, int flags, int seconds) {}

  /// The name of the speaker.
  ///
  /// @param code 73, or 184 for the form before the draft
  /// @param hostOctets the host's name, UTF-8
  /// @param domainOctets the domain's name, UTF-8, perhaps nothing
  record Fqdn(int code, Octets hostOctets, Octets domainOctets) implements Capability {
    /// Returns the host's name.
    public String host() {
      return text(hostOctets);
    }

    /// Returns the domain's name.
    public String domain() {
      return text(domainOctets);
    }

    @Override
    public Octets value() {
      return new OctetsWriter()
          .u8(hostOctets.length())
          .octets(hostOctets)
          .u8(domainOctets.length())
          .octets(domainOctets)
          .toOctets();
    }
  }

  /// What program speaks.
  ///
  /// @param octets its name and version, UTF-8, at most 64 octets by the draft
  record SoftwareVersion(Octets octets) implements Capability {
    @Override
    public int code() {
      return CapabilityCode.SOFTWARE_VERSION;
    }

    /// Returns the name and version.
    public String version() {
      return text(octets);
    }

    @Override
    public Octets value() {
      return new OctetsWriter().u8(octets.length()).octets(octets).toOctets();
    }
  }

  /// How many paths for a prefix are taken.
  ///
  /// @param entries how many for each family
  record PathsLimit(List<FamilyCount> entries) implements Capability {
    @Override
    public int code() {
      return CapabilityCode.PATHS_LIMIT;
    }

    @Override
    public Octets value() {
      OctetsWriter out = new OctetsWriter();
      entries.forEach(e -> out.u16(e.family.afi()).u8(e.family.safi()).u16(e.count));
      return out.toOctets();
    }
  }

  /// A capability as it stands: one that is not known, or does not have the form it should.
  ///
  /// @param code the code
  /// @param value the octets
  record Raw(int code, Octets value) implements Capability {
    @Override
    public String toString() {
      return String.format(Locale.ROOT, "%s[%s]", name(), value);
    }
  }

  private static String text(Octets octets) {
    return new String(octets.array(), octets.offset(), octets.length(), StandardCharsets.UTF_8);
  }
}
