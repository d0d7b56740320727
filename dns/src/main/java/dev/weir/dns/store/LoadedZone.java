package dev.weir.dns.store;

import dev.weir.dns.text.Diagnostics;
import dev.weir.dns.zone.Zone;
import org.jspecify.annotations.Nullable;

/// What became of a zone file.
///
/// @param zone the zone; null if there is any error, for nothing is half loaded
/// @param diagnostics what was found wrong
/// @param duplicates records that were left out because another is the same (RFC 2181 §5)
public record LoadedZone(@Nullable Zone zone, Diagnostics diagnostics, long duplicates) {}
