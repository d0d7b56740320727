package dev.weir.roto.host;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// A record of a script, for hosts: its fields by name.
///
/// @param type the path of the type, `pkg.Point`; empty for a record without a name. Not looked at
///   where a host gives one to a script
/// @param fields in the order of the type, each as `Object` has it (see [CompiledPackage])
public record RecordValue(String type, Map<String, Object> fields) {
  /// Copies the fields.
  public RecordValue {
    fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
  }

  /// A field.
  ///
  /// @throws IllegalArgumentException if there is no such field
  public Object get(String name) {
    Object value = fields.get(name);
    if (value == null) {
      throw new IllegalArgumentException(
          "the record has no field `" + name + "`; it has " + fields.keySet());
    }
    return value;
  }
}
