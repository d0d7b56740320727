package dev.weir.bgp.filter;

import dev.weir.roto.host.Doc;
import java.util.function.Consumer;

/// What comes with every call of a policy, as variables that scripts can read. Each thread has its
/// own, because logs are not shared; what is inside may be shared where it says so.
///
/// @param output where to write to; belongs to one thread
/// @param metrics shared by all threads
public record Globals(
    @Doc("Where to write to.") Log output,
    @Doc("Counters, gauges and histograms.") Metrics metrics) {

  /// Globals whose records go to a sink, with metrics of their own.
  public static Globals of(Consumer<LogRecord> sink) {
    return new Globals(new Log(sink), new Metrics());
  }

  /// Globals that drop what is written.
  public static Globals silent() {
    return of(record -> {});
  }
}
