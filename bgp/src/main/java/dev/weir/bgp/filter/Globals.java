package dev.weir.bgp.filter;

import dev.weir.roto.host.Doc;
import java.util.function.Consumer;

/// What comes with every call of a policy, as variables that scripts can read. Each thread has its
/// own, because logs are not shared; what is inside may be shared where it says so.
///
/// @param output where to write to; belongs to one thread
/// @param rpki origin validation; shared by all threads
/// @param asnLists named lists of AS numbers; shared by all threads
/// @param prefixLists named lists of prefixes; shared by all threads
/// @param communityLists named lists of communities; shared by all threads
/// @param metrics shared by all threads
public record Globals(
    @Doc("Where to write to.") Log output,
    @Doc("Origin validation.") Rpki rpki,
    @Doc("Named lists of AS numbers.") AsnLists asnLists,
    @Doc("Named lists of prefixes.") PrefixLists prefixLists,
    @Doc("Named lists of communities.") CommunityLists communityLists,
    @Doc("Counters, gauges and histograms.") Metrics metrics) {

  /// Globals whose records go to a sink, with metrics and lists of their own.
  public static Globals of(Consumer<LogRecord> sink) {
    return new Globals(
        new Log(sink),
        Rpki.NONE,
        new AsnLists(),
        new PrefixLists(),
        new CommunityLists(),
        new Metrics());
  }

  /// Globals that drop what is written.
  public static Globals silent() {
    return of(record -> {});
  }

  /// The same for another thread: lists and metrics are shared, the log is its own.
  public Globals withOutput(Consumer<LogRecord> sink) {
    return new Globals(new Log(sink), rpki, asnLists, prefixLists, communityLists, metrics);
  }

  /// The same with other payloads of the RPKI.
  public Globals withRpki(Rpki other) {
    return new Globals(output, other, asnLists, prefixLists, communityLists, metrics);
  }
}
