package dev.weir.roto.tool;

import dev.weir.roto.syntax.Ast;
import dev.weir.roto.tool.ListLayout.Style;
import java.util.ArrayList;
import java.util.List;

/// How items and types are set.
final class ItemLayout {
  private final ScriptWords words;
  private final ListLayout lists;
  private final ExpressionLayout expressions;

  ItemLayout(ScriptWords words) {
    this.words = words;
    this.lists = new ListLayout(words);
    this.expressions = new ExpressionLayout(words, this);
  }

  /// A whole file.
  Layout file(Ast.File file) {
    List<Layout> parts = new ArrayList<>();
    for (Ast.Item item : file.items()) {
      if (!parts.isEmpty()) {
        parts.add(Layout.NEXT);
      }
      parts.add(item(item));
    }
    parts.add(lists.lastCommentsOfFile(!parts.isEmpty()));
    if (!words.isDone()) {
      throw new IllegalStateException("after the last item: " + words.next());
    }
    return Layout.of(parts);
  }

  private Layout item(Ast.Item item) {
    return switch (item) {
      case Ast.Function function -> function(function);
      case Ast.Test test ->
          Layout.of(
              words.take("test"),
              Layout.BLANK,
              words.take(),
              Layout.BLANK,
              Layout.group(expressions.block(test.body())));
      case Ast.Constant constant ->
          Layout.of(
              words.take("const"),
              Layout.BLANK,
              words.take(),
              words.take(":"),
              Layout.BLANK,
              type(constant.type()),
              Layout.BLANK,
              words.take("="),
              expressions.afterSign(constant.value()),
              semicolon());
      case Ast.Record type ->
          Layout.of(
              words.take("record"),
              Layout.BLANK,
              words.take(),
              typeParameters(type.typeParameters()),
              Layout.BLANK,
              lists.list(type.fields(), this::field, Style.SPACED));
      case Ast.Enum type ->
          Layout.of(
              words.take("enum"),
              Layout.BLANK,
              words.take(),
              typeParameters(type.typeParameters()),
              Layout.BLANK,
              lists.list(type.variants(), this::variant, Style.SPACED));
      case Ast.Import importation -> importation(importation);
    };
  }

  private Layout function(Ast.Function function) {
    List<Layout> parts = new ArrayList<>();
    parts.add(words.take());
    parts.add(Layout.BLANK);
    parts.add(words.take());
    parts.add(typeParameters(function.typeParameters()));
    parts.add(lists.list(function.parameters(), this::field, Style.TIGHT));
    if (function.result() != null) {
      parts.add(Layout.BLANK);
      parts.add(words.take("->"));
      parts.add(Layout.BLANK);
      Layout result = type(function.result());
      // the parameters are broken before the result is
      parts.add(result.width() < Layout.NEVER ? new Layout.Flat(result) : result);
    }
    parts.add(Layout.BLANK);
    parts.add(Layout.group(expressions.block(function.body())));
    return Layout.of(parts);
  }

  private Layout typeParameters(List<Ast.Identifier> names) {
    return words.next().equals("[")
        ? lists.list(names, _ -> words.take(), Style.TIGHT)
        : Layout.EMPTY;
  }

  private Layout field(Ast.Parameter field) {
    return Layout.of(words.take(), words.take(":"), Layout.BLANK, type(field.type()));
  }

  private Layout variant(Ast.Variant variant) {
    Layout name = words.take();
    return words.next().equals("(")
        ? Layout.of(name, lists.list(variant.payload(), this::type, Style.TIGHT))
        : name;
  }

  /// An import, of a file or a block.
  Layout importation(Ast.Import importation) {
    return Layout.of(
        words.take("import"), Layout.BLANK, importTree(importation.tree()), semicolon());
  }

  private Layout importTree(Ast.ImportTree tree) {
    List<Layout> parts = new ArrayList<>();
    for (int i = 0; i < tree.segments().size(); i++) {
      if (i > 0) {
        parts.add(words.take("."));
      }
      parts.add(words.take());
    }
    if (!tree.group().isEmpty()) {
      if (!parts.isEmpty()) {
        parts.add(words.take("."));
      }
      parts.add(lists.list(tree.group(), this::importTree, Style.TIGHT_WITHOUT_LAST));
    }
    return Layout.of(parts);
  }

  /// A semicolon; comments before it that end a line come behind it.
  Layout semicolon() {
    return Layout.of(words.skip(";"), Layout.text(";"));
  }

  /// Names with points.
  Layout path(Ast.Path path) {
    List<Layout> parts = new ArrayList<>();
    parts.add(words.take());
    for (int i = 1; i < path.segments().size(); i++) {
      parts.add(words.take("."));
      parts.add(words.take());
    }
    return Layout.of(parts);
  }

  /// A type.
  Layout type(Ast.TypeExpression type) {
    return switch (type) {
      case Ast.NamedType named -> {
        Layout path = path(named.path());
        yield named.arguments() == null
            ? path
            : Layout.of(path, lists.list(named.arguments(), this::type, Style.TIGHT));
      }
      case Ast.UnitType _ -> Layout.of(words.take("("), words.take(")"));
      case Ast.NeverType _ -> words.take("!");
      case Ast.RecordType record -> lists.list(record.fields(), this::field, Style.SPACED);
      case Ast.OptionType option -> Layout.of(type(option.inner()), words.take("?"));
      case Ast.BadType _ -> throw new IllegalStateException("a type that does not parse");
    };
  }
}
