package dev.weir.roto.check;

import dev.weir.roto.source.Span;

/// A name that an import makes visible.
final class Imported {
  private final Meaning meaning;
  private final Span span;
  private boolean used;

  Imported(Meaning meaning, Span span) {
    this.meaning = meaning;
    this.span = span;
  }

  Meaning meaning() {
    return meaning;
  }

  /// Where the name stands in the import.
  Span span() {
    return span;
  }

  /// The meaning, after noting that it was looked up.
  Meaning use() {
    used = true;
    return meaning;
  }

  /// Whether it was looked up; what was never found is not also said to be unused.
  boolean isUsed() {
    return used || meaning instanceof Meaning.OfMistake;
  }
}
