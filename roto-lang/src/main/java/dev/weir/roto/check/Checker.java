package dev.weir.roto.check;

import dev.weir.roto.library.Library;
import dev.weir.roto.source.Code;
import dev.weir.roto.source.Diagnostic;
import dev.weir.roto.source.Source;
import dev.weir.roto.source.Span;
import dev.weir.roto.syntax.Ast;
import dev.weir.roto.tree.Constant;
import dev.weir.roto.tree.Function;
import dev.weir.roto.tree.Program;
import dev.weir.roto.type.Type;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// From syntax trees to a typed program.
///
/// The work goes in rounds over the whole package: names, imports, insides of types, signatures,
/// bodies. Bodies are checked one after the other into drafts; only when the last has been checked
/// are all types known, since the result of a filter is inferred and may depend on another filter.
/// Then the drafts become trees, and what was put off is decided: how a value is turned into text,
/// whether a number fits its type, whether a match covers everything.
///
/// A script with errors gives diagnostics and no program; nothing is ever thrown.
public final class Checker {
  /// Something that can follow a point, for completion.
  ///
  /// @param signature `name: Type` of a field, `fn ..` of a method
  /// @param documentation Markdown; may be empty
  public record Member(String name, String signature, String documentation) {}

  /// A body that has been checked.
  private record Body(Routine routine, Draft draft) {}

  private final List<Module> modules = new ArrayList<>();
  private final Session session;
  private final Declarations declarations;
  private boolean sawBad;

  private Checker(List<ParsedModule> parsed, Library library) {
    Map<String, Module> byPath = new HashMap<>();
    for (ParsedModule each : parsed) {
      int point = each.path().lastIndexOf('.');
      Module parent = point < 0 ? null : byPath.get(each.path().substring(0, point));
      Module module = new Module(each.path(), parent, each.file());
      byPath.put(each.path(), module);
      modules.add(module);
      if (parent != null) {
        parent
            .declarations()
            .put(
                each.path().substring(point + 1),
                new Module.Entry(new Meaning.OfModule(module), module.source(), null));
      }
    }
    session = Session.of(new LibraryNames(library), modules.getFirst());
    declarations = new Declarations(session);
  }

  /// Checks a package.
  ///
  /// @param modules the root first, parents before their children; at least one
  /// @param library what scripts can name without declaring it
  public static Checked check(List<ParsedModule> modules, Library library) {
    Checker checker = new Checker(modules, library);
    try {
      Program program = checker.run();
      return new Checked(program, checker.diagnostics());
    } catch (StackOverflowError _) {
      Source source = modules.getFirst().file().source();
      checker
          .session
          .report()
          .add(Code.TOO_DEEP, source, new Span(0, 0), "the script is nested too deep", "");
      return new Checked(null, checker.diagnostics());
    }
  }

  /// What can follow a point after a value of a type, for completion.
  public static List<Member> membersOf(Type type, Library library, @Nullable Program program) {
    return Members.of(type, library);
  }

  private List<Diagnostic> diagnostics() {
    Map<Source, Integer> order = new IdentityHashMap<>();
    modules.forEach(module -> order.putIfAbsent(module.source(), order.size()));
    return session.report().sorted(order);
  }

  private @Nullable Program run() {
    modules.forEach(declarations::declare);
    modules.forEach(session.imports()::ofModule);
    declarations.defineTypes();
    TypeCycles.check(declarations.types(), session.report());
    declarations.declareSignatures();
    List<Body> bodies = new ArrayList<>();
    for (Routine routine : declarations.routines()) {
      if (routine.function().kind() == Function.Kind.FILTER) {
        bodies.add(body(routine));
      }
    }
    for (Routine routine : declarations.routines()) {
      if (routine.function().kind() != Function.Kind.FILTER) {
        bodies.add(body(routine));
      }
    }
    for (Body body : bodies) {
      session.types().settled(body.routine().function().result());
      body.routine().function().define(body.draft().make());
    }
    List<Constant> constants = Constants.ordered(declarations.routines(), session.report());
    if (!session.report().hasErrors()) {
      Instances.check(declarations.routines(), session);
    }
    unusedImports();
    return session.report().hasErrors() ? null : program(constants);
  }

  private Program program(List<Constant> constants) {
    List<Function> functions = new ArrayList<>();
    List<Function> tests = new ArrayList<>();
    for (Routine routine : declarations.routines()) {
      switch (routine.function().kind()) {
        case FUNCTION, FILTER -> functions.add(routine.function());
        case TEST -> tests.add(routine.function());
        case CONSTANT -> {}
      }
    }
    tests.sort(Comparator.comparing(Function::path));
    return new Program(
        modules.stream().map(Module::path).toList(),
        declarations.types().stream().map(Declarations.DeclaredType::definition).toList(),
        functions,
        constants,
        tests);
  }

  private Body body(Routine routine) {
    Type result = routine.function().result();
    int errors = session.report().errors();
    Expressions expressions = new Expressions(session, routine, result);
    Draft draft =
        switch (routine.item()) {
          case Ast.Function function ->
              expressions.blocks().check(function.body(), result, routine.scope());
          case Ast.Test test -> expressions.blocks().check(test.body(), result, routine.scope());
          case Ast.Constant constant -> expressions.check(constant.value(), result);
          default -> throw new IllegalStateException("no routine");
        };
    sawBad |= expressions.sawBad();
    if (!expressions.sawBad() && session.report().errors() == errors) {
      unusedVariables(expressions);
    }
    return new Body(routine, draft);
  }

  private void unusedVariables(Expressions expressions) {
    boolean filter = expressions.kind() == Function.Kind.FILTER;
    List<Slot> parameters = expressions.routine().parameters();
    for (Slot slot : expressions.declared()) {
      boolean given = filter && parameters.contains(slot);
      given |= slot.type().head() == Types.ERROR;
      if (!slot.isRead() && !slot.name().startsWith("_") && !given) {
        session
            .report()
            .add(
                Diagnostic.of(
                        Code.UNUSED_VARIABLE,
                        "`" + slot.name() + "` is never read",
                        expressions.source(),
                        slot.span(),
                        "never read")
                    .note("write `_" + slot.name() + "` if that is meant"));
      }
    }
  }

  private void unusedImports() {
    for (Module module : modules) {
      if (!sawBad) {
        module
            .imports()
            .forEach((name, imported) -> {
              if (!imported.isUsed()) {
                session.unusedImport(module.source(), name, imported);
              }
            });
      }
    }
  }
}
