package dev.weir.bgp.capture;

import dev.weir.bgp.octets.Octets;

/// One packet of a capture.
///
/// @param offset where the packet's record begins in the file, in octets
/// @param nanos when it was captured, nanoseconds since 1970-01-01T00:00:00Z
/// @param link what its octets begin with
/// @param octets what was captured of it; a view of the file
/// @param originalLength how many octets it had on the wire; more than were captured if the capture
///   cut packets
public record Packet(long offset, long nanos, LinkType link, Octets octets, long originalLength) {}
