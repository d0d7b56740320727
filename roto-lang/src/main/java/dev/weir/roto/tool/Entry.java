package dev.weir.roto.tool;

import dev.weir.roto.source.Source;
import dev.weir.roto.source.Span;
import dev.weir.roto.syntax.Ast;
import org.jspecify.annotations.Nullable;

/// An item of a session, as somebody wrote it.
///
/// @param key under which a later item takes its place: its name, and for tests and imports the
///   word before it too, since those have name spaces of their own
/// @param documentation its doc comment, as lines of `///`, or empty
/// @param source the text it stands in
/// @param span its place there
/// @param declaration how it is declared, without its body
/// @param origin the name it was loaded under; empty for what was entered at the prompt
record Entry(
    String key, String documentation, Source source, Span span, String declaration, String origin) {
  static Entry of(Source source, Ast.Item item, String origin) {
    Span span = item.span();
    String text = source.text(span);
    String documentation = documentation(item);
    return new Entry(
        key(item, text),
        documentation == null || text.startsWith("//") || text.startsWith("/*")
            ? ""
            : documentation.strip().indent(0).replaceAll("(?m)^", "/// ").strip() + "\n",
        source,
        span,
        ScriptDocs.signature(source, item),
        origin);
  }

  /// The text of the item alone.
  String text() {
    return source.text(span);
  }

  /// Whether expressions can name it.
  boolean isNamed() {
    return key.indexOf(' ') < 0;
  }

  private static String key(Ast.Item item, String text) {
    return switch (item) {
      case Ast.Function function -> function.name().name();
      case Ast.Constant constant -> constant.name().name();
      case Ast.Record type -> type.name().name();
      case Ast.Enum type -> type.name().name();
      case Ast.Test test -> "test " + test.name().name();
      case Ast.Import _ -> "import " + text.substring(6).replaceAll("\\s+", "");
      default -> text;
    };
  }

  private static @Nullable String documentation(Ast.Item item) {
    return switch (item) {
      case Ast.Function function -> function.documentation();
      case Ast.Constant constant -> constant.documentation();
      case Ast.Record type -> type.documentation();
      case Ast.Enum type -> type.documentation();
      case Ast.Test test -> test.documentation();
      default -> null;
    };
  }
}
