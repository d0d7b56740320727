package dev.weir.roto.host;

import dev.weir.roto.run.Limits;
import dev.weir.roto.tree.Program;
import dev.weir.roto.type.Type;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Method;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A package that can run. Immutable; all its functions may be called from any thread.
///
/// **Typed handles.** [#function(String, Class)] gives an object of the host's own interface, whose
/// one method has the Java types of the script's function. Numbers, texts, addresses and the host's
/// own types go over as they are, and such a call allocates nothing. `Verdict[(), ()]` is a
/// `boolean`, true for accept, or a Java enum of `ACCEPT` and `REJECT`; with payloads it is a
/// [Verdict]; `Result` is a [Result]; options are `Optional<T>` or, behind an annotation
/// `Nullable`, null; lists are copied to and from `List<T>`. Records and enums of scripts are
/// [RecordValue] and [EnumValue]; an enum without payloads may also be a Java enum with the same
/// names. `Object` takes and gives any of these. Where the runtime has a context, it is the first
/// parameter.
///
/// Texts that a host gives must be well-formed UTF-16.
public final class CompiledPackage {
  private final Program program;
  private final Code code;
  private final Retrieval retrieval;
  private final long version;

  /// What the package needs of the compiler's product.
  interface Code {
    /// Functions and filters, in the order of the texts.
    List<FunctionInfo> functions();

    /// Tests, sorted by path.
    List<FunctionInfo> tests();

    /// From the forms of the parameters, after the context (an `Object`) where there is one, to the
    /// form of the result.
    MethodHandle entry(FunctionInfo function, Limits limits);

    /// Whether every entry takes a context, after the limits.
    boolean takesContext();

    /// Whether the function, or one that it calls, reads the context.
    boolean usesContext(FunctionInfo function);
  }

  CompiledPackage(Program program, Code code, Retrieval retrieval, long version) {
    this.program = program;
    this.code = code;
    this.retrieval = retrieval;
    this.version = version;
  }

  /// A handle on a function, under the usual limits.
  ///
  /// @param path `main`, `filters.bogons`; a leading `pkg.` may stand
  /// @param shape an interface with one method, which has the Java types of the function's
  /// @throws LookupException that says what differs
  public <F> F function(String path, Class<F> shape) {
    return function(path, shape, Limits.USUAL);
  }

  /// A handle on a function.
  ///
  /// @param path `main`, `filters.bogons`; a leading `pkg.` may stand
  /// @param shape an interface with one method, which has the Java types of the function's
  /// @param limits of each call
  /// @throws LookupException that says what differs
  public <F> F function(String path, Class<F> shape, Limits limits) {
    Method method = Retrieval.methodOf(shape);
    return retrieval.implement(shape, method, handle(path, method, limits));
  }

  /// A handle with the types of a method.
  MethodHandle handle(String path, Method method, Limits limits) {
    FunctionInfo info = known(path);
    return retrieval.adapt(info, code, limits, method);
  }

  /// Functions and filters, in the order of the texts; neither tests nor generic functions.
  public List<FunctionInfo> functions() {
    return code.functions();
  }

  /// The function of a path, or null.
  public @Nullable FunctionInfo find(String path) {
    String plain = path.startsWith("pkg.") ? path.substring("pkg.".length()) : path;
    for (FunctionInfo info : code.functions()) {
      if (info.path().equals(plain)) {
        return info;
      }
    }
    return null;
  }

  private FunctionInfo known(String path) {
    FunctionInfo info = find(path);
    if (info == null) {
      throw Retrieval.missing(path, code.functions());
    }
    return info;
  }

  /// The tests, sorted by path.
  public List<ScriptTest> tests() {
    return code.tests().stream().map(info -> new ScriptTest(this, info)).toList();
  }

  /// Calls a function under the usual limits.
  ///
  /// @param arguments in boxed form, as `docs/design/roto-values.md` has it
  /// @return the result in boxed form; null is `None`, `Unit` is `()`
  /// @throws LookupException if there is no such function or the arguments do not fit
  /// @throws dev.weir.roto.run.ScriptException if the script is stopped
  public @Nullable Object call(String path, @Nullable Object... arguments) {
    return call(path, Limits.USUAL, null, arguments);
  }

  /// Calls a function.
  ///
  /// @param context of the runtime's context class; null where the runtime has none
  /// @param arguments in boxed form, as `docs/design/roto-values.md` has it
  /// @return the result in boxed form; null is `None`, `Unit` is `()`
  /// @throws LookupException if there is no such function or the arguments do not fit
  /// @throws dev.weir.roto.run.ScriptException if the script is stopped
  public @Nullable Object call(
      String path, Limits limits, @Nullable Object context, @Nullable Object... arguments) {
    return call(known(path), limits, context, arguments);
  }

  private @Nullable Object call(
      FunctionInfo info, Limits limits, @Nullable Object context, @Nullable Object... arguments) {
    if (arguments.length != info.parameters().size()) {
      throw new LookupException(
          "`" + info.signature() + "` was given " + arguments.length + " arguments");
    }
    MethodHandle entry = code.entry(info, limits);
    if (code.takesContext()) {
      entry = MethodHandles.insertArguments(entry, 0, context);
    }
    Object result;
    try {
      result = entry.invokeWithArguments(arguments);
    } catch (ClassCastException | NullPointerException wrong) {
      throw new LookupException(
          "an argument of `" + info.signature() + "` is not of its type: " + wrong.getMessage());
    } catch (Throwable failed) {
      throw Handles.unchecked(failed);
    }
    boolean isUnit = entry.type().returnType() == void.class;
    return isUnit ? dev.weir.roto.run.Unit.VALUE : result;
  }

  /// Calls a function with friendly values: any of the Java types that go with its parameters.
  ///
  /// @param context of the runtime's context class; null where the runtime has none
  /// @return the result as `Object` has it
  /// @throws LookupException if there is no such function
  /// @throws IllegalArgumentException if an argument does not fit
  /// @throws dev.weir.roto.run.ScriptException if the script is stopped
  public Object callFriendly(
      String path, Limits limits, @Nullable Object context, @Nullable Object... arguments) {
    FunctionInfo info = known(path);
    @Nullable Object[] boxed = arguments.clone();
    for (int i = 0; i < Math.min(boxed.length, info.parameters().size()); i++) {
      boxed[i] = toScript(info.parameters().get(i).type(), arguments[i]);
    }
    return toHost(info.result(), call(info, limits, context, boxed));
  }

  /// The boxed form of a value of any of the Java types that go with a type.
  ///
  /// @throws IllegalArgumentException if it is none
  public static @Nullable Object toScript(Type type, @Nullable Object friendly) {
    return Dynamic.toScript(type, friendly);
  }

  /// The value that `Object` has for a boxed value.
  public static Object toHost(Type type, @Nullable Object boxed) {
    return Dynamic.toHost(type, boxed);
  }

  boolean runTest(FunctionInfo test, Limits limits, @Nullable Object context) {
    return Integer.valueOf(0).equals(call(test, limits, context));
  }

  /// What was checked, for tools that complete or document.
  public Program program() {
    return program;
  }

  /// A number that is larger for a package compiled later by the same runtime.
  public long version() {
    return version;
  }
}
