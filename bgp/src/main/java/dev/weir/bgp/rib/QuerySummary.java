package dev.weir.bgp.rib;

import org.jspecify.annotations.Nullable;

/// What is said of an answer besides its routes.
///
/// @param count how many routes were given out, or counted
/// @param next the token with which the answer goes on; null if that was all
public record QuerySummary(long count, @Nullable String next) {}
