package dev.weir.roto.host;

import dev.weir.roto.check.Checked;
import dev.weir.roto.check.Checker;
import dev.weir.roto.check.ParsedModule;
import dev.weir.roto.emit.EmitOptions;
import dev.weir.roto.emit.Emitter;
import dev.weir.roto.library.Library;
import dev.weir.roto.source.Diagnostic;
import dev.weir.roto.source.Severity;
import dev.weir.roto.source.Source;
import dev.weir.roto.source.SourceTree;
import dev.weir.roto.syntax.Parsed;
import dev.weir.roto.syntax.Parser;
import dev.weir.roto.tree.Program;
import java.lang.invoke.MethodHandles;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// What scripts are compiled in: the standard library and what the host adds.
///
/// Immutable, and shared between threads at will.
public final class Runtime {
  private final Library library;
  private final Retrieval retrieval;
  private final AtomicLong versions = new AtomicLong();

  Runtime(Library library, Access access, @Nullable Class<?> context) {
    this.library = library;
    this.retrieval = new Retrieval(access, context);
  }

  /// A runtime with the standard library alone.
  public static Runtime standard() {
    return builder().build();
  }

  /// Begins a runtime: the standard library, and what is added to it. Reaches public classes of
  /// exported packages, and packages that are open.
  public static RuntimeBuilder builder() {
    return builder(MethodHandles.publicLookup());
  }

  /// Begins a runtime that may use what the caller may: `builder(MethodHandles.lookup())`. Handles
  /// on functions then live beside the caller's own classes, and HotSpot can see through them.
  public static RuntimeBuilder builder(MethodHandles.Lookup lookup) {
    return new RuntimeBuilder(lookup);
  }

  /// A runtime over a library that is there already, without a context.
  public static Runtime of(Library library) {
    return new Runtime(library, new Access(MethodHandles.publicLookup()), null);
  }

  /// Everything that scripts can name without declaring it.
  public Library library() {
    return library;
  }

  Retrieval retrieval() {
    return retrieval;
  }

  /// Compiles a package. Never throws at a script: whatever is wrong is a diagnostic.
  public Compilation compile(SourceTree tree) {
    return Workbench.work(tree.modules().getFirst().source(), () -> parseAndCompile(tree));
  }

  private Compilation parseAndCompile(SourceTree tree) {
    List<ParsedModule> modules = new ArrayList<>();
    List<Diagnostic> found = new ArrayList<>();
    for (SourceTree.Module module : tree.modules()) {
      Parsed parsed = Parser.parse(module.source());
      found.addAll(parsed.diagnostics());
      modules.add(new ParsedModule(module.path(), parsed.file()));
    }
    return compile(modules, found);
  }

  /// Compiles what has been parsed already, without errors.
  ///
  /// @param modules the root first, every parent before its children
  public Compilation compile(List<ParsedModule> modules) {
    return Workbench.work(modules.getFirst().file().source(), () -> compile(modules, List.of()));
  }

  /// Compiles a package once more, so that it tells a listener of each decision: conditions, what
  /// is compared and matched, the arms that are taken, results. It is slower then; the package
  /// itself stays as it is.
  ///
  /// @param script of this runtime
  /// @return rejected only where a function is too large with the reports in it
  public Compilation traced(CompiledPackage script, TraceListener listener) {
    Source source =
        script.program().functions().isEmpty()
            ? new Source("", "")
            : script.program().functions().getFirst().source();
    return Workbench.work(
        source, () -> emit(Tracing.of(script.program(), listener), new ArrayList<>()));
  }

  /// A text with errors is checked too, so that a person sees more of them at once.
  private Compilation compile(List<ParsedModule> modules, List<Diagnostic> ofParser) {
    List<Diagnostic> found = new ArrayList<>(ofParser);
    Checked checked = Checker.check(modules, library);
    found.addAll(checked.diagnostics());
    Program program = checked.program();
    if (program == null || hasErrors(found)) {
      return new Compilation.Rejected(found);
    }
    return emit(program, found);
  }

  private Compilation emit(Program program, List<Diagnostic> found) {
    dev.weir.roto.emit.Compiled emitted = Emitter.emit(program, library, EmitOptions.USUAL);
    found.addAll(emitted.diagnostics());
    if (hasErrors(found)) {
      return new Compilation.Rejected(found);
    }
    CompiledPackage compiled =
        new CompiledPackage(
            program, new EmittedCode(emitted), retrieval, versions.incrementAndGet());
    return new Compilation.Compiled(compiled, found);
  }

  private static boolean hasErrors(List<Diagnostic> found) {
    return found.stream().anyMatch(each -> each.severity() == Severity.ERROR);
  }
}
