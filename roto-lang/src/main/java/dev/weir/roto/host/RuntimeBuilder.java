package dev.weir.roto.host;

import dev.weir.roto.library.Library;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// Gathers what a host gives to its scripts, beside the standard library.
public final class RuntimeBuilder {
  RuntimeBuilder() {}

  /// Adds `print(String)`.
  ///
  /// @param line takes each text, which has no line end of its own
  public RuntimeBuilder print(Consumer<String> line) {
    return this;
  }

  /// The runtime.
  public Runtime build() {
    return Runtime.of(new Library(List.of(), Map.of(), List.of(), List.of(), List.of(), List.of()));
  }
}
