package dev.weir.bgp.check;

import dev.weir.bgp.octets.Octets;
import dev.weir.bgp.octets.OctetsWriter;
import dev.weir.bgp.path.AttributeCursor;
import dev.weir.bgp.path.PathAttributes;
import dev.weir.bgp.type.Negotiated;
import dev.weir.bgp.wire.MessageCursor;
import dev.weir.bgp.wire.UpdateView;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The verdict on an UPDATE: everything that is wrong with it, and what is to be done (RFC 7606).
///
/// The check walks the message once and never throws, whatever the octets are. A message without
/// faults costs no more than its walk. What a treatment asks for is left to the receiver;
/// [#surviving] gives it the attributes that are not discarded.
///
/// @param findings what is wrong, in the order of the walk; empty for a message without faults
/// @param treatment the strongest of the findings' treatments
public record UpdateCheck(List<Finding> findings, Treatment treatment) {
  private static final UpdateCheck CLEAN = new UpdateCheck(List.of(), Treatment.accept());

  /// Checks an UPDATE.
  ///
  /// @param body the message behind its header
  /// @param negotiated what it was sent under
  /// @param peer who sent it
  public static UpdateCheck of(Octets body, Negotiated negotiated, PeerContext peer) {
    UpdateWalk walk = new UpdateWalk(body, negotiated, peer);
    walk.check();
    return verdict(walk.findings());
  }

  /// Checks an UPDATE whose lengths fit.
  public static UpdateCheck of(UpdateView update, PeerContext peer) {
    return of(update.body(), update.negotiated(), peer);
  }

  private static UpdateCheck verdict(List<Finding> findings) {
    if (findings.isEmpty()) {
      return CLEAN;
    }
    Treatment strongest = Treatment.accept();
    for (Finding finding : findings) {
      if (finding.treatment().strength() > strongest.strength()) {
        strongest = finding.treatment();
      }
    }
    return new UpdateCheck(List.copyOf(findings), strongest);
  }

  /// Returns whether nothing at all was found.
  public boolean isClean() {
    return findings.isEmpty();
  }

  /// Returns the attributes of a message without those that are to be discarded; the very same if
  /// there are none.
  public PathAttributes surviving(UpdateView update) {
    Set<Integer> discarded = new HashSet<>();
    for (Finding finding : findings) {
      if (finding.treatment() instanceof Treatment.DiscardAttribute discard) {
        discarded.add(discard.offset());
      }
    }
    PathAttributes attributes = update.attributes();
    if (discarded.isEmpty()) {
      return attributes;
    }
    OctetsWriter kept = new OctetsWriter(attributes.octets().length());
    int base = update.body().offset() - MessageCursor.HEADER;
    AttributeCursor cursor = attributes.cursor();
    while (cursor.next()) {
      if (!discarded.contains(cursor.start() - base)) {
        int end = cursor.valueOffset() + cursor.valueLength();
        Octets octets = attributes.octets();
        kept.octets(octets.slice(cursor.start() - octets.offset(), end - cursor.start()));
      }
    }
    return new PathAttributes(kept.toOctets(), attributes.fourOctetAsn());
  }
}
