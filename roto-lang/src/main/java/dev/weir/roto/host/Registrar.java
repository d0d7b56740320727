package dev.weir.roto.host;

import dev.weir.roto.library.ContextVariable;
import dev.weir.roto.library.Forms;
import dev.weir.roto.library.HostLayout;
import dev.weir.roto.library.Implementation;
import dev.weir.roto.library.Library;
import dev.weir.roto.library.LibraryBuilder;
import dev.weir.roto.library.LibraryConstant;
import dev.weir.roto.library.LibraryFunction;
import dev.weir.roto.library.Linkage;
import dev.weir.roto.run.Failure;
import dev.weir.roto.type.BuiltIn;
import dev.weir.roto.type.Type;
import dev.weir.roto.type.TypeDefinition;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Turns what a host registers into a library: first all types by name, then their bodies, then
/// what uses them.
final class Registrar {
  private static final MethodHandle OUTCOME =
      Handles.find(
          MethodHandles.lookup(),
          "outcome",
          Object.class,
          MethodHandle.class,
          MethodHandle.class,
          Result.class);

  private final LibraryBuilder builder;
  private final Access access;
  private final HostTypes types = new HostTypes();
  private final Map<Class<?>, TypeDefinition> declared = new HashMap<>();

  Registrar(Library standard, Access access) {
    this.builder = new LibraryBuilder(standard);
    this.access = access;
  }

  void print(Consumer<String> printer) {
    builder.print(printer);
  }

  Library register(List<Registration> registrations) {
    List<Registration.OfType> ofTypes =
        registrations.stream()
            .filter(Registration.OfType.class::isInstance)
            .map(Registration.OfType.class::cast)
            .toList();
    ofTypes.forEach(type -> guard(type, () -> declare(type)));
    ofTypes.forEach(type -> guard(type, () -> define(type)));
    for (Registration registration : registrations) {
      if (registration instanceof Registration.OfAlias alias) {
        guard(alias, () -> alias(alias));
      }
    }
    for (Registration registration : registrations) {
      guard(registration, () -> register(registration));
    }
    return builder.build();
  }

  /// A step that may find something wrong.
  @FunctionalInterface
  private interface Step {
    void run() throws IllegalAccessException;
  }

  private static void guard(Registration registration, Step step) {
    try {
      step.run();
    } catch (IllegalArgumentException wrong) {
      throw new RegistrationException(
          registration.what() + ": " + wrong.getMessage() + " (" + registration.place() + ")");
    } catch (IllegalAccessException closed) {
      throw new RegistrationException(
          registration.what()
              + ": "
              + closed.getMessage()
              + "; build the runtime with Runtime.builder(MethodHandles.lookup()) ("
              + registration.place()
              + ")");
    }
  }

  private void register(Registration registration) throws IllegalAccessException {
    switch (registration) {
      case Registration.OfType _, Registration.OfAlias _ -> {}
      case Registration.OfModule module -> Names.check(module.name());
      case Registration.OfMethod method -> method(method);
      case Registration.OfField field -> field(field);
      case Registration.OfFunction function ->
          function(
              function.scope(),
              function.declaration(),
              function.callee(),
              function.documentation());
      case Registration.OfStatic function ->
          function(
              function.scope(),
              Names.of(function.method(), Names.snake(function.method().getName())),
              Callee.of(function.method()),
              Names.documentation(function.method()));
      case Registration.OfConstant constant -> constant(constant);
      case Registration.OfContext context -> context(context.record());
    }
  }

  // ---- types ------------------------------------------------------------------------------------

  private void declare(Registration.OfType registration) {
    Class<?> javaClass = registration.javaClass();
    String path = registration.path();
    Names.check(path.substring(path.lastIndexOf('.') + 1));
    if (javaClass.getTypeParameters().length > 0) {
      throw new IllegalArgumentException(
          "a generic class cannot be a type of scripts; register a class without type parameters");
    }
    if (javaClass.isPrimitive() || javaClass.isArray() || javaClass.isAnnotation()) {
      throw new IllegalArgumentException(
          "only records, enums, interfaces and classes can be types");
    }
    TypeDefinition twin = types.definition(javaClass);
    if (twin != null) {
      throw new IllegalArgumentException("the class is the type `" + twin.path() + "` already");
    }
    TypeDefinition definition =
        new TypeDefinition(path, List.of(), javaClass, Names.documentation(javaClass));
    types.add(javaClass, definition);
    declared.put(javaClass, definition);
    builder.type(definition);
  }

  private void alias(Registration.OfAlias registration) {
    String path = registration.path();
    Names.check(path.substring(path.lastIndexOf('.') + 1));
    builder.alias(path, owner(registration.javaClass()));
  }

  private void define(Registration.OfType registration) throws IllegalAccessException {
    Class<?> javaClass = registration.javaClass();
    TypeDefinition definition = owner(javaClass);
    if (!registration.open()) {
      definition.define(new TypeDefinition.OpaqueBody());
      return;
    }
    if (HostLayouts.isSumOfRecords(javaClass)) {
      for (Class<?> record : javaClass.getPermittedSubclasses()) {
        if (types.definition(record) == null) {
          types.add(record, definition);
        }
      }
    }
    HostLayout layout = new HostLayouts(types, access).define(definition, javaClass);
    if (layout != null) {
      builder.layout(definition, layout);
    }
  }

  private TypeDefinition owner(Class<?> javaClass) {
    TypeDefinition definition = declared.get(javaClass);
    if (definition == null) {
      throw new IllegalArgumentException(
          javaClass.getName() + " is not registered: add it with type(..) first");
    }
    return definition;
  }

  // ---- functions --------------------------------------------------------------------------------

  private void method(Registration.OfMethod registration) throws IllegalAccessException {
    function(
        owner(registration.owner()).path(),
        Names.of(registration.method(), Names.snake(registration.method().getName())),
        Callee.of(registration.method()),
        Names.documentation(registration.method()));
  }

  private void function(String scope, String declaration, Callee callee, String documentation)
      throws IllegalAccessException {
    LibraryFunction declared =
        declaration.startsWith("fn ")
            ? parsed(scope, declaration, documentation)
            : derived(scope, declaration, callee, documentation);
    Names.check(declared.name());
    if (!declared.typeParameters().isEmpty()) {
      throw new IllegalArgumentException("a function of the host has no type parameters");
    }
    if (declared.parameters().size() != callee.parameters().size()) {
      throw new IllegalArgumentException(
          "the signature has "
              + declared.parameters().size()
              + " parameters, and the Java code "
              + callee.parameters().size());
    }
    builder.function(
        new LibraryFunction(
            declared.path(),
            List.of(),
            declared.parameters(),
            declared.result(),
            declared.method(),
            documentation,
            new Implementation.Handle(handle(declared, callee))));
  }

  private LibraryFunction parsed(String scope, String signature, String documentation) {
    LibraryBuilder scratch = new LibraryBuilder();
    Library known = builder.build();
    known.types().forEach(scratch::type);
    known.aliases().forEach(scratch::alias);
    scratch.function(scope, signature, new Implementation.Intrinsic(""), documentation);
    return scratch.build().functions().getLast();
  }

  private LibraryFunction derived(String scope, String name, Callee callee, String documentation) {
    List<Type.Field> parameters = new ArrayList<>();
    for (int i = 0; i < callee.parameters().size(); i++) {
      Names.check(callee.names().get(i));
      parameters.add(
          new Type.Field(
              callee.names().get(i), type("parameter " + (i + 1), callee.parameters().get(i))));
    }
    return new LibraryFunction(
        scope.isEmpty() ? name : scope + "." + name,
        List.of(),
        parameters,
        type("the result", callee.result()),
        !callee.names().isEmpty() && callee.names().getFirst().equals("self"),
        documentation,
        new Implementation.Intrinsic(""));
  }

  private Type type(String part, JavaType java) {
    try {
      return types.of(java);
    } catch (IllegalArgumentException none) {
      throw new IllegalArgumentException(part + ": " + none.getMessage(), none);
    }
  }

  /// The Java code behind the forms that compiled code uses.
  private MethodHandle handle(LibraryFunction function, Callee callee)
      throws IllegalAccessException {
    MethodHandle[] intake = new MethodHandle[callee.parameters().size()];
    for (int i = 0; i < intake.length; i++) {
      Type.Field parameter = function.parameters().get(i);
      JavaType java = callee.parameters().get(i);
      MethodHandle part = ToHost.of(parameter.type(), java);
      if (part == null) {
        throw mismatch(
            "parameter " + (i + 1) + ", `" + parameter.name() + "`,", parameter.type(), java);
      }
      intake[i] = part;
    }
    MethodHandle raw = callee.source().handle(access);
    MethodHandle inner = MethodHandles.filterArguments(raw.asFixedArity(), 0, intake);
    MethodHandle out = outgoing(function.result(), callee.result());
    MethodHandle whole =
        raw.type().returnType() == void.class ? inner : MethodHandles.filterReturnValue(inner, out);
    return whole.asType(Linkage.type(function, Map.of(), false));
  }

  private static MethodHandle outgoing(Type result, JavaType java) {
    if (BuiltIn.is(result, BuiltIn.RESULT) && java.raw() == Result.class) {
      List<Type> parts = ((Type.Named) result.head()).arguments();
      MethodHandle value = ToScript.of(parts.get(0), java.argument(0));
      MethodHandle error = ToScript.of(parts.get(1), java.argument(1));
      if (value != null && error != null) {
        return MethodHandles.insertArguments(
            OUTCOME, 0, Handles.erased(value), Handles.erased(error));
      }
    }
    MethodHandle out = ToScript.ofResult(result, java);
    if (out == null || BuiltIn.is(result, BuiltIn.RESULT)) {
      throw mismatch("the result", result, java);
    }
    return out;
  }

  private static IllegalArgumentException mismatch(String part, Type type, JavaType java) {
    return new IllegalArgumentException(
        part
            + " is "
            + type
            + " in the signature and "
            + java
            + " in Java; "
            + type
            + " is "
            + FriendlyTypes.choices(type));
  }

  /// A result as functions of the library give it: the value, or a `Failure` with the error.
  static Object outcome(MethodHandle value, MethodHandle error, Result<?, ?> result) {
    return switch (result) {
      case Result.Ok<?, ?>(Object ok) -> Handles.apply(value, ok);
      case Result.Err<?, ?>(Object err) -> new Failure(Handles.apply(error, err));
    };
  }

  // ---- constants and context --------------------------------------------------------------------

  private void field(Registration.OfField registration) throws IllegalAccessException {
    Object value = Handles.call(access.getter(registration.field()));
    String name = Names.of(registration.field(), registration.field().getName());
    Names.check(name);
    JavaType java = JavaType.of(registration.field().getAnnotatedType());
    Type type = types.of(java);
    add(
        owner(registration.owner()).path() + "." + name,
        type,
        ToScript.of(type, java),
        value,
        Names.documentation(registration.field()));
  }

  private void constant(Registration.OfConstant registration) {
    String declaration = registration.declaration();
    int colon = declaration.indexOf(':');
    String name = (colon < 0 ? declaration : declaration.substring(0, colon)).strip();
    Names.check(name);
    Object value = registration.value();
    Type type =
        colon < 0
            ? types.of(JavaType.of(publicClass(value)))
            : builder.parseType(declaration.substring(colon + 1).strip());
    String scope = registration.scope();
    add(
        scope.isEmpty() ? name : scope + "." + name,
        type,
        ToScript.of(type, JavaType.of(Object.class)),
        value,
        registration.documentation());
  }

  /// The class of a value as types know it: an address is an `IpAddress`.
  private Class<?> publicClass(Object value) {
    return Stream.<Class<?>>concat(
            Stream.of(value.getClass()), Stream.of(value.getClass().getInterfaces()))
        .filter(this::isKnown)
        .findFirst()
        .orElse(value.getClass());
  }

  private boolean isKnown(Class<?> candidate) {
    try {
      types.of(JavaType.of(candidate));
      return true;
    } catch (IllegalArgumentException unknown) {
      return false;
    }
  }

  private void add(
      String path, Type type, @Nullable MethodHandle intake, Object value, String documentation) {
    if (intake == null) {
      throw new IllegalArgumentException(value.getClass() + " does not go with " + type);
    }
    Object boxed = Handles.apply(Handles.erased(intake), value);
    dev.weir.roto.run.Values.freeze(boxed);
    builder.constant(new LibraryConstant(path, type, boxed, documentation));
  }

  private void context(Class<? extends Record> record) throws IllegalAccessException {
    if (!builder.build().context().isEmpty()) {
      throw new IllegalArgumentException("there is a context already");
    }
    for (RecordComponent component : record.getRecordComponents()) {
      JavaType java = JavaType.of(component.getAnnotatedType());
      String name = Names.of(component, Names.snake(component.getName()));
      Names.check(name);
      Type type = type("component `" + component.getName() + "`", java);
      MethodHandle intake = ToScript.of(type, java);
      if (intake == null) {
        throw mismatch("component `" + component.getName() + "`", type, java);
      }
      MethodHandle getter =
          MethodHandles.filterReturnValue(access.method(component.getAccessor()), intake)
              .asType(MethodType.methodType(Forms.of(type), Object.class));
      builder.context(new ContextVariable(name, type, Names.documentation(component), getter));
    }
  }
}
