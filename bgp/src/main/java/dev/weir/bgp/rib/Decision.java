package dev.weir.bgp.rib;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which route of a prefix won, and why the others did not.
///
/// @param best the route that is left; null if there were none that could be used
/// @param lost the others, in the order in which they went
public record Decision(@Nullable RibRoute best, List<Lost> lost) {

  /// A route that went.
  ///
  /// @param route that went
  /// @param step at which
  /// @param own what it had there
  /// @param better what those had that stayed
  public record Lost(RibRoute route, DecisionStep step, String own, String better) {
    /// Returns a phrase such as `AS path length 4, not 3`.
    public String reason() {
      return step + " " + own + ", not " + better;
    }
  }

  /// Copies the list.
  public Decision {
    lost = List.copyOf(lost);
  }

  /// Returns the step that decided: at which the last of the others went; null if the best route
  /// was alone.
  public @Nullable DecisionStep step() {
    return lost.isEmpty() || best == null ? null : lost.getLast().step;
  }

  /// Returns why the best route won, against the last of the others: `AS path length 3, not 4`.
  public String reason() {
    if (best == null) {
      return lost.isEmpty() ? "no route" : "no usable route";
    }
    if (lost.isEmpty()) {
      return "the only route";
    }
    Lost last = lost.getLast();
    return last.step + " " + last.better + ", not " + last.own;
  }
}
