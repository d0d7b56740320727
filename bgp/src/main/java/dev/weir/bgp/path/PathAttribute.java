package dev.weir.bgp.path;

import dev.weir.bgp.octets.Octets;
import dev.weir.bgp.octets.OctetsWriter;
import dev.weir.bgp.type.AfiSafi;
import dev.weir.bgp.type.Origin;
import dev.weir.inet.Asn;
import dev.weir.inet.Ipv4Address;
import java.util.List;

/// What a path attribute says, as a value of its own kind; a switch over the kinds is complete.
///
/// [#of] makes it from the octets: [Unknown] where the type has no meaning here, [Malformed] where
/// the octets do not have the form of their type. [#value] gives back the octets that were read, so
/// that flags and value of a [RawAttribute] are all there is to write. [#raw] makes the attribute
/// as a speaker sends it that made it itself.
public sealed interface PathAttribute
    permits PathAttribute.RouteOrigin,
        PathAttribute.Path,
        PathAttribute.NextHop,
        PathAttribute.MultiExitDisc,
        PathAttribute.LocalPreference,
        PathAttribute.AtomicAggregate,
        PathAttribute.Aggregator,
        PathAttribute.OriginatorId,
        PathAttribute.ClusterList,
        PathAttribute.Reachable,
        PathAttribute.Unreachable,
        PathAttribute.WidePath,
        PathAttribute.WideAggregator,
        PathAttribute.PmsiTunnel,
        PathAttribute.Aigp,
        PathAttribute.LinkState,
        PathAttribute.OnlyToCustomer,
        PathAttribute.AttributeSet,
        PathAttribute.Connector,
        PathAttribute.Advertiser,
        PathAttribute.ClusterPath,
        PathAttribute.LivenessDiscriminator,
        PathAttribute.Unknown,
        PathAttribute.Malformed,
        CommunityList,
        PrefixSid,
        TunnelEncapsulation {

  /// Returns the type code, see [AttributeType].
  int type();

  /// Returns the octets of the value.
  Octets value();

  /// Makes the value of an attribute.
  ///
  /// @param fourOctetAsn whether AS numbers of AS_PATH and AGGREGATOR have four octets
  static PathAttribute of(RawAttribute raw, boolean fourOctetAsn) {
    return AttributeReader.read(raw, fourOctetAsn);
  }

  /// Returns the flags of an attribute that a speaker makes itself.
  default int flags() {
    int flags = AttributeType.flags(type());
    return flags >= 0 ? flags : RawAttribute.OPTIONAL | RawAttribute.TRANSITIVE;
  }

  /// Returns the attribute in canonical form: its flags as the RFCs give them, a length of two
  /// octets only where one does not do.
  default RawAttribute raw() {
    Octets value = value();
    int wide = value.length() > 255 ? RawAttribute.EXTENDED_LENGTH : 0;
    return new RawAttribute(flags() & ~RawAttribute.EXTENDED_LENGTH | wide, type(), value);
  }

  /// ORIGIN (RFC 4271 section 5.1.1).
  ///
  /// @param origin how the route came into BGP
  record RouteOrigin(Origin origin) implements PathAttribute {
    @Override
    public int type() {
      return AttributeType.ORIGIN;
    }

    @Override
    public Octets value() {
      return new OctetsWriter().u8(origin.code()).toOctets();
    }
  }

  /// AS_PATH (RFC 4271 section 5.1.2).
  ///
  /// @param path the path, in numbers of the width it was sent with
  record Path(AsPath path) implements PathAttribute {
    @Override
    public int type() {
      return AttributeType.AS_PATH;
    }

    @Override
    public Octets value() {
      return path.octets();
    }
  }

  /// NEXT_HOP (RFC 4271 section 5.1.3).
  ///
  /// @param address where packets go
  record NextHop(Ipv4Address address) implements PathAttribute {
    @Override
    public int type() {
      return AttributeType.NEXT_HOP;
    }

    @Override
    public Octets value() {
      return number(address.bits());
    }
  }

  /// MULTI_EXIT_DISC (RFC 4271 section 5.1.4).
  ///
  /// @param metric 32 bits, unsigned; the lower is preferred
  record MultiExitDisc(int metric) implements PathAttribute {
    @Override
    public int type() {
      return AttributeType.MULTI_EXIT_DISC;
    }

    @Override
    public Octets value() {
      return number(metric);
    }
  }

  /// LOCAL_PREF (RFC 4271 section 5.1.5).
  ///
  /// @param preference 32 bits, unsigned; the higher is preferred
  record LocalPreference(int preference) implements PathAttribute {
    @Override
    public int type() {
      return AttributeType.LOCAL_PREF;
    }

    @Override
    public Octets value() {
      return number(preference);
    }
  }

  /// ATOMIC_AGGREGATE (RFC 4271 section 5.1.6).
  record AtomicAggregate() implements PathAttribute {
    @Override
    public int type() {
      return AttributeType.ATOMIC_AGGREGATE;
    }

    @Override
    public Octets value() {
      return Octets.EMPTY;
    }
  }

  /// AGGREGATOR (RFC 4271 section 5.1.7).
  ///
  /// @param asn the AS that aggregated
  /// @param address the router that did
  /// @param fourOctet whether the AS number has four octets on the wire
  record Aggregator(Asn asn, Ipv4Address address, boolean fourOctet) implements PathAttribute {
    @Override
    public int type() {
      return AttributeType.AGGREGATOR;
    }

    @Override
    public Octets value() {
      OctetsWriter out = new OctetsWriter();
      if (fourOctet) {
        out.u32(asn.bits());
      } else {
        out.u16(asn.isTwoOctet() ? asn.bits() : AsPath.AS_TRANS);
      }
      return out.u32(address.bits()).toOctets();
    }
  }

  /// ORIGINATOR_ID (RFC 4456 section 8).
  ///
  /// @param id the router that brought the route into the AS
  record OriginatorId(Ipv4Address id) implements PathAttribute {
    @Override
    public int type() {
      return AttributeType.ORIGINATOR_ID;
    }

    @Override
    public Octets value() {
      return number(id.bits());
    }
  }

  /// CLUSTER_LIST (RFC 4456 section 8).
  ///
  /// @param clusters the reflection clusters the route has passed, nearest first
  record ClusterList(List<Ipv4Address> clusters) implements PathAttribute {
    @Override
    public int type() {
      return AttributeType.CLUSTER_LIST;
    }

    @Override
    public Octets value() {
      return numbers(clusters);
    }
  }

  /// MP_REACH_NLRI (RFC 4760 section 3).
  ///
  /// @param family what kind of routes
  /// @param nextHop the octets of the next hop
  /// @param reserved an octet that should be 0
  /// @param nlri the routes, one behind another
  record Reachable(AfiSafi family, Octets nextHop, int reserved, Octets nlri)
      implements PathAttribute {
    @Override
    public int type() {
      return AttributeType.MP_REACH_NLRI;
    }

    @Override
    public Octets value() {
      return new OctetsWriter(5 + nextHop.length() + nlri.length())
          .u16(family.afi())
          .u8(family.safi())
          .u8(nextHop.length())
          .octets(nextHop)
          .u8(reserved)
          .octets(nlri)
          .toOctets();
    }
  }

  /// MP_UNREACH_NLRI (RFC 4760 section 4).
  ///
  /// @param family what kind of routes
  /// @param nlri the routes, one behind another
  record Unreachable(AfiSafi family, Octets nlri) implements PathAttribute {
    @Override
    public int type() {
      return AttributeType.MP_UNREACH_NLRI;
    }

    @Override
    public Octets value() {
      return new OctetsWriter(3 + nlri.length())
          .u16(family.afi())
          .u8(family.safi())
          .octets(nlri)
          .toOctets();
    }
  }

  /// AS4_PATH (RFC 6793 section 3).
  ///
  /// @param path the path in four-octet numbers
  record WidePath(AsPath path) implements PathAttribute {
    @Override
    public int type() {
      return AttributeType.AS4_PATH;
    }

    @Override
    public Octets value() {
      return path.octets();
    }
  }

  /// AS4_AGGREGATOR (RFC 6793 section 3).
  ///
  /// @param asn the AS that aggregated
  /// @param address the router that did
  record WideAggregator(Asn asn, Ipv4Address address) implements PathAttribute {
    @Override
    public int type() {
      return AttributeType.AS4_AGGREGATOR;
    }

    @Override
    public Octets value() {
      return new OctetsWriter().u32(asn.bits()).u32(address.bits()).toOctets();
    }
  }

  /// PMSI_TUNNEL (RFC 6514 section 5).
  ///
  /// @param bits the flags octet; 1: the receivers shall say who they are
  /// @param tunnelType 0 none, 1 RSVP-TE, 2 mLDP P2MP, 3 PIM-SSM, 4 PIM-SM, 5 BIDIR-PIM, 6 ingress
  ///   replication, 7 mLDP MP2MP, 11 BIER
  /// @param label 24 bits: an MPLS label in the first 20, or a VNI
  /// @param identifier what the tunnel is, in the form of its type
  record PmsiTunnel(int bits, int tunnelType, int label, Octets identifier)
      implements PathAttribute {
    @Override
    public int type() {
      return AttributeType.PMSI_TUNNEL;
    }

    @Override
    public Octets value() {
      return new OctetsWriter().u8(bits).u8(tunnelType).u24(label).octets(identifier).toOctets();
    }

    /// Returns the name of the tunnel's type, or its number.
    public String tunnelName() {
      return switch (tunnelType) {
        case 0 -> "none";
        case 1 -> "rsvp-te-p2mp";
        case 2 -> "mldp-p2mp";
        case 3 -> "pim-ssm";
        case 4 -> "pim-sm";
        case 5 -> "bidir-pim";
        case 6 -> "ingress-replication";
        case 7 -> "mldp-mp2mp";
        case 8 -> "transport-tunnel";
        case 10 -> "assisted-replication";
        case 11 -> "bier";
        default -> Integer.toString(tunnelType);
      };
    }
  }

  /// AIGP (RFC 7311 section 3).
  ///
  /// @param entries the metric, and what else there is
  record Aigp(List<Tlv> entries) implements PathAttribute {
    @Override
    public int type() {
      return AttributeType.AIGP;
    }

    /// Returns the metric of the first entry that has one, unsigned; -1 if there is none.
    public long metric() {
      for (Tlv entry : entries) {
        if (entry.type() == 1 && entry.value().length() == 8) {
          return entry.value().i64(0);
        }
      }
      return -1;
    }

    @Override
    public Octets value() {
      OctetsWriter out = new OctetsWriter();
      entries.forEach(e -> out.u8(e.type()).u16(3 + e.value().length()).octets(e.value()));
      return out.toOctets();
    }
  }

  /// BGP-LS (RFC 9552 section 5.3).
  ///
  /// @param entries what is said of a node, link or prefix
  record LinkState(List<Tlv> entries) implements PathAttribute {
    @Override
    public int type() {
      return AttributeType.BGP_LS;
    }

    @Override
    public Octets value() {
      return Tlv.writeWide(entries);
    }
  }

  /// ONLY_TO_CUSTOMER (RFC 9234 section 5).
  ///
  /// @param asn the AS that restricted the route
  record OnlyToCustomer(Asn asn) implements PathAttribute {
    @Override
    public int type() {
      return AttributeType.ONLY_TO_CUSTOMER;
    }

    @Override
    public Octets value() {
      return number(asn.bits());
    }
  }

  /// ATTR_SET (RFC 6368 section 5).
  ///
  /// @param asn the AS of the customer
  /// @param attributes what the customer's route says
  record AttributeSet(Asn asn, PathAttributes attributes) implements PathAttribute {
    @Override
    public int type() {
      return AttributeType.ATTR_SET;
    }

    @Override
    public Octets value() {
      return new OctetsWriter().u32(asn.bits()).octets(attributes.octets()).toOctets();
    }
  }

  /// CONNECTOR (RFC 6037), deprecated.
  ///
  /// @param kind what the identifier is, 16 bits
  /// @param identifier where a multicast VPN hangs
  record Connector(int kind, Octets identifier) implements PathAttribute {
    @Override
    public int type() {
      return AttributeType.CONNECTOR;
    }

    @Override
    public Octets value() {
      return new OctetsWriter().u16(kind).octets(identifier).toOctets();
    }
  }

  /// ADVERTISER (RFC 1863), deprecated by RFC 6938.
  ///
  /// @param address who advertised the route
  record Advertiser(Ipv4Address address) implements PathAttribute {
    @Override
    public int type() {
      return AttributeType.ADVERTISER;
    }

    @Override
    public Octets value() {
      return number(address.bits());
    }
  }

  /// RCID_PATH (RFC 1863), deprecated by RFC 6938.
  ///
  /// @param clusters the clusters the route has passed
  record ClusterPath(List<Ipv4Address> clusters) implements PathAttribute {
    @Override
    public int type() {
      return AttributeType.RCID_PATH;
    }

    @Override
    public Octets value() {
      return numbers(clusters);
    }
  }

  /// BFD_DISCRIMINATOR (RFC 9026 section 3.1.6).
  ///
  /// @param mode 1: from one point to many
  /// @param discriminator the session
  /// @param rest further entries
  record LivenessDiscriminator(int mode, int discriminator, Octets rest) implements PathAttribute {
    @Override
    public int type() {
      return AttributeType.BFD_DISCRIMINATOR;
    }

    @Override
    public Octets value() {
      return new OctetsWriter().u8(mode).u32(discriminator).octets(rest).toOctets();
    }
  }

  /// An attribute without a meaning here, kept as it came.
  ///
  /// @param type the type code
  /// @param flags the flags it came with
  /// @param value the octets
  record Unknown(int type, int flags, Octets value) implements PathAttribute {}

  /// An attribute whose octets do not have the form of its type, kept as it came.
  ///
  /// @param type the type code
  /// @param flags the flags it came with
  /// @param value the octets
  record Malformed(int type, int flags, Octets value) implements PathAttribute {}

  private static Octets number(int bits) {
    return new OctetsWriter().u32(bits).toOctets();
  }

  private static Octets numbers(List<Ipv4Address> addresses) {
    OctetsWriter out = new OctetsWriter(4 * addresses.size());
    addresses.forEach(address -> out.u32(address.bits()));
    return out.toOctets();
  }
}
