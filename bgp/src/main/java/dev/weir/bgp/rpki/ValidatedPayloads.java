package dev.weir.bgp.rpki;

import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/// Everything that a validator has validated, at one moment.
///
/// @param vrps who may originate what
/// @param aspas who goes up through whom
/// @param routerKeys keys of routers that sign paths, in order and each once
public record ValidatedPayloads(VrpSet vrps, AspaSet aspas, List<RouterKey> routerKeys) {
  /// Nothing at all.
  public static final ValidatedPayloads EMPTY =
      new ValidatedPayloads(VrpSet.EMPTY, AspaSet.EMPTY, List.of());

  /// Sorts the keys.
  public ValidatedPayloads {
    routerKeys = List.copyOf(new TreeSet<>(routerKeys));
  }

  /// Makes the sets of some payloads.
  public static ValidatedPayloads of(
      Collection<Vrp> vrps, Collection<Aspa> aspas, Collection<RouterKey> routerKeys) {
    return new ValidatedPayloads(VrpSet.of(vrps), AspaSet.of(aspas), List.copyOf(routerKeys));
  }
}
