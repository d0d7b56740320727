package dev.weir.roto.check;

import dev.weir.roto.source.Code;
import dev.weir.roto.source.Diagnostic;
import dev.weir.roto.source.Severity;
import dev.weir.roto.source.Source;
import dev.weir.roto.source.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Collects findings; says the same thing about the same place only once.
final class Report {
  private record Place(Code code, Source source, Span span) {}

  private final List<Diagnostic> found = new ArrayList<>();
  private final Set<Place> places = new HashSet<>();
  private int errors;

  /// Adds a finding.
  void add(Diagnostic diagnostic) {
    Place place =
        new Place(diagnostic.code(), diagnostic.primary().source(), diagnostic.primary().span());
    if (places.add(place)) {
      found.add(diagnostic);
      errors += diagnostic.severity() == Severity.ERROR ? 1 : 0;
    }
  }

  /// Adds a finding with nothing but its place.
  void add(Code code, Source source, Span span, String message, String label) {
    add(Diagnostic.of(code, message, source, span, label));
  }

  /// Whether an error is among them.
  boolean hasErrors() {
    return errors > 0;
  }

  /// How many errors are among them.
  int errors() {
    return errors;
  }

  /// All of them, by source in the given order, then by place.
  List<Diagnostic> sorted(Map<Source, Integer> order) {
    List<Diagnostic> list = new ArrayList<>(found);
    list.sort(
        Comparator.comparingInt(
                (Diagnostic d) -> order.getOrDefault(d.primary().source(), Integer.MAX_VALUE))
            .thenComparingInt(d -> d.primary().span().start()));
    return list;
  }
}
