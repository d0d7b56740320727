package dev.weir.roto.tool;

import dev.weir.roto.library.Library;
import dev.weir.roto.library.LibraryConstant;
import dev.weir.roto.library.LibraryFunction;
import dev.weir.roto.type.Type;
import dev.weir.roto.type.TypeDefinition;
import dev.weir.roto.type.TypeDefinition.EnumBody;
import dev.weir.roto.type.TypeDefinition.RecordBody;
import dev.weir.roto.type.TypeDefinition.Variant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Finds the words that can stand where the cursor is: behind a point the fields and methods of the
/// value to its left, or what belongs to the type to its left; elsewhere every name in scope.
///
/// The value to the left is found by going back over names, points, brackets and texts, and its
/// type by having the session check it, first together with the statements before it, so that their
/// variables are known.
public final class Completions {
  private final Session session;
  private final Library library;
  private final Map<String, Completion> found = new LinkedHashMap<>();

  private Completions(Session session) {
    this.session = session;
    this.library = session.runtime().library();
  }

  /// The words that begin with what stands before the cursor, sorted.
  ///
  /// @param cursor a place in the text
  public static List<Completion> at(Session session, String text, int cursor) {
    int start = wordStart(text, cursor);
    String prefix = text.substring(start, cursor);
    Completions all = new Completions(session);
    if (start > 0 && text.charAt(start - 1) == '.') {
      all.members(text, start - 1);
    } else {
      all.names();
    }
    return all.found.values().stream()
        .filter(one -> one.name().startsWith(prefix))
        .sorted(Comparator.comparing(Completion::name))
        .toList();
  }

  /// Where the word begins in which the cursor is.
  public static int wordStart(String text, int cursor) {
    int start = cursor;
    while (start > 0 && Character.isJavaIdentifierPart(text.charAt(start - 1))) {
      start--;
    }
    return start;
  }

  /// The methods and fields of a type.
  public static List<Completion> membersOf(Session session, Type type) {
    Completions all = new Completions(session);
    all.ofValue(type);
    return List.copyOf(all.found.values());
  }

  private void add(String name, String detail, String documentation) {
    found.putIfAbsent(name, new Completion(name, detail, documentation));
  }

  // ---- behind a point ---------------------------------------------------------------------------

  private void members(String text, int point) {
    int start = expressionStart(text, point);
    if (start < 0 || start == point) {
      return;
    }
    String left = text.substring(start, point);
    boolean isVariable = session.bindings().stream().anyMatch(one -> one.name().equals(left));
    if (!isVariable && ofOwner(left.strip())) {
      return;
    }
    Type type = session.typeOf(text.substring(0, point));
    if (type == null) {
      type = session.typeOf(left);
    }
    if (type != null) {
      ofValue(type);
    }
  }

  private void ofValue(Type type) {
    switch (type.head()) {
      case Type.Anonymous record -> fields(record.fields());
      case Type.Named named when named.definition().body() instanceof RecordBody ->
          fields(named.definition().fields(named.arguments()));
      default -> {}
    }
    for (LibraryFunction function : library.functions()) {
      if (function.method() && isOf(function.parameters().getFirst().type(), type.head())) {
        add(function.name(), function.signature(), function.documentation());
      }
    }
  }

  private void fields(List<Type.Field> fields) {
    fields.forEach(field -> add(field.name(), field.type().toString(), ""));
  }

  /// Whether a receiver takes a value; arguments of types count only where they are scalars.
  private static boolean isOf(Type receiver, Type type) {
    if (receiver instanceof Type.Named wanted && type instanceof Type.Named given) {
      if (wanted.definition() != given.definition()) {
        return false;
      }
      for (int i = 0; i < wanted.arguments().size(); i++) {
        Type argument = wanted.arguments().get(i);
        if (argument instanceof Type.Scalar && !argument.equals(given.arguments().get(i).head())) {
          return false;
        }
      }
      return true;
    }
    return receiver.equals(type);
  }

  /// What belongs to a type or a module of the library, or to an enum of the session.
  private boolean ofOwner(String owner) {
    String prefix = owner + ".";
    for (LibraryFunction function : library.functions()) {
      if (function.path().startsWith(prefix)) {
        inside(function.path(), prefix, function.signature(), function.documentation());
      }
    }
    for (LibraryConstant constant : library.constants()) {
      if (constant.path().startsWith(prefix)) {
        inside(constant.path(), prefix, constant.type().toString(), constant.documentation());
      }
    }
    for (TypeDefinition type : types()) {
      if ((type.path().equals(owner) || type.path().equals("pkg." + owner))
          && type.body() instanceof EnumBody body) {
        body.variants().forEach(one -> add(one.name(), variant(type, one), one.documentation()));
      }
    }
    return !found.isEmpty();
  }

  private void inside(String path, String prefix, String detail, String documentation) {
    String rest = path.substring(prefix.length());
    int point = rest.indexOf('.');
    if (point < 0) {
      add(rest, detail, documentation);
    } else {
      add(rest.substring(0, point), "module", "");
    }
  }

  private static String variant(TypeDefinition type, Variant variant) {
    String payload =
        variant.payload().isEmpty()
            ? ""
            : "("
                + String.join(", ", variant.payload().stream().map(Type::toString).toList())
                + ")";
    return type.name() + "." + variant.name() + payload;
  }

  // ---- names in scope ---------------------------------------------------------------------------

  private void names() {
    session.bindings().forEach(one -> add(one.name(), one.type().toString(), ""));
    session
        .declarations()
        .forEach((name, declaration) -> add(name, declaration.lines().findFirst().orElse(""), ""));
    for (LibraryFunction function : library.functions()) {
      add(first(function.path()), isGlobal(function.path()) ? function.signature() : "type", "");
    }
    library.constants().forEach(one -> add(first(one.path()), one.type().toString(), ""));
    library.context().forEach(one -> add(one.name(), one.type().toString(), one.documentation()));
    types().forEach(type -> add(first(type.path()), "type", type.documentation()));
    for (String path : library.globals()) {
      add(path.substring(path.lastIndexOf('.') + 1), path, "");
    }
    for (Type.Scalar scalar : Type.Scalar.values()) {
      if (Character.isLetter(scalar.roto().charAt(0))) {
        add(scalar.roto(), "type", "");
      }
    }
    Highlighting.KEYWORDS.forEach(word -> add(word, "keyword", ""));
  }

  private static boolean isGlobal(String path) {
    return path.indexOf('.') < 0;
  }

  private static String first(String path) {
    String name = path.startsWith("pkg.") ? path.substring("pkg.".length()) : path;
    int point = name.indexOf('.');
    return point < 0 ? name : name.substring(0, point);
  }

  private List<TypeDefinition> types() {
    List<TypeDefinition> types = new ArrayList<>(library.types());
    if (session.compiled() != null) {
      types.addAll(session.compiled().program().types());
    }
    return types;
  }

  // ---- backwards over an expression -------------------------------------------------------------

  /// Where the operand begins that ends at a place, or -1 if that cannot be said.
  static int expressionStart(String text, int end) {
    int at = end;
    while (true) {
      int before = at;
      while (at > 0 && (text.charAt(at - 1) == '?' || text.charAt(at - 1) == ' ')) {
        at--;
      }
      at = operandStart(text, at);
      if (at < 0) {
        return -1;
      }
      boolean isCall =
          at > 0
              && before > at
              && "([".indexOf(text.charAt(at)) >= 0
              && (Character.isJavaIdentifierPart(text.charAt(at - 1))
                  || ")]".indexOf(text.charAt(at - 1)) >= 0);
      if (isCall) {
        continue;
      }
      if (at == 0 || text.charAt(at - 1) != '.') {
        return at;
      }
      at--;
    }
  }

  private static int operandStart(String text, int end) {
    if (end == 0) {
      return -1;
    }
    char last = text.charAt(end - 1);
    if (last == ')' || last == ']') {
      return opening(text, end - 1);
    }
    if (last == '"' || last == '\'') {
      int quote = text.lastIndexOf(last, end - 2);
      while (quote > 0 && text.charAt(quote - 1) == '\\') {
        quote = text.lastIndexOf(last, quote - 1);
      }
      return quote > 0 && text.charAt(quote - 1) == 'f' ? quote - 1 : quote;
    }
    int start = end;
    while (start > 0
        && (Character.isJavaIdentifierPart(text.charAt(start - 1))
            || text.charAt(start - 1) == ':')) {
      start--;
    }
    return start == end ? -1 : start;
  }

  private static int opening(String text, int closing) {
    int depth = 0;
    char quote = 0;
    for (int i = closing; i >= 0; i--) {
      char c = text.charAt(i);
      if (quote != 0) {
        quote = c == quote && (i == 0 || text.charAt(i - 1) != '\\') ? 0 : quote;
      } else if (c == '"') {
        quote = c;
      } else if (c == ')' || c == ']' || c == '}') {
        depth++;
      } else if ((c == '(' || c == '[' || c == '{') && --depth == 0) {
        return i;
      }
    }
    return -1;
  }

  /// The documentation of a name: of an item, of a function, a type or a method of the library.
  public static @Nullable Completion describe(Session session, String name) {
    String declaration = session.declarations().get(name);
    if (declaration != null) {
      return new Completion(name, declaration, session.documentation(name));
    }
    Completions all = new Completions(session);
    for (LibraryFunction function : all.library.functions()) {
      if (function.path().equals(name) || function.name().equals(name)) {
        return new Completion(function.path(), function.signature(), function.documentation());
      }
    }
    for (LibraryConstant constant : all.library.constants()) {
      if (constant.path().equals(name) || constant.name().equals(name)) {
        return new Completion(
            constant.path(), constant.type().toString(), constant.documentation());
      }
    }
    for (TypeDefinition type : all.types()) {
      if (type.path().equals(name) || type.name().equals(name)) {
        all.ofOwner(type.name());
        String members = String.join(", ", all.found.keySet());
        return new Completion(
            type.path(),
            type.self().toString(),
            type.documentation() + (members.isEmpty() ? "" : "\n\nHas: " + members));
      }
    }
    return null;
  }
}
