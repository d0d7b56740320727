package dev.weir.roto.check;

import dev.weir.roto.source.Code;
import dev.weir.roto.source.Diagnostic;
import dev.weir.roto.source.Fix;
import dev.weir.roto.source.Source;
import dev.weir.roto.source.Span;
import dev.weir.roto.syntax.Ast;
import dev.weir.roto.type.Type;
import dev.weir.roto.type.TypeDefinition;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Looks names and paths up.
///
/// The first name of a path is searched from the inside out: the scopes of the function with the
/// imports of its blocks, the declarations of the module, its imports, the library, and what the
/// library makes visible everywhere. Each further name is searched only among what was declared in
/// what the name before it means. A module does not see the names of the module around it.
final class Names {
  /// What the first `used` names of a path mean; the names after that are members of a value.
  record Found(Meaning meaning, int used) {}

  private final LibraryNames library;
  private final Module root;
  private final Report report;
  private static final int MOST_SUGGESTIONS = 100;

  private final Map<TypeDefinition, List<String>> variants = new HashMap<>();
  private final Map<TypeDefinition, Map<String, Integer>> places = new HashMap<>();
  private int suggestions;

  Names(LibraryNames library, Module root, Report report) {
    this.library = library;
    this.root = root;
    this.report = report;
  }

  /// Takes the names of the variants of an enum of the package, which imports need before the enum
  /// is defined.
  void declareVariants(TypeDefinition type, List<String> names) {
    variants.put(type, names);
  }

  /// The place of a variant in its enum; -1 if there is none of that name.
  int variantIndex(TypeDefinition type, String name) {
    return places.computeIfAbsent(type, this::variantPlaces).getOrDefault(name, -1);
  }

  private Map<String, Integer> variantPlaces(TypeDefinition type) {
    Map<String, Integer> map = new HashMap<>();
    List<String> names = variants.get(type);
    if (names != null) {
      names.forEach(name -> map.put(name, map.size()));
    } else if (type.isDefined() && type.body() instanceof TypeDefinition.EnumBody body) {
      body.variants().forEach(variant -> map.put(variant.name(), map.size()));
    }
    return map;
  }

  /// The types of the payload of a variant.
  static List<Type> payload(Type.Named type, int variant) {
    List<Type> declared =
        ((TypeDefinition.EnumBody) type.definition().body()).variants().get(variant).payload();
    Map<Type.Parameter, Type> put = type.definition().substitution(type.arguments());
    return declared.stream().map(part -> part.with(put)).toList();
  }

  LibraryNames library() {
    return library;
  }

  /// What a name means, or null.
  @Nullable Meaning find(Scope scope, String name) {
    Meaning inner = scope.find(name);
    return inner != null ? inner : findInModule(scope.module(), name);
  }

  /// What a name means at the top of a module, or null.
  @Nullable Meaning findInModule(Module module, String name) {
    Module.Entry entry = module.declarations().get(name);
    if (entry != null) {
      return entry.meaning();
    }
    Imported imported = module.imports().get(name);
    return imported != null ? imported.use() : findOutside(name);
  }

  /// What a name means outside of all modules, or null.
  @Nullable Meaning findOutside(String name) {
    return name.equals("pkg") ? new Meaning.OfModule(root) : library.global(name);
  }

  /// What a name means among the declarations of something; null if nothing.
  @Nullable Meaning member(Meaning meaning, String name) {
    return switch (meaning) {
      case Meaning.OfModule of -> {
        Module.Entry entry = of.module().declarations().get(name);
        yield entry == null ? null : entry.meaning();
      }
      case Meaning.OfLibraryModule of -> library.member(of.path(), name);
      case Meaning.OfScalar of -> library.member(of.type().roto(), name);
      case Meaning.OfType of -> memberOfType(of.definition(), name);
      default -> null;
    };
  }

  private @Nullable Meaning memberOfType(TypeDefinition type, String name) {
    int index = variantIndex(type, name);
    return index >= 0 ? new Meaning.OfVariant(type, index) : library.member(type.path(), name);
  }

  /// Whether a name can be followed by a point and a declared name.
  static boolean isSpace(Meaning meaning) {
    return meaning instanceof Meaning.OfModule
        || meaning instanceof Meaning.OfLibraryModule
        || meaning instanceof Meaning.OfScalar
        || meaning instanceof Meaning.OfType;
  }

  /// What a path means as far as it consists of declared names; null after a report.
  @Nullable Found resolve(Scope scope, List<Ast.Identifier> path) {
    return resolve(scope, path, Code.UNKNOWN_NAME);
  }

  /// The same with the code of the report about a name that means nothing.
  @Nullable Found resolve(Scope scope, List<Ast.Identifier> path, Code missing) {
    Source source = scope.module().source();
    Ast.Identifier first = path.getFirst();
    Meaning meaning;
    int used = 1;
    if (first.name().equals("super")) {
      used = supers(path);
      meaning = above(scope.module(), path, used);
    } else {
      meaning = find(scope, first.name());
      if (meaning == null) {
        unknown(
            source, first, suggestions++ < MOST_SUGGESTIONS ? visible(scope) : List.of(), missing);
      }
    }
    return meaning == null || meaning instanceof Meaning.OfMistake
        ? null
        : follow(source, meaning, path, used, missing);
  }

  /// What the rest of a path means, from what its beginning means; null after a report.
  private @Nullable Found follow(
      Source source, Meaning start, List<Ast.Identifier> path, int from, Code missing) {
    Meaning meaning = start;
    int used = from;
    while (used < path.size() && isSpace(meaning)) {
      Ast.Identifier next = path.get(used);
      Meaning inner = member(meaning, next.name());
      if (inner == null) {
        unknownMember(source, meaning, next, missing);
        return null;
      }
      meaning = inner;
      used++;
    }
    return new Found(meaning, used);
  }

  /// How many `super` a path begins with.
  static int supers(List<Ast.Identifier> path) {
    int count = 0;
    while (count < path.size() && path.get(count).name().equals("super")) {
      count++;
    }
    return count;
  }

  /// The module so many levels up; null after a report.
  Meaning.@Nullable OfModule above(Module start, List<Ast.Identifier> path, int levels) {
    Module module = start;
    for (int i = 0; i < levels; i++) {
      Module parent = module.parent();
      if (parent == null) {
        report.add(
            Diagnostic.of(
                    Code.TOO_MANY_SUPER,
                    "too many `super`",
                    start.source(),
                    path.get(i).span(),
                    "`" + module.path() + "` has no module around it")
                .note("`super` is the module around `" + start.path() + "`"));
        return null;
      }
      module = parent;
    }
    return new Meaning.OfModule(module);
  }

  /// Says that a name means nothing.
  private void unknown(
      Source source, Ast.Identifier name, Collection<String> candidates, Code code) {
    Diagnostic diagnostic =
        Diagnostic.of(
            code,
            "cannot find `" + name.name() + "`",
            source,
            name.span(),
            "not found in this scope");
    if (name.name().equals("dep")) {
      diagnostic = diagnostic.note("`dep` is reserved for packages that others provide");
    }
    report.add(suggest(diagnostic, source, name, candidates));
  }

  private void unknownMember(Source source, Meaning meaning, Ast.Identifier name, Code code) {
    String owner = describe(meaning);
    boolean isEnum =
        meaning instanceof Meaning.OfType of
            && (variants.containsKey(of.definition())
                || of.definition().isDefined()
                    && of.definition().body() instanceof TypeDefinition.EnumBody);
    Diagnostic diagnostic =
        Diagnostic.of(
            isEnum && code == Code.UNKNOWN_NAME ? Code.UNKNOWN_VARIANT : code,
            "cannot find `" + name.name() + "` in " + owner,
            source,
            name.span(),
            "not found in " + owner);
    report.add(suggest(diagnostic, source, name, namesIn(meaning)));
  }

  /// Adds the name that was probably meant.
  static Diagnostic suggest(
      Diagnostic diagnostic, Source source, Ast.Identifier name, Collection<String> candidates) {
    String near = Suggestions.near(name.name(), candidates);
    return near == null
        ? diagnostic
        : diagnostic
            .note("did you mean `" + near + "`?")
            .fix(new Fix("write `" + near + "`", source, name.span(), near));
  }

  /// A meaning in words: `type Foo`, `module pkg.foo`.
  static String describe(Meaning meaning) {
    return switch (meaning) {
      case Meaning.OfModule of -> "module `" + of.module().path() + "`";
      case Meaning.OfLibraryModule of -> "module `" + of.path() + "`";
      case Meaning.OfScalar of -> "type `" + of.type() + "`";
      case Meaning.OfType of -> "type `" + of.definition().path() + "`";
      case Meaning.OfTypeParameter of -> "type parameter `" + of.parameter() + "`";
      case Meaning.OfFunction of -> "function `" + of.routine().name().name() + "`";
      case Meaning.OfLibraryFunction of -> "function `" + of.overloads().getFirst().path() + "`";
      case Meaning.OfConstant of -> "constant `" + of.routine().name().name() + "`";
      case Meaning.OfLibraryConstant of -> "constant `" + of.constant().path() + "`";
      case Meaning.OfContext of -> "context variable `" + of.variable().name() + "`";
      case Meaning.OfVariant of -> "a variant of `" + of.type().name() + "`";
      case Meaning.OfMistake _ -> "nothing";
      case Meaning.OfLocal of -> "variable `" + of.slot().name() + "`";
    };
  }

  /// The declaration of a variant.
  static TypeDefinition.Variant variant(Meaning.OfVariant of) {
    return ((TypeDefinition.EnumBody) of.type().body()).variants().get(of.index());
  }

  private Collection<String> namesIn(Meaning meaning) {
    List<String> names = new ArrayList<>();
    switch (meaning) {
      case Meaning.OfModule of -> names.addAll(of.module().declarations().keySet());
      case Meaning.OfLibraryModule of -> names.addAll(library.names(of.path()));
      case Meaning.OfScalar of -> names.addAll(library.names(of.type().roto()));
      case Meaning.OfType of -> {
        names.addAll(library.names(of.definition().path()));
        names.addAll(variants.getOrDefault(of.definition(), List.of()));
      }
      default -> {}
    }
    return names;
  }

  /// All names that are visible in a scope.
  Collection<String> visible(Scope scope) {
    List<String> names = new ArrayList<>();
    for (Scope each = scope; each != null; each = each.outer()) {
      each.slots().forEach(slot -> names.add(slot.name()));
      names.addAll(each.imports().keySet());
      names.addAll(each.typeParameters().keySet());
    }
    names.addAll(scope.module().declarations().keySet());
    names.addAll(scope.module().imports().keySet());
    names.addAll(library.names(""));
    names.addAll(library.prelude());
    return names;
  }

  /// Says that a name means something of another kind than is wanted.
  void wrongKind(Source source, Span span, String wanted, Meaning found) {
    Diagnostic diagnostic =
        Diagnostic.of(
            Code.WRONG_KIND,
            "expected " + wanted + ", found " + Names.describe(found),
            source,
            span,
            "expected " + wanted);
    Module.Entry entry = declaration(found);
    report.add(
        entry != null && entry.span() != null
            ? diagnostic.also(entry.source(), entry.span(), "declared here")
            : diagnostic.also(source, span, "this is " + found.words()));
  }

  /// Where a meaning is declared in the package, or null.
  Module.@Nullable Entry declaration(Meaning meaning) {
    return switch (meaning) {
      case Meaning.OfType of -> declarationAt(of.definition().path());
      case Meaning.OfVariant of -> declarationAt(of.type().path());
      case Meaning.OfFunction of -> entry(meaning, of.routine());
      case Meaning.OfConstant of -> entry(meaning, of.routine());
      default -> null;
    };
  }

  private static Module.Entry entry(Meaning meaning, Routine routine) {
    return new Module.Entry(meaning, routine.module().source(), routine.name().span());
  }

  private Module.@Nullable Entry declarationAt(String path) {
    Module module = root;
    String[] names = path.split("\\.");
    if (!names[0].equals("pkg")) {
      return null;
    }
    for (int i = 1; i < names.length; i++) {
      Map<String, Module.Entry> declarations = module.declarations();
      Module.Entry entry = declarations.get(names[i]);
      if (entry == null || i == names.length - 1) {
        return entry;
      }
      if (!(entry.meaning() instanceof Meaning.OfModule next)) {
        return null;
      }
      module = next.module();
    }
    return null;
  }
}
