package dev.weir.dns.wire;

import java.util.Iterator;
import java.util.NoSuchElementException;

/// The questions of a message, in order. Going through them allocates nothing that lasts.
public final class Questions implements Iterable<QuestionView> {
  private final byte[] array;
  private final int from;
  private final int count;

  Questions(byte[] array, int from, int count) {
    this.array = array;
    this.from = from;
    this.count = count;
  }

  /// How many there are.
  public int count() {
    return count;
  }

  @Override
  public Walk iterator() {
    return new Walk(array, from, count);
  }

  /// A walk over the questions.
  public static final class Walk implements Iterator<QuestionView> {
    private final byte[] array;
    private final int from;
    private int at;
    private int left;

    private Walk(byte[] array, int from, int left) {
      this.array = array;
      this.from = from;
      this.at = from + MessageWalk.HEADER;
      this.left = left;
    }

    @Override
    public boolean hasNext() {
      return left > 0;
    }

    @Override
    public QuestionView next() {
      if (left <= 0) {
        throw new NoSuchElementException("the section has no more questions");
      }
      QuestionView question = new QuestionView(array, from, at);
      at = from + question.end();
      left--;
      return question;
    }
  }
}
