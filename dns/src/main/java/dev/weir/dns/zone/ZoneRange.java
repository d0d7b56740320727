package dev.weir.dns.zone;

import org.jspecify.annotations.Nullable;

/// A run of consecutive nodes of a zone, cut at page borders: the unit of parallel work.
///
/// @param from the key of its first node
/// @param until the key of the first node after it; null where the zone ends
public record ZoneRange(byte[] from, byte @Nullable [] until) {}
