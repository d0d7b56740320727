package dev.weir.roto.syntax;

import dev.weir.roto.source.Source;
import dev.weir.roto.source.Span;
import java.lang.reflect.RecordComponent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A syntax tree as indented text: one line per node with its kind, its place and its plain values,
/// and its parts below it, named as in [Ast].
///
/// ```
/// File
///   items:
///     Function @1:1 kind=FN name=f
///       body: Block @1:8
/// ```
///
/// The form follows from the records of [Ast] alone: every component is shown, in order, so that
/// two trees have the same text exactly if they are equal.
public final class AstPrinter {
  private final StringBuilder out = new StringBuilder();
  private final @Nullable Source source;
  private final Map<Class<?>, RecordComponent[]> kinds = new HashMap<>();
  private int lastPosition;
  private int lastColumn;

  private AstPrinter(@Nullable Source source) {
    this.source = source;
  }

  /// The text of a file's tree with the places of its nodes.
  public static String print(Ast.File file) {
    return print(file, file.source());
  }

  /// The text of a tree.
  ///
  /// @param source what its places are in; with null they are left out
  public static String print(Ast node, @Nullable Source source) {
    AstPrinter printer = new AstPrinter(source);
    printer.node(node, 0);
    return printer.out.toString();
  }

  private void node(Ast node, int depth) {
    out.append(node.getClass().getSimpleName());
    if (source != null && !(node instanceof Ast.File)) {
      place(source, node.span().start());
    }
    RecordComponent[] components =
        kinds.computeIfAbsent(node.getClass(), Class::getRecordComponents);
    for (RecordComponent component : components) {
      Object value = value(node, component);
      if (value != null && isPlain(value)) {
        out.append(' ').append(component.getName()).append('=').append(plain(value));
      }
    }
    out.append('\n');
    for (RecordComponent component : components) {
      Object value = value(node, component);
      if (value instanceof Ast part && !isPlain(value)) {
        indent(depth + 1).append(component.getName()).append(": ");
        node(part, depth + 1);
      } else if (value instanceof List<?> parts) {
        list(component.getName(), parts, depth + 1);
      }
    }
  }

  /// Counts columns from the node before in the same line, so that one long line is not quadratic.
  private void place(Source in, int start) {
    int line = in.line(start);
    int begin = in.lineStart(line);
    int known = lastPosition >= begin && lastPosition <= start ? lastPosition : begin;
    int before = known == begin ? 0 : lastColumn;
    lastColumn = before + in.text().codePointCount(known, start);
    lastPosition = start;
    out.append(" @").append(line).append(':').append(lastColumn + 1);
  }

  private void list(String name, List<?> parts, int depth) {
    indent(depth).append(name).append(parts.isEmpty() ? ": none\n" : ":\n");
    for (Object part : parts) {
      indent(depth + 1);
      if (part instanceof Ast.Identifier identifier) {
        out.append(identifier.name()).append('\n');
      } else if (part instanceof Ast node) {
        node(node, depth + 1);
      }
    }
  }

  private StringBuilder indent(int depth) {
    return out.repeat("  ", depth);
  }

  private static @Nullable Object value(Ast node, RecordComponent component) {
    try {
      return component.getAccessor().invoke(node);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("a part of a tree cannot be read: " + component, e);
    }
  }

  private static boolean isPlain(Object value) {
    return value instanceof Ast.Identifier
        || value instanceof Ast.Path
        || !(value instanceof Ast
            || value instanceof List
            || value instanceof Span
            || value instanceof Source);
  }

  private static String plain(Object value) {
    return switch (value) {
      case Ast.Identifier identifier -> identifier.name();
      case Ast.Path path -> path.text();
      case String text -> quoted(text);
      case Character c -> c == 0 ? "none" : "'" + c + "'";
      default -> value.toString();
    };
  }

  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    text.codePoints()
        .forEach(c -> {
          switch (c) {
            case '"' -> quoted.append("\\\"");
            case '\\' -> quoted.append("\\\\");
            case '\n' -> quoted.append("\\n");
            default -> {
              if (Character.isISOControl(c) || c >= 0xD800 && c <= 0xDFFF) {
                quoted.append(String.format("\\" + "u{%x}", c));
              } else {
                quoted.appendCodePoint(c);
              }
            }
          }
        });
    return quoted.append('"').toString();
  }
}
