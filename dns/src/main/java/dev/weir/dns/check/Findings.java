package dev.weir.dns.check;

import dev.weir.dns.name.Name;
import dev.weir.dns.type.RecordType;
import dev.weir.dns.zone.ZoneCursor;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

// The idea: a broken zone may have a finding for each of its million names. All are counted, and as
// many as the reader wants to see are kept. Each range of a zone collects by itself and keeps the
// first ones of its own, in canonical order; put together and sorted, the first ones of the zone
// are
// among them, whatever the number of threads.

/// Collects findings: counts all and keeps the first; for one thread.
public final class Findings {
  private static final Comparator<Finding> CANONICAL =
      Comparator.comparing(Finding::owner)
          .thenComparingInt(finding -> typeOf(finding))
          .thenComparing(finding -> finding.rule().id())
          .thenComparing(Finding::text);

  private final int limit;
  private final List<Finding> errors = new ArrayList<>();
  private final List<Finding> others = new ArrayList<>();
  private final Map<Rule, Long> byRule = new LinkedHashMap<>();
  private final Map<Severity, Long> bySeverity = new EnumMap<>(Severity.class);

  /// An empty collection.
  ///
  /// @param limit how many findings are kept
  public Findings(int limit) {
    this.limit = limit;
  }

  /// Adds a finding of the rule's own severity at the node where a cursor stands.
  ///
  /// @param type the record type it is about, or -1 where it is about the name
  /// @param text what is wrong; asked for only if the finding is kept
  public void add(Rule rule, ZoneCursor at, int type, Supplier<String> text) {
    add(rule, rule.severity(), at, type, text);
  }

  /// Adds a finding of another severity than the rule's own at the node where a cursor stands.
  public void add(Rule rule, Severity severity, ZoneCursor at, int type, Supplier<String> text) {
    if (count(rule, severity)) {
      keep(severity, at.owner(), type, rule, text);
    }
  }

  /// Adds a finding of the rule's own severity at a name.
  public void add(Rule rule, Name owner, int type, Supplier<String> text) {
    add(rule, rule.severity(), owner, type, text);
  }

  /// Adds a finding of another severity than the rule's own at a name.
  public void add(Rule rule, Severity severity, Name owner, int type, Supplier<String> text) {
    if (count(rule, severity)) {
      keep(severity, owner, type, rule, text);
    }
  }

  /// Adds all that another collection kept and counted.
  public void addAll(Findings other) {
    errors.addAll(other.errors);
    others.addAll(other.others);
    other.byRule.forEach((rule, count) -> byRule.merge(rule, count, Long::sum));
    other.bySeverity.forEach((severity, count) -> bySeverity.merge(severity, count, Long::sum));
  }

  /// Whether nothing was found.
  public boolean isEmpty() {
    return byRule.isEmpty();
  }

  /// What was found, sorted: the first findings in canonical order of their owners, errors before
  /// others where not all are kept, and how many there were of each kind.
  public Report report() {
    List<Finding> first = new ArrayList<>(errors.stream().sorted(CANONICAL).limit(limit).toList());
    others.stream().sorted(CANONICAL).limit(limit - first.size()).forEach(first::add);
    first.sort(CANONICAL);
    return new Report(
        List.copyOf(first),
        Map.copyOf(byRule),
        bySeverity.getOrDefault(Severity.ERROR, 0L),
        bySeverity.getOrDefault(Severity.WARNING, 0L),
        bySeverity.getOrDefault(Severity.NOTE, 0L));
  }

  private boolean count(Rule rule, Severity severity) {
    byRule.merge(rule, 1L, Long::sum);
    bySeverity.merge(severity, 1L, Long::sum);
    return keptLike(severity).size() < limit;
  }

  private void keep(Severity severity, Name owner, int type, Rule rule, Supplier<String> text) {
    RecordType about = type < 0 ? null : new RecordType(type);
    keptLike(severity).add(new Finding(severity, owner, about, rule, text.get()));
  }

  private List<Finding> keptLike(Severity severity) {
    return severity == Severity.ERROR ? errors : others;
  }

  private static int typeOf(Finding finding) {
    RecordType type = finding.type();
    return type == null ? -1 : type.code();
  }
}
