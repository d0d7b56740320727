package dev.weir.dns.zone;

/// A subtree of a zone: a page of nodes, or a branch over subtrees of one height.
sealed interface Tree permits Page, Branch {
  /// What the subtree holds, in numbers.
  Summary summary();

  /// A copy of the key of its first node.
  byte[] firstKey();
}
