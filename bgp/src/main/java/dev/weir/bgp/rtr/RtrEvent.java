package dev.weir.bgp.rtr;

import dev.weir.bgp.octets.Octets;

/// What a [RtrClient] is told.
public sealed interface RtrEvent {
  /// Begin.
  record Start() implements RtrEvent {}

  /// The connection that was asked for is there.
  record Connected() implements RtrEvent {}

  /// Octets have arrived, cut anywhere.
  record Received(Octets octets) implements RtrEvent {}

  /// The connection could not be made, or has ended.
  record Disconnected() implements RtrEvent {}

  /// The deadline has passed.
  record Fired() implements RtrEvent {}
}
