package dev.weir.bgp.rib;

import dev.weir.inet.Prefix;

/// Which prefixes a query looks at.
public sealed interface Range {

  /// All of them.
  record All() implements Range {}

  /// One.
  record Exact(Prefix prefix) implements Range {}

  /// The longest one that holds a prefix.
  record Longest(Prefix prefix) implements Range {}

  /// A prefix and all inside it.
  record MoreSpecific(Prefix prefix) implements Range {}

  /// A prefix and all around it.
  record LessSpecific(Prefix prefix) implements Range {}
}
