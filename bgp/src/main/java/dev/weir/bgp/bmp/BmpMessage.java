package dev.weir.bgp.bmp;

import dev.weir.bgp.octets.Octets;
import org.jspecify.annotations.Nullable;

/// A message of the BGP Monitoring Protocol (RFC 7854 section 4), version 3, or version 4 as the
/// drafts have it (draft-ietf-grow-bmp-tlv).
///
/// ```
/// version (1)  length (4)  type (1)  [ per-peer header (42) ]  what the type says
/// ```
///
/// Reading gives a message for any octets: one that cannot be is a [Malformed] with the place and
/// the rule, one of a type that is not known a [Unknown]. What a message carries (BGP messages, the
/// values of its TLVs) stays octets of the one array. [#write] puts a message together from its
/// parts: what was read is written as it was.
public sealed interface BmpMessage
    permits RouteMonitoring,
        StatisticsReport,
        PeerDown,
        PeerUp,
        Initiation,
        Termination,
        RouteMirroring,
        BmpMessage.Unknown,
        BmpMessage.Malformed {

  /// Octets of the header that every message begins with.
  int HEADER = 6;

  /// The version of RFC 7854.
  int VERSION_3 = 3;

  /// The version of draft-ietf-grow-bmp-tlv.
  int VERSION_4 = 4;

  /// Returns the version: 3 or 4, or anything in a malformed message.
  int version();

  /// Returns the type, see [BmpType].
  int type();

  /// Returns whom the message is about; null where it is about the monitored router, or cannot be
  /// read that far.
  default @Nullable PeerHeader peer() {
    return null;
  }

  /// Returns the octets of the message.
  default Octets write() {
    return BmpWriter.write(this);
  }

  /// Reads one message.
  ///
  /// @param message the whole message with its header, and nothing behind it
  static BmpMessage read(Octets message) {
    return BmpReader.read(message);
  }

  /// A message of a type that is not known; RFC 7854 section 4.1 leaves room for more.
  ///
  /// @param version 3 or 4
  /// @param type the type
  /// @param body the octets behind the header
  record Unknown(int version, int type, Octets body) implements BmpMessage {}

  /// A message that cannot be read.
  ///
  /// @param octets the whole message
  /// @param fault what is wrong, and where
  record Malformed(Octets octets, BmpFault fault) implements BmpMessage {
    @Override
    public int version() {
      return octets.isEmpty() ? 0 : octets.u8(0);
    }

    @Override
    public int type() {
      return octets.length() < HEADER ? -1 : octets.u8(5);
    }

    @Override
    public @Nullable PeerHeader peer() {
      boolean has = type() >= 0 && BmpType.hasPeer(type());
      return has && octets.length() >= HEADER + PeerHeader.OCTETS
          ? new PeerHeader(octets.slice(HEADER, PeerHeader.OCTETS))
          : null;
    }
  }
}
