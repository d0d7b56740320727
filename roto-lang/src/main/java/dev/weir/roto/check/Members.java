package dev.weir.roto.check;

import dev.weir.roto.library.Library;
import dev.weir.roto.library.LibraryFunction;
import dev.weir.roto.type.Type;
import java.util.ArrayList;
import java.util.List;

/// What can follow a point.
final class Members {
  private Members() {}

  /// The fields and methods of a type, fields first, in their own order.
  static List<Checker.Member> of(Type type, Library library) {
    List<Checker.Member> members = new ArrayList<>();
    List<Type.Field> fields = Types.fieldsOf(type);
    if (fields != null) {
      for (Type.Field field : fields) {
        members.add(new Checker.Member(field.name(), field.toString(), ""));
      }
    }
    String owner = LibraryNames.owner(type) + ".";
    for (LibraryFunction function : library.functions()) {
      if (function.method()
          && function.path().startsWith(owner)
          && function.path().length() == owner.length() + function.name().length()) {
        members.add(
            new Checker.Member(function.name(), function.signature(), function.documentation()));
      }
    }
    return members;
  }
}
