package dev.weir.bgp.rib;

import dev.weir.bgp.type.AfiSafi;

/// A table of NLRI in a snapshot.
///
/// @param family of the routes
/// @param names the octets of the NLRI
/// @param nodes pages of block and [TrieNodes#META] by the number of the NLRI
/// @param slots pages of [Slots]
/// @param ingresses pages with the number of routes of each ingress
/// @param routes how many
/// @param keys how many NLRI have routes
record ExactPages(
    AfiSafi family,
    OctetPages names,
    int[][] nodes,
    int[][] slots,
    int[][] ingresses,
    int routes,
    int keys)
    implements TablePages {}
