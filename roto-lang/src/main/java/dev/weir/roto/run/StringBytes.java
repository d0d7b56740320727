package dev.weir.roto.run;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// `StringBytes`: a text by the octets of its UTF-8 form.
///
/// The octets are not kept: a position is found by counting from the beginning.
public record StringBytes(String text) {

  /// How many octets there are.
  public long len() {
    long octets = 0;
    for (int i = 0; i < text.length(); i++) {
      octets += width(text.charAt(i));
    }
    return octets;
  }

  /// The character that begins at an octet, as an option: null inside a character and behind the
  /// end.
  public @Nullable Object get(long offset) {
    int at = unit(offset);
    return at < 0 || at == text.length() ? null : (Object) text.codePointAt(at);
  }

  /// The text from an octet up to, not including, another, as an option: null where one of them is
  /// inside a character or behind the end, or the second before the first.
  public @Nullable String slice(long start, long end) {
    int from = unit(start);
    int to = unit(end);
    return from < 0 || to < from ? null : text.substring(from, to);
  }

  /// The octets.
  public IntList list() {
    byte[] octets = text.getBytes(StandardCharsets.UTF_8);
    Texts.charge(octets.length * 4L);
    IntList list = new IntList(octets.length);
    for (byte octet : octets) {
      list.push(octet & 0xff);
    }
    return list;
  }

  /// The UTF-16 unit that begins at an octet; the length of the text at the end; -1 if none does.
  private int unit(long offset) {
    if (offset < 0) {
      return -1;
    }
    long octets = 0;
    int at = 0;
    while (octets < offset && at < text.length()) {
      boolean pair = Character.isHighSurrogate(text.charAt(at));
      octets += pair ? 4 : width(text.charAt(at));
      at += pair ? 2 : 1;
    }
    return octets == offset ? at : -1;
  }

  private static int width(char unit) {
    return unit < 0x80 ? 1 : unit < 0x800 || Character.isSurrogate(unit) ? 2 : 3;
  }
}
