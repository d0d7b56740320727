package dev.weir.roto.library;

import dev.weir.roto.type.Type;
import java.util.List;

/// A function, a method or a static function of a type, that scripts can call.
///
/// @param path where it is found: `print`, `String.trim`, `net.lookup`
/// @param typeParameters those of the type it belongs to, then its own
/// @param parameters names and types; of a method the receiver comes first, named `self`
/// @param method whether it can be called with a point: `value.name()`
public record LibraryFunction(
    String path,
    List<Type.Parameter> typeParameters,
    List<Type.Field> parameters,
    Type result,
    boolean method,
    String documentation,
    Implementation implementation) {
  /// Copies the lists.
  public LibraryFunction {
    typeParameters = List.copyOf(typeParameters);
    parameters = List.copyOf(parameters);
  }

  /// The last part of its path.
  public String name() {
    return path.substring(path.lastIndexOf('.') + 1);
  }

  /// As a script would declare it: `fn splitn(self: String, n: u64) -> List[String]`.
  public String signature() {
    StringBuilder text = new StringBuilder("fn ").append(name()).append('(');
    for (int i = 0; i < parameters.size(); i++) {
      text.append(i == 0 ? "" : ", ").append(parameters.get(i));
    }
    text.append(')');
    if (result != Type.Scalar.UNIT) {
      text.append(" -> ").append(result);
    }
    return text.toString();
  }
}
