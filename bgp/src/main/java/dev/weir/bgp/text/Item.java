package dev.weir.bgp.text;

import dev.weir.bgp.octets.Octets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is to be shown of a value: a word, a number, a truth, several of them, or named fields.
///
/// A message is taken apart into items once, by [MessageItems]; [ItemText] and [ItemJson] only walk
/// them, so that both say the same.
public sealed interface Item {
  /// Text.
  ///
  /// @param text anything; escaped where it is written
  record Word(String text) implements Item {}

  /// A whole number.
  ///
  /// @param number anything
  record Count(long number) implements Item {}

  /// Yes or no.
  ///
  /// @param holds which
  record Truth(boolean holds) implements Item {}

  /// Several items in their order.
  ///
  /// @param items the items
  record Many(List<? extends Item> items) implements Item {}

  /// A thing with a title and named fields.
  ///
  /// @param titleName what the title is called, in JSON
  /// @param title what stands before the fields, in text; null for a thing without a title
  /// @param fields the fields in their order
  record Group(String titleName, @Nullable String title, List<Field> fields) implements Item {
    /// A thing with a title and no fields yet.
    public static Group of(String titleName, String title) {
      return new Group(titleName, title, new ArrayList<>());
    }

    /// A thing without a title.
    public static Group untitled() {
      return new Group("", null, new ArrayList<>());
    }

    /// Adds a field.
    public Group add(String name, Item item) {
      fields.add(new Field(name, item, false));
      return this;
    }

    /// Adds a field that text leaves out, since its title says it, or it is as always.
    public Group quiet(String name, Item item) {
      fields.add(new Field(name, item, true));
      return this;
    }

    /// Adds a field of anything that prints itself.
    public Group add(String name, Object value) {
      return add(name, (Item) new Word(value.toString()));
    }

    /// Adds a number.
    public Group add(String name, long number) {
      return add(name, (Item) new Count(number));
    }

    /// Adds a number that text leaves out.
    public Group quiet(String name, long number) {
      return quiet(name, new Count(number));
    }

    /// Adds a truth.
    public Group add(String name, boolean holds) {
      return add(name, (Item) new Truth(holds));
    }

    /// Adds octets in hexadecimal, unless there are none.
    public Group add(String name, Octets octets) {
      return octets.isEmpty() ? this : add(name, (Item) new Word(octets.toString()));
    }

    /// Adds several items, unless there are none.
    public Group add(String name, List<? extends Item> items) {
      return items.isEmpty() ? this : add(name, (Item) new Many(items));
    }
  }

  /// A named item.
  ///
  /// @param name words with `_` between them
  /// @param item what is called so
  /// @param quiet whether text leaves it out
  record Field(String name, Item item, boolean quiet) {}

  /// Words of anything that prints itself.
  static Many words(List<?> values) {
    return new Many(values.stream().map(value -> new Word(value.toString())).toList());
  }

  /// Numbers.
  static Many counts(List<Integer> values) {
    return new Many(values.stream().map(value -> new Count(value)).toList());
  }
}
