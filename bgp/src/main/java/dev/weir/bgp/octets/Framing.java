package dev.weir.bgp.octets;

/// How messages of a protocol lie one behind another in a stream of octets; see [MessageSplitter].
public interface Framing {
  /// The answer when too few octets have arrived to say.
  int MORE = 0;

  /// The answer when no message begins here.
  int NONE = -1;

  /// Measures the message at the beginning of what has arrived, in the middle of an orderly stream.
  ///
  /// @param arrived all that has arrived and was not taken yet; may be more or less than one
  ///   message
  /// @return the length of the message in octets, its header included, which may be more than has
  ///   arrived; or [#MORE] or [#NONE]
  int measure(Octets arrived);

  /// Measures the message at a place where the boundary is not known, so that one has to be found:
  /// asks for more evidence than [#measure] does, if a header alone convinces nobody.
  ///
  /// It is asked again about the same place when as many octets have arrived as it says.
  ///
  /// @return as for [#measure]
  default int find(Octets arrived) {
    return measure(arrived);
  }
}
