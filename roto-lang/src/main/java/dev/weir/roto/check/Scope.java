package dev.weir.roto.check;

import dev.weir.roto.type.Type;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Names that are visible in a part of a function: parameters, variables, bindings, type parameters
/// and the imports of blocks. What is not found here is looked up further out, at last in the
/// module.
final class Scope {
  private final Module module;
  private final @Nullable Scope outer;
  private final Map<String, Slot> slots = new LinkedHashMap<>();
  private final Map<String, Imported> imports = new HashMap<>();
  private final Map<String, Type.Parameter> typeParameters = new HashMap<>();

  /// The outermost scope of an item.
  Scope(Module module) {
    this.module = module;
    this.outer = null;
  }

  /// A scope inside another.
  Scope(Scope outer) {
    this.module = outer.module;
    this.outer = outer;
  }

  Module module() {
    return module;
  }

  @Nullable Scope outer() {
    return outer;
  }

  /// A name of this scope alone.
  @Nullable Slot slot(String name) {
    return slots.get(name);
  }

  /// Makes a name visible from here on.
  void add(Slot slot) {
    slots.put(slot.name(), slot);
  }

  /// All names declared in this scope.
  Collection<Slot> slots() {
    return slots.values();
  }

  Map<String, Imported> imports() {
    return imports;
  }

  Map<String, Type.Parameter> typeParameters() {
    return typeParameters;
  }

  /// What a name means here or further out in the item; null if nothing does.
  @Nullable Meaning find(String name) {
    for (Scope scope = this; scope != null; scope = scope.outer) {
      Meaning found = scope.findHere(name);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private @Nullable Meaning findHere(String name) {
    Slot slot = slots.get(name);
    if (slot != null) {
      return new Meaning.OfLocal(slot);
    }
    Type.Parameter parameter = typeParameters.get(name);
    if (parameter != null) {
      return new Meaning.OfTypeParameter(parameter);
    }
    Imported imported = imports.get(name);
    return imported == null ? null : imported.use();
  }
}
