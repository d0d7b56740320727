package dev.weir.bgp.nlri;

import dev.weir.bgp.octets.Octets;
import dev.weir.inet.IpAddress;
import dev.weir.inet.Ipv4Address;
import dev.weir.inet.Ipv6Address;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the value of a link-state triplet says. There are fewer shapes than types: the type says
/// what a [Numeral] counts, and the triplet keeps the octets.
public sealed interface LinkStateContent {

  /// What has several parts with names.
  sealed interface Composite extends LinkStateContent {}

  /// Octets without a meaning here, or whose length does not suit the type.
  ///
  /// @param octets the value
  record Raw(Octets octets) implements LinkStateContent {
    @Override
    public String toString() {
      return "0x" + octets;
    }
  }

  /// More triplets: what names a node.
  ///
  /// @param tlvs the triplets
  record Triplets(LinkStateTlvs tlvs) implements LinkStateContent {
    @Override
    public String toString() {
      return "{" + tlvs + "}";
    }
  }

  /// A number: an AS, a metric, a group mask.
  ///
  /// @param value unsigned, at most 32 bits
  record Numeral(long value) implements LinkStateContent {
    @Override
    public String toString() {
      return Long.toString(value);
    }
  }

  /// Several numbers: risk groups, tags, algorithms, topologies.
  ///
  /// @param values unsigned
  record Numerals(List<Long> values) implements LinkStateContent {
    /// Keeps a copy.
    public Numerals {
      values = List.copyOf(values);
    }

    @Override
    public String toString() {
      return values.stream().map(Long::toUnsignedString).toList().toString();
    }
  }

  /// Bits, the first octet first.
  ///
  /// @param octets how many octets the bits are in: 1 or 2
  /// @param bits as a number
  record Flags(int octets, int bits) implements LinkStateContent {
    @Override
    public String toString() {
      return "0x" + HexFormat.of().toHexDigits(bits, 2 * octets);
    }
  }

  /// Text.
  ///
  /// @param text as UTF-8
  record Text(String text) implements LinkStateContent {
    @Override
    public String toString() {
      return '"' + text + '"';
    }
  }

  /// An address, a router identifier or an area in the form of one, or an SRv6 segment.
  ///
  /// @param address of either family
  record Address(IpAddress address) implements LinkStateContent {
    @Override
    public String toString() {
      return address.toString();
    }
  }

  /// A router in the protocol the topology comes from: four octets in OSPF, eight for a pseudonode
  /// (router, then interface address), six in IS-IS, seven for a pseudonode.
  ///
  /// @param octets 4, 6, 7 or 8
  record RouterId(Octets octets) implements LinkStateContent {
    /// Returns whether this is a pseudonode, which stands for a LAN.
    public boolean isPseudonode() {
      return octets.length() == 7 || octets.length() == 8;
    }

    @Override
    public String toString() {
      if (octets.length() == 4) {
        return new Ipv4Address(octets.i32(0)).toString();
      }
      if (octets.length() == 8) {
        return new Ipv4Address(octets.i32(0)) + ":" + new Ipv4Address(octets.i32(4));
      }
      String digits = octets.toString();
      String system =
          digits.substring(0, 4) + "." + digits.substring(4, 8) + "." + digits.substring(8, 12);
      return digits.length() == 12 ? system : system + "." + digits.substring(12);
    }
  }

  /// Numbers of the two ends of a link.
  ///
  /// @param local unsigned
  /// @param remote unsigned; 0 if it is not known
  record LinkIds(int local, int remote) implements LinkStateContent {
    @Override
    public String toString() {
      return Integer.toUnsignedString(local) + "/" + Integer.toUnsignedString(remote);
    }
  }

  /// A prefix whose family is known to the route.
  ///
  /// @param length in bits
  /// @param octets as many as the bits need
  record Reachability(int length, Octets octets) implements LinkStateContent {
    @Override
    public String toString() {
      return "0x" + octets + "/" + length;
    }
  }

  /// Octets a second, one number or one for each of eight priorities.
  ///
  /// @param octetsPerSecond IEEE 754
  record Bandwidths(List<Float> octetsPerSecond) implements LinkStateContent {
    /// Keeps a copy.
    public Bandwidths {
      octetsPerSecond = List.copyOf(octetsPerSecond);
    }

    @Override
    public String toString() {
      return octetsPerSecond.toString();
    }
  }

  /// How many segments can be handled (RFC 8814).
  ///
  /// @param kinds kind and number by turns
  record Depths(List<Integer> kinds) implements LinkStateContent {
    /// Keeps a copy.
    public Depths {
      kinds = List.copyOf(kinds);
    }

    @Override
    public String toString() {
      return kinds.toString();
    }
  }

  /// Blocks of labels or indexes for segments (RFC 9085 section 2.1.2).
  ///
  /// @param flags 8 bits
  /// @param ranges the blocks
  record SegmentRanges(int flags, List<SegmentRange> ranges) implements Composite {
    /// Keeps a copy.
    public SegmentRanges {
      ranges = List.copyOf(ranges);
    }

    @Override
    public String toString() {
      return ranges.toString();
    }
  }

  /// One block.
  ///
  /// @param size how many
  /// @param first its first label or index
  record SegmentRange(int size, long first) {
    @Override
    public String toString() {
      return first + "+" + size;
    }
  }

  /// The segment of an adjacency, perhaps on a LAN, or of a BGP peer.
  ///
  /// @param flags 8 bits
  /// @param weight for sharing load
  /// @param neighbor who is on the other side of a LAN: IS-IS system or OSPF router; else nothing
  /// @param isLabel whether the segment is a label of 20 bits, else an index of 32
  /// @param sid the segment
  record AdjacencySid(int flags, int weight, Octets neighbor, boolean isLabel, long sid)
      implements Composite {
    @Override
    public String toString() {
      return sid + (neighbor.isEmpty() ? "" : " to " + neighbor);
    }
  }

  /// The segment of a prefix (RFC 9085 section 2.3.1).
  ///
  /// @param flags 8 bits
  /// @param algorithm how the path is computed
  /// @param isLabel whether the segment is a label of 20 bits, else an index of 32
  /// @param sid the segment
  record PrefixSid(int flags, int algorithm, boolean isLabel, long sid) implements Composite {
    @Override
    public String toString() {
      return sid + " algorithm " + algorithm;
    }
  }

  /// The SRv6 segment of an adjacency (RFC 9514 sections 4.1 and 4.2).
  ///
  /// @param behavior what the segment does
  /// @param flags 8 bits
  /// @param algorithm how the path to it is computed
  /// @param weight for sharing load
  /// @param neighbor who is on the other side of a LAN, else nothing
  /// @param sid the segment
  /// @param more triplets about it
  record EndX(
      int behavior,
      int flags,
      int algorithm,
      int weight,
      Octets neighbor,
      Ipv6Address sid,
      LinkStateTlvs more)
      implements Composite {
    @Override
    public String toString() {
      return sid
          + (" behavior " + behavior + " algorithm " + algorithm)
          + (neighbor.isEmpty() ? "" : " to " + neighbor);
    }
  }

  /// A prefix that holds SRv6 segments (RFC 9514 section 5.1).
  ///
  /// @param flags 8 bits
  /// @param algorithm how the path is computed
  /// @param metric unsigned
  /// @param more triplets about it
  record Locator(int flags, int algorithm, long metric, LinkStateTlvs more) implements Composite {
    @Override
    public String toString() {
      return "algorithm " + algorithm + " metric " + metric;
    }
  }

  /// What an SRv6 segment does (RFC 9514 section 7.1).
  ///
  /// @param behavior the number of the behaviour (RFC 8986)
  /// @param flags 8 bits
  /// @param algorithm how the path to it is computed
  record Behavior(int behavior, int flags, int algorithm) implements Composite {
    @Override
    public String toString() {
      return behavior + " algorithm " + algorithm;
    }
  }

  /// The BGP peer that an SRv6 segment leads to (RFC 9514 section 7.2).
  ///
  /// @param flags 8 bits
  /// @param weight for sharing load
  /// @param asn the peer's AS number, unsigned
  /// @param identifier the peer's BGP identifier
  record PeerNode(int flags, int weight, long asn, Ipv4Address identifier) implements Composite {
    @Override
    public String toString() {
      return identifier + " as " + asn;
    }
  }

  /// How an SRv6 segment is divided, in bits (RFC 9514 section 8).
  ///
  /// @param block of the locator
  /// @param node of the locator
  /// @param function what to do
  /// @param argument with what
  record Structure(int block, int node, int function, int argument) implements Composite {
    @Override
    public String toString() {
      return block + "/" + node + "/" + function + "/" + argument;
    }
  }

  /// A measurement with a mark whether it is out of the ordinary (RFC 8571).
  ///
  /// @param anomalous the mark
  /// @param value microseconds, or millionths of three percent for loss; the least of a range
  /// @param most the other end of a range; null if there is one number
  record Measured(boolean anomalous, int value, @Nullable Integer most) implements Composite {
    @Override
    public String toString() {
      return value + (most == null ? "" : "-" + most) + (anomalous ? " anomalous" : "");
    }
  }
}
