package dev.weir.bgp.rib;

import dev.weir.bgp.rpki.VrpSet;
import dev.weir.inet.Prefix;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/// What validating routes again did.
///
/// An authorization speaks of its prefix and of what is inside. So when authorizations come or go,
/// only routes inside their prefixes can change their state, and only these are looked at. Changed
/// prefixes inside others are looked at once.
///
/// @param looked how many routes were validated
/// @param changed how many of them have another state now
public record Revalidation(int looked, int changed) {

  /// Is told of each route whose state changes.
  @FunctionalInterface
  public interface Listener {
    /// Listens to nothing.
    Listener NONE = (_, _, _, _, _) -> {};

    /// One route has another state.
    ///
    /// @param pathId unsigned, 0 where there are none
    void changed(Prefix prefix, int ingress, int pathId, RovState before, RovState now);
  }

  /// Validates the unicast routes inside some prefixes.
  ///
  /// @param prefixes of all authorizations that came or went
  /// @param check knows the authorizations as they are now
  public static Revalidation inside(
      Rib rib, Collection<Prefix> prefixes, OriginCheck check, Listener listener) {
    int looked = 0;
    int changed = 0;
    for (Prefix prefix : topmost(prefixes)) {
      for (PrefixTable table : rib.unicast()) {
        if (table.family().addressOctets() * 8 == prefix.address().width()) {
          Revalidation part = table.validate(prefix, check, listener);
          looked += part.looked;
          changed += part.changed;
        }
      }
    }
    return new Revalidation(looked, changed);
  }

  /// Validates the unicast routes that a change of payloads touches.
  ///
  /// @param before the payloads that the table was validated with
  /// @param now the payloads to validate with, also what is announced from now on
  public static Revalidation between(Rib rib, VrpSet before, VrpSet now, Listener listener) {
    OriginCheck check = OriginCheck.of(now);
    rib.check(check);
    return inside(rib, before.changesTo(now).touched(), check, listener);
  }

  /// Validates all unicast routes, as after the authorizations were read anew.
  public static Revalidation all(Rib rib, OriginCheck check, Listener listener) {
    return inside(rib, List.of(Prefix.parse("0.0.0.0/0"), Prefix.parse("::/0")), check, listener);
  }

  private static List<Prefix> topmost(Collection<Prefix> prefixes) {
    List<Prefix> top = new ArrayList<>();
    for (Prefix prefix : new TreeSet<>(prefixes)) {
      if (top.isEmpty() || !top.getLast().covers(prefix)) {
        top.add(prefix);
      }
    }
    return top;
  }
}
