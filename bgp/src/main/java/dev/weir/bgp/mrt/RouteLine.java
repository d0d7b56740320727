package dev.weir.bgp.mrt;

import dev.weir.bgp.octets.Octets;
import dev.weir.bgp.octets.OctetsWriter;
import dev.weir.bgp.type.AfiSafi;
import dev.weir.inet.Asn;
import dev.weir.inet.IpAddress;
import dev.weir.inet.Prefix;
import org.jspecify.annotations.Nullable;

/// What a line of text says of a route or a session: the text forms of archives, read back.
///
/// [BgpdumpLines] and [JsonLines] read lines, [LineArchiver] writes records of them.
public sealed interface RouteLine {
  /// Returns when, and with whom.
  Head head();

  /// When something happened, and with whom.
  ///
  /// @param seconds since 1970
  /// @param microseconds of that second, or -1 if the line has none
  /// @param peer the address of the other side
  /// @param peerAsn its AS
  record Head(long seconds, long microseconds, IpAddress peer, Asn peerAsn) {}

  /// Where a route leads.
  ///
  /// @param family the family
  /// @param nlri the octets of a plain route without its path identifier; of another family, the
  ///   routes as they stand in a record
  /// @param hasPathId whether the route has a path identifier
  /// @param pathId the path identifier, unsigned; 0 if there is none
  record Target(AfiSafi family, Octets nlri, boolean hasPathId, int pathId) {
    /// A plain route.
    static Target of(AfiSafi family, Prefix prefix, boolean hasPathId, int pathId) {
      byte[] address = new byte[16];
      prefix.address().write(address, 0);
      OctetsWriter out = new OctetsWriter(17).u8(prefix.length());
      out.octets(new Octets(address, 0, prefix.length() + 7 >>> 3));
      return new Target(family, out.toOctets(), hasPathId, pathId);
    }
  }

  /// What is said of a route.
  ///
  /// @param attributes path attributes, AS numbers of four octets, without next hop and routes
  /// @param nextHop where packets go, or null if the line does not say
  record Offer(Octets attributes, @Nullable IpAddress nextHop) {
    /// The most octets of attributes that leave room for a next hop and a route in a message.
    static final int MOST = 65_000;
  }

  /// A route of a table.
  ///
  /// @param originated since when, in seconds since 1970
  /// @param old whether it comes from a TABLE_DUMP record, not from TABLE_DUMP_V2
  record InTable(Head head, Target target, Offer offer, long originated, boolean old)
      implements RouteLine {}

  /// A route that was announced.
  ///
  /// @param local whether the collector did
  record Announced(Head head, Target target, Offer offer, boolean local) implements RouteLine {}

  /// A route that was withdrawn.
  ///
  /// @param local whether the collector did
  record Withdrawn(Head head, Target target, boolean local) implements RouteLine {}

  /// A session that went from one state to another, see [StateChange].
  record Changed(Head head, int before, int after) implements RouteLine {}
}
