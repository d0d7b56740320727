package dev.weir.roto.library;

import dev.weir.roto.type.TypeDefinition;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Everything that scripts can name without declaring it. Immutable.
///
/// Items are found by path. `String.trim` belongs to the type `String`, `net.lookup` to the module
/// `net`; what has no point in its path, and the last name of every path in `globals`, is in scope
/// everywhere. A type's functions, constants and variants are in the scope of the type.
///
/// @param types declared types, without scalars; the built-in enums and `List` are among them
/// @param aliases other names of types
/// @param layouts of types that are a host's records and enums
/// @param functions functions, methods and static functions
/// @param constants constants of types and modules
/// @param context what is given with every call, in order; empty without a context
/// @param globals paths whose last name is in scope everywhere: `Option.Some`
public record Library(
    List<TypeDefinition> types,
    Map<String, TypeDefinition> aliases,
    Map<TypeDefinition, HostLayout> layouts,
    List<LibraryFunction> functions,
    List<LibraryConstant> constants,
    List<ContextVariable> context,
    List<String> globals) {
  /// Copies everything.
  public Library {
    types = List.copyOf(types);
    aliases = Collections.unmodifiableMap(new LinkedHashMap<>(aliases));
    layouts = Map.copyOf(layouts);
    functions = List.copyOf(functions);
    constants = List.copyOf(constants);
    context = List.copyOf(context);
    globals = List.copyOf(globals);
  }
}
