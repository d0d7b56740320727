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
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Writes everything that scripts can name without declaring it as Markdown.
///
/// Types whose functions differ in nothing but the type share a section, in which the type is
/// called `Self`: the integers would repeat each other eight times.
public final class LibraryDocs {
  private static final String SELF = "Self";

  private final Library library;
  private final Map<String, List<LibraryFunction>> functions = new LinkedHashMap<>();
  private final Map<String, List<LibraryConstant>> constants = new LinkedHashMap<>();
  private final Map<String, TypeDefinition> types = new LinkedHashMap<>();
  private final StringBuilder out = new StringBuilder();

  private LibraryDocs(Library library) {
    this.library = library;
    for (LibraryFunction function : library.functions()) {
      functions.computeIfAbsent(owner(function.path()), _ -> new ArrayList<>()).add(function);
    }
    for (LibraryConstant constant : library.constants()) {
      constants.computeIfAbsent(owner(constant.path()), _ -> new ArrayList<>()).add(constant);
    }
    for (TypeDefinition type : library.types()) {
      types.put(type.path(), type);
    }
  }

  /// The page of a library.
  public static String markdown(Library library) {
    LibraryDocs docs = new LibraryDocs(library);
    docs.write();
    return docs.out.toString();
  }

  private static String owner(String path) {
    int point = path.lastIndexOf('.');
    return point < 0 ? "" : path.substring(0, point);
  }

  private void write() {
    out.append("# Library\n\nWritten by `weir roto doc --library`; change the documentation in the")
        .append(" code, not here. `Self` is the type of the section. Where the first parameter is")
        .append(" `self`, the function can be called with a point: `self.name(..)`.\n");
    Map<String, List<String>> alike = new LinkedHashMap<>();
    for (String owner : owners()) {
      String content = section(owner);
      if (!content.isBlank()) {
        alike.computeIfAbsent(content, _ -> new ArrayList<>()).add(owner);
      }
    }
    alike.forEach((content, names) -> {
      out.append("\n## ").append(title(names)).append('\n').append(content);
    });
  }

  private static String title(List<String> owners) {
    return owners.getFirst().isEmpty()
        ? "Functions"
        : String.join(", ", owners.stream().map(one -> "`" + one + "`").toList());
  }

  /// Scalars, then declared types, then modules; functions without an owner first.
  private Set<String> owners() {
    Set<String> owners = new LinkedHashSet<>();
    owners.add("");
    for (Type.Scalar scalar : Type.Scalar.values()) {
      owners.add(scalar.roto());
    }
    owners.addAll(types.keySet());
    owners.addAll(functions.keySet());
    owners.addAll(constants.keySet());
    return owners;
  }

  private String section(String owner) {
    StringBuilder text = new StringBuilder();
    TypeDefinition type = types.get(owner);
    if (type != null) {
      describe(type, text);
    }
    List<LibraryConstant> mine = constants.getOrDefault(owner, List.of());
    if (!mine.isEmpty()) {
      text.append("\n| constant | type | |\n|---|---|---|\n");
      for (LibraryConstant constant : mine) {
        row(text, constant.name(), constant.type().toString(), constant.documentation());
      }
    }
    for (LibraryFunction function : functions.getOrDefault(owner, List.of())) {
      text.append("\n### `").append(own(function.signature(), owner)).append("`\n");
      if (!function.documentation().isBlank()) {
        text.append('\n').append(own(function.documentation().strip(), owner)).append('\n');
      }
    }
    if (owner.isEmpty() && !library.context().isEmpty()) {
      text.append("\n| variable of the context | type | |\n|---|---|---|\n");
      library
          .context()
          .forEach(one -> row(text, one.name(), one.type().toString(), one.documentation()));
    }
    return text.toString();
  }

  private static void row(StringBuilder text, String name, String type, String documentation) {
    String line = documentation.strip().replace("|", "\\|").replaceAll("\\s*\\n\\s*", " ");
    text.append("| `").append(name).append("` | `").append(type).append("` | ");
    text.append(line).append(" |\n");
  }

  private static void describe(TypeDefinition type, StringBuilder text) {
    String name = type.parameters().isEmpty() ? type.path() : type.path() + type.parameters();
    switch (type.body()) {
      case EnumBody body -> {
        text.append("\n```roto\nenum ").append(name).append(" {\n");
        for (Variant variant : body.variants()) {
          text.append("    ").append(variant.name());
          if (!variant.payload().isEmpty()) {
            String payload =
                String.join(", ", variant.payload().stream().map(Type::toString).toList());
            text.append('(').append(payload).append(')');
          }
          text.append(",\n");
        }
        text.append("}\n```\n");
      }
      case RecordBody body -> {
        text.append("\n```roto\nrecord ").append(name).append(" {\n");
        body.fields().forEach(field -> text.append("    ").append(field).append(",\n"));
        text.append("}\n```\n");
      }
      default -> text.append(type.parameters().isEmpty() ? "" : "\n`" + name + "`\n");
    }
    if (!type.documentation().isBlank()) {
      text.append('\n').append(type.documentation().strip()).append('\n');
    }
  }

  /// The text with `Self` for a scalar type's own name, so that equal sections are equal texts.
  private static String own(String text, String owner) {
    for (Type.Scalar scalar : Type.Scalar.values()) {
      if (scalar.isNumber() && scalar.roto().equals(owner)) {
        return text.replaceAll("\\b" + owner + "\\b", SELF);
      }
    }
    return text;
  }
}
