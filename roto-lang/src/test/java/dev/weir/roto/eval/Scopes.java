package dev.weir.roto.eval;

import dev.weir.roto.type.Type;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The variables that are visible while a function is written.
final class Scopes {
  /// A variable.
  ///
  /// @param fixed whether the program must not assign it, because it counts turns
  record Variable(String name, Type type, boolean fixed) {}

  private final Deque<Map<String, Variable>> scopes = new ArrayDeque<>();

  Scopes() {
    open();
  }

  void open() {
    scopes.push(new LinkedHashMap<>());
  }

  void close() {
    scopes.pop();
  }

  void declare(String name, Type type, boolean fixed) {
    scopes.element().put(name, new Variable(name, type, fixed));
  }

  /// Whether a `let` of the name would hide one of a scope around.
  boolean isOuter(String name) {
    return !scopes.element().containsKey(name);
  }

  /// All that can be read, innermost first.
  List<Variable> visible() {
    Set<String> seen = new HashSet<>();
    List<Variable> variables = new ArrayList<>();
    for (Map<String, Variable> scope : scopes) {
      for (Variable variable : scope.values()) {
        if (seen.add(variable.name())) {
          variables.add(variable);
        }
      }
    }
    return variables;
  }

  int depth() {
    return scopes.size();
  }
}
