package dev.weir.bgp.mrt;

import dev.weir.bgp.octets.Octets;
import java.util.function.Consumer;

/// Cuts a stream of octets into records, and finds its way again where the stream is damaged.
///
/// The octets come in pieces: [#feed] gives one, [#next] steps over the records in it, and where it
/// says [Step#MORE], the caller feeds again, beginning with the octets from [#start] on. Nothing is
/// copied, nothing allocated.
///
/// **Where a length lies**, the next header stands where no header can be: of a type nobody knows,
/// or longer than any record. Such a place is reported, and the octets behind the last header that
/// could be believed are searched for the next place where a chain of [#CHAIN] headers begins, each
/// with a known type, a possible length and a time near that of the last good record. A record of
/// an unknown type is believed if a believable header follows it. Search costs one comparison of a
/// few octets for most of the offsets.
public final class RecordFramer {
  /// Records longer than this are taken for damage: 16 MiB. The largest that has a use, a prefix
  /// with routes of a thousand peers, has less than one.
  public static final int LONGEST = 1 << 24;

  /// How many headers in a row make a place believable.
  public static final int CHAIN = 3;

  private static final long YEAR_SECONDS = 366L * 86_400;
  private static final long EARLIEST = 631_152_000; // 1990

  private final Consumer<Damage> damages;
  private byte[] array = {};
  private int at;
  private int to;
  private long base;
  private boolean last;
  private int start;
  private int end;
  private int previous = -1;
  private long seconds = -1;
  private long records;
  private long lostAt = -1;
  private String lostReason = "";

  /// What a step has found.
  public enum Step {
    /// A whole record, from [#start] to [#end].
    RECORD,
    /// A part of one: feed more octets, beginning with those at [#start].
    MORE,
    /// Nothing more.
    END
  }

  /// Begins before the first octet of an archive.
  ///
  /// @param damages is told what had to be passed over
  public RecordFramer(Consumer<Damage> damages) {
    this.damages = damages;
  }

  /// Gives the next octets: what was left over, and what stands behind it.
  ///
  /// @param position where `from` is in the archive
  /// @param last whether the archive ends at `to`
  public void feed(byte[] array, int from, int to, long position, boolean last) {
    this.array = array;
    this.at = from;
    this.start = from;
    this.to = to;
    this.base = position - from;
    this.last = last;
    this.previous = -1;
  }

  /// Moves to the next record.
  public Step next() {
    start = at;
    if (lostAt >= 0) {
      return search();
    }
    if (to - at < MrtRecord.HEADER) {
      if (!last) {
        return Step.MORE;
      }
      if (at < to) {
        lose(position(at), "the archive ends in a header, of which " + (to - at) + " octets exist");
        return search();
      }
      return Step.END;
    }
    if (!isPossible(at)) {
      lose(position(at), "no record begins here");
      at = previous >= 0 ? previous + MrtRecord.HEADER : at;
      return search();
    }
    int behind = behind(at);
    if (behind > to) {
      if (!last) {
        return Step.MORE;
      }
      lose(
          position(at),
          "a record of " + (behind - at) + " octets, of which " + (to - at) + " exist");
      at++;
      return search();
    }
    return accept();
  }

  private Step accept() {
    start = at;
    previous = at;
    end = behind(at);
    at = end;
    seconds = Octets.i32(array, start) & 0xffff_ffffL;
    records++;
    return Step.RECORD;
  }

  private void lose(long position, String reason) {
    lostAt = position;
    lostReason = reason;
  }

  /// Looks for the next chain of headers, from `at` on.
  private Step search() {
    for (; to - at >= MrtRecord.HEADER; at++) {
      int verdict = chain(at);
      if (verdict > 0) {
        damages.accept(new Damage(lostAt, Math.max(0, position(at) - lostAt), lostReason));
        lostAt = -1;
        return accept();
      }
      if (verdict == 0) {
        start = at;
        return Step.MORE;
      }
    }
    start = at;
    if (!last) {
      return Step.MORE;
    }
    damages.accept(new Damage(lostAt, position(to) - lostAt, lostReason));
    lostAt = -1;
    at = to;
    start = to;
    return Step.END;
  }

  /// Returns 1 if believable headers begin here, -1 if not, 0 if more octets would tell.
  private int chain(int from) {
    int here = from;
    for (int found = 0; found < CHAIN; found++) {
      if (here == to && last) {
        return found > 0 ? 1 : -1;
      }
      if (to - here < MrtRecord.HEADER) {
        return last ? -1 : found == CHAIN - 1 ? 1 : 0;
      }
      if (!isBelievable(here)) {
        return -1;
      }
      int behind = behind(here);
      if (behind > to) {
        return last ? -1 : found == CHAIN - 1 ? 1 : 0;
      }
      here = behind;
    }
    return 1;
  }

  /// Tells whether a header can stand here, given that one is expected.
  private boolean isPossible(int here) {
    int length = Octets.i32(array, here + 8);
    if (length < 0 || length > LONGEST) {
      return false;
    }
    int type = Octets.u16(array, here + 4);
    if (isUsual(type)) {
      return true;
    }
    if (!isNear(here)) {
      return false;
    }
    int behind = here + MrtRecord.HEADER + length;
    if (MrtType.isKnown(type) || behind == to && last) {
      return MrtType.isKnown(type) || records > 0;
    }
    return behind + MrtRecord.HEADER <= to ? isBelievable(behind) : !last;
  }

  private static boolean isUsual(int type) {
    return type == MrtType.BGP4MP
        || type == MrtType.BGP4MP_ET
        || type == MrtType.TABLE_DUMP
        || type == MrtType.TABLE_DUMP_V2
        || type == MrtType.BGP;
  }

  /// Tells whether this looks like a header although nobody expects one.
  private boolean isBelievable(int here) {
    int high = Octets.u16(array, here + 4);
    if (!MrtType.isKnown(high) || high < MrtType.BGP || Octets.u16(array, here + 6) > 12) {
      return false;
    }
    int length = Octets.i32(array, here + 8);
    return length > 0 && length <= LONGEST && isNear(here);
  }

  private boolean isNear(int here) {
    long time = Octets.i32(array, here) & 0xffff_ffffL;
    return seconds < 0 ? time >= EARLIEST : Math.abs(time - seconds) <= YEAR_SECONDS;
  }

  private int behind(int here) {
    return here + MrtRecord.HEADER + Octets.i32(array, here + 8);
  }

  private long position(int index) {
    return base + index;
  }

  /// Returns where this record begins in the array, or the octets that are still needed.
  public int start() {
    return start;
  }

  /// Returns where this record ends in the array, exclusive.
  public int end() {
    return end;
  }

  /// Returns where this record begins in the archive.
  public long position() {
    return position(start);
  }

  /// Returns how many records have been found.
  public long records() {
    return records;
  }

  /// Returns this record as a view.
  public MrtRecord record() {
    return new MrtRecord(new Octets(array, start, end - start), position());
  }
}
