package dev.weir.roto.tool;

import dev.weir.roto.emit.ValueLayouts;
import dev.weir.roto.source.Code;
import dev.weir.roto.source.Diagnostic;
import dev.weir.roto.source.Source;
import dev.weir.roto.source.Span;
import dev.weir.roto.syntax.Ast;
import dev.weir.roto.syntax.ParsedSnippet;
import dev.weir.roto.syntax.Parser;
import dev.weir.roto.type.Type;
import java.lang.invoke.MethodHandle;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What was entered, taken apart: items, and statements with a last value.
///
/// @param items with the imports among the statements, which thus stay
/// @param result null if the input has no value
record Prompt(
    List<Ast.Item> items,
    List<Ast.Statement> statements,
    Ast.@Nullable Expression result,
    Span span,
    List<Diagnostic> diagnostics) {
  /// The name of the field that holds the value of an input; no script can write it.
  static final String VALUE = "$value";

  /// An input with the semicolon that its end lacks: `let x = 5` needs none at a prompt.
  ///
  /// An input that is right without one stays as it is, and so does one that a semicolon does not
  /// make right: what it lacks is something else, such as a bracket.
  static Source whole(Source input) {
    if (Parser.snippet(input).succeeded()) {
      return input;
    }
    // A comment at the end would swallow a semicolon in its line.
    return Stream.of(";", "\n;")
        .map(end -> new Source(input.name(), input.text() + end))
        .filter(ended -> Parser.snippet(ended).succeeded())
        .findFirst()
        .orElse(input);
  }

  /// Reads an input.
  static Prompt read(Source input) {
    ParsedSnippet snippet = Parser.snippet(input);
    List<Ast.Item> items = new ArrayList<>(snippet.items());
    List<Ast.Statement> statements = new ArrayList<>();
    for (Ast.Statement statement : snippet.block().statements()) {
      if (statement instanceof Ast.Import kept) {
        items.add(kept);
      } else {
        statements.add(statement);
      }
    }
    Ast.Expression result = snippet.block().result();
    if (result == null
        && !statements.isEmpty()
        && statements.getLast() instanceof Ast.ExpressionStatement last
        && !last.semicolon()) {
      result = last.expression();
      statements.removeLast();
    }
    return new Prompt(items, statements, result, snippet.block().span(), snippet.diagnostics());
  }

  /// The statements as a function over the variables of the session; null if there are none.
  Ast.@Nullable Function function(List<Binding> bindings) {
    if (statements.isEmpty() && result == null) {
      return null;
    }
    Span name = result != null ? result.span() : statements.getFirst().span();
    Set<String> variables = new LinkedHashSet<>();
    bindings.forEach(binding -> variables.add(binding.name()));
    for (Ast.Statement statement : statements) {
      if (statement instanceof Ast.Let let) {
        variables.add(let.name().name());
      }
    }
    List<Ast.FieldValue> fields = new ArrayList<>();
    if (result != null) {
      fields.add(field(VALUE, result, result.span()));
    }
    for (String variable : variables) {
      fields.add(field(variable, new Ast.Name(name, variable), name));
    }
    // The statements stand in a block of their own, where they may declare a variable anew.
    Ast.Expression all = new Ast.RecordLiteral(name, null, fields);
    Ast.Block inner = new Ast.Block(span, statements, all);
    return new Ast.Function(
        span,
        null,
        Ast.FunctionKind.SNIPPET,
        new Ast.Identifier(name, Session.PROMPT),
        List.of(),
        bindings.stream()
            .map(one -> TypeExpressions.parameter(one.name(), one.type(), name))
            .toList(),
        null,
        new Ast.Block(span, List.of(), inner));
  }

  private static Ast.FieldValue field(String name, Ast.Expression value, Span span) {
    return new Ast.FieldValue(span, new Ast.Identifier(span, name), value);
  }

  /// The type of the value in the record that an input gives.
  static Type valueType(Type record) {
    return fields(record).stream()
        .filter(field -> field.name().equals(VALUE))
        .map(Type.Field::type)
        .findFirst()
        .orElse(Type.Scalar.UNIT);
  }

  private static List<Type.Field> fields(Type record) {
    return record.head() instanceof Type.Anonymous anonymous ? anonymous.fields() : List.of();
  }

  /// The value and the variables that an input gives.
  static List<Binding> parts(Type record, @Nullable Object boxed) {
    List<Type.Field> fields = fields(record);
    List<Binding> parts = new ArrayList<>();
    if (boxed == null || fields.isEmpty()) {
      return parts;
    }
    List<MethodHandle> getters = ValueLayouts.of(record).variants().getFirst().getters();
    for (int i = 0; i < fields.size(); i++) {
      Type type = fields.get(i).type();
      if (fields.get(i).name().equals(VALUE) || TypeExpressions.isStorable(type)) {
        parts.add(new Binding(fields.get(i).name(), type, read(getters.get(i), boxed)));
      }
    }
    return parts;
  }

  private static @Nullable Object read(MethodHandle getter, Object record) {
    try {
      return getter.invoke(record);
    } catch (Throwable impossible) {
      throw new IllegalStateException("a field cannot be read", impossible);
    }
  }

  /// What is said where a file holds statements.
  static Diagnostic notAnItem(Source source, Ast.Function statements) {
    return Diagnostic.of(
            Code.EXPECTED_ITEM,
            "a file holds items, and this is a statement",
            source,
            statements.name().span(),
            "put it into a function")
        .note("statements can be entered at the prompt only");
  }
}
