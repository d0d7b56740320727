package dev.weir.roto.ir;

import dev.weir.roto.library.Library;
import dev.weir.roto.library.LibraryFunction;
import dev.weir.roto.tree.Constant;
import dev.weir.roto.tree.Function;
import dev.weir.roto.tree.Local;
import dev.weir.roto.tree.Program;
import dev.weir.roto.type.Type;
import dev.weir.roto.type.TypeDefinition;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Makes the intermediate form of a checked program.
///
/// It begins with what can be called from outside: functions that are not generic, tests, and the
/// computations of constants. A call of a generic function asks for the routine of its type
/// arguments; each is lowered once. The work is a queue, so that chains of calls cost no stack.
public final class Lowering {
  private static final int MOST_INSTANCES = 100_000;
  private static final int MOST_SLOTS = 245;
  private static final int MOST_FIELDS = 4_000;

  /// A function with its type arguments.
  private record Instance(Function function, List<Type> arguments) {}

  private final Library library;
  private final Map<Instance, Routine> routines = new LinkedHashMap<>();
  private final Deque<Instance> pending = new ArrayDeque<>();
  private final Map<Constant, Integer> constants = new IdentityHashMap<>();
  private final Map<String, LibraryFunction> byPath = new HashMap<>();
  private final Map<Type, Form> forms = new HashMap<>();
  private final Map<Type, Layout> layouts = new HashMap<>();

  /// The function that is being looked at, for messages.
  private @Nullable Function current;

  private Lowering(Library library) {
    this.library = library;
    library.functions().forEach(function -> byPath.put(function.path(), function));
  }

  /// Lowers a program.
  ///
  /// @throws TooLargeException if generic functions ask for each other without end
  public static Image lower(Program program, Library library) {
    Lowering lowering = new Lowering(library);
    for (Constant constant : program.constants()) {
      lowering.constants.put(constant, lowering.constants.size());
    }
    Map<Function, Routine> roots = new LinkedHashMap<>();
    program.constants().forEach(constant -> lowering.root(constant.initial(), roots));
    program.functions().stream()
        .filter(function -> function.typeParameters().isEmpty())
        .forEach(function -> lowering.root(function, roots));
    program.tests().forEach(test -> lowering.root(test, roots));
    lowering.work();
    List<Routine> all = new ArrayList<>();
    for (Routine routine : lowering.routines.values()) {
      all.add(routine);
      all.addAll(Splitting.split(routine));
    }
    all.addAll(Analysis.analyse(all));
    return new Image(all, roots, List.copyOf(lowering.layouts.values()));
  }

  private void root(Function function, Map<Function, Routine> roots) {
    roots.put(function, routine(function, List.of()));
  }

  private void work() {
    while (!pending.isEmpty()) {
      Instance next = pending.remove();
      Routine routine = routines.get(next);
      current = next.function();
      if (routine != null) {
        new Body(this, next.function(), next.arguments(), routine).lower();
      }
    }
  }

  /// The routine of a function for type arguments.
  Routine routine(Function function, List<Type> arguments) {
    Instance key = new Instance(function, arguments);
    Routine known = routines.get(key);
    if (known != null) {
      return known;
    }
    if (routines.size() > MOST_INSTANCES) {
      throw new TooLargeException(function, "it is needed for more and more types, without end");
    }
    Function before = current;
    current = function;
    Map<Type.Parameter, Type> substitution = substitution(function, arguments);
    List<Variable> parameters = new ArrayList<>();
    for (Local parameter : function.parameters()) {
      Form form = form(parameter.type().with(substitution));
      parameters.add(new Variable(parameter.name(), form.isVoid() ? Form.UNIT : form));
    }
    if (parameters.stream().mapToInt(one -> one.form().kind().slots()).sum() > MOST_SLOTS) {
      throw new TooLargeException(
          function,
          "it has more parameters than a method of the Java machine can have ("
              + MOST_SLOTS
              + ", numbers of 64 bits counted twice); put some of them into a record");
    }
    Routine routine =
        new Routine(
            function.path(),
            name(function, routines.size()),
            function.source(),
            parameters,
            form(function.result().with(substitution)));
    routines.put(key, routine);
    pending.add(key);
    current = before;
    return routine;
  }

  private static String name(Function function, int number) {
    String plain = function.name().replaceAll("[^A-Za-z0-9_]", "_");
    return plain + "$" + number;
  }

  /// What type arguments put for the type parameters of a function.
  static Map<Type.Parameter, Type> substitution(Function function, List<Type> arguments) {
    Map<Type.Parameter, Type> map = new HashMap<>();
    for (int i = 0; i < arguments.size(); i++) {
      map.put(function.typeParameters().get(i), arguments.get(i));
    }
    return map;
  }

  /// The form of a type without parameters.
  Form form(Type type) {
    return forms.computeIfAbsent(
        type,
        key -> {
          if (dev.weir.roto.library.Forms.isShape(key)) {
            return layout(key).form();
          }
          return Form.of(key);
        });
  }

  /// The layout of a type that is a shape.
  Layout layout(Type type) {
    Layout known = layouts.get(type);
    if (known == null) {
      known = Layout.of(type);
      if (current != null && known.counts().stream().mapToInt(one -> one).sum() > MOST_FIELDS) {
        throw new TooLargeException(
            current, "a value of " + type + " has more than " + MOST_FIELDS + " fields");
      }
      layouts.put(type, known);
    }
    return known;
  }

  /// The place of a constant among all.
  int index(Constant constant) {
    Integer index = constants.get(constant);
    if (index == null) {
      throw new IllegalStateException("an unknown constant: " + constant.path());
    }
    return index;
  }

  /// A function of the library that the language itself needs.
  @Nullable LibraryFunction find(String path) {
    return byPath.get(path);
  }

  /// How a host's record or enum is made and taken apart, or null.
  dev.weir.roto.library.@Nullable HostLayout host(TypeDefinition definition) {
    return library.layouts().get(definition);
  }
}
