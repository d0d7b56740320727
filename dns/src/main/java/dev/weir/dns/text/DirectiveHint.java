package dev.weir.dns.text;

import dev.weir.dns.MalformedText;
import dev.weir.dns.name.Name;
import java.nio.charset.StandardCharsets;

/// A guess of what a piece of a zone file hands on: the last `$ORIGIN` and `$TTL` in it, looked for
/// from its end and without reading the rest.
///
/// Files that some servers write set both over and over. A wrong guess costs time and nothing else.
final class DirectiveHint {
  private static final int MAX_LINE = 1024;

  private DirectiveHint() {}

  /// The state behind `text[from, to)`, if `before` held before it.
  static ReadState after(byte[] text, int from, int to, ReadState before) {
    Name origin = null;
    int ttl = -1;
    int lineEnd = to;
    for (int i = to - 1; i >= from && (origin == null || ttl < 0); i--) {
      if (text[i] != '\n' && i > from) {
        continue;
      }
      int line = text[i] == '\n' ? i + 1 : i;
      if (line < lineEnd && text[line] == '$' && lineEnd - line < MAX_LINE) {
        String[] words =
            new String(text, line, lineEnd - line, StandardCharsets.ISO_8859_1).split("[ \t\r;]+");
        if (words.length > 1 && ttl < 0 && words[0].equalsIgnoreCase("$ttl")) {
          ttl = ttl(words[1]);
        } else if (words.length > 1 && origin == null && words[0].equalsIgnoreCase("$origin")) {
          origin = origin(words[1], before.origin());
        }
      }
      lineEnd = i;
    }
    return new ReadState(
        origin == null ? before.origin() : origin,
        ttl < 0 ? before.defaultTtl() : ttl,
        before.lastTtl(),
        before.owner());
  }

  private static int ttl(String word) {
    byte[] octets = word.getBytes(StandardCharsets.ISO_8859_1);
    long seconds = TtlText.parse(octets, 0, octets.length);
    return seconds > Integer.MAX_VALUE ? -1 : (int) seconds;
  }

  private static Name origin(String word, Name before) {
    try {
      return Name.parse(word, before);
    } catch (MalformedText _) {
      return before;
    }
  }
}
