package dev.weir.bgp.flow;

import java.io.IOException;

/// Where batches go when the stages are through with them, in the order in which they were read,
/// one at a time.
@FunctionalInterface
public interface Outlet {
  /// Takes the result of a batch. The batch is used again afterwards.
  ///
  /// @throws IOException if the result cannot be written: the flow ends
  void accept(Batch batch) throws IOException;
}
