package dev.weir.cli.bgp;

import dev.weir.bgp.capture.Endpoint;
import dev.weir.bgp.capture.StreamKey;
import dev.weir.bgp.capture.TcpSegment;
import dev.weir.bgp.check.Finding;
import dev.weir.bgp.check.PeerContext;
import dev.weir.bgp.check.Rule;
import dev.weir.bgp.check.UpdateCheck;
import dev.weir.bgp.octets.Octets;
import dev.weir.bgp.type.Negotiated;
import dev.weir.bgp.wire.Agreement;
import dev.weir.bgp.wire.Message;
import dev.weir.bgp.wire.OpenView;
import dev.weir.bgp.wire.UpdateView;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the sessions of a capture were agreed to be like: both OPEN messages say it; of a session
/// whose beginning was not captured the width of AS numbers is guessed, from which of the two makes
/// sense of a path.
final class Conversations {
  private final Negotiated supposed;
  private final boolean fixed;
  private final Map<Direction, OpenView> opens = new HashMap<>();
  private final Map<Direction, Negotiated> agreed = new HashMap<>();

  /// @param supposed what holds without OPEN messages
  /// @param fixed whether the width of AS numbers is not to be guessed
  Conversations(Negotiated supposed, boolean fixed) {
    this.supposed = supposed;
    this.fixed = fixed;
  }

  static boolean isBgp(TcpSegment segment, int port) {
    return segment.source().port() == port || segment.destination().port() == port;
  }

  /// Views a message of a stream.
  Message read(StreamKey stream, Octets octets) {
    Direction direction = new Direction(stream.source(), stream.destination());
    Negotiated known = agreed.get(direction);
    Message message = Message.read(octets, known == null ? supposed : known);
    if (message instanceof OpenView open) {
      opens.put(direction, open);
      OpenView other = opens.get(direction.reverse());
      if (other != null) {
        Agreement agreement = Agreement.between(open, other);
        agreed.put(direction, agreement.sending());
        agreed.put(direction.reverse(), agreement.receiving());
      }
    }
    if (known == null && !fixed && message instanceof UpdateView update) {
      UpdateView narrow = narrow(update);
      if (narrow != null) {
        agreed.put(direction, narrow.negotiated());
        return narrow;
      }
    }
    return message;
  }

  /// The same with AS numbers of two octets, if only they make sense.
  private static @Nullable UpdateView narrow(UpdateView update) {
    Negotiated two = update.negotiated().withFourOctetAsn(false);
    UpdateView other = UpdateView.read(update.body(), two);
    return other != null && hasBadPath(update) && !hasBadPath(other) ? other : null;
  }

  private static boolean hasBadPath(UpdateView update) {
    for (Finding finding : UpdateCheck.of(update, PeerContext.UNKNOWN).findings()) {
      if (finding.rule() == Rule.AS_PATH || finding.rule() == Rule.AGGREGATOR) {
        return true;
      }
    }
    return false;
  }

  private record Direction(Endpoint source, Endpoint destination) {
    Direction reverse() {
      return new Direction(destination, source);
    }
  }
}
