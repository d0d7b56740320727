package dev.weir.signer.sign;

import dev.weir.dns.type.Serial;
import dev.weir.dns.zone.Zone;
import java.util.List;

/// A signed zone and what signing did.
///
/// @param zone the zone with its signatures and chain
/// @param serial the serial it has
/// @param signatures signatures made
/// @param reused signatures taken over from the zone as it was read
/// @param notes what the operator should know, in sentences
public record SignedZone(
    Zone zone, Serial serial, long signatures, long reused, List<String> notes) {}
