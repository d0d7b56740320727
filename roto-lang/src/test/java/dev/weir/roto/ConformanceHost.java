package dev.weir.roto;

import dev.weir.roto.host.Runtime;
import dev.weir.roto.host.RuntimeBuilder;
import dev.weir.roto.host.Verdict;
import dev.weir.roto.library.ContextVariable;
import dev.weir.roto.library.Forms;
import dev.weir.roto.library.Library;
import dev.weir.roto.library.LibraryBuilder;
import dev.weir.roto.run.Unit;
import dev.weir.roto.type.Type;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.math.BigDecimal;
import java.util.Map;

/// The host that a case asks for: functions and constants, described in words, and a context.
final class ConformanceHost {
  private final StringBuilder printed = new StringBuilder();
  private final Runtime runtime;
  private int counter;

  /// What a function of a host does with its arguments.
  @FunctionalInterface
  private interface Behaviour {
    Object call(Object... arguments);
  }

  ConformanceHost(Map<?, ?> host, Map<?, ?> context) {
    RuntimeBuilder builder = Runtime.builder();
    if (host.get("fns") instanceof Map<?, ?> functions) {
      functions.forEach((name, text) -> function(builder, name + "", text + ""));
    }
    if (host.get("consts") instanceof Map<?, ?> constants) {
      constants.forEach((name, text) -> {
        String[] parts = String.valueOf(text).split(" : ", 2);
        builder.constant(name + ": " + parts[0], new BigDecimal(parts[1]), "");
      });
    }
    runtime = context.isEmpty() ? builder.build() : Runtime.of(with(builder, context));
  }

  Runtime runtime() {
    return runtime;
  }

  String printed() {
    return printed.toString();
  }

  int counter() {
    return counter;
  }

  private void function(RuntimeBuilder builder, String name, String description) {
    String[] parts = description.split(" : ", 2);
    if (name.equals("print")) {
      builder.print(line -> printed.append(line).append('\n'));
      return;
    }
    String signature = named(parts[0], name);
    Behaviour behaviour = behaviour(parts[1]);
    int parameters = signature.contains("()") ? 0 : signature.split("\\)")[0].split(",").length;
    MethodHandle handle =
        bound(behaviour)
            .asCollector(Object[].class, parameters)
            .asType(MethodType.genericMethodType(parameters));
    builder.function(signature, handle, "");
  }

  /// `fn(u32, u32) -> u32` with names: `fn pow(a0: u32, a1: u32) -> u32`.
  private static String named(String type, String name) {
    int close = type.indexOf(')');
    int open = type.indexOf('(');
    String inside = type.substring(open + 1, close).strip();
    StringBuilder list = new StringBuilder();
    if (!inside.isEmpty()) {
      for (String part : inside.split(",")) {
        list.append(list.isEmpty() ? "" : ", ").append('a').append(list.length()).append(": ");
        list.append(part.strip());
      }
    }
    return "fn " + name + "(" + list + type.substring(close);
  }

  private Behaviour behaviour(String words) {
    if (words.equals("Accept(())")) {
      return _ -> new Verdict.Accept<>(Unit.VALUE);
    }
    if (words.contains("counter")) {
      return _ -> counter++;
    }
    if (words.contains("power")) {
      return a -> (long) Math.pow(((Number) a[0]).doubleValue(), ((Number) a[1]).doubleValue());
    }
    BigDecimal constant = new BigDecimal(words);
    return _ -> constant;
  }

  private static MethodHandle bound(Behaviour behaviour) {
    try {
      return MethodHandles.lookup()
          .findVirtual(Behaviour.class, "call", MethodType.methodType(Object.class, Object[].class))
          .bindTo(behaviour);
    } catch (ReflectiveOperationException missing) {
      throw new LinkageError("call", missing);
    }
  }

  private static Library with(RuntimeBuilder builder, Map<?, ?> context) {
    LibraryBuilder library = new LibraryBuilder(builder.build().library());
    context.forEach((name, text) -> {
      Type type = library.parseType(String.valueOf(text));
      MethodHandle getter =
          MethodHandles.empty(MethodType.methodType(Forms.of(type), Object.class));
      library.context(new ContextVariable(String.valueOf(name), type, "", getter));
    });
    return library.build();
  }
}
