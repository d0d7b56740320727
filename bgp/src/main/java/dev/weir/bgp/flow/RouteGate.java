package dev.weir.bgp.flow;

import dev.weir.bgp.mrt.RouteCursor;

/// Decides which routes pass a stage, and may change them: the hook of filters. Belongs to one
/// worker.
public interface RouteGate {
  /// Lets everything pass as it is.
  RouteGate OPEN = _ -> true;

  /// Begins with the records of a batch.
  default void begin(Batch batch) {}

  /// Decides about the route that a cursor stands on. A gate that changes the attributes gives the
  /// cursor the new ones, see [RouteCursor#replace].
  boolean passes(RouteCursor route);

  /// Decides about a record that holds no routes.
  ///
  /// @param start where the record begins, with its header
  /// @param end where it ends, exclusive
  default boolean passesOther(byte[] octets, int start, int end) {
    return true;
  }
}
