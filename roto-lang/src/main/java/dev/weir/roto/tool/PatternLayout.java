package dev.weir.roto.tool;

import dev.weir.roto.syntax.Ast;
import dev.weir.roto.tool.ListLayout.Style;
import java.util.ArrayList;
import java.util.List;

/// How patterns are set.
final class PatternLayout {
  private final ScriptWords words;
  private final ListLayout lists;
  private final ItemLayout items;

  PatternLayout(ScriptWords words, ItemLayout items) {
    this.words = words;
    this.lists = new ListLayout(words);
    this.items = items;
  }

  /// A pattern.
  Layout pattern(Ast.Pattern pattern) {
    return switch (pattern) {
      case Ast.Wildcard _, Ast.NamePattern _ -> words.take();
      case Ast.VariantPattern variant -> {
        Layout path = items.path(variant.path());
        yield variant.arguments() == null
            ? path
            : Layout.of(path, lists.list(variant.arguments(), this::pattern, Style.TIGHT));
      }
      case Ast.LiteralPattern(_, var literal) -> bound(literal);
      case Ast.RangePattern range -> range(range);
      case Ast.PrefixPattern _ -> Layout.of(words.take(), words.take("/"), words.take());
      case Ast.OrPattern or -> alternatives(or);
      case Ast.RecordPattern record -> {
        Layout path =
            record.path() == null
                ? Layout.EMPTY
                : Layout.of(items.path(record.path()), Layout.BLANK);
        yield Layout.of(path, fields(record));
      }
      case Ast.BadPattern _ -> throw new IllegalStateException("a pattern that does not parse");
    };
  }

  private Layout bound(Ast.Expression literal) {
    return literal instanceof Ast.Unary ? Layout.of(words.take("-"), words.take()) : words.take();
  }

  private Layout range(Ast.RangePattern range) {
    List<Layout> parts = new ArrayList<>();
    if (range.from() != null) {
      parts.add(bound(range.from()));
    }
    parts.add(words.take());
    if (range.to() != null) {
      parts.add(bound(range.to()));
    }
    return Layout.of(parts);
  }

  private Layout alternatives(Ast.OrPattern or) {
    List<Layout> parts = new ArrayList<>();
    for (int i = 1; i < or.alternatives().size(); i++) {
      if (i == 1) {
        parts.add(pattern(or.alternatives().getFirst()));
      }
      parts.add(Layout.SPACE);
      parts.add(words.take("|"));
      parts.add(Layout.BLANK);
      parts.add(pattern(or.alternatives().get(i)));
    }
    return Layout.group(parts.toArray(Layout[]::new));
  }

  private Layout fields(Ast.RecordPattern record) {
    if (!record.rest()) {
      return lists.list(record.fields(), this::field, Style.SPACED);
    }
    Layout open = words.take("{");
    List<Layout> parts = new ArrayList<>();
    for (Ast.FieldPattern field : record.fields()) {
      parts.add(Layout.SPACE);
      parts.add(field(field));
      parts.add(words.skip(","));
      parts.add(Layout.text(","));
    }
    parts.add(Layout.SPACE);
    parts.add(words.take(".."));
    Layout inner = Layout.indented(Layout.of(parts), lists.lastComments());
    return Layout.group(open, inner, Layout.SPACE, words.take("}"));
  }

  private Layout field(Ast.FieldPattern field) {
    Layout name = words.take();
    return field.pattern() == null
        ? name
        : Layout.of(name, words.take(":"), Layout.BLANK, pattern(field.pattern()));
  }
}
