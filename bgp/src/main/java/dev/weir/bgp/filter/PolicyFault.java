package dev.weir.bgp.filter;

import dev.weir.roto.run.ScriptException;

/// A policy was stopped before it had decided.
///
/// @param filter the function that was called
/// @param subject the route or message it was called for, as text
/// @param accepted what was done with it: the default
/// @param cause what happened, and where in the script
public record PolicyFault(String filter, String subject, boolean accepted, ScriptException cause) {

  /// Returns place, reason, route, and what was done: `a.roto:3:5: division by zero (192.0.2.0/24
  /// from 192.0.2.1 AS64496: rejected)`.
  @Override
  public String toString() {
    return cause.getMessage() + " (" + subject + ": " + (accepted ? "accepted)" : "rejected)");
  }
}
