package dev.weir.dns.check;

import java.util.List;
import java.util.Map;

/// What a judge found in a zone.
///
/// @param findings the first findings in canonical order of their owners, as many as were wanted
/// @param counts how often each rule is broken, whether kept in `findings` or not
/// @param errors findings that make the zone unfit
/// @param warnings findings that do not
/// @param notes what is worth knowing
public record Report(
    List<Finding> findings, Map<Rule, Long> counts, long errors, long warnings, long notes) {
  /// Whether there is no error.
  public boolean sound() {
    return errors == 0;
  }

  /// Findings of every severity, kept or not.
  public long total() {
    return errors + warnings + notes;
  }
}
