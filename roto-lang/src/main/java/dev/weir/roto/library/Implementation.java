package dev.weir.roto.library;

import java.lang.invoke.MethodHandle;
import java.util.List;

/// The Java code behind a library item.
///
/// Descriptors follow from the item's types, by the rules of `docs/design/roto-values.md`: the
/// parameters in order (the receiver first), each in the form its type has in compiled code.
public sealed interface Implementation {
  /// A static method; overloads are told apart by the descriptor.
  ///
  /// @param constants further arguments of type `int`, behind those of the script: they tell one
  ///   method for which of several Roto types it works
  record Static(Class<?> owner, String method, List<Integer> constants) implements Implementation {
    /// Copies the list.
    public Static {
      constants = List.copyOf(constants);
    }

    /// Without constants.
    public Static(Class<?> owner, String method) {
      this(owner, method, List.of());
    }
  }

  /// An instance method of the class that the receiver (the first parameter) has in compiled code:
  /// for a list the class for its kind of elements.
  record Virtual(String method) implements Implementation {}

  /// A static method that takes and gives values of type parameters boxed, as `Object`.
  record Erased(Class<?> owner, String method) implements Implementation {}

  /// Something that the compiler lowers itself.
  record Intrinsic(String name) implements Implementation {}

  /// A method handle of exactly the descriptor: a host's function.
  record Handle(MethodHandle handle) implements Implementation {}
}
