package dev.weir.dns.text;

import java.util.ArrayList;
import java.util.List;

/// Collects diagnostics in the order of the file: counts all of them, keeps the first few.
///
/// A file with a million faults costs a million counts and a few texts. One thread.
public final class Diagnostics {
  private final int limit;
  private final List<Diagnostic> kept = new ArrayList<>();
  private int keptErrors;
  private long errors;
  private long warnings;

  /// A collector.
  ///
  /// @param limit how many errors and how many warnings are kept, each
  public Diagnostics(int limit) {
    this.limit = limit;
  }

  /// Whether a further diagnostic of this severity would be kept, so that its text is worth making.
  public boolean keeps(Severity severity) {
    return severity == Severity.ERROR ? keptErrors < limit : kept.size() - keptErrors < limit;
  }

  /// Counts a diagnostic that is not kept.
  public void count(Severity severity) {
    if (severity == Severity.ERROR) {
      errors++;
    } else {
      warnings++;
    }
  }

  /// Counts a diagnostic, and keeps it if there is room.
  public void add(Diagnostic diagnostic) {
    boolean room = keeps(diagnostic.severity());
    count(diagnostic.severity());
    if (room) {
      kept.add(diagnostic);
      keptErrors += diagnostic.severity() == Severity.ERROR ? 1 : 0;
    }
  }

  /// Adds what another collector holds, `lines` further down in the file.
  public void addAll(Diagnostics later, int lines) {
    long unkeptErrors = later.errors - later.keptErrors;
    long unkeptWarnings = later.warnings - (later.kept.size() - later.keptErrors);
    later.kept.forEach(diagnostic -> add(diagnostic.movedDown(lines)));
    errors += unkeptErrors;
    warnings += unkeptWarnings;
  }

  /// The diagnostics that were kept, in the order of the file.
  public List<Diagnostic> kept() {
    return List.copyOf(kept);
  }

  /// How many errors there are, kept or not.
  public long errors() {
    return errors;
  }

  /// How many warnings there are, kept or not.
  public long warnings() {
    return warnings;
  }
}
