package dev.weir.roto.check;

import dev.weir.roto.source.Code;
import dev.weir.roto.source.Diagnostic;
import dev.weir.roto.source.Span;
import dev.weir.roto.syntax.Ast;
import dev.weir.roto.type.BuiltIn;
import dev.weir.roto.type.Type;
import dev.weir.roto.type.TypeDefinition;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Refuses types that contain themselves, of which there could be no finite value.
///
/// A type contains the types of its fields and payloads, and, of an argument of a generic type,
/// what that type contains of its parameter. A list, a map, a set, an option or another opaque type
/// refers to its contents and does not contain them. Which parameters a generic type contains is
/// the least solution of what the declarations say, found by going round until nothing changes.
final class TypeCycles {
  private final Map<TypeDefinition, BitSet> contained = new HashMap<>();

  private TypeCycles() {}

  /// Looks for cycles among the types of a package.
  static void check(List<Declarations.DeclaredType> types, Report report) {
    new TypeCycles().run(types, report);
  }

  private void run(List<Declarations.DeclaredType> types, Report report) {
    contained.put(BuiltIn.RESULT, bits(2));
    contained.put(BuiltIn.VERDICT, bits(2));
    for (Declarations.DeclaredType type : types) {
      contained.put(type.definition(), new BitSet());
    }
    boolean changed = true;
    while (changed) {
      changed = false;
      for (Declarations.DeclaredType type : types) {
        changed |= grow(type.definition());
      }
    }
    Map<TypeDefinition, Declarations.DeclaredType> declared = new LinkedHashMap<>();
    types.forEach(type -> declared.put(type.definition(), type));
    Set<TypeDefinition> reported = new HashSet<>();
    for (Declarations.DeclaredType type : types) {
      if (!reported.contains(type.definition())) {
        List<TypeDefinition> cycle = cycle(type.definition(), declared);
        if (!cycle.isEmpty()) {
          reported.addAll(cycle);
          report(type, cycle, declared, report);
        }
      }
    }
  }

  private static BitSet bits(int count) {
    BitSet set = new BitSet();
    set.set(0, count);
    return set;
  }

  private boolean grow(TypeDefinition definition) {
    BitSet own = contained.getOrDefault(definition, new BitSet());
    int before = own.cardinality();
    Set<Type.Parameter> parameters = new HashSet<>();
    parts(definition).forEach(part -> collect(part, new HashSet<>(), parameters));
    for (Type.Parameter parameter : definition.parameters()) {
      if (parameters.contains(parameter)) {
        own.set(parameter.index());
      }
    }
    return own.cardinality() > before;
  }

  private static List<Type> parts(TypeDefinition definition) {
    List<Type> parts = new ArrayList<>();
    switch (definition.body()) {
      case TypeDefinition.RecordBody body ->
          body.fields().forEach(field -> parts.add(field.type()));
      case TypeDefinition.EnumBody body ->
          body.variants().forEach(variant -> parts.addAll(variant.payload()));
      case TypeDefinition.OpaqueBody _ -> {}
    }
    return parts;
  }

  /// Collects the definitions and type parameters that a type contains.
  private void collect(Type type, Set<TypeDefinition> definitions, Set<Type.Parameter> parameters) {
    switch (type.head()) {
      case Type.Parameter parameter -> parameters.add(parameter);
      case Type.Anonymous record ->
          record.fields().forEach(field -> collect(field.type(), definitions, parameters));
      case Type.Named named -> {
        BitSet inside = contained.get(named.definition());
        if (inside != null) {
          definitions.add(named.definition());
          inside.stream().forEach(i -> collect(named.arguments().get(i), definitions, parameters));
        }
      }
      default -> {}
    }
  }

  /// A shortest way from a type back to itself; empty if there is none.
  private List<TypeDefinition> cycle(
      TypeDefinition start, Map<TypeDefinition, Declarations.DeclaredType> declared) {
    Map<TypeDefinition, TypeDefinition> from = new HashMap<>();
    Deque<TypeDefinition> queue = new ArrayDeque<>(List.of(start));
    while (!queue.isEmpty()) {
      TypeDefinition at = queue.poll();
      Set<TypeDefinition> next = new HashSet<>();
      parts(at).forEach(part -> collect(part, next, new HashSet<>()));
      for (TypeDefinition each : next) {
        if (each == start) {
          return way(start, at, from);
        }
        if (declared.containsKey(each) && !from.containsKey(each)) {
          from.put(each, at);
          queue.add(each);
        }
      }
    }
    return List.of();
  }

  private static List<TypeDefinition> way(
      TypeDefinition start, TypeDefinition end, Map<TypeDefinition, TypeDefinition> from) {
    List<TypeDefinition> way = new ArrayList<>();
    TypeDefinition at = end;
    while (at != start) {
      way.add(at);
      at = from.getOrDefault(at, start);
    }
    way.add(start);
    return way.reversed();
  }

  private static void report(
      Declarations.DeclaredType type,
      List<TypeDefinition> cycle,
      Map<TypeDefinition, Declarations.DeclaredType> declared,
      Report report) {
    Diagnostic diagnostic =
        Diagnostic.of(
            Code.INFINITE_TYPE,
            "`" + type.definition().name() + "` contains itself",
            type.module().source(),
            name(type.item()),
            cycle.size() == 1 ? "contains itself" : "contains `" + cycle.get(1).name() + "`");
    for (int i = 1; i < cycle.size(); i++) {
      Declarations.DeclaredType member = declared.get(cycle.get(i));
      if (member != null) {
        diagnostic =
            diagnostic.also(
                member.module().source(),
                name(member.item()),
                "contains `" + cycle.get((i + 1) % cycle.size()).name() + "`");
      }
    }
    report.add(diagnostic.note("put an `Option` or a `List` between, which only refers to it"));
  }

  private static Span name(Ast.Item item) {
    return switch (item) {
      case Ast.Record record -> record.name().span();
      case Ast.Enum union -> union.name().span();
      default -> item.span();
    };
  }
}
