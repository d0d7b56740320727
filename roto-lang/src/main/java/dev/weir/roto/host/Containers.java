package dev.weir.roto.host;

import dev.weir.roto.library.StandardTypes;
import dev.weir.roto.run.RotoMap;
import dev.weir.roto.run.RotoSet;
import dev.weir.roto.type.Type;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/// Maps and sets between hosts and scripts; they are copied.
final class Containers {
  private static final MethodHandles.Lookup HERE = MethodHandles.lookup();
  private static final MethodHandle MAP_TO_HOST =
      Handles.find(HERE, "map", Map.class, MethodHandle[].class, RotoMap.class);
  private static final MethodHandle SET_TO_HOST =
      Handles.find(HERE, "set", Set.class, MethodHandle[].class, RotoSet.class);
  private static final MethodHandle MAP_TO_SCRIPT =
      Handles.find(HERE, "map", RotoMap.class, MethodHandle[].class, Map.class);
  private static final MethodHandle SET_TO_SCRIPT =
      Handles.find(HERE, "set", RotoSet.class, MethodHandle[].class, Set.class);

  private Containers() {}

  /// Whether the types are a map and a map, or a set and a set.
  static boolean fit(Type.Named type, JavaType java) {
    return (type.definition() == StandardTypes.MAP && java.raw() == Map.class)
        || (type.definition() == StandardTypes.SET && java.raw() == Set.class);
  }

  static @Nullable MethodHandle toHost(Type.Named type, JavaType java) {
    MethodHandle[] parts = parts(type, java, ToHost::of);
    if (parts == null) {
      return null;
    }
    boolean isMap = type.definition() == StandardTypes.MAP;
    return (isMap ? MAP_TO_HOST : SET_TO_HOST).bindTo(parts);
  }

  static @Nullable MethodHandle toScript(Type.Named type, JavaType java) {
    MethodHandle[] parts = parts(type, java, ToScript::of);
    if (parts == null) {
      return null;
    }
    boolean isMap = type.definition() == StandardTypes.MAP;
    MethodHandle handle = (isMap ? MAP_TO_SCRIPT : SET_TO_SCRIPT).bindTo(parts);
    return handle.asType(MethodType.methodType(handle.type().returnType(), java.raw()));
  }

  private static MethodHandle @Nullable [] parts(
      Type.Named type,
      JavaType java,
      BiFunction<Type, JavaType, @Nullable MethodHandle> direction) {
    MethodHandle[] parts = new MethodHandle[type.arguments().size()];
    for (int i = 0; i < parts.length; i++) {
      MethodHandle part = direction.apply(type.arguments().get(i), java.argument(i));
      if (part == null) {
        return null;
      }
      parts[i] = Handles.erased(part);
    }
    return parts;
  }

  static Map<Object, Object> map(MethodHandle[] parts, RotoMap map) {
    Map<Object, Object> copy = new LinkedHashMap<>();
    map.entries()
        .forEach(
            (key, value) -> copy.put(Handles.apply(parts[0], key), Handles.apply(parts[1], value)));
    return Collections.unmodifiableMap(copy);
  }

  static Set<Object> set(MethodHandle[] parts, RotoSet set) {
    Set<Object> copy = new LinkedHashSet<>();
    set.elements().forEach(element -> copy.add(Handles.apply(parts[0], element)));
    return Collections.unmodifiableSet(copy);
  }

  static RotoMap map(MethodHandle[] parts, Map<?, ?> map) {
    RotoMap copy = new RotoMap();
    map.forEach((key, value) ->
        RotoMap.put(copy, Handles.apply(parts[0], key), Handles.apply(parts[1], value)));
    return copy;
  }

  static RotoSet set(MethodHandle[] parts, Set<?> set) {
    RotoSet copy = new RotoSet();
    set.forEach(element -> RotoSet.insert(copy, Handles.apply(parts[0], element)));
    return copy;
  }
}
