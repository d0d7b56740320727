package dev.weir.bgp.rib;

import dev.weir.bgp.type.AfiSafi;

/// A table of prefixes in a snapshot.
///
/// @param family of the routes
/// @param trie the prefixes
/// @param slots pages of [Slots]
/// @param ingresses pages with the number of routes of each ingress
/// @param routes how many
/// @param keys how many prefixes have routes
record PrefixPages(
    AfiSafi family, TrieView trie, int[][] slots, int[][] ingresses, int routes, int keys)
    implements TablePages {}
