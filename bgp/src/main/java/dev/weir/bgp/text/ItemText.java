package dev.weir.bgp.text;

import java.util.List;

/// Writes items as lines: a title, and the fields below it, two blanks deeper. A field called
/// `value` stands on the line of its title.
public final class ItemText {
  private static final int WIDTH = 100;

  private final StringBuilder out;

  private ItemText(StringBuilder out) {
    this.out = out;
  }

  /// Returns the lines of an item, each with its end.
  public static String print(Item item) {
    StringBuilder out = new StringBuilder();
    print(item, out);
    return out.toString();
  }

  /// Appends the lines of an item.
  public static void print(Item item, StringBuilder out) {
    new ItemText(out).item("", item, 0);
  }

  private void item(String name, Item item, int depth) {
    switch (item) {
      case Item.Word _, Item.Count _, Item.Truth _ -> line(depth, label(name) + scalar(item));
      case Item.Many(List<? extends Item> items) -> many(name, items, depth);
      case Item.Group group -> group(name, group, depth);
    }
  }

  private static String label(String name) {
    return name.isEmpty() ? "" : name.replace('_', ' ') + ": ";
  }

  private void many(String name, List<? extends Item> items, int depth) {
    if (items.stream().allMatch(ItemText::isScalar)) {
      String all = String.join(", ", items.stream().map(ItemText::scalar).toList());
      if (2 * depth + name.length() + 2 + all.length() <= WIDTH) {
        line(depth, label(name) + all);
        return;
      }
    }
    int inner = depth;
    if (!name.isEmpty()) {
      line(depth, name.replace('_', ' '));
      inner++;
    }
    for (Item item : items) {
      item("", item, inner);
    }
  }

  private void group(String name, Item.Group group, int depth) {
    Item value = null;
    for (Item.Field field : group.fields()) {
      if (field.name().equals("value") && !field.quiet() && isScalar(field.item())) {
        value = field.item();
      }
    }
    String title = group.title();
    String head = title == null ? name.replace('_', ' ') : label(name) + title;
    int inner = depth;
    if (!head.isEmpty()) {
      line(depth, value == null ? head : head + ": " + scalar(value));
      inner++;
    }
    for (Item.Field field : group.fields()) {
      if (!field.quiet() && (field.item() != value || head.isEmpty())) {
        item(field.name(), field.item(), inner);
      }
    }
  }

  /// Whether an item fits on the line of another.
  private static boolean isScalar(Item item) {
    return switch (item) {
      case Item.Word _, Item.Count _, Item.Truth _ -> true;
      case Item.Many(List<? extends Item> items) -> items.stream().allMatch(ItemText::isFlat);
      case Item.Group group -> isFlat(group);
    };
  }

  private static boolean isFlat(Item item) {
    return switch (item) {
      case Item.Word _, Item.Count _, Item.Truth _ -> true;
      case Item.Many _ -> false;
      case Item.Group group ->
          group.title() != null && group.fields().stream().allMatch(Item.Field::quiet);
    };
  }

  private static String scalar(Item item) {
    return switch (item) {
      case Item.Word(String text) -> printable(text);
      case Item.Count(long number) -> Long.toString(number);
      case Item.Truth(boolean holds) -> holds ? "yes" : "no";
      case Item.Many(List<? extends Item> items) ->
          String.join(" ", items.stream().map(ItemText::scalar).toList());
      case Item.Group group -> printable(String.valueOf(group.title()));
    };
  }

  /// Text of a neighbour may hold anything; what would move the cursor is shown as a number.
  private static String printable(String text) {
    StringBuilder safe = null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean control = Character.isISOControl(c) || Character.getType(c) == Character.FORMAT;
      if (control && safe == null) {
        safe = new StringBuilder(text.substring(0, i));
      }
      if (safe != null) {
        safe.append(control ? String.format(java.util.Locale.ROOT, "\\u%04x", (int) c) : c);
      }
    }
    return safe == null ? text : safe.toString();
  }

  private void line(int depth, String text) {
    out.repeat("  ", depth).append(text).append('\n');
  }
}
