package dev.weir.roto.eval;

import dev.weir.roto.eval.Data.Items;
import dev.weir.roto.eval.Data.Nothing;
import dev.weir.roto.eval.Data.Var;
import dev.weir.roto.eval.Evaluation.TooLong;
import dev.weir.roto.library.Forms;
import dev.weir.roto.library.Implementation;
import dev.weir.roto.library.LibraryFunction;
import dev.weir.roto.library.Linkage;
import dev.weir.roto.run.Failure;
import dev.weir.roto.run.Fault;
import dev.weir.roto.run.RotoList;
import dev.weir.roto.run.ScriptException;
import dev.weir.roto.run.Unit;
import dev.weir.roto.run.Values;
import dev.weir.roto.type.BuiltIn;
import dev.weir.roto.type.Type;
import dev.weir.roto.type.Type.Scalar;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Calls of the library. Lists, options and what the compiler lowers itself are done here; the rest
/// is the Java method behind the function, called with boxed values.
final class LibraryCalls {
  private final ListCalls lists;

  LibraryCalls(Evaluation evaluation) {
    lists = new ListCalls(evaluation);
  }

  Object call(LibraryFunction function, Map<Type.Parameter, Type> types, List<Object> arguments) {
    Object first = arguments.isEmpty() ? Nothing.NOTHING : arguments.getFirst();
    if (function.path().startsWith("List.")) {
      if (function.name().equals("new")) {
        return new Items(List.of());
      }
      Type element = ((Type.Named) types(function, types).getFirst()).arguments().getFirst();
      return lists.call(function.name(), element, (Items) first, arguments);
    }
    if (first instanceof Var && function.method()) {
      return lists.option(function.path(), (Var) first, arguments);
    }
    return reflective(function, types, arguments);
  }

  private static List<Type> types(LibraryFunction function, Map<Type.Parameter, Type> types) {
    return function.parameters().stream().map(p -> p.type().with(types).resolved()).toList();
  }

  /// The text of a value: its `to_string`.
  String text(@Nullable LibraryFunction function, Type type, Object value) {
    if (value instanceof String text) {
      return text;
    }
    return function == null || function.implementation() instanceof Implementation.Intrinsic
        ? Formatting.plain(type, value)
        : (String) call(function, Map.of(), List.of(value));
  }

  Object at(Type type, Object target, Object index) {
    if (target instanceof Items items) {
      long i = (Long) index;
      if (i < 0 || i >= items.elements.size()) {
        throw new Stop(Fault.INDEX, i + " of " + items.elements.size());
      }
      return items.elements.get((int) i);
    }
    throw new IllegalStateException("index of " + type);
  }

  void put(Type type, Object target, Object index, Object value) {
    if (target instanceof Items items) {
      List<Object> elements = items.changing();
      at(type, target, index);
      elements.set((int) (long) (Long) index, value);
    } else {
      throw new IllegalStateException("index of " + type);
    }
  }

  List<Object> elements(Type type, Object iterable) {
    if (iterable instanceof Items items) {
      return items.elements;
    }
    throw new IllegalStateException("elements of " + type);
  }

  // ---- Java methods -----------------------------------------------------------------------------

  private static Object reflective(
      LibraryFunction function, Map<Type.Parameter, Type> types, List<Object> arguments) {
    List<Type> parameters = types(function, types);
    Type result = function.result().with(types).resolved();
    List<@Nullable Object> boxed = new ArrayList<>();
    for (int i = 0; i < arguments.size(); i++) {
      boxed.add(box(parameters.get(i), arguments.get(i)));
    }
    try {
      MethodHandle handle = handle(function, types);
      Linkage linkage = Linkage.of(function, types).orElse(null);
      if (linkage != null && linkage.emptyList()) {
        boxed.add(Forms.of(result).getConstructor().newInstance());
      }
      if (linkage != null) {
        boxed.addAll(linkage.constants());
      }
      Object value = unbox(result, handle.invokeWithArguments(boxed));
      if (value instanceof String text) {
        Evaluation.limited(text);
      }
      if (value instanceof Items items && items.elements.size() > Evaluation.MOST) {
        throw new TooLong();
      }
      return value;
    } catch (ScriptException stopped) {
      throw new Stop(stopped.fault(), String.valueOf(stopped.getMessage()));
    } catch (RuntimeException | Error failed) {
      throw failed;
    } catch (Throwable failed) {
      throw new IllegalStateException(function.path(), failed);
    }
  }

  private static MethodHandle handle(LibraryFunction function, Map<Type.Parameter, Type> types)
      throws ReflectiveOperationException {
    if (function.implementation() instanceof Implementation.Handle(MethodHandle handle)) {
      return handle;
    }
    Linkage linkage = Linkage.of(function, types).orElseThrow();
    MethodHandles.Lookup lookup = MethodHandles.publicLookup();
    if (linkage.virtual()) {
      MethodType type = linkage.type().dropParameterTypes(0, 1);
      return lookup.findVirtual(linkage.owner(), linkage.method(), type);
    }
    return lookup.findStatic(linkage.owner(), linkage.method(), linkage.type());
  }

  /// A value in the boxed form of compiled code.
  static @Nullable Object box(Type type, Object value) {
    if (type.head() instanceof Scalar scalar) {
      return switch (scalar) {
        case U8, U16, U32, I8, I16, I32 -> (int) (long) (Long) value;
        case UNIT -> Unit.VALUE;
        default -> value;
      };
    }
    if (type.head() instanceof Type.Named named) {
      if (named.definition() == BuiltIn.OPTION) {
        Var option = (Var) value;
        return option.index == 1
            ? null
            : Values.some(box(named.arguments().getFirst(), option.payload[0]));
      }
      if (value instanceof Items items) {
        Type element = named.arguments().getFirst();
        RotoList list = newList(element);
        items.elements.forEach(e -> list.add(box(element, e)));
        return list;
      }
      if (value instanceof Var var && Forms.isTag(named)) {
        return var.index;
      }
    }
    return value;
  }

  private static RotoList newList(Type element) {
    try {
      return Forms.list(element).getConstructor().newInstance();
    } catch (ReflectiveOperationException wrong) {
      throw new IllegalStateException(wrong);
    }
  }

  /// A value from the boxed form of compiled code; lists are copied.
  static Object unbox(Type type, @Nullable Object value) {
    if (type.head() instanceof Type.Named named) {
      if (named.definition() == BuiltIn.OPTION) {
        return value == null
            ? Data.none()
            : Data.some(unbox(named.arguments().getFirst(), Values.inside(value)));
      }
      if (named.definition() == BuiltIn.RESULT) {
        return value instanceof Failure(Object error)
            ? new Var(1, unbox(named.arguments().get(1), error))
            : new Var(0, unbox(named.arguments().get(0), value));
      }
      if (value instanceof RotoList list) {
        Type element = named.arguments().getFirst();
        List<Object> elements = new ArrayList<>();
        list.forEach(e -> elements.add(unbox(element, e)));
        return new Items(elements);
      }
      if (value instanceof Integer tag && Forms.isTag(named)) {
        return new Var(tag);
      }
    }
    return type.head() instanceof Scalar scalar ? scalar(scalar, value) : value;
  }

  private static Object scalar(Scalar type, @Nullable Object value) {
    return switch (type) {
      case U32 -> Integer.toUnsignedLong((Integer) value);
      case U8, U16, I8, I16, I32 -> (long) (Integer) value;
      case UNIT, NEVER -> Nothing.NOTHING;
      default -> {
        if (value == null) {
          throw new IllegalStateException("null for " + type);
        }
        yield value;
      }
    };
  }
}
