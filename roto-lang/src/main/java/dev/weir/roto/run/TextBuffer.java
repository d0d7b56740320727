package dev.weir.roto.run;

import org.jspecify.annotations.Nullable;

/// `StringBuf`: a text that can grow. Equal by content; not for keys that change.
public final class TextBuffer implements Freezable {
  private final StringBuilder text;
  private boolean frozen;
  private int counted;

  private TextBuffer(String text) {
    this.text = new StringBuilder(text);
    this.counted = Math.max(1024, text.length());
  }

  /// An empty one.
  public static TextBuffer create() {
    return new TextBuffer("");
  }

  /// One with a text.
  public static TextBuffer from(String text) {
    Texts.charge(text.length());
    return new TextBuffer(text);
  }

  /// Appends a character.
  public void pushChar(int character) {
    beforeAdding(2);
    text.appendCodePoint(character);
  }

  /// Appends a text.
  public void pushString(String more) {
    beforeAdding(more.length());
    text.append(more);
  }

  /// The text as it is now.
  public String asString() {
    Texts.charge(text.length());
    return text.toString();
  }

  /// How many characters there are.
  public long len() {
    return text.codePointCount(0, text.length());
  }

  /// Whether there are none.
  public boolean isEmpty() {
    return text.isEmpty();
  }

  /// Takes all characters away.
  public void clear() {
    beforeChange();
    text.setLength(0);
  }

  @Override
  public void freeze() {
    frozen = true;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other || other instanceof TextBuffer buffer && text.compareTo(buffer.text) == 0;
  }

  @Override
  public int hashCode() {
    return text.toString().hashCode();
  }

  @Override
  public String toString() {
    return text.toString();
  }

  private void beforeAdding(int more) {
    beforeChange();
    long length = (long) text.length() + more;
    if (length > counted) {
      Texts.charge(2 * length);
      counted = (int) (2 * length);
    }
  }

  private void beforeChange() {
    if (frozen) {
      throw new ScriptException(
          Fault.FROZEN, "the text is, or is part of, a constant and cannot be changed");
    }
  }
}
