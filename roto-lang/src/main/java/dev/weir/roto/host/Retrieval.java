package dev.weir.roto.host;

import dev.weir.roto.run.Limits;
import dev.weir.roto.type.Type;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandleProxies;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Makes a function of a script a handle of the host's own interface, or says what differs.
///
/// @param access what of the host can be reached
/// @param context the class of the context; null where there is none
record Retrieval(Access access, @Nullable Class<?> context) {

  /// The one method of an interface.
  static Method methodOf(Class<?> shape) {
    Method method = Access.onlyMethod(shape);
    if (method == null) {
      throw new LookupException(
          shape.getName() + " is no interface with one method, and cannot hold a function");
    }
    return method;
  }

  /// The entry of a function with the types of a method.
  ///
  /// @param code with the entry; where the function does not need the context, the method may leave
  ///   it out
  /// @throws LookupException that says what differs
  MethodHandle adapt(FunctionInfo info, CompiledPackage.Code code, Limits limits, Method method) {
    List<JavaType> java = new ArrayList<>();
    for (AnnotatedType type : method.getAnnotatedParameterTypes()) {
      java.add(JavaType.of(type));
    }
    MethodHandle target = code.entry(info, limits);
    Class<?> contextClass = context;
    if (code.takesContext()) {
      if (contextClass != null
          && !java.isEmpty()
          && contextClass.isAssignableFrom(java.getFirst().raw())) {
        target = target.asType(target.type().changeParameterType(0, java.getFirst().raw()));
        java.removeFirst();
        return adapt(info, target, 1, java, method);
      }
      if (code.usesContext(info)) {
        throw new LookupException(
            "`"
                + info.path()
                + "` needs the context: the first parameter of "
                + name(method)
                + " must be "
                + (contextClass == null ? "a context" : contextClass.getSimpleName()));
      }
      target = MethodHandles.insertArguments(target, 0, (Object) null);
    }
    return adapt(info, target, 0, java, method);
  }

  private static MethodHandle adapt(
      FunctionInfo info, MethodHandle entry, int from, List<JavaType> java, Method method) {
    List<Type.Field> parameters = info.parameters();
    if (parameters.size() != java.size()) {
      throw new LookupException(
          "`"
              + info.signature()
              + "` has "
              + count(parameters.size())
              + ", and "
              + name(method)
              + " has "
              + java.size()
              + typeList(java));
    }
    MethodHandle target = entry;
    for (int i = 0; i < java.size(); i++) {
      Type.Field parameter = parameters.get(i);
      MethodHandle intake = ToScript.of(parameter.type(), java.get(i));
      if (intake == null) {
        throw new LookupException(
            "parameter "
                + (i + 1)
                + " of `"
                + info.path()
                + "`, `"
                + parameter.name()
                + "`, is "
                + parameter.type()
                + " in the script and "
                + java.get(i)
                + " in "
                + name(method)
                + "; "
                + parameter.type()
                + " is "
                + FriendlyTypes.choices(parameter.type()));
      }
      target = MethodHandles.filterArguments(target, from + i, intake);
    }
    JavaType result = JavaType.of(method.getAnnotatedReturnType());
    MethodHandle out = ToHost.ofResult(info.result(), result);
    if (out == null) {
      throw new LookupException(
          "the result of `"
              + info.path()
              + "` is "
              + info.result()
              + " in the script and "
              + result
              + " in "
              + name(method)
              + "; "
              + info.result()
              + " is "
              + FriendlyTypes.choices(info.result()));
    }
    return MethodHandles.filterReturnValue(target, out);
  }

  private static String count(int parameters) {
    return parameters == 1 ? "1 parameter" : parameters + " parameters";
  }

  private static String typeList(List<JavaType> types) {
    return types.isEmpty()
        ? ""
        : " (" + String.join(", ", types.stream().map(JavaType::toString).toList()) + ")";
  }

  private static String name(Method method) {
    return method.getDeclaringClass().getSimpleName() + "." + method.getName();
  }

  /// An object of the interface: of a class that HotSpot sees through where the host lets one be
  /// made beside the interface, otherwise of the platform's.
  <F> F implement(Class<F> shape, Method method, MethodHandle target) {
    try {
      return dev.weir.roto.emit.Handles.implement(home(shape), shape, method, target);
    } catch (IllegalAccessException closed) {
      try {
        return MethodHandleProxies.asInterfaceInstance(shape, target);
      } catch (IllegalArgumentException refused) {
        throw unreachable(shape);
      }
    }
  }

  /// The method of an interface as a handle, with the object first.
  MethodHandle call(Class<?> shape, Method method) {
    try {
      MethodHandle call = access.method(method);
      return call.asType(call.type().changeParameterType(0, shape));
    } catch (IllegalAccessException closed) {
      throw unreachable(shape);
    }
  }

  private static LookupException unreachable(Class<?> shape) {
    return new LookupException(
        shape.getName()
            + " cannot be reached: make it public in an exported package, or build the runtime"
            + " with Runtime.builder(MethodHandles.lookup())");
  }

  /// A lookup in whose package a class can see the interface: the host's, else the interface's own
  /// where its package is open, else ours.
  private MethodHandles.Lookup home(Class<?> shape) throws IllegalAccessException {
    if (access.lookup().hasFullPrivilegeAccess() && sees(access.lookup(), shape)) {
      return access.lookup();
    }
    MethodHandles.Lookup ours = MethodHandles.lookup();
    ours.lookupClass().getModule().addReads(shape.getModule());
    if (sees(ours, shape)) {
      return ours;
    }
    return MethodHandles.privateLookupIn(shape, ours);
  }

  private static boolean sees(MethodHandles.Lookup lookup, Class<?> shape) {
    try {
      Class<?> known = Class.forName(shape.getName(), false, lookup.lookupClass().getClassLoader());
      return known == lookup.accessClass(shape);
    } catch (ClassNotFoundException | IllegalAccessException hidden) {
      return false;
    }
  }

  /// What to say where a function is not there.
  static LookupException missing(String path, List<FunctionInfo> functions) {
    if (functions.isEmpty()) {
      return new LookupException(
          "there is no function `" + path + "`: the package has no functions");
    }
    StringBuilder text = new StringBuilder("there is no function `" + path + "`");
    String near = Nearest.to(path, functions.stream().map(FunctionInfo::path).toList());
    if (near != null) {
      text.append("; did you mean `").append(near).append("`?");
    }
    text.append(" The package has:");
    for (FunctionInfo info : functions) {
      text.append("\n  ").append(info.signature());
    }
    return new LookupException(text.toString());
  }
}
