package dev.weir.roto.check;

import dev.weir.roto.library.ContextVariable;
import dev.weir.roto.source.Span;
import dev.weir.roto.syntax.Ast;
import dev.weir.roto.tree.Constant;
import dev.weir.roto.tree.Function;
import dev.weir.roto.type.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A function, filter, test or constant while it is checked. It can be named before its signature
/// is known.
final class Routine {
  /// A use of a generic function with types put for its parameters.
  record Instance(Routine callee, List<Type> arguments, Span span) {}

  /// What is known once types can be read.
  ///
  /// @param scope of its parameters and body
  private record Signature(
      Function function, Scope scope, List<Slot> parameters, @Nullable Constant constant) {}

  private final Module module;
  private final Ast.Item item;
  private final Ast.Identifier name;
  private @Nullable Signature signature;
  private final Map<Routine, Span> uses = new LinkedHashMap<>();
  private final Map<ContextVariable, Span> context = new LinkedHashMap<>();
  private final List<Instance> instances = new ArrayList<>();

  Routine(Module module, Ast.Item item, Ast.Identifier name) {
    this.module = module;
    this.item = item;
    this.name = name;
  }

  /// Gives the signature. Happens once.
  void declare(Function function, Scope scope, List<Slot> parameters) {
    Constant constant =
        function.kind() == Function.Kind.CONSTANT
            ? new Constant(function.path(), function.result(), function)
            : null;
    signature = new Signature(function, scope, parameters, constant);
  }

  Module module() {
    return module;
  }

  /// As it was written.
  Ast.Item item() {
    return item;
  }

  Ast.Identifier name() {
    return name;
  }

  private Signature signature() {
    Signature known = signature;
    if (known == null) {
      throw new IllegalStateException(name.name() + " has no signature yet");
    }
    return known;
  }

  Function function() {
    return signature().function();
  }

  Scope scope() {
    return signature().scope();
  }

  List<Slot> parameters() {
    return signature().parameters();
  }

  /// The constant that it computes.
  Constant constant() {
    Constant value = signature().constant();
    if (value == null) {
      throw new IllegalStateException(name.name() + " is no constant");
    }
    return value;
  }

  boolean isConstant() {
    return item instanceof Ast.Constant;
  }

  /// The functions and constants that its body names, each with the first place.
  Map<Routine, Span> uses() {
    return uses;
  }

  /// The context variables that its body names.
  Map<ContextVariable, Span> context() {
    return context;
  }

  /// Its uses of generic functions.
  List<Instance> instances() {
    return instances;
  }

  @Override
  public String toString() {
    return module.path() + "." + name.name();
  }
}
