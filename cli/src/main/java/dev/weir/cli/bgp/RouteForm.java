package dev.weir.cli.bgp;

import dev.weir.bgp.mrt.BgpdumpPrinter;
import dev.weir.bgp.mrt.LinePrinter;
import dev.weir.bgp.mrt.MrtPrinter;
import dev.weir.bgp.mrt.RouteCursor;
import dev.weir.bgp.mrt.RoutePrinter;

/// The forms in which routes are written.
enum RouteForm {
  /// The lines of `bgpdump -m`.
  BGPDUMP,
  /// An object a line.
  JSON,
  /// Comma-separated values.
  CSV,
  /// Archive records.
  MRT;

  RoutePrinter printer(RouteCursor route) {
    return switch (this) {
      case BGPDUMP -> new BgpdumpPrinter(route);
      case JSON -> new LinePrinter(route, LinePrinter.Form.JSON);
      case CSV -> new LinePrinter(route, LinePrinter.Form.CSV);
      case MRT -> new MrtPrinter(route);
    };
  }

  /// Returns what stands before the first route.
  String head() {
    return this == CSV ? LinePrinter.CSV_HEAD : "";
  }
}
