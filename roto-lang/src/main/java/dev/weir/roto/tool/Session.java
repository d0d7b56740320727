package dev.weir.roto.tool;

import dev.weir.roto.check.Checked;
import dev.weir.roto.check.Checker;
import dev.weir.roto.check.ParsedModule;
import dev.weir.roto.host.Compilation;
import dev.weir.roto.host.CompiledPackage;
import dev.weir.roto.host.Runtime;
import dev.weir.roto.run.Limits;
import dev.weir.roto.run.ScriptException;
import dev.weir.roto.source.Code;
import dev.weir.roto.source.Diagnostic;
import dev.weir.roto.source.Severity;
import dev.weir.roto.source.Source;
import dev.weir.roto.source.SourceTree;
import dev.weir.roto.source.Span;
import dev.weir.roto.syntax.Ast;
import dev.weir.roto.syntax.Parsed;
import dev.weir.roto.syntax.Parser;
import dev.weir.roto.tree.Program;
import dev.weir.roto.type.Type;
import dev.weir.roto.type.TypeDefinition;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// What a prompt remembers, and how it understands an input.
///
/// A script is items; a prompt also takes statements and expressions, and remembers their
/// variables. The session makes a script of it all: the items entered so far, those of the input,
/// and one more function, whose parameters are the variables of the session and whose body is the
/// statements of the input, ending in a record of the value and of all variables. The compiler
/// infers the type of that record, and so the types of the new variables. The script is compiled as
/// a whole for every input, which takes milliseconds, and the function is called with the values
/// kept.
///
/// A later item takes the place of an earlier one of its name. If that changes a type, variables of
/// the old type are dropped. An input with an error changes nothing.
///
/// Not for several threads at once, except that [Thread#interrupt] stops an input that runs.
public final class Session {
  /// The name of the function that an input becomes; no script can write it.
  static final String PROMPT = "$prompt";

  /// What an input may use up: as good as everything but the stack, for a person can stop it.
  private static final Limits LIMITS =
      new Limits(Long.MAX_VALUE, Limits.USUAL.depth(), Limits.USUAL.memory());

  private static final Set<Code> NOT_OF_INTEREST =
      EnumSet.of(
          Code.UNUSED_VARIABLE, Code.UNUSED_IMPORT, Code.UNUSED_RESULT, Code.SHADOWED_BUILT_IN);

  private final Runtime runtime;
  private final Map<String, Entry> entries = new LinkedHashMap<>();
  private final Map<String, Binding> bindings = new LinkedHashMap<>();
  private final Map<String, SourceTree.Module> modules = new LinkedHashMap<>();
  private final LongSupplier clock;
  private @Nullable CompiledPackage last;
  private long nanoseconds;

  /// Begins with nothing but the library of the runtime.
  ///
  /// @param clock nanoseconds from anywhere, to say how long an input ran
  public Session(Runtime runtime, LongSupplier clock) {
    this.runtime = runtime;
    this.clock = clock;
  }

  /// Whether more lines would make an input whole. One that lacks only its last semicolon is.
  public static boolean isIncomplete(String text) {
    return Parser.snippet(Prompt.whole(new Source("<prompt>", text))).incomplete();
  }

  /// The runtime that inputs are compiled in.
  public Runtime runtime() {
    return runtime;
  }

  /// The variables, in the order in which they were made.
  public List<Binding> bindings() {
    return List.copyOf(bindings.values());
  }

  /// Whether a word can be the name of a variable.
  public static boolean isVariable(String word) {
    return word.matches("[a-z_][a-zA-Z0-9_]*")
        && Parser.snippet(new Source("<name>", "let " + word + " = 1;")).diagnostics().isEmpty();
  }

  /// Makes a variable of a value that the host has, in place of one of the same name.
  ///
  /// @param name a word of the language that is no keyword
  /// @param type a registered type of the runtime
  /// @param value of that type, in its boxed form
  /// @throws IllegalArgumentException if the runtime has no such type
  public void bind(String name, String type, Object value) {
    TypeDefinition definition =
        runtime.library().types().stream()
            .filter(one -> one.path().equals(type))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("there is no type " + type));
    bindings.put(name, new Binding(name, new Type.Named(definition, List.of()), value));
  }

  /// The items, as they were written.
  public List<String> items() {
    return entries.values().stream().map(Entry::text).toList();
  }

  /// The items that have names, as they are declared, without their bodies.
  public Map<String, String> declarations() {
    Map<String, String> all = new LinkedHashMap<>();
    for (Entry entry : entries.values()) {
      if (entry.isNamed()) {
        all.put(entry.key(), entry.declaration());
      }
    }
    return all;
  }

  /// The doc comment of an item; empty if there is none.
  public String documentation(String name) {
    Entry entry = entries.get(name);
    return entry == null ? "" : entry.documentation().replaceAll("(?m)^/// ?", "").strip();
  }

  /// The package of the last input that was compiled; null before the first.
  public @Nullable CompiledPackage compiled() {
    return last;
  }

  /// How long the last input ran, without its compilation, in nanoseconds.
  public long nanoseconds() {
    return nanoseconds;
  }

  /// Does what an input says.
  ///
  /// @param input its name is what it is called in messages
  public Reply evaluate(Source input) {
    Prepared prepared = prepare(input);
    Compilation compilation = compile(prepared);
    if (!(compilation instanceof Compilation.Compiled(var compiled, var warnings))) {
      return new Reply.Refused(prepared.text.back(ofInterest(compilation.diagnostics(), true)));
    }
    List<String> dropped = keep(prepared);
    last = compiled;
    List<String> defined = prepared.fresh.stream().map(Entry::key).toList();
    List<Diagnostic> odd = prepared.text.back(ofInterest(warnings, false));
    if (prepared.function == null) {
      return new Reply.Done(Type.Scalar.UNIT, null, defined, dropped, odd);
    }
    try {
      Binding value = run(compiled, prepared);
      return new Reply.Done(value.type(), value.value(), defined, dropped, odd);
    } catch (ScriptException stopped) {
      return new Reply.Stopped(stopped, prepared.text.frames(stopped.frames()));
    }
  }

  /// The type of an expression, which is not evaluated; null if it has errors or no value.
  public @Nullable Type typeOf(String expression) {
    return switch (inspect(new Source("<prompt>", expression))) {
      case Reply.Done(var type, _, _, _, _) -> type;
      default -> null;
    };
  }

  /// What [#evaluate] would say, without running or keeping anything; the value is null.
  public Reply inspect(Source input) {
    Prepared prepared = prepare(input);
    Checked checked = check(prepared);
    Program program = checked.program();
    if (program == null) {
      return new Reply.Refused(prepared.text.back(ofInterest(checked.diagnostics(), true)));
    }
    Type type = prepared.function == null ? Type.Scalar.UNIT : Prompt.valueType(result(program));
    List<Diagnostic> odd = prepared.text.back(ofInterest(checked.diagnostics(), false));
    return new Reply.Done(type, null, List.of(), List.of(), odd);
  }

  /// Takes in the items of a package: those of its root as if they had been entered, its modules as
  /// they are. What an earlier package of that name brought is forgotten.
  ///
  /// @param name what to load again: a path
  public Reply load(String name, SourceTree tree) {
    Map<String, Entry> before = new LinkedHashMap<>(entries);
    Map<String, SourceTree.Module> modulesBefore = new LinkedHashMap<>(modules);
    entries.values().removeIf(entry -> entry.origin().equals(name));
    for (SourceTree.Module module : tree.modules().subList(1, tree.modules().size())) {
      modules.put(module.path(), module);
    }
    Source root = tree.modules().getFirst().source();
    Prepared prepared = prepare(root, name);
    Compilation compilation =
        prepared.function == null
            ? compile(prepared)
            : new Compilation.Rejected(List.of(Prompt.notAnItem(root, prepared.function)));
    if (compilation instanceof Compilation.Compiled(var compiled, var warnings)) {
      List<String> dropped = keep(prepared);
      last = compiled;
      List<String> defined = prepared.fresh.stream().map(Entry::key).toList();
      return new Reply.Done(Type.Scalar.UNIT, null, defined, dropped, prepared.text.back(warnings));
    }
    entries.clear();
    entries.putAll(before);
    modules.clear();
    modules.putAll(modulesBefore);
    return new Reply.Refused(prepared.text.back(compilation.diagnostics()));
  }

  /// An input, made part of a script.
  ///
  /// @param fresh the items of the input
  /// @param given the variables that the function takes
  /// @param function what its statements became; null if it has none
  private record Prepared(
      SessionText text,
      List<Entry> fresh,
      List<Binding> given,
      Ast.@Nullable Function function,
      Ast.File file,
      List<Diagnostic> diagnostics) {}

  private Prepared prepare(Source input) {
    return prepare(Prompt.whole(input), "");
  }

  private Prepared prepare(Source input, String origin) {
    Prompt first = Prompt.read(input);
    List<Entry> fresh = first.items().stream().map(item -> Entry.of(input, item, origin)).toList();
    Map<String, Entry> staying = new LinkedHashMap<>(entries);
    fresh.forEach(entry -> staying.remove(entry.key()));
    SessionText text = new SessionText(staying.values(), input);
    Prompt shifted = Prompt.read(text.input());
    List<Ast.Item> items = new ArrayList<>(Parser.parse(text.items()).file().items());
    items.addAll(shifted.items());
    List<Binding> given = bindings();
    Ast.Function function = shifted.function(given);
    if (function != null) {
      items.add(function);
    }
    Ast.File file = new Ast.File(text.whole(), new Span(0, text.whole().text().length()), items);
    return new Prepared(text, fresh, given, function, file, shifted.diagnostics());
  }

  private Compilation compile(Prepared prepared) {
    List<Diagnostic> found = new ArrayList<>(prepared.diagnostics);
    List<ParsedModule> parsed = modules(prepared, found);
    return hasErrors(found) ? new Compilation.Rejected(found) : runtime.compile(parsed);
  }

  private Checked check(Prepared prepared) {
    List<Diagnostic> found = new ArrayList<>(prepared.diagnostics);
    List<ParsedModule> parsed = modules(prepared, found);
    return hasErrors(found) ? new Checked(null, found) : Checker.check(parsed, runtime.library());
  }

  private List<ParsedModule> modules(Prepared prepared, List<Diagnostic> found) {
    List<ParsedModule> parsed = new ArrayList<>();
    parsed.add(new ParsedModule("pkg", prepared.file));
    for (SourceTree.Module module : modules.values()) {
      Parsed one = Parser.parse(module.source());
      found.addAll(one.diagnostics());
      parsed.add(new ParsedModule(module.path(), one.file()));
    }
    return parsed;
  }

  private static boolean hasErrors(List<Diagnostic> diagnostics) {
    return diagnostics.stream().anyMatch(one -> one.severity() == Severity.ERROR);
  }

  private static List<Diagnostic> ofInterest(Collection<Diagnostic> all, boolean errors) {
    return all.stream()
        .filter(one -> !NOT_OF_INTEREST.contains(one.code()))
        .filter(one -> !errors || one.severity() == Severity.ERROR)
        .toList();
  }

  /// Takes the items of an input over; gives the variables that their new types make impossible.
  private List<String> keep(Prepared prepared) {
    Set<String> changed = new HashSet<>();
    for (Entry entry : prepared.fresh) {
      Entry old = entries.remove(entry.key());
      if (old != null && !old.text().equals(entry.text())) {
        changed.add("pkg." + entry.key());
      }
      entries.put(entry.key(), entry);
    }
    List<String> dropped =
        bindings.values().stream()
            .filter(binding -> TypeExpressions.mentions(binding.type(), changed))
            .map(Binding::name)
            .toList();
    dropped.forEach(bindings::remove);
    return dropped;
  }

  private static Type result(Program program) {
    return program.functions().stream()
        .filter(function -> function.name().equals(PROMPT))
        .findFirst()
        .orElseThrow()
        .result();
  }

  private Binding run(CompiledPackage compiled, Prepared prepared) {
    @Nullable Object[] arguments =
        prepared.given.stream().map(Binding::value).toArray(Object[]::new);
    long start = clock.getAsLong();
    Object record = compiled.call(PROMPT, LIMITS, null, arguments);
    nanoseconds = clock.getAsLong() - start;
    Binding value = new Binding("", Type.Scalar.UNIT, null);
    for (Binding part : Prompt.parts(result(compiled.program()), record)) {
      if (part.name().equals(Prompt.VALUE)) {
        value = part;
      } else {
        bindings.put(part.name(), part);
      }
    }
    return value;
  }
}
