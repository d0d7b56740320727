package dev.weir.signer.keys;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// The timing lines of a key file, such as `Publish: 20260102030405`: kept as they came, in their
/// order, so that another signer's plan survives our reading and writing.
///
/// @param entries label to text, both as in the file
public record KeyTimes(Map<String, String> entries) {
  /// No lines.
  public static final KeyTimes NONE = new KeyTimes(Map.of());

  /// Copies the entries and keeps their order.
  public KeyTimes {
    entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
  }

  /// What a new key has: created, published and active from one moment on.
  ///
  /// @param moment 14 digits, `YYYYMMDDHHmmSS` in UTC
  public static KeyTimes from(String moment) {
    Map<String, String> entries = new LinkedHashMap<>();
    entries.put("Created", moment);
    entries.put("Publish", moment);
    entries.put("Activate", moment);
    return new KeyTimes(entries);
  }
}
