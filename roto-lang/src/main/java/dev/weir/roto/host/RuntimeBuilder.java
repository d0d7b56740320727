package dev.weir.roto.host;

import dev.weir.roto.library.Library;
import dev.weir.roto.library.Standard;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Gathers what a host gives to its scripts, beside the standard library.
///
/// Types may be registered in any order and may name each other; everything is looked at when the
/// runtime is built, and whatever cannot be given is a [RegistrationException] that says what, why,
/// and on which line of the host it was registered.
///
/// Java types are Roto types so: `boolean`, `byte` (`i8`), `short`, `int`, `long`, `float`,
/// `double`, `String`, `void` (`()`), those of `dev.weir.inet`, `List<T>`, `Optional<T>` or
/// `@Nullable T` (`T?`), [Result], [Verdict], and every registered class. `@Unsigned` makes an
/// integer unsigned. Where that is not enough, a signature in Roto says more: `fn port(a: u16) ->
/// bool` with a Java method that takes an `int`.
public final class RuntimeBuilder {
  private final MethodHandles.Lookup lookup;
  private final List<Registration> registrations = new ArrayList<>();
  private @Nullable Consumer<String> printer;
  private String scope = "";

  RuntimeBuilder(MethodHandles.Lookup lookup) {
    this.lookup = lookup;
  }

  /// Adds `print(String)`.
  ///
  /// @param line takes each text, which has no line end of its own
  public RuntimeBuilder print(Consumer<String> line) {
    printer = line;
    return this;
  }

  /// Adds a class as a type, under its simple name or what `@RotoName` says.
  ///
  /// A record is a record to scripts, with fields and patterns; an enum, and a sealed interface all
  /// of whose classes are records, is an enum; anything else is a type whose inside scripts cannot
  /// see. Its methods, static methods and static final fields that bear `@Doc` go with it.
  public RuntimeBuilder type(Class<?> javaClass) {
    return type(Names.of(javaClass, javaClass.getSimpleName()), javaClass);
  }

  /// Adds a class as a type, under a name.
  public RuntimeBuilder type(String name, Class<?> javaClass) {
    return type(name, javaClass, true, place());
  }

  /// Adds a class as a type whose inside scripts cannot see, even if it is a record or an enum.
  public RuntimeBuilder opaque(String name, Class<?> javaClass) {
    return type(name, javaClass, false, place());
  }

  private RuntimeBuilder type(String name, Class<?> javaClass, boolean open, String place) {
    registrations.add(new Registration.OfType(inScope(name), javaClass, open, place));
    members(javaClass, Modifier.PRIVATE, true, place);
    return this;
  }

  /// Gives a registered class another name, beside the one it has.
  public RuntimeBuilder alias(String name, Class<?> javaClass) {
    registrations.add(new Registration.OfAlias(inScope(name), javaClass, place()));
    return this;
  }

  /// Adds all other public methods that a registered class declares.
  public RuntimeBuilder methods(Class<?> javaClass) {
    members(javaClass, Modifier.PUBLIC, false, place());
    return this;
  }

  private void members(Class<?> javaClass, int visibility, boolean documented, String place) {
    Stream.of(javaClass.getDeclaredMethods())
        .filter(method -> !method.isSynthetic() && !isOfLanguage(javaClass, method))
        .filter(method -> method.isAnnotationPresent(Doc.class) == documented)
        .filter(method -> documented || (method.getModifiers() & visibility) != 0)
        .sorted(Comparator.comparing(Method::getName))
        .forEach(method -> registrations.add(Registration.ofMethod(javaClass, method, place)));
    Stream.of(javaClass.getDeclaredFields())
        .filter(field -> documented && field.isAnnotationPresent(Doc.class))
        .filter(field -> Modifier.isStatic(field.getModifiers()) && !field.isEnumConstant())
        .sorted(Comparator.comparing(Field::getName))
        .forEach(field -> registrations.add(new Registration.OfField(javaClass, field, place)));
  }

  /// What every record, enum or object has, and scripts have in another way or not at all.
  private static boolean isOfLanguage(Class<?> javaClass, Method method) {
    boolean isComponent =
        javaClass.isRecord()
            && method.getParameterCount() == 0
            && Stream.of(javaClass.getRecordComponents())
                .anyMatch(component -> component.getName().equals(method.getName()));
    boolean isOfEnum =
        javaClass.isEnum() && List.of("values", "valueOf").contains(method.getName());
    return isComponent
        || isOfEnum
        || List.of("equals", "hashCode", "toString").contains(method.getName());
  }

  /// Adds a static method as a function, under its name in `snake_case` or what `@RotoName` says.
  public RuntimeBuilder function(Method method) {
    registrations.add(Registration.ofStatic(scope, method, place()));
    return this;
  }

  /// Adds a function whose Roto types follow from the types of a functional interface.
  ///
  /// @param declaration a name; or a whole signature, `fn add(a: u32, b: u32) -> u32`
  /// @param shape an interface with one method
  /// @param function what is called
  /// @param documentation Markdown; may be empty
  public <F> RuntimeBuilder function(
      String declaration, Class<F> shape, F function, String documentation) {
    registrations.add(
        new Registration.OfFunction(
            scope, declaration, Callee.of(shape, function), documentation, place()));
    return this;
  }

  /// Adds a function.
  ///
  /// @param declaration a name; or a whole signature, `fn add(a: u32, b: u32) -> u32`
  /// @param handle what is called
  /// @param documentation Markdown; may be empty
  public RuntimeBuilder function(String declaration, MethodHandle handle, String documentation) {
    registrations.add(
        new Registration.OfFunction(scope, declaration, Callee.of(handle), documentation, place()));
    return this;
  }

  /// Adds a constant.
  ///
  /// @param declaration a name, `LIMIT`; or with a type, `LIMIT: u32`
  /// @param value a value of a Java class that goes with the type
  /// @param documentation Markdown; may be empty
  public RuntimeBuilder constant(String declaration, Object value, String documentation) {
    registrations.add(
        new Registration.OfConstant(scope, declaration, value, documentation, place()));
    return this;
  }

  /// Adds what is registered inside to a module; modules may be nested.
  public RuntimeBuilder module(String name, Consumer<RuntimeBuilder> inside) {
    String outer = scope;
    registrations.add(new Registration.OfModule(name, place()));
    scope = inScope(name);
    inside.accept(this);
    scope = outer;
    return this;
  }

  /// Says which record comes with every call: its components are names that scripts can read.
  public RuntimeBuilder context(Class<? extends Record> record) {
    registrations.add(new Registration.OfContext(record, place()));
    return this;
  }

  /// The runtime.
  ///
  /// @throws RegistrationException if something cannot be given to scripts
  public Runtime build() {
    Registrar registrar = new Registrar(Standard.library(), new Access(lookup));
    if (printer != null) {
      registrar.print(printer);
    }
    Library library = registrar.register(registrations);
    Class<?> context = null;
    for (Registration registration : registrations) {
      if (registration instanceof Registration.OfContext given) {
        context = given.record();
      }
    }
    return new Runtime(library, new Access(lookup), context);
  }

  private String inScope(String name) {
    return scope.isEmpty() ? name : scope + "." + name;
  }

  /// The line of the host that calls.
  private static String place() {
    return StackWalker.getInstance()
        .walk(frames ->
            frames
                .dropWhile(frame -> frame.getClassName().equals(RuntimeBuilder.class.getName()))
                .findFirst())
        .map(frame -> frame.getFileName() + ":" + frame.getLineNumber())
        .orElse("an unknown place");
  }
}
