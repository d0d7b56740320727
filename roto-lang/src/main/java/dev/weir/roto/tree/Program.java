package dev.weir.roto.tree;

import dev.weir.roto.type.TypeDefinition;
import java.util.List;

/// A package that has been checked and has no errors.
///
/// @param modules paths of all modules, `pkg` first
/// @param types the records and enums it declares
/// @param functions functions and filters, also generic ones, in the order of the texts
/// @param constants in an order in which each needs only earlier ones
/// @param tests sorted by path
public record Program(
    List<String> modules,
    List<TypeDefinition> types,
    List<Function> functions,
    List<Constant> constants,
    List<Function> tests) {
  /// Copies the lists.
  public Program {
    modules = List.copyOf(modules);
    types = List.copyOf(types);
    functions = List.copyOf(functions);
    constants = List.copyOf(constants);
    tests = List.copyOf(tests);
  }
}
