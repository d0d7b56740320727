package dev.weir.roto.check;

import dev.weir.roto.source.Code;
import dev.weir.roto.type.Type;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Refuses generic functions that would have to be compiled for endlessly many types.
///
/// Generic functions are compiled once for each list of types they are used with. A function that
/// uses itself with a larger type each time, `fn f[T](x: T) { f(Some(x)) }`, would never be done.
/// Here all uses are followed from the functions that are not generic; a chain in which types nest
/// deeper than 64, or more than 20,000 instances in all, are refused.
final class Instances {
  private static final int DEEPEST = 64;
  private static final int MOST = 20_000;

  private record Key(Routine routine, List<Type> arguments) {}

  private final Session session;
  private final Set<Key> seen = new HashSet<>();
  private final Deque<Key> queue = new ArrayDeque<>();

  private Instances(Session session) {
    this.session = session;
  }

  /// Follows the uses of generic functions.
  static void check(List<Routine> routines, Session session) {
    Instances instances = new Instances(session);
    for (Routine routine : routines) {
      if (routine.function().typeParameters().isEmpty()) {
        instances.follow(new Key(routine, List.of()));
      }
    }
    while (!instances.queue.isEmpty()) {
      instances.follow(instances.queue.poll());
    }
  }

  private void follow(Key key) {
    List<Type.Parameter> parameters = key.routine().function().typeParameters();
    Map<Type.Parameter, Type> put = HashMap.newHashMap(parameters.size());
    for (int i = 0; i < parameters.size(); i++) {
      put.put(parameters.get(i), key.arguments().get(i));
    }
    for (Routine.Instance use : key.routine().instances()) {
      List<Type> arguments = new ArrayList<>();
      for (Type type : use.arguments()) {
        arguments.add(session.types().settled(type).with(put));
      }
      boolean deep =
          seen.size() >= MOST
              || arguments.stream()
                  .anyMatch(type -> Types.isTooLarge(type) || depth(type) > DEEPEST);
      if (deep) {
        session
            .report()
            .add(
                Code.TOO_DEEP,
                key.routine().module().source(),
                use.span(),
                "`" + use.callee().name().name() + "` would be needed for endlessly many types",
                "each use needs another, with a larger type");
        return;
      }
      Key next = new Key(use.callee(), arguments);
      if (seen.add(next)) {
        queue.add(next);
      }
    }
  }

  private static int depth(Type type) {
    List<Type> parts =
        switch (type.head()) {
          case Type.Named named -> named.arguments();
          case Type.Anonymous record -> record.fields().stream().map(Type.Field::type).toList();
          default -> List.of();
        };
    int deepest = 0;
    for (Type part : parts) {
      deepest = Math.max(deepest, depth(part));
    }
    return deepest + 1;
  }
}
