package dev.weir.signer.review;

import dev.weir.roto.host.Doc;
import dev.weir.roto.host.Unsigned;
import java.util.List;

/// What one version of a zone differs by from another.
///
/// @param removed the first of the records that go
/// @param added the first of the records that come
/// @param removedCount how many go
/// @param addedCount how many come
@Doc(
    "What one version of a zone differs by from another. A record with another TTL goes and comes.")
public record ReviewChange(
    @Doc("The records that go, 100,000 at most.") List<ReviewRecord> removed,
    @Doc("The records that come, 100,000 at most.") List<ReviewRecord> added,
    @Doc("How many records go.") @Unsigned long removedCount,
    @Doc("How many records come.") @Unsigned long addedCount) {}
