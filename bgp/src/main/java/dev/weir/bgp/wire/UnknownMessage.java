package dev.weir.bgp.wire;

import dev.weir.bgp.octets.Octets;

/// A message of a type without meaning, kept as it came.
///
/// @param type the type code
/// @param body the octets behind the header
public record UnknownMessage(int type, Octets body) implements Message {}
