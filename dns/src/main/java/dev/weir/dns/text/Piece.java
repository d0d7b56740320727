package dev.weir.dns.text;

import dev.weir.dns.name.Name;
import dev.weir.dns.octets.OctetBuffer;
import dev.weir.dns.zone.RecordRun;

/// A stretch of a zone file and what becomes of it; array and reader are used again and again.
final class Piece {
  private final RecordReader reader;
  private final ReadRules rules;
  private final OctetBuffer scratch = new OctetBuffer();
  private byte[] array = new byte[0];
  private int from;
  private int to;
  private boolean last;
  private RecordRun run = new RecordRun(Name.ROOT, 0);
  private Diagnostics diagnostics = new Diagnostics(0);

  Piece(ReadRules rules) {
    reader = new RecordReader(rules);
    this.rules = rules;
  }

  /// The array, with room for `octets` octets and one more, keeping its first `kept`.
  byte[] reserve(int octets, int kept) {
    if (array.length <= octets) {
      byte[] bigger = new byte[octets + 1];
      System.arraycopy(array, 0, bigger, 0, kept);
      array = bigger;
    }
    return array;
  }

  /// Says that the text is `array[from, to)`.
  ///
  /// @param last whether no text follows
  void bound(int from, int to, boolean last) {
    this.from = from;
    this.to = to;
    this.last = last;
  }

  RecordReader reader() {
    return reader;
  }

  int length() {
    return to - from;
  }

  boolean last() {
    return last;
  }

  RecordRun run() {
    return run;
  }

  Diagnostics diagnostics() {
    return diagnostics;
  }

  /// A guess of the state behind this piece, if `before` holds before it.
  ReadState hint(ReadState before) {
    return DirectiveHint.after(array, from, to, before);
  }

  /// Reads the text from its start into a fresh run.
  RecordReader.Stop parse(String file, Name apex, ReadState state) {
    RecordReader.Stop stop = parse(outlet(file, apex), state);
    run.trim();
    return stop;
  }

  /// Reads the text from its start, giving the records to `sink`.
  RecordReader.Stop scan(String file, RecordSink sink, ReadState state) {
    diagnostics = new Diagnostics(rules.faultLimit());
    return parse(new RecordReader.Outlet(file, sink, diagnostics), state);
  }

  private RecordReader.Stop parse(RecordReader.Outlet outlet, ReadState state) {
    reader.begin(array, from, to, state, outlet);
    return reader.read(!last);
  }

  /// Goes on behind an `$INCLUDE`, with a fresh run.
  RecordReader.Stop goOn(String file, Name apex, ReadState state) {
    reader.resume(state, outlet(file, apex));
    RecordReader.Stop stop = reader.read(!last);
    run.trim();
    return stop;
  }

  /// Goes on behind an `$INCLUDE`, giving the records to the same sink.
  RecordReader.Stop scanOn(String file, RecordSink sink, ReadState state) {
    diagnostics = new Diagnostics(rules.faultLimit());
    reader.resume(state, new RecordReader.Outlet(file, sink, diagnostics));
    return reader.read(!last);
  }

  private RecordReader.Outlet outlet(String file, Name apex) {
    run = new RecordRun(apex, 0, scratch);
    diagnostics = new Diagnostics(rules.faultLimit());
    return new RecordReader.Outlet(file, run::add, diagnostics);
  }

  /// The text that `before` left unread, with this one's behind it.
  Piece joinedTo(Piece before) {
    int start = before.reader.unfinishedFrom();
    int left = before.to - start;
    Piece joined = new Piece(rules);
    byte[] octets = joined.reserve(left + length(), 0);
    System.arraycopy(before.array, start, octets, 0, left);
    System.arraycopy(array, from, octets, left, length());
    joined.bound(0, left + length(), last);
    return joined;
  }

  /// Reads nothing but the entry that was left open, so that it is reported.
  void reportUnfinished(String file, ReadState state) {
    diagnostics = new Diagnostics(rules.faultLimit());
    run = new RecordRun(Name.ROOT, 0);
    reader.begin(
        array,
        reader.unfinishedFrom(),
        to,
        state,
        new RecordReader.Outlet(file, run::add, diagnostics));
    reader.read(false);
  }
}
