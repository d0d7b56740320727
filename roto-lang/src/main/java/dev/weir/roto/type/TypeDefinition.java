package dev.weir.roto.type;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A declared type: a record, an enum, or one whose inside scripts cannot see.
///
/// Compared by identity. Its body is set once, after it is made, because types may name each other
/// in a circle.
public final class TypeDefinition {
  /// What a type consists of.
  public sealed interface Body {}

  /// Named fields in the order of the declaration.
  public record RecordBody(List<Type.Field> fields) implements Body {}

  /// Alternatives in the order of the declaration.
  public record EnumBody(List<Variant> variants) implements Body {}

  /// Nothing that a script can look into: `List`, `StringBuf`, a host's class.
  public record OpaqueBody() implements Body {}

  /// One alternative of an enum.
  ///
  /// @param payload empty for a variant that is written without parentheses
  public record Variant(String name, List<Type> payload, String documentation) {
    /// Copies the payload.
    public Variant {
      payload = List.copyOf(payload);
    }
  }

  private final String path;
  private final List<Type.Parameter> parameters;
  private final @Nullable Class<?> javaClass;
  private final String documentation;
  private @Nullable Body body;

  /// Declares a type; its body follows with [#define].
  ///
  /// @param path where it is found: `Option`, `pkg.module.Route`
  /// @param parameterNames names of its type parameters
  /// @param javaClass the class of its values, where they are not laid out by the compiler: the
  ///   class behind a built-in opaque type, or a host's record, enum, sealed interface or class
  /// @param documentation Markdown; may be empty
  public TypeDefinition(
      String path,
      List<String> parameterNames,
      @Nullable Class<?> javaClass,
      String documentation) {
    this.path = path;
    this.parameters =
        java.util.stream.IntStream.range(0, parameterNames.size())
            .mapToObj(i -> new Type.Parameter(path, i, parameterNames.get(i)))
            .toList();
    this.javaClass = javaClass;
    this.documentation = documentation;
  }

  /// Gives the body. Happens once.
  public TypeDefinition define(Body content) {
    if (body != null) {
      throw new IllegalStateException(path + " is defined already");
    }
    body = content;
    return this;
  }

  /// Where it is found: `Option`, `pkg.module.Route`.
  public String path() {
    return path;
  }

  /// The last part of its path.
  public String name() {
    return path.substring(path.lastIndexOf('.') + 1);
  }

  /// Its type parameters, as types that its body uses.
  public List<Type.Parameter> parameters() {
    return parameters;
  }

  /// The class of its values, or null for a type that the compiler lays out.
  public @Nullable Class<?> javaClass() {
    return javaClass;
  }

  /// Text for people, in Markdown; may be empty.
  public String documentation() {
    return documentation;
  }

  /// What it consists of.
  public Body body() {
    Body content = body;
    if (content == null) {
      throw new IllegalStateException(path + " is not defined yet");
    }
    return content;
  }

  /// Whether the body is there.
  public boolean isDefined() {
    return body != null;
  }

  /// The type with arguments.
  public Type.Named of(Type... arguments) {
    return of(List.of(arguments));
  }

  /// The type with arguments.
  public Type.Named of(List<Type> arguments) {
    if (arguments.size() != parameters.size()) {
      throw new IllegalArgumentException(path + " takes " + parameters.size() + " arguments");
    }
    return new Type.Named(this, arguments);
  }

  /// The type with its own parameters as arguments, as its methods see it.
  public Type.Named self() {
    return new Type.Named(this, List.copyOf(parameters));
  }

  /// What arguments put for parameters, for [Type#with].
  public Map<Type.Parameter, Type> substitution(List<Type> arguments) {
    Map<Type.Parameter, Type> map = HashMap.newHashMap(arguments.size());
    for (int i = 0; i < parameters.size(); i++) {
      map.put(parameters.get(i), arguments.get(i));
    }
    return map;
  }

  /// The fields of a record, with arguments put in.
  public List<Type.Field> fields(List<Type> arguments) {
    if (parameters.isEmpty()) {
      return ((RecordBody) body()).fields();
    }
    Map<Type.Parameter, Type> map = substitution(arguments);
    return ((RecordBody) body())
        .fields().stream()
            .map(field -> new Type.Field(field.name(), field.type().with(map)))
            .toList();
  }

  /// The variants of an enum, with arguments put in.
  public List<Variant> variants(List<Type> arguments) {
    if (parameters.isEmpty()) {
      return ((EnumBody) body()).variants();
    }
    Map<Type.Parameter, Type> map = substitution(arguments);
    return ((EnumBody) body())
        .variants().stream()
            .map(variant ->
                new Variant(
                    variant.name(),
                    variant.payload().stream().map(type -> type.with(map)).toList(),
                    variant.documentation()))
            .toList();
  }

  @Override
  public String toString() {
    return path;
  }
}
