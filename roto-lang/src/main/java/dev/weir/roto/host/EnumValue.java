package dev.weir.roto.host;

import java.util.List;

/// A value of an enum of a script, for hosts.
///
/// @param type the path of the type, `pkg.Color`. Not looked at where a host gives one to a script
/// @param variant the name of the variant
/// @param payload in order, each as `Object` has it (see [CompiledPackage])
public record EnumValue(String type, String variant, List<Object> payload) {
  /// Copies the payload.
  public EnumValue {
    payload = List.copyOf(payload);
  }
}
