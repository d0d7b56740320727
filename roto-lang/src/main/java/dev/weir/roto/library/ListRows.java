package dev.weir.roto.library;

import dev.weir.roto.run.Lists;

/// `List[T]`.
final class ListRows {
  private ListRows() {}

  static void addTo(LibraryBuilder library) {
    Rows rows = new Rows(library, "List", Lists.class);
    addOld(rows);
    addChanges(rows);
    addClosures(rows);
  }

  private static void addOld(Rows rows) {
    rows.erased("fn new() -> List[T]", "create", "An empty list.")
        .virtual(
            "fn push(self: List[T], value: T)",
            "push",
            "Appends an element, for all who share the list.")
        .virtual(
            "fn get(self: List[T], index: u64) -> T?",
            "get",
            "The element at a position, counted from 0; `None` behind the end.")
        .virtual("fn len(self: List[T]) -> u64", "len", "How many elements there are.")
        .virtual("fn is_empty(self: List[T]) -> bool", "isEmpty", "Whether there is no element.")
        .virtual(
            "fn capacity(self: List[T]) -> u64",
            "capacity",
            "How many elements fit before the list must move to a larger place; at least the"
                + " length, and 0 for a new list.")
        .virtual(
            "fn contains(self: List[T], value: T) -> bool",
            "contains",
            "Whether an element equals the value, as by `==`.")
        .virtual(
            "fn index(self: List[T], value: T) -> u64?",
            "index",
            "The position of the first element that equals the value, as by `==`.")
        .virtual(
            "fn concat(self: List[T], other: List[T]) -> List[T]",
            "concat",
            "A new list of the elements of both, as `+`.")
        .virtual(
            "fn swap(self: List[T], a: u64, b: u64)",
            "swap",
            "Exchanges two elements; nothing happens where one of the positions is behind the"
                + " end.")
        .virtual(
            "fn join(self: List[String], separator: String) -> String",
            "join",
            "All texts, with the separator between them.");
  }

  private static void addChanges(Rows rows) {
    rows.virtual("fn first(self: List[T]) -> T?", "first", "The first element, if there is one.")
        .virtual("fn last(self: List[T]) -> T?", "last", "The last element, if there is one.")
        .virtual(
            "fn pop(self: List[T]) -> T?",
            "pop",
            "Takes the last element away and gives it; `None` if the list is empty.")
        .virtual(
            "fn insert(self: List[T], index: u64, value: T)",
            "insert",
            "Inserts an element before a position; at the length it is appended. Stops the script"
                + " behind that.")
        .virtual(
            "fn remove(self: List[T], index: u64) -> T",
            "remove",
            "Takes the element at a position away and gives it. Stops the script behind the end.")
        .virtual(
            "fn set(self: List[T], index: u64, value: T)",
            "set",
            "Puts an element in the place of another, as `list[index] = value`. Stops the script"
                + " behind the end.")
        .virtual("fn clear(self: List[T])", "clear", "Takes all elements away.")
        .virtual("fn reverse(self: List[T])", "reverse", "Turns the order around, in place.")
        .virtual(
            "fn extend(self: List[T], other: List[T])",
            "extend",
            "Appends all elements of another list, for all who share this one.")
        .virtual(
            "fn slice(self: List[T], start: u64, end: u64) -> List[T]",
            "slice",
            "A new list of the elements from `start` up to, not including, `end`. Stops the script"
                + " unless `start <= end <= len`.")
        .intrinsic(
            "fn sort(self: List[T])",
            "Puts the elements in order, the smallest first, in place: numbers, characters, texts"
                + " by code points, booleans, addresses, prefixes and AS numbers. Equal elements"
                + " stay in their order; `NaN` comes last.");
  }

  private static void addClosures(Rows rows) {
    rows.intrinsic(
            "fn map[U](self: List[T], change: fn(T) -> U) -> List[U]",
            "A new list of what the closure gives for each element.")
        .intrinsic(
            "fn filter(self: List[T], test: fn(T) -> bool) -> List[T]",
            "A new list of the elements for which the closure gives `true`.")
        .intrinsic(
            "fn any(self: List[T], test: fn(T) -> bool) -> bool",
            "Whether the closure gives `true` for an element; it stops at the first. `false` for an"
                + " empty list.")
        .intrinsic(
            "fn all(self: List[T], test: fn(T) -> bool) -> bool",
            "Whether the closure gives `true` for every element; it stops at the first `false`."
                + " `true` for an empty list.")
        .intrinsic(
            "fn fold[A](self: List[T], start: A, step: fn(A, T) -> A) -> A",
            "What remains when the closure has taken each element, from the first on, together with"
                + " what it gave before; for an empty list the start.")
        .intrinsic(
            "fn find(self: List[T], test: fn(T) -> bool) -> T?",
            "The first element for which the closure gives `true`.")
        .intrinsic(
            "fn position(self: List[T], test: fn(T) -> bool) -> u64?",
            "The position of the first element for which the closure gives `true`.");
  }
}
