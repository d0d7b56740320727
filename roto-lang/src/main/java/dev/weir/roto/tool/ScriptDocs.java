package dev.weir.roto.tool;

import dev.weir.roto.source.Source;
import dev.weir.roto.source.Span;
import dev.weir.roto.syntax.Ast;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Writes the items of a module as Markdown: what each is declared as, and its doc comment.
///
/// Items come in the order of the text, under one heading for each kind. Tests and imports are left
/// out: they are of no use to a caller.
public final class ScriptDocs {
  private final StringBuilder out = new StringBuilder();
  private final Source source;

  private ScriptDocs(Source source) {
    this.source = source;
  }

  /// The page of one module.
  ///
  /// @param path of the module: `pkg.filters`
  public static String markdown(String path, Ast.File file) {
    ScriptDocs docs = new ScriptDocs(file.source());
    docs.out.append("# ").append(path).append('\n');
    docs.section("Types", file.items(), Kind.TYPE);
    docs.section("Constants", file.items(), Kind.CONSTANT);
    docs.section("Filters", file.items(), Kind.FILTER);
    docs.section("Functions", file.items(), Kind.FUNCTION);
    return docs.out.toString();
  }

  /// As a script would declare an item, without its body.
  public static String signature(Source source, Ast.Item item) {
    return new ScriptDocs(source).declaration(item);
  }

  private enum Kind {
    TYPE,
    CONSTANT,
    FILTER,
    FUNCTION,
    NONE
  }

  private static Kind kind(Ast.Item item) {
    return switch (item) {
      case Ast.Record _, Ast.Enum _ -> Kind.TYPE;
      case Ast.Constant _ -> Kind.CONSTANT;
      case Ast.Function function when function.kind() == Ast.FunctionKind.FN -> Kind.FUNCTION;
      case Ast.Function function when function.kind() == Ast.FunctionKind.SNIPPET -> Kind.NONE;
      case Ast.Function _ -> Kind.FILTER;
      default -> Kind.NONE;
    };
  }

  private void section(String title, List<Ast.Item> items, Kind kind) {
    List<Ast.Item> mine = items.stream().filter(item -> kind(item) == kind).toList();
    if (mine.isEmpty()) {
      return;
    }
    out.append("\n## ").append(title).append('\n');
    for (Ast.Item item : mine) {
      out.append("\n### `").append(name(item)).append("`\n\n```roto\n");
      out.append(declaration(item)).append("\n```\n");
      String documentation = documentation(item);
      if (documentation != null && !documentation.isBlank()) {
        out.append('\n').append(documentation.strip()).append('\n');
      }
      members(item);
    }
  }

  private void members(Ast.Item item) {
    switch (item) {
      case Ast.Record type ->
          type.fields().forEach(field -> member(field.name().name(), field.documentation()));
      case Ast.Enum type ->
          type.variants().forEach(one -> member(one.name().name(), one.documentation()));
      default -> {}
    }
  }

  private void member(String name, @Nullable String documentation) {
    if (documentation != null && !documentation.isBlank()) {
      if (!out.substring(Math.max(0, out.length() - 3)).startsWith("*")) {
        out.append('\n');
      }
      String text = documentation.strip().replaceAll("\\s*\\n\\s*", " ");
      out.append("- `").append(name).append("`: ").append(text).append('\n');
    }
  }

  private static String name(Ast.Item item) {
    return switch (item) {
      case Ast.Function function -> function.name().name();
      case Ast.Constant constant -> constant.name().name();
      case Ast.Record type -> type.name().name();
      case Ast.Enum type -> type.name().name();
      case Ast.Test test -> test.name().name();
      default -> "";
    };
  }

  private static @Nullable String documentation(Ast.Item item) {
    return switch (item) {
      case Ast.Function function -> function.documentation();
      case Ast.Constant constant -> constant.documentation();
      case Ast.Record type -> type.documentation();
      case Ast.Enum type -> type.documentation();
      default -> null;
    };
  }

  private String declaration(Ast.Item item) {
    return switch (item) {
      case Ast.Function function -> declaration(function);
      case Ast.Constant constant ->
          "const " + constant.name().name() + ": " + text(constant.type()) + ";";
      case Ast.Record type ->
          "record " + type.name().name() + generics(type.typeParameters()) + fields(type.fields());
      case Ast.Enum type ->
          "enum " + type.name().name() + generics(type.typeParameters()) + variants(type);
      case Ast.Test test -> "test " + test.name().name();
      default -> text(item.span());
    };
  }

  private String declaration(Ast.Function function) {
    String word =
        switch (function.kind()) {
          case FN, SNIPPET -> "fn ";
          case FILTER -> "filter ";
          case FILTERMAP -> "filtermap ";
        };
    String parameters =
        String.join(
            ", ",
            function.parameters().stream()
                .map(one -> one.name().name() + ": " + text(one.type()))
                .toList());
    Ast.TypeExpression result = function.result();
    return word
        + function.name().name()
        + generics(function.typeParameters())
        + "("
        + parameters
        + ")"
        + (result == null ? "" : " -> " + text(result));
  }

  private String fields(List<Ast.Parameter> fields) {
    if (fields.isEmpty()) {
      return " {}";
    }
    StringBuilder text = new StringBuilder(" {\n");
    for (Ast.Parameter field : fields) {
      text.append("    ").append(field.name().name()).append(": ");
      text.append(text(field.type())).append(",\n");
    }
    return text.append('}').toString();
  }

  private String variants(Ast.Enum type) {
    StringBuilder text = new StringBuilder(" {\n");
    for (Ast.Variant variant : type.variants()) {
      text.append("    ").append(variant.name().name());
      if (!variant.payload().isEmpty()) {
        text.append('(');
        text.append(String.join(", ", variant.payload().stream().map(this::text).toList()));
        text.append(')');
      }
      text.append(",\n");
    }
    return text.append('}').toString();
  }

  private static String generics(List<Ast.Identifier> names) {
    return names.isEmpty()
        ? ""
        : "[" + String.join(", ", names.stream().map(Ast.Identifier::name).toList()) + "]";
  }

  private String text(Ast.TypeExpression type) {
    return text(type.span());
  }

  private String text(Span span) {
    return source.text(span).replaceAll("\\s+", " ");
  }
}
