package dev.weir.bgp.nlri;

import dev.weir.bgp.octets.Octets;
import dev.weir.bgp.type.AfiSafi;
import dev.weir.bgp.type.RouteDistinguisher;
import dev.weir.inet.Prefix;
import org.jspecify.annotations.Nullable;

/// A node, a link, a prefix or an SRv6 segment of an interior topology (RFC 9552 section 5.2, RFC
/// 9514 section 6). What is known about it stands in the BGP-LS attribute.
///
/// ```
/// type (2)   length of the rest (2)   [ route distinguisher (8) ]
/// protocol (1)   identifier (8)   local node descriptors   remote node descriptors, links only
/// descriptors of the link, the prefix or the segment
/// ```
///
/// All kinds are laid out alike: descriptors are triplets, sorted by type, so one record is enough;
/// what a kind does not have is null. Kinds without a meaning here are kept by [Other].
public sealed interface LinkStateNlri extends Nlri {
  /// A router or a pseudonode.
  int NODE = 1;

  /// One direction of a link.
  int LINK = 2;

  /// An IPv4 prefix of the topology.
  int PREFIX4 = 3;

  /// An IPv6 prefix of the topology.
  int PREFIX6 = 4;

  /// A segment of segment routing over IPv6.
  int SRV6_SID = 6;

  /// Returns the kind.
  int kind();

  /// A part of a topology.
  ///
  /// @param family link state, with SAFI 71, 72 in private networks, or 80 (RFC 9815)
  /// @param kind of the constants
  /// @param distinguisher tells networks apart; null outside of them
  /// @param protocol where the topology was learned, see [LinkStateType#protocol]
  /// @param identifier tells instances of the protocol apart, 64 bits
  /// @param descriptors what the part is
  record Part(
      AfiSafi family,
      int kind,
      @Nullable RouteDistinguisher distinguisher,
      int protocol,
      long identifier,
      LinkStateTlvs descriptors)
      implements LinkStateNlri {

    /// Checks kind, family and descriptors.
    ///
    /// @throws IllegalArgumentException if the kind is unknown, a distinguisher is missing or too
    ///   many, or the descriptors are torn or not sorted
    public Part {
      if (!isKnown(kind) || isVpn(family) == (distinguisher == null) || protocol >>> 8 != 0) {
        throw new IllegalArgumentException("no part of a topology: " + family + ", kind " + kind);
      }
      if (descriptors.torn() >= 0 || descriptors.disorder() >= 0) {
        throw new IllegalArgumentException("torn or not sorted: " + descriptors.octets());
      }
    }

    /// Returns what names the node, the node of the prefix or segment, or the near end of the link.
    public LinkStateTlvs localNode() {
      return node(LinkStateType.LOCAL_NODE);
    }

    /// Returns what names the far end of a link; nothing for other kinds.
    public LinkStateTlvs remoteNode() {
      return node(LinkStateType.REMOTE_NODE);
    }

    /// Returns the prefix of kinds 3 and 4, or null if there is none.
    public @Nullable Prefix prefix() {
      LinkStateTlv tlv = descriptors.first(LinkStateType.IP_REACHABILITY);
      if (tlv == null || kind != PREFIX4 && kind != PREFIX6) {
        return null;
      }
      Octets value = tlv.value();
      int width = kind == PREFIX4 ? 4 : 16;
      if (value.isEmpty() || value.u8(0) > 8 * width) {
        return null;
      }
      int octets = (value.u8(0) + 7) / 8;
      return value.length() != 1 + octets ? null : Prefixes.read(value, 1, value.u8(0), width);
    }

    private LinkStateTlvs node(int type) {
      LinkStateTlv tlv = descriptors.first(type);
      return tlv == null ? LinkStateTlvs.NONE : new LinkStateTlvs(tlv.value());
    }

    @Override
    public Octets octets() {
      RouteDistinguisher network = distinguisher;
      Octets tlvs = descriptors.octets();
      RouteWriter writer =
          new RouteWriter().u16(kind).u16(9 + (network == null ? 0 : 8) + tlvs.length());
      if (network != null) {
        writer.i64(network.bits());
      }
      return writer.u8(protocol).i64(identifier).octets(tlvs).done();
    }

    /// Returns kind, protocol and descriptors.
    @Override
    public String toString() {
      StringBuilder text = new StringBuilder();
      text.append(distinguisher == null ? "" : distinguisher + ": ");
      text.append(kindName(kind)).append(' ').append(LinkStateType.protocol(protocol));
      text.append(' ').append(Long.toUnsignedString(identifier));
      for (LinkStateTlv tlv : descriptors.list()) {
        if (tlv.type() == LinkStateType.IP_REACHABILITY && prefix() != null) {
          text.append(" prefix ").append(prefix());
        } else {
          text.append(' ').append(tlv);
        }
      }
      return text.toString();
    }
  }

  /// A route of another kind, such as a policy (RFC 9857).
  ///
  /// @param family link state
  /// @param kind the number of the kind
  /// @param body what is behind kind and length
  record Other(AfiSafi family, int kind, Octets body) implements LinkStateNlri {
    @Override
    public Octets octets() {
      return new RouteWriter().u16(kind).u16(body.length()).octets(body).done();
    }

    /// Returns kind and octets.
    @Override
    public String toString() {
      return "kind" + kind + " 0x" + body;
    }
  }

  /// Returns the word for a kind.
  static String kindName(int kind) {
    return switch (kind) {
      case NODE -> "node";
      case LINK -> "link";
      case PREFIX4 -> "prefix4";
      case PREFIX6 -> "prefix6";
      case SRV6_SID -> "srv6-sid";
      default -> "kind" + kind;
    };
  }

  private static boolean isKnown(int kind) {
    return kind >= NODE && kind <= PREFIX6 || kind == SRV6_SID;
  }

  private static boolean isVpn(AfiSafi family) {
    return family.safi() == AfiSafi.LINK_STATE_VPN.safi();
  }
}
