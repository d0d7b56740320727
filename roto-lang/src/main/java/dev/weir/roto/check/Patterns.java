package dev.weir.roto.check;

import dev.weir.roto.source.Code;
import dev.weir.roto.source.Diagnostic;
import dev.weir.roto.source.Span;
import dev.weir.roto.syntax.Ast;
import dev.weir.roto.tree.Pattern;
import dev.weir.roto.type.Type;
import dev.weir.roto.type.Type.Kind;
import dev.weir.roto.type.TypeDefinition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Patterns against the type of what they are compared with.
///
/// At the top of an arm a bare name is a variant where the value is an enum, and otherwise binds
/// the value; inside a variant or record it always binds.
final class Patterns {
  /// A pattern whose tree is made when all types are known.
  record Checked(Supplier<Pattern> maker, boolean bad) {}

  /// The names that the alternatives of an or-pattern share.
  ///
  /// @param earlier what the first alternative bound
  /// @param seen what this alternative has bound so far
  private record Alternative(Map<String, Slot> earlier, Set<String> seen, boolean first) {}

  private final Expressions in;
  private final LiteralPatterns literals;
  private @Nullable Alternative alternative;

  Patterns(Expressions in) {
    this.in = in;
    this.literals = new LiteralPatterns(in);
  }

  /// Checks the pattern of an arm or condition; its names go into the current scope.
  Checked check(Ast.Pattern pattern, Type type) {
    return check(pattern, type, true);
  }

  private Checked check(Ast.Pattern pattern, Type type, boolean top) {
    if (type.head() == Types.ERROR) {
      return unknown(pattern);
    }
    return switch (pattern) {
      case Ast.Wildcard wildcard -> any(wildcard.span());
      case Ast.BadPattern bad -> bad(bad.span());
      case Ast.NamePattern name -> top ? topName(name.name(), type) : bind(name.name(), type);
      case Ast.VariantPattern variant -> path(variant, type);
      case Ast.LiteralPattern literal -> literals.literal(literal, type);
      case Ast.RangePattern range -> literals.range(range, type);
      case Ast.PrefixPattern prefix -> literals.prefix(prefix, type);
      case Ast.OrPattern or -> or(or, type, top);
      case Ast.RecordPattern record -> record(record, type);
    };
  }

  static Checked any(Span span) {
    return new Checked(() -> new Pattern.Any(span), false);
  }

  static Checked bad(Span span) {
    return new Checked(() -> new Pattern.Any(span), true);
  }

  private Checked fail(Code code, Span span, String message, String label) {
    in.fail(code, span, message, label);
    return bad(span);
  }

  /// Declares the names of a pattern of which nothing can be said, so that they are found.
  private Checked unknown(Ast.Pattern pattern) {
    switch (pattern) {
      case Ast.NamePattern name -> bind(name.name(), Types.ERROR);
      case Ast.VariantPattern variant when variant.arguments() != null ->
          variant.arguments().forEach(this::unknown);
      case Ast.RecordPattern record ->
          record
              .fields()
              .forEach(field -> {
                if (field.pattern() == null) {
                  bind(field.name(), Types.ERROR);
                } else {
                  unknown(field.pattern());
                }
              });
      case Ast.OrPattern or when !or.alternatives().isEmpty() ->
          unknown(or.alternatives().getFirst());
      default -> {}
    }
    return bad(pattern.span());
  }

  // ---- names ------------------------------------------------------------------------------------

  private Checked bind(Ast.Identifier name, Type type) {
    Alternative within = alternative;
    Slot slot = within == null ? null : within.earlier().get(name.name());
    boolean again = within != null && !within.seen().add(name.name());
    if (slot == null || again || within == null || within.first()) {
      slot = in.declare(name, type);
      if (type.head() == Types.ERROR) {
        slot.use();
      }
      if (within != null) {
        within.earlier().put(name.name(), slot);
      }
    } else if (!in.types().unify(slot.type(), type)) {
      in.session().mismatch(in.source(), name.span(), slot.type(), type);
      return bad(name.span());
    }
    warnOfVariant(name, type);
    Slot known = slot;
    return new Checked(
        () ->
            in.types().settled(known.type()) == Type.Scalar.NEVER
                ? new Pattern.Any(name.span())
                : new Pattern.Bind(name.span(), known.local(in.types())),
        false);
  }

  private void warnOfVariant(Ast.Identifier name, Type type) {
    if (!(type.head() instanceof Type.Named named)) {
      return;
    }
    int index = in.session().names().variantIndex(named.definition(), name.name());
    if (index >= 0 && variants(named.definition()).get(index).payload().isEmpty()) {
      in.report(
          Diagnostic.of(
                  Code.BINDING_LIKE_VARIANT,
                  "`" + name.name() + "` binds any value, although a variant has that name",
                  in.source(),
                  name.span(),
                  "a binding, not the variant")
              .note(
                  "write `" + named.definition().name() + "." + name.name() + "` for the variant"));
    }
  }

  private static List<TypeDefinition.Variant> variants(TypeDefinition definition) {
    return definition.isDefined() && definition.body() instanceof TypeDefinition.EnumBody body
        ? body.variants()
        : List.of();
  }

  private static boolean isEnum(Type type) {
    return type.head() instanceof Type.Named named
        && named.definition().body() instanceof TypeDefinition.EnumBody;
  }

  private Checked topName(Ast.Identifier name, Type type) {
    boolean open = type.head() instanceof Type.Variable variable && variable.kind() == Kind.ANY;
    if (open) {
      Meaning meaning = in.session().names().find(in.scope(), name.name());
      if (meaning instanceof Meaning.OfVariant of) {
        in.types().unify(type, in.types().instantiate(of.type()));
      } else {
        return fail(
            Code.UNKNOWN_TYPE,
            name.span(),
            "the type must be known before it is matched",
            "the type of the value is not known here");
      }
    }
    return isEnum(type)
        ? variantOf(name, name.span(), null, (Type.Named) type.head())
        : bind(name, type);
  }

  // ---- variants and constants -------------------------------------------------------------------

  private Checked path(Ast.VariantPattern pattern, Type type) {
    List<Ast.Identifier> path = pattern.path().segments();
    if (path.size() == 1) {
      if (type.head() instanceof Type.Variable) {
        topName(path.getFirst(), type);
      }
      if (isEnum(type)) {
        return variantOf(
            path.getFirst(), pattern.span(), pattern.arguments(), (Type.Named) type.head());
      }
    }
    Names.Found found = in.session().names().resolve(in.scope(), path);
    if (found == null) {
      return unknown(pattern);
    }
    Meaning meaning = found.meaning();
    if (found.used() == path.size() && meaning instanceof Meaning.OfVariant of) {
      Type.Named own = in.types().instantiate(of.type());
      if (!in.types().fits(type, own)) {
        in.session().mismatch(in.source(), pattern.span(), type, own);
        return unknown(pattern);
      }
      return variantOf(path.getLast(), pattern.span(), pattern.arguments(), own);
    }
    boolean constant =
        found.used() == path.size()
            && pattern.arguments() == null
            && (meaning instanceof Meaning.OfConstant
                || meaning instanceof Meaning.OfLibraryConstant);
    if (constant) {
      return literals.constant(pattern, meaning, type);
    }
    in.fail(
        Code.INVALID_PATTERN,
        pattern.path().span(),
        "expected a variant or a constant, found " + Names.describe(meaning),
        "this is " + meaning.words());
    return unknown(pattern);
  }

  private Checked variantOf(
      Ast.Identifier name, Span span, @Nullable List<Ast.Pattern> written, Type.Named type) {
    int index = in.session().names().variantIndex(type.definition(), name.name());
    if (index < 0) {
      List<String> names =
          variants(type.definition()).stream().map(TypeDefinition.Variant::name).toList();
      Diagnostic diagnostic =
          Names.suggest(
              Diagnostic.of(
                  Code.UNKNOWN_VARIANT,
                  "`" + type.definition().name() + "` has no variant `" + name.name() + "`",
                  in.source(),
                  name.span(),
                  "no such variant"),
              in.source(),
              name,
              names);
      in.report(diagnostic.note("variants: " + String.join(", ", names)));
      if (written != null) {
        written.forEach(this::unknown);
      }
      return bad(span);
    }
    List<Type> payload = Names.payload(type, index);
    List<Ast.Pattern> patterns = written == null ? List.of() : written;
    if (payload.size() != patterns.size() || written != null && payload.isEmpty()) {
      patterns.forEach(this::unknown);
      return fail(
          Code.PATTERN_ARGUMENTS,
          span,
          payload.isEmpty()
              ? "`" + name.name() + "` has no payload, so its pattern has no parentheses"
              : "`" + name.name() + "` has " + TypeReader.count(payload.size(), "argument"),
          "found " + (written == null ? "none" : TypeReader.count(patterns.size(), "argument")));
    }
    List<Checked> parts = new ArrayList<>(payload.size());
    for (int i = 0; i < payload.size(); i++) {
      parts.add(check(patterns.get(i), payload.get(i), false));
    }
    return new Checked(
        () -> new Pattern.Variant(span, in.types().settledNamed(type), index, make(parts)),
        parts.stream().anyMatch(Checked::bad));
  }

  private static List<Pattern> make(List<Checked> parts) {
    return parts.stream().map(part -> part.maker().get()).toList();
  }

  // ---- alternatives -----------------------------------------------------------------------------

  private Checked or(Ast.OrPattern pattern, Type type, boolean top) {
    Alternative outside = alternative;
    Map<String, Slot> shared = new HashMap<>();
    List<Checked> parts = new ArrayList<>();
    Set<String> names = null;
    boolean bad = false;
    for (Ast.Pattern each : pattern.alternatives()) {
      Alternative own = new Alternative(shared, new HashSet<>(), names == null);
      alternative = own;
      Checked part = check(each, type, top);
      bad |= part.bad();
      parts.add(part);
      if (names == null) {
        names = Set.copyOf(own.seen());
      } else if (!part.bad() && !bad && !names.equals(own.seen())) {
        in.fail(
            Code.INVALID_PATTERN,
            each.span(),
            "all alternatives must bind the same names",
            "binds other names than the first");
        bad = true;
      }
    }
    alternative = outside;
    if (outside != null && names != null) {
      bad |= join(outside, shared, names, pattern);
    }
    return new Checked(() -> new Pattern.Or(pattern.span(), make(parts)), bad);
  }

  /// Makes the names of an inner or-pattern names of the alternative around it.
  private boolean join(
      Alternative outside, Map<String, Slot> shared, Set<String> names, Ast.OrPattern pattern) {
    for (String name : names) {
      Slot slot = shared.get(name);
      outside.seen().add(name);
      Slot before = outside.earlier().putIfAbsent(name, slot == null ? missing(name) : slot);
      if (before != null && before != slot) {
        in.fail(
            Code.INVALID_PATTERN,
            pattern.span(),
            "`" + name + "` is bound by an alternative inside another",
            "write the alternatives at one level");
        return true;
      }
    }
    return false;
  }

  private static Slot missing(String name) {
    throw new IllegalStateException(name + " is not bound");
  }

  // ---- records ----------------------------------------------------------------------------------

  private Checked record(Ast.RecordPattern pattern, Type type) {
    Type own = type;
    if (pattern.path() != null) {
      Names.Found found = in.session().names().resolve(in.scope(), pattern.path().segments());
      if (found == null) {
        return unknown(pattern);
      }
      if (!(found.meaning() instanceof Meaning.OfType(TypeDefinition definition))) {
        in.fail(
            Code.WRONG_KIND,
            pattern.path().span(),
            "expected a record type, found " + Names.describe(found.meaning()),
            "this is " + found.meaning().words());
        return unknown(pattern);
      }
      own = in.types().instantiate(definition);
      if (!in.types().fits(type, own)) {
        in.session().mismatch(in.source(), pattern.span(), type, own);
        return unknown(pattern);
      }
    }
    List<Type.Field> fields = Types.fieldsOf(own);
    if (fields == null) {
      in.fail(
          Code.INVALID_PATTERN,
          pattern.span(),
          Session.show(own) + " is no record",
          "a record pattern needs a record");
      return unknown(pattern);
    }
    return fields(pattern, own, fields);
  }

  private Checked fields(Ast.RecordPattern pattern, Type type, List<Type.Field> fields) {
    Map<String, Type> types = new HashMap<>();
    fields.forEach(field -> types.put(field.name(), field.type()));
    Map<String, Checked> parts = new HashMap<>();
    Set<String> seen = new HashSet<>();
    boolean bad = false;
    for (Ast.FieldPattern field : pattern.fields()) {
      String name = field.name().name();
      Type fieldType = types.get(name);
      boolean again = !seen.add(name);
      if (fieldType == null || again) {
        in.report(
            Names.suggest(
                Diagnostic.of(
                    Code.FIELDS,
                    again
                        ? "field `" + name + "` is matched twice"
                        : Session.show(type) + " has no field `" + name + "`",
                    in.source(),
                    field.name().span(),
                    again ? "matched again here" : "no such field"),
                in.source(),
                field.name(),
                types.keySet()));
        bad = true;
        fieldType = Types.ERROR;
      }
      Checked part =
          field.pattern() == null
              ? bind(field.name(), fieldType)
              : check(field.pattern(), fieldType, false);
      bad |= part.bad();
      parts.put(name, part);
    }
    List<String> missing =
        fields.stream().map(Type.Field::name).filter(name -> !seen.contains(name)).toList();
    if (!missing.isEmpty() && !pattern.rest() && !bad) {
      in.report(
          Diagnostic.of(
                  Code.FIELDS,
                  "the pattern leaves out " + String.join(", ", missing),
                  in.source(),
                  pattern.span(),
                  "missing: " + String.join(", ", missing))
              .note("write `..` for the fields that do not matter"));
      bad = true;
    }
    return new Checked(() -> build(pattern.span(), type, parts), bad);
  }

  private Pattern build(Span span, Type type, Map<String, Checked> parts) {
    Type settled = in.types().settled(type);
    List<Type.Field> fields = Types.fieldsOf(settled);
    List<Pattern> patterns = new ArrayList<>();
    for (Type.Field field : fields == null ? List.<Type.Field>of() : fields) {
      Checked part = parts.get(field.name());
      patterns.add(part == null ? new Pattern.Any(span) : part.maker().get());
    }
    return new Pattern.Record(span, settled, patterns);
  }
}
