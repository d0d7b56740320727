package dev.weir.bgp.rib;

/// A trie of prefixes as a reader has it.
///
/// @param nodes pages, see [TrieNodes]
/// @param root the node at the top, 0 if there is none
/// @param limit all nodes have numbers below
/// @param cuts pages of short cuts, see [TrieNodes#cut]
/// @param width bits of an address
record TrieView(int[][] nodes, int root, int limit, int[][] cuts, int width) {}
