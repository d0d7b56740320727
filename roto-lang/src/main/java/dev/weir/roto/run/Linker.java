package dev.weir.roto.run;

import java.lang.invoke.CallSite;
import java.lang.invoke.ConstantCallSite;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import java.util.List;

/// What the JVM calls, once a place, to link compiled code: its constants, the functions of the
/// host, and functions of the script that live in another class.
///
/// A class of compiled code has as its class data a list: the values of the script's constants (an
/// `Object[]`, filled in order before code that reads them runs), the lookups of all classes of the
/// package (a `Lookup[]`), then whatever the code names by index. What is linked stays, and HotSpot
/// treats it as constant.
final class Linker {
  private static final int CONSTANTS = 0;
  private static final int PARTS = 1;
  private static final MethodHandle HOST_FAILURE = hostFailure();

  private Linker() {}

  private static MethodHandle hostFailure() {
    try {
      return MethodHandles.lookup()
          .findStatic(
              Linker.class,
              "failed",
              MethodType.methodType(RuntimeException.class, Throwable.class));
    } catch (ReflectiveOperationException impossible) {
      throw new ExceptionInInitializerError(impossible);
    }
  }

  /// An object of the class data.
  static Object datum(Lookup lookup, String name, Class<?> type, int index)
      throws IllegalAccessException {
    return data(lookup).get(index);
  }

  /// The value of a constant of the script.
  static Object constant(Lookup lookup, String name, Class<?> type, int index)
      throws IllegalAccessException {
    return ((Object[]) data(lookup).get(CONSTANTS))[index];
  }

  /// A function of the host, with its exceptions made faults.
  static CallSite host(Lookup lookup, String name, MethodType type, int index)
      throws IllegalAccessException {
    MethodHandle handle = ((MethodHandle) data(lookup).get(index)).asType(type);
    MethodHandle thrower = MethodHandles.throwException(type.returnType(), RuntimeException.class);
    return new ConstantCallSite(
        MethodHandles.catchException(
            handle, Throwable.class, MethodHandles.filterArguments(thrower, 0, HOST_FAILURE)));
  }

  /// A function of the script in another class.
  static CallSite routine(Lookup lookup, String name, MethodType type, int part)
      throws ReflectiveOperationException {
    Lookup other = ((Lookup[]) data(lookup).get(PARTS))[part];
    return new ConstantCallSite(other.findStatic(other.lookupClass(), name, type));
  }

  static RuntimeException failed(Throwable thrown) {
    if (thrown instanceof StackOverflowError || thrown instanceof OutOfMemoryError) {
      throw (Error) thrown;
    }
    return Execution.failure(thrown);
  }

  private static List<?> data(Lookup lookup) throws IllegalAccessException {
    return MethodHandles.classData(lookup, "_", List.class);
  }
}
