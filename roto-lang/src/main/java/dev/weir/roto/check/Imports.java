package dev.weir.roto.check;

import dev.weir.roto.source.Code;
import dev.weir.roto.source.Diagnostic;
import dev.weir.roto.source.Source;
import dev.weir.roto.syntax.Ast;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Finds what imports name, whatever their order.
///
/// The imports of one place (a module or a block) may build on one another: `import a.b; import
/// b.c;`. They are resolved in rounds: an import whose first name another import of the place may
/// still provide waits for it. When a round brings nothing, what waits goes in circles, and is
/// looked up outside.
final class Imports {
  /// One name to import.
  private record Wanted(List<Ast.Identifier> path) {
    Ast.Identifier last() {
      return path.getLast();
    }

    String first() {
      return path.getFirst().name();
    }
  }

  private final Names names;
  private final Report report;

  Imports(Names names, Report report) {
    this.names = names;
    this.report = report;
  }

  /// Resolves the imports of a module.
  void ofModule(Module module) {
    List<Wanted> wanted = new ArrayList<>();
    for (Ast.Item item : module.file().items()) {
      if (item instanceof Ast.Import found) {
        collect(List.of(), found.tree(), wanted);
      }
    }
    solve(module, null, module.imports(), wanted);
  }

  /// Resolves the imports of a block.
  void ofBlock(Scope scope, List<Ast.Statement> statements) {
    List<Wanted> wanted = new ArrayList<>();
    for (Ast.Statement statement : statements) {
      if (statement instanceof Ast.Import found) {
        collect(List.of(), found.tree(), wanted);
      }
    }
    if (!wanted.isEmpty()) {
      solve(scope.module(), scope, scope.imports(), wanted);
    }
  }

  private static void collect(
      List<Ast.Identifier> before, Ast.ImportTree tree, List<Wanted> wanted) {
    List<Ast.Identifier> path = new ArrayList<>(before);
    path.addAll(tree.segments());
    if (tree.group().isEmpty()) {
      if (!path.isEmpty() && !tree.segments().isEmpty()) {
        wanted.add(new Wanted(path));
      }
      return;
    }
    for (Ast.ImportTree inner : tree.group()) {
      collect(path, inner, wanted);
    }
  }

  private void solve(
      Module module, @Nullable Scope scope, Map<String, Imported> target, List<Wanted> wanted) {
    List<Wanted> open = new ArrayList<>(wanted);
    Map<String, Integer> promised = new HashMap<>();
    open.forEach(want -> promised.merge(want.last().name(), 1, Integer::sum));
    boolean patient = true;
    while (!open.isEmpty()) {
      int before = open.size();
      for (Iterator<Wanted> iterator = open.iterator(); iterator.hasNext(); ) {
        Wanted want = iterator.next();
        if (patient && mustWait(module, target, promised, want)) {
          continue;
        }
        iterator.remove();
        promised.merge(want.last().name(), -1, Integer::sum);
        resolve(module, scope, target, want);
      }
      patient = open.size() < before;
    }
  }

  private static boolean mustWait(
      Module module, Map<String, Imported> target, Map<String, Integer> promised, Wanted want) {
    String first = want.first();
    if (first.equals("super")
        || first.equals("pkg")
        || target.containsKey(first)
        || module.declarations().containsKey(first)) {
      return false;
    }
    int itself = want.last().name().equals(first) ? 1 : 0;
    return promised.getOrDefault(first, 0) > itself;
  }

  private void resolve(
      Module module, @Nullable Scope scope, Map<String, Imported> target, Wanted want) {
    Source source = module.source();
    Names.Found found =
        names.resolve(scope == null ? new Scope(module) : scope, want.path(), Code.UNKNOWN_IMPORT);
    if (found == null) {
      mistake(target, want);
      return;
    }
    if (found.used() < want.path().size()) {
      Ast.Identifier wrong = want.path().get(found.used() - 1);
      names.wrongKind(source, wrong.span(), "a module or type", found.meaning());
      mistake(target, want);
      return;
    }
    if (found.meaning() instanceof Meaning.OfLocal) {
      report.add(
          Code.UNKNOWN_IMPORT,
          source,
          want.last().span(),
          "a variable cannot be imported",
          "expected a declared name");
      mistake(target, want);
      return;
    }
    enter(source, target, want, found.meaning());
  }

  private static void mistake(Map<String, Imported> target, Wanted want) {
    Imported nothing = new Imported(new Meaning.OfMistake(), want.last().span());
    nothing.use();
    target.putIfAbsent(want.last().name(), nothing);
  }

  private void enter(Source source, Map<String, Imported> target, Wanted want, Meaning meaning) {
    Ast.Identifier last = want.last();
    Imported before = target.get(last.name());
    if (before == null) {
      target.put(last.name(), new Imported(meaning, last.span()));
    } else if (before.meaning() instanceof Meaning.OfMistake) {
      target.put(last.name(), new Imported(meaning, last.span()));
    } else if (!before.meaning().equals(meaning)) {
      report.add(
          Diagnostic.of(
                  Code.DUPLICATE_NAME,
                  "`" + last.name() + "` is imported twice",
                  source,
                  last.span(),
                  "imported again here")
              .also(source, before.span(), "imported first here"));
    }
  }
}
