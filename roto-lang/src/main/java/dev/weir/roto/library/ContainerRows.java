package dev.weir.roto.library;

import dev.weir.roto.run.NumberSets;
import dev.weir.roto.run.Regex;
import dev.weir.roto.run.RotoMap;
import dev.weir.roto.run.RotoSet;

/// `Map`, `Set`, `Regex`, `PrefixSet` and `AsnSet`.
final class ContainerRows {
  private ContainerRows() {}

  static void addTo(LibraryBuilder library) {
    addMap(new Rows(library, "Map", RotoMap.class));
    addSet(new Rows(library, "Set", RotoSet.class));
    addSetAlgebra(new Rows(library, "Set", RotoSet.class));
    addRegex(new Rows(library, "Regex", Regex.class));
    addPrefixSet(new Rows(library, "PrefixSet", NumberSets.class));
    addAsnSet(new Rows(library, "AsnSet", NumberSets.class));
  }

  private static void addMap(Rows rows) {
    rows.erased("fn new() -> Map[K, V]", "create", "An empty map.")
        .erased(
            "fn get(self: Map[K, V], key: K) -> V?",
            "get",
            "The value of a key; `None` if it is not there. Keys are compared by `==`, but `NaN` is"
                + " one key.")
        .erased(
            "fn insert(self: Map[K, V], key: K, value: V) -> V?",
            "insert",
            "Puts a value, for all who share the map, and gives the one it replaces. A key that was"
                + " there keeps its place in the order.")
        .erased(
            "fn remove(self: Map[K, V], key: K) -> V?",
            "remove",
            "Takes a key away and gives its value; `None` if it was not there.")
        .erased(
            "fn contains(self: Map[K, V], key: K) -> bool", "contains", "Whether a key is there.")
        .virtual("fn len(self: Map[K, V]) -> u64", "len", "How many keys there are.")
        .virtual("fn is_empty(self: Map[K, V]) -> bool", "isEmpty", "Whether there is no key.")
        .erased(
            "fn keys(self: Map[K, V]) -> List[K]",
            "keys",
            "A new list of the keys, in the order in which they were first inserted.")
        .erased(
            "fn values(self: Map[K, V]) -> List[V]",
            "values",
            "A new list of the values, in the order of their keys.")
        .virtual("fn clear(self: Map[K, V])", "clear", "Takes all keys away.");
  }

  private static void addSet(Rows rows) {
    rows.erased("fn new() -> Set[T]", "create", "An empty set.")
        .erased("fn from(list: List[T]) -> Set[T]", "from", "The elements of a list, each once.")
        .erased(
            "fn insert(self: Set[T], value: T) -> bool",
            "insert",
            "Puts an element in, for all who share the set, and tells whether it is new there.")
        .erased(
            "fn remove(self: Set[T], value: T) -> bool",
            "remove",
            "Takes an element away, and tells whether it was there.")
        .erased(
            "fn contains(self: Set[T], value: T) -> bool",
            "contains",
            "Whether an element is there, by `==`; but `NaN` is one element.")
        .virtual("fn len(self: Set[T]) -> u64", "len", "How many elements there are.")
        .virtual("fn is_empty(self: Set[T]) -> bool", "isEmpty", "Whether there is no element.")
        .erased(
            "fn list(self: Set[T]) -> List[T]",
            "list",
            "A new list of the elements, in the order in which they were first inserted.")
        .virtual("fn clear(self: Set[T])", "clear", "Takes all elements away.");
  }

  private static void addSetAlgebra(Rows rows) {
    rows.virtual(
            "fn union(self: Set[T], other: Set[T]) -> Set[T]",
            "union",
            "A new set of what is in one of the two or in both.")
        .virtual(
            "fn intersection(self: Set[T], other: Set[T]) -> Set[T]",
            "intersection",
            "A new set of what is in both.")
        .virtual(
            "fn difference(self: Set[T], other: Set[T]) -> Set[T]",
            "difference",
            "A new set of what is in this and not in the other.")
        .virtual(
            "fn is_subset(self: Set[T], other: Set[T]) -> bool",
            "isSubset",
            "Whether all elements are in the other set too; of an empty set they are.");
  }

  private static void addRegex(Rows rows) {
    rows.add(
            "fn new(pattern: String) -> Result[Regex, String]",
            "compile",
            "The expression of a pattern in the syntax of RE2, without back references. `Err` says"
                + " what is wrong with the pattern, or that it is too large.")
        .virtual(
            "fn is_match(self: Regex, text: String) -> bool",
            "isMatch",
            "Whether the expression matches somewhere in the text; write `^` and `$` for all of"
                + " it.")
        .virtual(
            "fn find(self: Regex, text: String) -> String?",
            "find",
            "The first part of the text that matches.")
        .virtual(
            "fn find_all(self: Regex, text: String) -> List[String]",
            "findAll",
            "All parts of the text that match, from left to right, without overlap.")
        .virtual(
            "fn captures(self: Regex, text: String) -> List[String?]?",
            "captures",
            "What the groups of the first match took: first the whole match, then each group,"
                + " `None` for one that took no part.")
        .virtual(
            "fn replace(self: Regex, text: String, replacement: String) -> String",
            "replace",
            "The text with every match replaced. In the replacement `$1` and `${name}` are what a"
                + " group took, and `\\\\$` is a dollar sign; a group that is not there stops the"
                + " script.")
        .virtual(
            "fn split(self: Regex, text: String) -> List[String]",
            "split",
            "The parts between matches; empty ones are kept.")
        .virtual("fn pattern(self: Regex) -> String", "pattern", "The pattern it was made from.");
  }

  private static void addPrefixSet(Rows rows) {
    rows.add("fn new() -> PrefixSet", "prefixes", "An empty set.")
        .add(
            "fn from(list: List[Prefix]) -> PrefixSet",
            "prefixes",
            "A set of prefixes, each of which matches itself.")
        .add(
            "fn add(self: PrefixSet, prefix: Prefix)",
            "add",
            "Adds a prefix that matches itself, for all who share the set.")
        .add(
            "fn add_range(self: PrefixSet, prefix: Prefix, ge: u8, le: u8)",
            "addRange",
            "Adds a prefix that matches every prefix in it with a length from `ge` to `le`. Stops"
                + " the script unless the length of the prefix, `ge`, `le` and 32 or 128 ascend.")
        .add(
            "fn contains(self: PrefixSet, prefix: Prefix) -> bool",
            "contains",
            "Whether a prefix in the set matches this one, with its bounds. It takes the same time"
                + " however large the set is.")
        .add(
            "fn covers(self: PrefixSet, prefix: Prefix) -> bool",
            "covers",
            "Whether a prefix in the set covers this one, whatever its bounds.")
        .add(
            "fn covers_addr(self: PrefixSet, address: IpAddr) -> bool",
            "covers",
            "Whether a prefix in the set contains the address, whatever its bounds.")
        .add(
            "fn longest_match(self: PrefixSet, address: IpAddr) -> Prefix?",
            "longestMatch",
            "The longest prefix in the set that contains the address, whatever its bounds.")
        .add(
            "fn len(self: PrefixSet) -> u64",
            "len",
            "How many different prefixes were added, not counting bounds.")
        .add("fn is_empty(self: PrefixSet) -> bool", "isEmpty", "Whether no prefix was added.")
        .add(
            "fn list(self: PrefixSet) -> List[Prefix]",
            "list",
            "A new list of the prefixes that were added, in order, without their bounds.");
  }

  private static void addAsnSet(Rows rows) {
    rows.add("fn new() -> AsnSet", "numbers", "An empty set.")
        .add("fn from(list: List[Asn]) -> AsnSet", "numbers", "A set of these AS numbers.")
        .add(
            "fn add(self: AsnSet, number: Asn)",
            "add",
            "Adds an AS number, for all who share the set.")
        .add(
            "fn add_range(self: AsnSet, first: Asn, last: Asn)",
            "addRange",
            "Adds all AS numbers from the first to the last, both among them. Stops the script if"
                + " the first is larger.")
        .add(
            "fn contains(self: AsnSet, number: Asn) -> bool",
            "contains",
            "Whether an AS number is there.")
        .add("fn len(self: AsnSet) -> u64", "len", "How many AS numbers are there.")
        .add("fn is_empty(self: AsnSet) -> bool", "isEmpty", "Whether none is there.");
  }
}
