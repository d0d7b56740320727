package dev.weir.roto.host;

import dev.weir.roto.source.Diagnostic;
import dev.weir.roto.source.Severity;
import java.util.List;

/// What came of compiling a package.
public sealed interface Compilation {
  /// Everything that was found, in the order of the texts.
  List<Diagnostic> diagnostics();

  /// What keeps the package from running: the findings that are no warnings.
  default List<Diagnostic> errors() {
    return diagnostics().stream().filter(each -> each.severity() == Severity.ERROR).toList();
  }

  /// The package can run.
  ///
  /// @param warnings what its author may want to know
  record Compiled(CompiledPackage result, List<Diagnostic> warnings) implements Compilation {
    /// Copies the list.
    public Compiled {
      warnings = List.copyOf(warnings);
    }

    @Override
    public List<Diagnostic> diagnostics() {
      return warnings;
    }
  }

  /// The package has errors.
  ///
  /// @param diagnostics at least one error, and the warnings
  record Rejected(List<Diagnostic> diagnostics) implements Compilation {
    /// Copies the list.
    public Rejected {
      diagnostics = List.copyOf(diagnostics);
    }
  }

  /// The package, of which the host is sure that it compiles.
  ///
  /// @throws IllegalStateException with the diagnostics if it does not
  default CompiledPackage orThrow() {
    return switch (this) {
      case Compiled compiled -> compiled.result();
      case Rejected rejected ->
          throw new IllegalStateException(
              String.join(
                  "\n", rejected.diagnostics().stream().map(Diagnostic::toString).toList()));
    };
  }
}
