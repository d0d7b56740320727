package dev.weir.roto.library;

import dev.weir.roto.run.RotoList;
import dev.weir.roto.type.BuiltIn;
import dev.weir.roto.type.Type;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The Java method that a call of a library function comes to: what the compiler writes into the
/// call instruction.
///
/// The rules, after those of [Forms]:
///
/// - A declared type without type parameters has its own form; a result `()` or `!` is `void`.
/// - A type parameter alone is the primitive form of its argument, or `Object` (the caller casts a
///   result). In a function of kind `Erased` it is always `Object`, boxed.
/// - `Option` of anything with a type parameter in it is `Object`.
/// - `List` of anything with a type parameter in it is the class for that kind of elements. In a
///   function of kind `Erased` it is `RotoList`; and where the *result* is such a list, the method
///   takes one more parameter at the end, a new empty list of the right class, fills it and gives
///   it back.
/// - A result declared as `Result` is `Object`: the boxed value inside `Ok`, or a
///   [Failure](dev.weir.roto.run.Failure) with the boxed error.
///
/// @param owner the class that declares the method
/// @param virtual whether the first parameter of `type` is the receiver of an instance method
/// @param type parameters and result; the receiver is the first parameter
/// @param emptyList whether the last parameter is the new empty list for the result
/// @param constants values of the last parameters, which are of type `int`, to be written as
///   constants
public record Linkage(
    Class<?> owner,
    String method,
    boolean virtual,
    MethodType type,
    boolean emptyList,
    List<Integer> constants) {
  /// Copies the list.
  public Linkage {
    constants = List.copyOf(constants);
  }

  /// The method that a function comes to, or nothing for one that is intrinsic or a handle.
  ///
  /// @param substitution a type without parameters for each type parameter of the function
  public static Optional<Linkage> of(
      LibraryFunction function, Map<Type.Parameter, Type> substitution) {
    return switch (function.implementation()) {
      case Implementation.Static(Class<?> owner, String method, List<Integer> constants) -> {
        MethodType type = type(function, substitution, false);
        yield Optional.of(
            new Linkage(
                owner,
                method,
                false,
                type.appendParameterTypes(Collections.nCopies(constants.size(), int.class)),
                false,
                constants));
      }
      case Implementation.Erased(Class<?> owner, String method) -> {
        MethodType type = type(function, substitution, true);
        boolean emptyList = isGenericList(function.result());
        yield Optional.of(new Linkage(owner, method, false, type, emptyList, List.of()));
      }
      case Implementation.Virtual(String method) -> {
        MethodType type = type(function, substitution, false);
        yield Optional.of(new Linkage(type.parameterType(0), method, true, type, false, List.of()));
      }
      case Implementation.Intrinsic _, Implementation.Handle _ -> Optional.empty();
    };
  }

  /// The type of a function's Java code by the rules of [Linkage].
  public static MethodType type(
      LibraryFunction function, Map<Type.Parameter, Type> substitution, boolean erased) {
    List<Class<?>> parameters = new ArrayList<>();
    for (Type.Field parameter : function.parameters()) {
      parameters.add(form(parameter.type(), substitution, erased));
    }
    if (erased && isGenericList(function.result())) {
      parameters.add(RotoList.class);
    }
    Type result = function.result();
    Class<?> form =
        Forms.isEmpty(result)
            ? void.class
            : BuiltIn.is(result, BuiltIn.RESULT)
                ? Object.class
                : form(result, substitution, erased);
    return MethodType.methodType(form, parameters);
  }

  /// Whether a type parameter stands anywhere in the type.
  public static boolean isGeneric(Type type) {
    return switch (type.head()) {
      case Type.Parameter _ -> true;
      case Type.Named named -> named.arguments().stream().anyMatch(Linkage::isGeneric);
      case Type.Anonymous record -> record.fields().stream().anyMatch(f -> isGeneric(f.type()));
      case Type.Function function ->
          isGeneric(function.result())
              || function.parameters().stream().anyMatch(Linkage::isGeneric);
      case Type.Scalar _, Type.Variable _ -> false;
    };
  }

  private static Class<?> form(
      Type declared, Map<Type.Parameter, Type> substitution, boolean erased) {
    if (!isGeneric(declared)) {
      return Forms.of(declared);
    }
    if (declared.head() instanceof Type.Parameter) {
      Class<?> form = erased ? Object.class : Forms.of(declared.with(substitution));
      return form.isPrimitive() ? form : Object.class;
    }
    if (BuiltIn.is(declared, BuiltIn.OPTION)) {
      return Object.class;
    }
    if (erased && isGenericList(declared)) {
      return RotoList.class;
    }
    return Forms.of(declared.with(substitution));
  }

  private static boolean isGenericList(Type type) {
    return BuiltIn.is(type, BuiltIn.LIST) && isGeneric(type);
  }
}
