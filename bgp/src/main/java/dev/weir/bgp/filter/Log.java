package dev.weir.bgp.filter;

import dev.weir.bgp.type.StandardCommunity;
import dev.weir.inet.Asn;
import dev.weir.inet.Prefix;
import dev.weir.roto.host.Doc;
import dev.weir.roto.host.Unsigned;
import java.util.function.Consumer;

/// What policies write to: the variable `output` of every call. Each thread has its own; what is
/// done with the records is the business of the host.
@Doc("Where policies write to: the variable `output`.")
public final class Log {
  private final Consumer<LogRecord> sink;
  private LogEntry entry = new LogEntry();

  /// Makes a log.
  ///
  /// @param sink takes each record, on the thread that runs the policy
  public Log(Consumer<LogRecord> sink) {
    this.sink = sink;
  }

  /// Writes a line.
  @Doc("Writes a line.")
  public void print(String text) {
    sink.accept(new LogRecord.Printed(text, false));
  }

  /// Writes a line that the host puts the time before.
  @Doc("Writes a line, with the time before it.")
  public void timestampedPrint(String text) {
    sink.accept(new LogRecord.Printed(text, true));
  }

  /// Logs that a prefix was seen.
  @Doc("Logs that a prefix was seen.")
  public void logPrefix(Prefix prefix) {
    sink.accept(new LogRecord.MatchedPrefix(prefix));
  }

  /// Logs that an AS was seen in a path.
  @Doc("Logs that an AS was seen in a path.")
  public void logMatchedAsn(Asn asn) {
    sink.accept(new LogRecord.MatchedAsn(asn));
  }

  /// Logs that an AS was seen as the origin of a route.
  @Doc("Logs that an AS was seen as the origin of a route.")
  public void logMatchedOrigin(Asn origin) {
    sink.accept(new LogRecord.MatchedOrigin(origin));
  }

  /// Logs that a peer went down.
  @Doc("Logs that a peer went down.")
  public void logPeerDown() {
    sink.accept(new LogRecord.PeerDown());
  }

  /// Logs two numbers whose meaning is the script's.
  @Doc("Logs two numbers, whose meaning is yours.")
  public void logCustom(@Unsigned int id, @Unsigned int value) {
    sink.accept(new LogRecord.Custom(Integer.toUnsignedLong(id), Integer.toUnsignedLong(value)));
  }

  /// Logs that a community was seen.
  @Doc("Logs that a community was seen.")
  public void logMatchedCommunity(StandardCommunity community) {
    sink.accept(new LogRecord.MatchedCommunity(community));
  }

  /// Returns the entry that [#writeEntry] will write.
  @Doc("The entry that `write_entry` will write; it is empty in the beginning.")
  public LogEntry entry() {
    return entry;
  }

  /// Writes the entry, and begins a new one.
  @Doc("Writes the entry, and begins a new one.")
  public void writeEntry() {
    sink.accept(entry.record());
    entry = new LogEntry();
  }
}
