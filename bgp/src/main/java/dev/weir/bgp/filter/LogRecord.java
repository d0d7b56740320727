package dev.weir.bgp.filter;

import dev.weir.bgp.type.AfiSafi;
import dev.weir.bgp.type.Community;
import dev.weir.inet.Asn;
import dev.weir.inet.Prefix;
import org.jspecify.annotations.Nullable;

/// Something that a policy wrote to its [Log].
public sealed interface LogRecord {

  /// Returns the record in a line, without the time.
  default String text() {
    return switch (this) {
      case Printed(String text, boolean _) -> text;
      case MatchedPrefix(Prefix prefix) -> "prefix " + prefix;
      case MatchedAsn(Asn asn) -> "asn " + asn;
      case MatchedOrigin(Asn origin) -> "origin " + origin;
      case MatchedCommunity(Community community) -> "community " + community;
      case PeerDown() -> "peer down";
      case Custom(long id, long value) -> "custom " + id + " " + value;
      case Entry entry -> entry.line();
    };
  }

  /// A line.
  ///
  /// @param timestamped whether the host is to put the time before it
  record Printed(String text, boolean timestamped) implements LogRecord {}

  /// A prefix that was seen.
  record MatchedPrefix(Prefix prefix) implements LogRecord {}

  /// An AS that was seen in a path.
  record MatchedAsn(Asn asn) implements LogRecord {}

  /// An AS that was seen as the origin of a route.
  record MatchedOrigin(Asn origin) implements LogRecord {}

  /// A community that was seen.
  record MatchedCommunity(Community community) implements LogRecord {}

  /// A peer went down.
  record PeerDown() implements LogRecord {}

  /// Two numbers whose meaning is the script's; unsigned, 32 bits.
  record Custom(long id, long value) implements LogRecord {}

  /// What a policy gathered of a message; null where it did not ask, or nothing is there.
  ///
  /// @param originAs the AS that the routes come from
  /// @param peerAs the AS that they were heard from
  /// @param asPathHops how many hops the path counts
  /// @param conventionalReach how many prefixes are announced at the end of the message
  /// @param conventionalUnreach how many prefixes are withdrawn at the start of the message
  /// @param mpReach what MP_REACH_NLRI announces
  /// @param mpUnreach what MP_UNREACH_NLRI withdraws
  record Entry(
      @Nullable Asn originAs,
      @Nullable Asn peerAs,
      @Nullable Integer asPathHops,
      @Nullable Long conventionalReach,
      @Nullable Long conventionalUnreach,
      @Nullable Reach mpReach,
      @Nullable Reach mpUnreach)
      implements LogRecord {

    private String line() {
      StringBuilder line = new StringBuilder("entry");
      append(line, "origin_as", originAs);
      append(line, "peer_as", peerAs);
      append(line, "as_path_hops", asPathHops);
      append(line, "conventional_reach", conventionalReach);
      append(line, "conventional_unreach", conventionalUnreach);
      append(line, "mp_reach", mpReach);
      append(line, "mp_unreach", mpUnreach);
      return line.toString();
    }

    private static void append(StringBuilder line, String name, @Nullable Object value) {
      if (value != null) {
        line.append(' ').append(name).append('=').append(value);
      }
    }
  }

  /// How many prefixes of a family.
  record Reach(AfiSafi family, long prefixes) {
    @Override
    public String toString() {
      return prefixes + "(" + family + ")";
    }
  }
}
