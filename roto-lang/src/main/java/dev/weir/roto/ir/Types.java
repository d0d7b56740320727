package dev.weir.roto.ir;

import dev.weir.roto.type.Type;
import java.util.List;

/// What types consist of.
public final class Types {
  private Types() {}

  /// The types of the fields of a record (variant 0), or of a variant of an enum.
  public static List<Type> fields(Type type, int variant) {
    return Objects.fieldTypes(type, variant);
  }
}
