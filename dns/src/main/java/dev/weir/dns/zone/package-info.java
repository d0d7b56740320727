/// The zone store: an immutable, ordered, paged tree of nodes, and what goes in and out of it.
///
/// Loaded zone, signed zone and NSEC3 chain are three uses of it. Readers hold a snapshot and never
/// wait; a change makes a new snapshot that shares every page it did not touch. It knows names,
/// types and record data as octets, and nothing of files, signing or queries.
package dev.weir.dns.zone;
