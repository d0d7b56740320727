package dev.weir.bgp.filter;

import dev.weir.bgp.type.Community;
import dev.weir.inet.Asn;
import dev.weir.inet.Prefix;

/// Something that a policy wrote to its [Log].
public sealed interface LogRecord {
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
}
