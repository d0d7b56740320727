package dev.weir.bgp.rtr;

import dev.weir.bgp.rpki.ValidatedPayloads;

/// What a [RtrClient] wants done.
public sealed interface RtrEffect {
  /// Connect to the cache; answered by [RtrEvent.Connected] or [RtrEvent.Disconnected].
  record Connect() implements RtrEffect {}

  /// Send a message.
  record Send(RtrPdu pdu) implements RtrEffect {}

  /// Close the connection, once what was sent before is on its way; not answered.
  ///
  /// @param reason a sentence for the log
  record Close(String reason) implements RtrEffect {}

  /// What the cache says has changed, all of it at once.
  ///
  /// @param before what it said until now; see [dev.weir.bgp.rpki.VrpSet#changesTo]
  /// @param now what it says from now on
  record Update(ValidatedPayloads before, ValidatedPayloads now) implements RtrEffect {}

  /// The data are too old to be relied on, and are given up (RFC 8210 section 6).
  ///
  /// @param before what they were
  record Expire(ValidatedPayloads before) implements RtrEffect {}
}
