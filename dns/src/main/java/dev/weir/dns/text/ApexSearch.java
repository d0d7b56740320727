package dev.weir.dns.text;

import dev.weir.dns.name.Name;
import dev.weir.dns.type.RecordType;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Looks for the SOA record of a zone file whose origin nobody told, which need not be the first
/// record; its owner is the apex.
final class ApexSearch {
  // Stands for the origin nobody told. No file can have set it: its label has 63 octets of 255.
  private static final Name UNTOLD = untold();

  private final ReadRules rules;
  private final IncludeSource includes;
  private Diagnostics diagnostics;
  private final Deque<Piece> spare = new ArrayDeque<>();
  private final List<String> open = new ArrayList<>();
  private ReadState state = ReadState.atStart(UNTOLD);
  private @Nullable Name found;

  ApexSearch(ReadRules rules, IncludeSource includes) {
    this.rules = rules;
    this.includes = includes;
    diagnostics = new Diagnostics(rules.faultLimit());
  }

  private static Name untold() {
    byte[] label = new byte[Name.MAX_LABEL_OCTETS];
    java.util.Arrays.fill(label, (byte) 0xff);
    return Name.ROOT.child(label);
  }

  /// What was found wrong, if no apex was found.
  Diagnostics diagnostics() {
    return diagnostics;
  }

  /// The owner of the first SOA record; null if there is none or it is relative to nothing.
  ///
  /// @param cutter gives the text, and has all of it again afterwards
  @Nullable Name find(TextSource source, PieceCutter cutter) {
    List<Piece> seen = search(source, cutter);
    for (Piece piece : seen.reversed()) {
      cutter.pushBack(piece);
    }
    if (found != null && found.under(UNTOLD)) {
      diagnostics = new Diagnostics(1);
      fault(
          source,
          "the SOA record's owner is relative and there is no $ORIGIN; name the zone with -o");
      return null;
    }
    if (found == null && diagnostics.errors() == 0) {
      fault(source, "there is no SOA record; name the zone with -o if the file is a part of one");
    }
    return found;
  }

  private void fault(TextSource source, String message) {
    diagnostics.add(Diagnostic.of(Severity.ERROR, source.name(), message));
  }

  private boolean soa(byte[] owner, int length, int type) {
    if (type == RecordType.SOA.code() && found == null) {
      found = Name.of(java.util.Arrays.copyOf(owner, length));
    }
    return true;
  }

  private List<Piece> search(TextSource source, PieceCutter cutter) {
    List<Piece> seen = new ArrayList<>();
    RecordSink sink = (owner, length, type, ttl, rdata, at, octets) -> soa(owner, length, type);
    open.add(source.identity());
    int lines = 0;
    Piece unfinished = null;
    Piece piece = cutter.next();
    while (piece != null) {
      seen.add(piece);
      if (unfinished != null) {
        piece = piece.joinedTo(unfinished);
      }
      RecordReader.Stop stop = piece.scan(source.name(), sink, state);
      while (stop == RecordReader.Stop.INCLUDE && found == null) {
        include(source, piece, lines);
        stop = piece.scanOn(source.name(), sink, state);
      }
      if (found != null) {
        break;
      }
      state = piece.reader().stateAfter(state);
      diagnostics.addAll(piece.diagnostics(), lines);
      unfinished = stop == RecordReader.Stop.UNFINISHED ? piece : null;
      lines += unfinished == null ? piece.reader().lines() : piece.reader().unfinishedLine();
      piece = cutter.next();
    }
    open.removeLast();
    return seen;
  }

  private void include(TextSource source, Piece piece, int lines) {
    RecordReader reader = piece.reader();
    ReadState here = reader.stateAfter(state);
    state = here;
    TextSource included = ZoneFileParser.include(source, reader, includes, rules, open);
    diagnostics.addAll(piece.diagnostics(), lines);
    if (included != null) {
      try (included) {
        state = here.under(reader.includeOrigin());
        search(included, new PieceCutter(included, rules, spare));
        state = state.withNamesOf(here);
      }
    }
  }
}
