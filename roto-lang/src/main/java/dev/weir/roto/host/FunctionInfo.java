package dev.weir.roto.host;

import dev.weir.roto.source.Source;
import dev.weir.roto.source.Span;
import dev.weir.roto.tree.Function;
import dev.weir.roto.type.Type;
import java.util.List;

/// A function that a package offers.
///
/// @param path with its modules and without the root: `main`, `filters.bogons`
/// @param kind what it was declared as
/// @param parameters names and types
/// @param result what it gives; of a filter a `Verdict`
/// @param documentation its doc comment; may be empty
/// @param source the text that declares it
/// @param span of its name
public record FunctionInfo(
    String path,
    Function.Kind kind,
    List<Type.Field> parameters,
    Type result,
    String documentation,
    Source source,
    Span span) {
  /// Copies the list.
  public FunctionInfo {
    parameters = List.copyOf(parameters);
  }

  /// As a script would declare it: `fn main(x: u32) -> bool`.
  public String signature() {
    String list = String.join(", ", parameters.stream().map(Type.Field::toString).toList());
    String word = kind == Function.Kind.FILTER ? "filter " : "fn ";
    String rest = result == Type.Scalar.UNIT ? "" : " -> " + result;
    return word + path + "(" + list + ")" + rest;
  }
}
