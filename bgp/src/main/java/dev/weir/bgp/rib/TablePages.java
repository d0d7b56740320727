package dev.weir.bgp.rib;

import dev.weir.bgp.type.AfiSafi;

/// What tables of both kinds share in a snapshot.
sealed interface TablePages permits PrefixPages, ExactPages {
  /// Returns the family of the routes.
  AfiSafi family();

  /// Returns the pages of slots, see [Slots].
  int[][] slots();

  /// Returns the pages with the number of routes of each ingress.
  int[][] ingresses();

  /// Returns how many routes there are.
  int routes();

  /// Returns how many different prefixes or NLRI have routes.
  int keys();

  /// Returns how many routes of an ingress there are.
  default int routes(int ingress) {
    int page = ingress >>> IntColumn.SHIFT;
    int[][] all = ingresses();
    return page < all.length && all[page].length > 0 ? all[page][ingress & IntColumn.MASK] : 0;
  }
}
