package dev.weir.roto.library;

import dev.weir.roto.type.Type;
import dev.weir.roto.type.TypeDefinition;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/// Puts a [Library] together: rows are added one by one, signatures as scripts write them.
///
/// A type must be added before a signature names it. A path stands for one thing only: a second
/// function, constant or type of the same path is an `IllegalArgumentException`.
public final class LibraryBuilder {
  private final Map<String, TypeDefinition> types = new LinkedHashMap<>();
  private final Map<String, TypeDefinition> aliases = new LinkedHashMap<>();
  private final Map<TypeDefinition, HostLayout> layouts = new LinkedHashMap<>();
  private final List<LibraryFunction> functions = new ArrayList<>();
  private final List<LibraryConstant> constants = new ArrayList<>();
  private final List<ContextVariable> context = new ArrayList<>();
  private final Set<String> globals = new java.util.LinkedHashSet<>();
  private final Set<String> paths = new HashSet<>();

  /// Starts with nothing.
  public LibraryBuilder() {}

  /// Starts with all of a library.
  public LibraryBuilder(Library library) {
    library.types().forEach(this::type);
    library.aliases().forEach(this::alias);
    layouts.putAll(library.layouts());
    library.functions().forEach(this::function);
    library.constants().forEach(this::constant);
    context.addAll(library.context());
    globals.addAll(library.globals());
  }

  /// Adds a type.
  public LibraryBuilder type(TypeDefinition type) {
    claim(type.path());
    types.put(type.path(), type);
    return this;
  }

  /// Adds another name of a type.
  public LibraryBuilder alias(String path, TypeDefinition type) {
    claim(path);
    types.put(path, type);
    aliases.put(path, type);
    return this;
  }

  /// Says how values of a host's type are made and taken apart.
  public LibraryBuilder layout(TypeDefinition type, HostLayout layout) {
    layouts.put(type, layout);
    return this;
  }

  /// Adds a function.
  public LibraryBuilder function(LibraryFunction function) {
    claim(function.path());
    functions.add(function);
    return this;
  }

  /// Adds a function by its signature. It is a method if its first parameter is called `self`. Type
  /// parameters of the type it is in need no declaration.
  ///
  /// @param scope path of the type or module that it is in: `String`; empty for none
  /// @param signature `fn repeat(self: String, count: u64) -> String`
  /// @throws IllegalArgumentException if the signature is none
  public LibraryBuilder function(
      String scope, String signature, Implementation implementation, String documentation) {
    TypeDefinition owner = types.get(scope);
    List<Type.Parameter> outer = owner == null ? List.of() : owner.parameters();
    SignatureParser.Signature read = new SignatureParser(signature, types, outer).signature(scope);
    List<Type> used = new ArrayList<>();
    read.parameters().forEach(parameter -> used.add(parameter.type()));
    used.add(read.result());
    List<Type.Parameter> typeParameters =
        read.typeParameters().stream()
            .filter(parameter -> used.stream().anyMatch(type -> mentions(type, parameter)))
            .toList();
    boolean method =
        !read.parameters().isEmpty() && read.parameters().getFirst().name().equals("self");
    return function(
        new LibraryFunction(
            scope.isEmpty() ? read.name() : scope + "." + read.name(),
            typeParameters,
            read.parameters(),
            read.result(),
            method,
            documentation,
            implementation));
  }

  /// Adds a constant.
  public LibraryBuilder constant(LibraryConstant constant) {
    claim(constant.path());
    constants.add(constant);
    return this;
  }

  /// Adds a variable of the context.
  public LibraryBuilder context(ContextVariable variable) {
    claim(variable.name());
    context.add(variable);
    return this;
  }

  /// Makes the last name of a path visible everywhere.
  public LibraryBuilder global(String path) {
    globals.add(path);
    return this;
  }

  /// Adds `print`, which gives each text to a consumer.
  public LibraryBuilder print(Consumer<String> printer) {
    return function(
        "",
        "fn print(text: String)",
        new Implementation.Handle(printing(printer)),
        "Writes a line: the text and an end of line.");
  }

  /// The type that a text means: `List[u8]?`.
  ///
  /// @throws IllegalArgumentException if it is none
  public Type parseType(String text) {
    return new SignatureParser(text, types, List.of()).wholeType();
  }

  /// The library.
  public Library build() {
    List<TypeDefinition> declared =
        types.entrySet().stream()
            .filter(entry -> !aliases.containsKey(entry.getKey()))
            .map(Map.Entry::getValue)
            .toList();
    return new Library(
        declared, aliases, layouts, functions, constants, context, List.copyOf(globals));
  }

  private void claim(String path) {
    if (!paths.add(path)) {
      throw new IllegalArgumentException(path + " is in the library already");
    }
  }

  private static boolean mentions(Type type, Type.Parameter parameter) {
    return switch (type.head()) {
      case Type.Parameter found -> found.equals(parameter);
      case Type.Named named -> named.arguments().stream().anyMatch(t -> mentions(t, parameter));
      case Type.Anonymous record ->
          record.fields().stream().anyMatch(f -> mentions(f.type(), parameter));
      case Type.Function function ->
          mentions(function.result(), parameter)
              || function.parameters().stream().anyMatch(t -> mentions(t, parameter));
      case Type.Scalar _, Type.Variable _ -> false;
    };
  }

  private static MethodHandle printing(Consumer<String> printer) {
    try {
      return MethodHandles.publicLookup()
          .findVirtual(Consumer.class, "accept", MethodType.methodType(void.class, Object.class))
          .bindTo(printer)
          .asType(MethodType.methodType(void.class, String.class));
    } catch (ReflectiveOperationException unexpected) {
      throw new IllegalStateException(unexpected);
    }
  }
}
