package dev.weir.roto.host;

import dev.weir.inet.Asn;
import dev.weir.roto.emit.ValueLayouts;
import dev.weir.roto.library.Forms;
import dev.weir.roto.library.HostLayout;
import dev.weir.roto.library.Library;
import dev.weir.roto.run.RotoList;
import dev.weir.roto.run.RotoMap;
import dev.weir.roto.run.RotoSet;
import dev.weir.roto.run.TextBuffer;
import dev.weir.roto.run.Values;
import dev.weir.roto.type.BuiltIn;
import dev.weir.roto.type.Type;
import dev.weir.roto.type.TypeDefinition;
import dev.weir.roto.type.TypeDefinition.EnumBody;
import dev.weir.roto.type.TypeDefinition.RecordBody;
import dev.weir.roto.type.TypeDefinition.Variant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Shows a value as a script would write it.
///
/// Long lists and deep nesting are cut with `..`, since a list may even contain itself.
public final class ValuePrinter {
  private static final int MAXIMUM_DEPTH = 24;
  private static final int MAXIMUM_ELEMENTS = 200;
  private static final int MAXIMUM_LENGTH = 20_000;

  private final Library library;
  private final StringBuilder text = new StringBuilder();
  private int depth;

  private ValuePrinter(Library library) {
    this.library = library;
  }

  /// The text of a value.
  ///
  /// @param library that the value's type comes from
  /// @param type of the value
  /// @param value in its boxed form; null is `None`
  public static String print(Library library, Type type, @Nullable Object value) {
    ValuePrinter printer = new ValuePrinter(library);
    printer.value(type, value);
    return printer.text.toString();
  }

  private void value(Type type, @Nullable Object value) {
    if (depth == MAXIMUM_DEPTH || text.length() > MAXIMUM_LENGTH) {
      text.append("..");
      return;
    }
    depth++;
    switch (type.head()) {
      case Type.Scalar scalar -> scalar(scalar, value);
      case Type.Anonymous record -> record("", record.fields(), ValueLayouts.of(record), value);
      case Type.Named named -> named(named, value);
      case Type.Function _, Type.Parameter _, Type.Variable _ -> text.append(value);
    }
    depth--;
  }

  private void scalar(Type.Scalar scalar, @Nullable Object value) {
    switch (scalar) {
      case UNIT, NEVER -> text.append("()");
      case CHAR -> quoted('\'', value instanceof Integer c ? Character.toString(c) : "");
      case U32 -> text.append(value instanceof Integer bits ? Integer.toUnsignedString(bits) : "");
      case U64 -> text.append(value instanceof Long bits ? Long.toUnsignedString(bits) : "");
      case ASN -> text.append(value instanceof Integer bits ? new Asn(bits) : "");
      case STRING -> quoted('"', String.valueOf(value));
      case F32, F64 -> text.append(decimal(String.valueOf(value)));
      default -> text.append(value);
    }
  }

  /// Java's shortest decimal without an exponent, `inf` for what Java calls `Infinity`.
  private static String decimal(String java) {
    if (java.endsWith("Infinity")) {
      return java.replace("Infinity", "inf");
    }
    if (java.equals("NaN") || java.indexOf('E') < 0) {
      return java;
    }
    String plain = new java.math.BigDecimal(java).toPlainString();
    return plain.indexOf('.') < 0 ? plain + ".0" : plain;
  }

  private void quoted(char quote, String content) {
    text.append(quote);
    content
        .codePoints()
        .forEach(c -> {
          switch (c) {
            case '\n' -> text.append("\\n");
            case '\r' -> text.append("\\r");
            case '\t' -> text.append("\\t");
            case '\\' -> text.append("\\\\");
            default -> {
              if (c == quote) {
                text.append('\\').append(quote);
              } else if (Character.isISOControl(c)) {
                text.append("\\u{").append(Integer.toHexString(c)).append('}');
              } else {
                text.appendCodePoint(c);
              }
            }
          }
        });
    text.append(quote);
  }

  private void named(Type.Named type, @Nullable Object value) {
    TypeDefinition definition = type.definition();
    if (definition == BuiltIn.OPTION) {
      option(type.arguments().getFirst(), value);
    } else if (definition == BuiltIn.LIST && value instanceof RotoList list) {
      elements(type.arguments().getFirst(), list);
    } else if (value instanceof RotoMap map) {
      map(type, map);
    } else if (value instanceof RotoSet set) {
      text.append("Set.from(");
      elements(type.arguments().getFirst(), set.elements());
      text.append(')');
    } else if (definition.body() instanceof RecordBody) {
      record(definition.name() + " ", definition.fields(type.arguments()), layout(type), value);
    } else if (definition.body() instanceof EnumBody) {
      variant(type, value);
    } else {
      opaque(definition, value);
    }
  }

  private HostLayout layout(Type.Named type) {
    HostLayout hosts = library.layouts().get(type.definition());
    return hosts == null ? ValueLayouts.of(type) : hosts;
  }

  private void option(Type inner, @Nullable Object value) {
    if (value == null) {
      text.append("None");
      return;
    }
    text.append("Some(");
    value(inner, Values.inside(value));
    text.append(')');
  }

  private void elements(Type inner, Collection<? extends @Nullable Object> elements) {
    text.append('[');
    int shown = 0;
    for (Object element : elements) {
      text.append(shown == 0 ? "" : ", ");
      if (shown == MAXIMUM_ELEMENTS || text.length() > MAXIMUM_LENGTH) {
        text.append(".. ").append(elements.size() - shown).append(" more");
        break;
      }
      value(inner, element);
      shown++;
    }
    text.append(']');
  }

  private void map(Type.Named type, RotoMap map) {
    text.append("Map {");
    int shown = 0;
    for (Map.Entry<@Nullable Object, @Nullable Object> entry : map.entries().entrySet()) {
      text.append(shown == 0 ? " " : ", ");
      if (shown == MAXIMUM_ELEMENTS || text.length() > MAXIMUM_LENGTH) {
        text.append(".. ").append(map.len() - shown).append(" more");
        break;
      }
      value(type.arguments().get(0), entry.getKey());
      text.append(": ");
      value(type.arguments().get(1), entry.getValue());
      shown++;
    }
    text.append(shown == 0 ? "}" : " }");
  }

  private void record(
      String name, List<Type.Field> fields, HostLayout layout, @Nullable Object value) {
    text.append(name).append('{');
    for (int i = 0; i < fields.size(); i++) {
      Type.Field field = fields.get(i);
      text.append(i == 0 ? " " : ", ").append(field.name()).append(": ");
      value(field.type(), Handles.call(layout.variants().getFirst().getters().get(i), value));
    }
    text.append(fields.isEmpty() ? "}" : " }");
  }

  private void variant(Type.Named type, @Nullable Object value) {
    boolean isTag = Forms.isTag(type);
    HostLayout layout = isTag ? null : layout(type);
    int tag = value instanceof Integer index && isTag ? index : tag(layout, value);
    Variant variant = type.definition().variants(type.arguments()).get(tag);
    text.append(type.definition().name()).append('.').append(variant.name());
    for (int i = 0; i < variant.payload().size(); i++) {
      text.append(i == 0 ? "(" : ", ");
      Object part =
          layout == null ? null : Handles.call(layout.variants().get(tag).getters().get(i), value);
      value(variant.payload().get(i), part);
    }
    text.append(variant.payload().isEmpty() ? "" : ")");
  }

  private static int tag(@Nullable HostLayout layout, @Nullable Object value) {
    return layout == null ? 0 : (int) Handles.call(layout.tag(), value);
  }

  private void opaque(TypeDefinition definition, @Nullable Object value) {
    if (value instanceof TextBuffer buffer) {
      text.append("StringBuf.from(");
      quoted('"', buffer.asString());
      text.append(')');
    } else {
      text.append(value == null ? definition.name() : value);
    }
  }
}
