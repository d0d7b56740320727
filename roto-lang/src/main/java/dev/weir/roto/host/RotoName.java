package dev.weir.roto.host;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The name that scripts know something by, where it is not the usual one.
///
/// Without it a type keeps its name, an enum constant `NOT_FOUND` is the variant `NotFound`, and
/// everything else goes from `camelCase` to `snake_case`.
@Target({
  ElementType.TYPE,
  ElementType.METHOD,
  ElementType.FIELD,
  ElementType.PARAMETER,
  ElementType.RECORD_COMPONENT
})
@Retention(RetentionPolicy.RUNTIME)
public @interface RotoName {
  /// The name.
  String value();
}
