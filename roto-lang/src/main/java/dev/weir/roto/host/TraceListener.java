package dev.weir.roto.host;

/// Is told what a traced script finds out, in the order in which it does, on its thread.
@FunctionalInterface
public interface TraceListener {
  /// A step was made.
  void step(TraceStep step);
}
