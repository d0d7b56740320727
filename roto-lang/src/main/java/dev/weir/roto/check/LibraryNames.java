package dev.weir.roto.check;

import dev.weir.roto.library.ContextVariable;
import dev.weir.roto.library.Library;
import dev.weir.roto.library.LibraryConstant;
import dev.weir.roto.library.LibraryFunction;
import dev.weir.roto.type.Type;
import dev.weir.roto.type.TypeDefinition;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The names of a library, arranged by where they are found: at the top, in its modules, in its
/// types.
final class LibraryNames {
  private final Map<String, Map<String, Meaning>> members = new LinkedHashMap<>();
  private final Map<String, Meaning> prelude = new LinkedHashMap<>();

  LibraryNames(Library library) {
    for (Type.Scalar scalar : Type.Scalar.values()) {
      if (scalar != Type.Scalar.UNIT && scalar != Type.Scalar.NEVER) {
        put(scalar.roto(), new Meaning.OfScalar(scalar));
      }
    }
    for (TypeDefinition type : library.types()) {
      put(type.path(), new Meaning.OfType(type));
      addVariants(type);
    }
    library.aliases().forEach((path, type) -> put(path, new Meaning.OfType(type)));
    for (LibraryFunction function : library.functions()) {
      addFunction(function);
    }
    for (LibraryConstant constant : library.constants()) {
      put(constant.path(), new Meaning.OfLibraryConstant(constant));
    }
    for (ContextVariable variable : library.context()) {
      put(variable.name(), new Meaning.OfContext(variable));
    }
    for (String path : library.globals()) {
      Meaning meaning = at(path);
      if (meaning != null) {
        prelude.put(last(path), meaning);
      }
    }
  }

  private void addVariants(TypeDefinition type) {
    if (type.body() instanceof TypeDefinition.EnumBody body) {
      for (int i = 0; i < body.variants().size(); i++) {
        put(type.path() + "." + body.variants().get(i).name(), new Meaning.OfVariant(type, i));
      }
    }
  }

  private void addFunction(LibraryFunction function) {
    List<LibraryFunction> overloads = new ArrayList<>();
    if (at(function.path()) instanceof Meaning.OfLibraryFunction same) {
      overloads.addAll(same.overloads());
    }
    overloads.add(function);
    put(function.path(), new Meaning.OfLibraryFunction(List.copyOf(overloads)));
  }

  private void put(String path, Meaning meaning) {
    String owner = owner(path);
    members.computeIfAbsent(owner, _ -> new LinkedHashMap<>()).put(last(path), meaning);
    if (!owner.isEmpty() && at(owner) == null) {
      put(owner, new Meaning.OfLibraryModule(owner));
    }
  }

  private @Nullable Meaning at(String path) {
    return members.getOrDefault(owner(path), Map.of()).get(last(path));
  }

  private static String owner(String path) {
    int point = path.lastIndexOf('.');
    return point < 0 ? "" : path.substring(0, point);
  }

  private static String last(String path) {
    return path.substring(path.lastIndexOf('.') + 1);
  }

  /// What a name means everywhere, or null.
  @Nullable Meaning global(String name) {
    Meaning declared = member("", name);
    return declared != null ? declared : prelude.get(name);
  }

  /// A member of a module or type of the library, or null.
  @Nullable Meaning member(String owner, String name) {
    return members.getOrDefault(owner, Map.of()).get(name);
  }

  /// The names of a module or type of the library; of the top for an empty path.
  Collection<String> names(String owner) {
    return members.getOrDefault(owner, Map.of()).keySet();
  }

  /// The names that are visible everywhere besides those at the top.
  Collection<String> prelude() {
    return prelude.keySet();
  }

  /// The methods, functions and constants of a type by name.
  Map<String, Meaning> membersOf(Type type) {
    return members.getOrDefault(owner(type), Map.of());
  }

  /// The path under which the members of a type are found; empty for a type that has none.
  static String owner(Type type) {
    return switch (type.head()) {
      case Type.Scalar scalar -> scalar.roto();
      case Type.Named named -> named.definition().path();
      default -> "?";
    };
  }

  /// The function of a type by that name, or null.
  Meaning.@Nullable OfLibraryFunction function(Type type, String name) {
    return member(owner(type), name) instanceof Meaning.OfLibraryFunction function
        ? function
        : null;
  }
}
