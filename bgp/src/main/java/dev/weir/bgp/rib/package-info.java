/// The routing table, as columns: attribute sets, AS paths and community sets stored once, route
/// slots in blocks of primitives behind a trie of prefixes. One writer changes it, any number of
/// readers look at snapshots; queries, the decision process and differences work on those. Knows no
/// files, no clocks and no messages beyond their path attributes.
package dev.weir.bgp.rib;
