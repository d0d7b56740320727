package dev.weir.roto.run;

/// Why a script was stopped.
public enum Fault {
  /// `/ 0` or `% 0` of integers.
  DIVISION_BY_ZERO,
  /// A result that its type cannot hold: `MIN / -1`.
  OVERFLOW,
  /// A prefix longer than its address.
  PREFIX_LENGTH,
  /// An element that is not there.
  INDEX,
  /// A change of something that may not change: a constant.
  FROZEN,
  /// An argument that a function of the library refuses.
  ARGUMENT,
  /// The budget of loop turns and calls is used up.
  FUEL,
  /// Calls nested too deep.
  DEPTH,
  /// More memory than the budget allows.
  MEMORY,
  /// The host asked the script to stop.
  INTERRUPTED,
  /// A function of the host failed.
  HOST
}
