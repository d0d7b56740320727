package dev.weir.dns.wire;

import java.util.Iterator;
import java.util.NoSuchElementException;

/// Records of a message, in order: one section of it, or all three.
///
/// A loop `for (RecordView record : message.answers())` allocates nothing that lasts: the walk and
/// the views do not leave the loop, and the compiler takes them apart.
public final class Records implements Iterable<RecordView> {
  private final byte[] array;
  private final int from;
  private final int at;
  private final int count;

  Records(byte[] array, int from, int at, int count) {
    this.array = array;
    this.from = from;
    this.at = at;
    this.count = count;
  }

  /// How many there are.
  public int count() {
    return count;
  }

  /// Whether there are none.
  public boolean none() {
    return count == 0;
  }

  @Override
  public Walk iterator() {
    return new Walk(array, from, at, count);
  }

  /// A walk over the records.
  public static final class Walk implements Iterator<RecordView> {
    private final byte[] array;
    private final int from;
    private int at;
    private int left;

    private Walk(byte[] array, int from, int at, int left) {
      this.array = array;
      this.from = from;
      this.at = at;
      this.left = left;
    }

    @Override
    public boolean hasNext() {
      return left > 0;
    }

    @Override
    public RecordView next() {
      if (left <= 0) {
        throw new NoSuchElementException("the section has no more records");
      }
      RecordView record = new RecordView(array, from, at);
      at = from + record.end();
      left--;
      return record;
    }
  }
}
