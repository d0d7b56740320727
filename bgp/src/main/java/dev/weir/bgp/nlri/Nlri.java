package dev.weir.bgp.nlri;

import dev.weir.bgp.octets.Octets;
import dev.weir.bgp.type.AfiSafi;

/// What an UPDATE announces or withdraws: network layer reachability information (RFC 4760 section
/// 5), a prefix in the simplest family and a filter, a link or a MAC address in others.
///
/// Values are equal if they mean the same route; which path to it is meant (RFC 7911) is said by
/// the [NlriCursor] beside it. [#octets] writes the one canonical form, which may differ from what
/// was received in bits that have no meaning; the cursor keeps what was received.
public sealed interface Nlri
    permits EvpnNlri,
        FlowSpecNlri,
        LabeledNlri,
        LinkStateNlri,
        MalformedNlri,
        MulticastVpnNlri,
        MupNlri,
        PrefixNlri,
        RawNlri,
        RouteTargetNlri,
        SrPolicyNlri,
        VplsDiscoveryNlri,
        VplsNlri,
        VpnNlri {

  /// Returns what kind of route this is.
  AfiSafi family();

  /// Returns the route as it is written in a field, without a path identifier.
  Octets octets();
}
