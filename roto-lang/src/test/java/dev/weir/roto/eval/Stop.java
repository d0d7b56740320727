package dev.weir.roto.eval;

import dev.weir.roto.run.Fault;

/// The script is stopped.
final class Stop extends RuntimeException {
  private static final long serialVersionUID = 1;

  final Fault fault;

  Stop(Fault fault, String message) {
    super(fault + ": " + message);
    this.fault = fault;
  }
}
