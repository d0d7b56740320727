package dev.weir.dns.text;

import dev.weir.dns.MalformedText;
import dev.weir.dns.name.Name;
import dev.weir.dns.workers.Workers;
import dev.weir.dns.zone.RecordRun;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

// The idea: a zone file is cut before lines that start with an owner, and the pieces are read at
// once, each from a guess of what it inherits: the origin and TTLs that held at the last piece that
// is settled, and no open parenthesis. Files that set these once, at the top, and that is nearly
// all large ones, are guessed right all the time.
//
// The invariant: pieces are settled in the order of the file, from the true state. A piece whose
// guess was wrong in something it used is read again from the truth; one that begins inside
// parentheses is joined to the entry that the piece before left open. So the result is exactly that
// of reading from the first line to the last.
//
// The cost: a wrong guess costs a second reading. After the first, the directives near the end of
// each piece are looked at to guess better; if most guesses are wrong all the same, guessing stops.

/// Reads a zone file into runs of records, on all cores (RFC 1035 §5).
public final class ZoneFileParser {
  private static final int MISSES = 16;
  private static final int MAX_ENTRY_OCTETS = 1 << 20;

  private final ReadRules rules;
  private final IncludeSource includes;
  private final Workers workers;
  private final Name apex;
  private final Deque<Piece> spare;
  private final Diagnostics diagnostics;
  private final List<RecordRun> runs = new ArrayList<>();
  private final List<String> open = new ArrayList<>();
  private ReadState state;
  private boolean abandoned;

  private ZoneFileParser(
      ReadRules rules, IncludeSource includes, Workers workers, Name apex, Deque<Piece> spare) {
    this.rules = rules;
    this.includes = includes;
    this.workers = workers;
    this.apex = apex;
    this.spare = spare;
    diagnostics = new Diagnostics(rules.faultLimit());
    state = ReadState.atStart(apex);
  }

  /// Reads a zone file.
  ///
  /// @param source the text; it is read to its end unless reading is hopeless, and not closed
  /// @param includes opens what `$INCLUDE` names
  /// @param rules the origin and the limits
  /// @param workers do the work
  public static ParsedZone parse(
      TextSource source, IncludeSource includes, ReadRules rules, Workers workers) {
    Deque<Piece> spare = new ArrayDeque<>();
    PieceCutter cutter = new PieceCutter(source, rules, spare);
    Name apex = rules.origin();
    if (apex == null) {
      ApexSearch search = new ApexSearch(rules, includes);
      apex = search.find(source, cutter);
      if (apex == null) {
        return new ParsedZone(null, List.of(), search.diagnostics());
      }
    }
    ZoneFileParser parser = new ZoneFileParser(rules, includes, workers, apex, spare);
    parser.read(source, cutter);
    parser.finish(source);
    return new ParsedZone(apex, parser.runs, parser.diagnostics);
  }

  private void finish(TextSource source) {
    long records = 0;
    for (int i = 0; i < runs.size(); i++) {
      runs.get(i).renumber(i);
      records += runs.get(i).records();
    }
    if (records == 0 && diagnostics.errors() == 0) {
      diagnostics.add(
          Diagnostic.of(
              Severity.ERROR,
              source.name(),
              "there is no record of zone " + apex + " in the file"));
    }
  }

  /// A piece that is being read from a guess.
  private record Flight(Piece piece, Supplier<RecordReader.Stop> stop, ReadState handsOn) {}

  /// Reads one text, beginning at `state`, and leaves in `state` what holds behind it.
  private void read(TextSource source, PieceCutter cutter) {
    open.add(source.identity());
    Deque<Flight> flights = new ArrayDeque<>();
    Piece unfinished = null;
    int misses = 0;
    int lines = 0;
    boolean first = true;
    while (!abandoned) {
      int window = first || misses >= MISSES ? 1 : 2 * workers.threads();
      launch(source, cutter, flights, window, misses > 0);
      if (flights.isEmpty()) {
        break;
      }
      Flight flight = flights.remove();
      Piece piece = flight.piece();
      RecordReader.Stop stop = flight.stop().get();
      if (unfinished != null) {
        Piece joined = piece.joinedTo(unfinished);
        spare.add(unfinished);
        spare.add(piece);
        piece = joined;
        stop = piece.parse(source.name(), apex, state);
      } else if (!piece.reader().holdsFor(state)) {
        misses += 2;
        stop = piece.parse(source.name(), apex, state);
      } else if (misses > 1) {
        misses--;
      }
      stop = settle(source, piece, stop, lines);
      first = false;
      if (stop == RecordReader.Stop.UNFINISHED) {
        lines += piece.reader().unfinishedLine();
        if (piece.reader().unfinishedOctets() > MAX_ENTRY_OCTETS) {
          abandon(source, piece, lines);
        }
        unfinished = piece;
      } else {
        lines += piece.reader().lines();
        unfinished = null;
        spare.add(piece);
      }
    }
    for (Flight flight : flights) {
      RecordReader.Stop _ = flight.stop().get();
    }
    open.removeLast();
  }

  private void launch(
      TextSource source, PieceCutter cutter, Deque<Flight> flights, int window, boolean hints) {
    while (flights.size() < window) {
      ReadState guess = hints && !flights.isEmpty() ? flights.getLast().handsOn() : state;
      Piece piece = cutter.next();
      if (piece == null) {
        return;
      }
      ReadState handsOn = hints ? piece.hint(guess) : guess;
      Supplier<RecordReader.Stop> stop =
          workers.start(() -> piece.parse(source.name(), apex, guess));
      flights.add(new Flight(piece, stop, handsOn));
    }
  }

  /// Takes what a piece became, and carries out the `$INCLUDE` directives in it.
  private RecordReader.Stop settle(
      TextSource source, Piece piece, RecordReader.Stop first, int lines) {
    RecordReader.Stop stop = first;
    while (true) {
      state = piece.reader().stateAfter(state);
      if (stop != RecordReader.Stop.INCLUDE) {
        runs.add(piece.run());
        diagnostics.addAll(piece.diagnostics(), lines);
        return stop;
      }
      TextSource included = include(source, piece.reader(), includes, rules, open);
      runs.add(piece.run());
      diagnostics.addAll(piece.diagnostics(), lines);
      if (included != null) {
        try (included) {
          ReadState here = state;
          state = here.under(piece.reader().includeOrigin());
          read(included, new PieceCutter(included, rules, spare));
          state = state.withNamesOf(here);
        }
      }
      stop = piece.goOn(source.name(), apex, state);
    }
  }

  /// Opens the file that an `$INCLUDE` names; null, and the fault is reported, if it cannot be, is
  /// included too deep or includes itself.
  ///
  /// @param reader has stopped at the directive
  /// @param open the identities of the texts that are being read
  static @Nullable TextSource include(
      TextSource source,
      RecordReader reader,
      IncludeSource includes,
      ReadRules rules,
      List<String> open) {
    if (open.size() > rules.includeDepth()) {
      reader.report(
          rules.includeDepth() == 0
              ? "$INCLUDE is not allowed here"
              : "$INCLUDE is nested deeper than " + rules.includeDepth() + " files");
      return null;
    }
    try {
      TextSource included = includes.open(reader.includeFile(), source);
      if (!open.contains(included.identity())) {
        return included;
      }
      included.close();
      reader.report("'" + reader.includeFile() + "' includes itself");
    } catch (MalformedText e) {
      reader.report(String.valueOf(e.getMessage()));
    }
    return null;
  }

  private void abandon(TextSource source, Piece piece, int lines) {
    piece.reportUnfinished(source.name(), state);
    diagnostics.addAll(piece.diagnostics(), lines);
    abandoned = true;
  }
}
