package dev.weir.roto.library;

import java.lang.invoke.MethodHandle;
import java.util.List;

/// How compiled code makes and takes apart the values of a host's record or enum.
///
/// All handles use the forms that types have in compiled code, and `Object` for the value itself.
///
/// @param variants one for a record; for an enum in the order of its variants
/// @param tag from `Object` to `int`, the index of the variant; of a record always 0
public record HostLayout(List<HostVariant> variants, MethodHandle tag) {
  /// Copies the list.
  public HostLayout {
    variants = List.copyOf(variants);
  }

  /// One variant, or the record itself.
  ///
  /// @param constructor from the fields, in order, to `Object`
  /// @param getters one a field, from `Object`
  public record HostVariant(MethodHandle constructor, List<MethodHandle> getters) {
    /// Copies the list.
    public HostVariant {
      getters = List.copyOf(getters);
    }
  }
}
