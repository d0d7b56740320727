package dev.weir.bgp.flow;

/// Work on a batch that any core can do, apart from all other batches: decoding, filtering,
/// rendering. Each worker has a stage of its own, so that a stage needs no locks.
@FunctionalInterface
public interface Stage {
  /// Works on the records of a batch and leaves the result in it.
  void process(Batch batch);
}
