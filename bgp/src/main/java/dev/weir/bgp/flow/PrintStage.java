package dev.weir.bgp.flow;

import dev.weir.bgp.mrt.Damage;
import dev.weir.bgp.mrt.RouteCursor;
import dev.weir.bgp.mrt.RoutePrinter;

/// Walks the routes of a batch, asks a gate about each, and prints those that pass.
public final class PrintStage implements Stage {
  private final RouteCursor route;
  private final RouteGate gate;
  private final RoutePrinter printer;

  /// Makes the stage of one worker.
  ///
  /// @param route the cursor that the printer was made for
  /// @param gate decides which routes are printed
  /// @param printer prints what the cursor stands on
  public PrintStage(RouteCursor route, RouteGate gate, RoutePrinter printer) {
    this.route = route;
    this.gate = gate;
    this.printer = printer;
  }

  @Override
  public void process(Batch batch) {
    route.peers(batch.peers());
    gate.begin(batch);
    printer.into(batch.out());
    byte[] octets = batch.octets();
    for (int i = 0; i < batch.records(); i++) {
      int start = batch.start(i);
      int end = batch.end(i);
      if (route.open(octets, start, end)) {
        printRoutes();
      } else if (gate.passesOther(octets, start, end)) {
        printer.other(octets, start, end);
      }
      String fault = route.fault();
      if (fault != null) {
        batch.damages().add(new Damage(batch.position(route.faultAt()), 0, fault));
      }
    }
    batch.result(printer.array(), printer.length());
  }

  private void printRoutes() {
    int walked = 0;
    while (route.next()) {
      walked++;
      if (gate.passes(route)) {
        printer.route();
      }
    }
    printer.endRecord(walked);
  }
}
