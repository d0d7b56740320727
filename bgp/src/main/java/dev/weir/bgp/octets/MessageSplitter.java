package dev.weir.bgp.octets;

/// Splits a stream, which arrives in pieces of any size, into messages, and finds the next message
/// behind damage.
///
/// In order, each message begins where the last one ended. Where no message begins, or where octets
/// are missing, the splitter looks at one place after another until its [Framing] finds a message,
/// and reports how many octets it passed over. A message that lies in one piece is handed on as a
/// view of it; one that lies across pieces is put together in an array of its own. What is kept
/// between two pieces is at most one message that is not complete, and nothing is allocated for
/// octets that have not arrived.
public final class MessageSplitter {
  private final Framing framing;
  private final Sink sink;
  private byte[] kept = new byte[0];
  private int keptOctets;
  private int awaited;
  private boolean searching;
  private long offset;
  private long skippedAt;
  private int skipped;

  /// Who takes what the splitter finds.
  public interface Sink {
    /// Takes a message.
    ///
    /// @param offset where it begins in the stream, in octets that arrived
    /// @param message its octets; they are not changed later
    void message(long offset, Octets message);

    /// Takes note of octets that belong to no message.
    ///
    /// @param offset where they begin in the stream, in octets that arrived
    /// @param octets how many they are
    void skipped(long offset, int octets);
  }

  /// Begins a stream.
  ///
  /// @param framing how its messages lie
  /// @param sink who takes them
  /// @param atBoundary whether the first octet to arrive begins a message for sure
  public MessageSplitter(Framing framing, Sink sink, boolean atBoundary) {
    this.framing = framing;
    this.sink = sink;
    this.searching = !atBoundary;
  }

  /// Takes the next octets of the stream. They must not be changed later.
  public void accept(Octets piece) {
    if (keptOctets == 0) {
      keep(piece, take(piece, false));
      return;
    }
    append(piece);
    if (keptOctets >= awaited) {
      Octets all = release();
      keep(all, take(all, false));
    }
  }

  /// Takes note that octets are missing here: the message that was begun is lost.
  public void gap() {
    drop();
    searching = true;
  }

  /// Ends the stream: what is left belongs to no message.
  public void finish() {
    drop();
    flush();
  }

  /// What was kept is not the beginning of a message that goes on; but a message may lie in it that
  /// the search had not reached, because it waited for the end of another.
  private void drop() {
    Octets all = release();
    if (!all.isEmpty()) {
      int taken = 0;
      if (searching) {
        taken = take(all, true);
      }
      skip(all.length() - taken);
    }
  }

  /// Hands on messages.
  ///
  /// @param last whether nothing follows, so that waiting for more is vain
  /// @return how many octets were taken
  private int take(Octets octets, boolean last) {
    int at = 0;
    while (at < octets.length()) {
      Octets rest = octets.from(at);
      int length = searching ? framing.find(rest) : framing.measure(rest);
      boolean waits = length == Framing.MORE || length > rest.length();
      if (waits && !last) {
        awaited = length;
        return at;
      }
      if (length == Framing.NONE || waits) {
        searching = true;
        skip(1);
        at++;
      } else {
        flush();
        searching = false;
        sink.message(offset, rest.slice(0, length));
        offset += length;
        at += length;
      }
    }
    return at;
  }

  private void skip(int octets) {
    if (octets > 0) {
      if (skipped == 0) {
        skippedAt = offset;
      }
      skipped += octets;
      offset += octets;
    }
  }

  private void flush() {
    if (skipped > 0) {
      sink.skipped(skippedAt, skipped);
      skipped = 0;
    }
  }

  private void keep(Octets octets, int taken) {
    if (taken < octets.length()) {
      append(octets.from(taken));
    }
  }

  private Octets release() {
    Octets all = new Octets(kept, 0, keptOctets).detach();
    keptOctets = 0;
    awaited = 0;
    return all;
  }

  private void append(Octets piece) {
    int needed = keptOctets + piece.length();
    if (needed > kept.length) {
      byte[] grown = new byte[Math.max(needed, kept.length * 2)];
      System.arraycopy(kept, 0, grown, 0, keptOctets);
      kept = grown;
    }
    piece.copyTo(kept, keptOctets);
    keptOctets = needed;
  }
}
