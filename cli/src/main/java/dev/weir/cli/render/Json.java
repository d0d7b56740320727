package dev.weir.cli.render;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/// A JSON writer (RFC 8259): one value, streamed, compact, never malformed.
///
/// Calls follow the shape of the value; a call that would break the grammar (a member outside an
/// object, a second top-level value) is an [IllegalStateException]. The writer holds only the stack
/// of open brackets, so a result of any size costs no memory.
///
/// ```java
/// Json json = new Json(out);
/// json.object().field("zone", "example.").array("findings");
/// json.object().field("rule", "ring").end();
/// json.end().end().newline();
/// ```
public final class Json {
  private static final String HEX = "0123456789abcdef";

  private final Appendable sink;
  private final Deque<Level> levels = new ArrayDeque<>();
  private boolean done;
  private boolean named;

  /// Creates a writer; what it writes is all it ever sends to the sink.
  public Json(Appendable sink) {
    this.sink = sink;
  }

  /// Opens an object as a value.
  public Json object() {
    open('{', '}');
    return this;
  }

  /// Opens an array as a value.
  public Json array() {
    open('[', ']');
    return this;
  }

  /// Opens an object as a member of the object that is open.
  public Json object(String name) {
    return name(name).object();
  }

  /// Opens an array as a member of the object that is open.
  public Json array(String name) {
    return name(name).array();
  }

  /// Closes the innermost object or array.
  public Json end() {
    Level level = levels.peekFirst();
    if (level == null || named) {
      throw new IllegalStateException(named ? "a name waits for its value" : "nothing to close");
    }
    levels.removeFirst();
    append(level.close);
    finish();
    return this;
  }

  /// Writes the name of the next member.
  public Json name(String name) {
    Level level = levels.peekFirst();
    if (level == null || level.close != '}' || named) {
      throw new IllegalStateException("a name belongs into an object: " + name);
    }
    separate(level);
    quote(name);
    append(':');
    named = true;
    return this;
  }

  /// Writes a text, or `null`, as a value.
  public Json value(@Nullable String text) {
    begin();
    if (text == null) {
      append("null");
    } else {
      quote(text);
    }
    finish();
    return this;
  }

  /// Writes a whole number as a value.
  public Json value(long number) {
    return literal(Long.toString(number));
  }

  /// Writes a number as a value; JSON has no infinities and no NaN, so those become `null`.
  public Json value(double number) {
    return literal(Double.isFinite(number) ? Double.toString(number) : "null");
  }

  /// Writes a truth as a value.
  public Json value(boolean truth) {
    return literal(truth ? "true" : "false");
  }

  /// Writes a member with a text.
  public Json field(String name, @Nullable String text) {
    return name(name).value(text);
  }

  /// Writes a member with a whole number.
  public Json field(String name, long number) {
    return name(name).value(number);
  }

  /// Writes a member with a number.
  public Json field(String name, double number) {
    return name(name).value(number);
  }

  /// Writes a member with a truth.
  public Json field(String name, boolean truth) {
    return name(name).value(truth);
  }

  /// Ends the document with a line feed; another may follow (JSON lines).
  public Json newline() {
    if (!done) {
      throw new IllegalStateException("the value is not complete");
    }
    append('\n');
    done = false;
    return this;
  }

  private Json literal(String text) {
    begin();
    append(text);
    finish();
    return this;
  }

  private void open(char bracket, char close) {
    begin();
    append(bracket);
    levels.addFirst(new Level(close));
  }

  private void begin() {
    Level level = levels.peekFirst();
    if (named) {
      named = false;
    } else if (level == null) {
      if (done) {
        throw new IllegalStateException("a document holds one value");
      }
    } else if (level.close == '}') {
      throw new IllegalStateException("a member needs a name");
    } else {
      separate(level);
    }
  }

  private void finish() {
    done = levels.isEmpty();
  }

  private void separate(Level level) {
    if (level.filled) {
      append(',');
    }
    level.filled = true;
  }

  private void quote(String text) {
    append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> append("\\\"");
        case '\\' -> append("\\\\");
        case '\n' -> append("\\n");
        case '\r' -> append("\\r");
        case '\t' -> append("\\t");
        default -> plain(c);
      }
    }
    append('"');
  }

  private void plain(char c) {
    if (c < 0x20 || c == 0x7f || Character.isSurrogate(c)) {
      append("\\u");
      for (int shift = 12; shift >= 0; shift -= 4) {
        append(HEX.charAt(c >> shift & 15));
      }
    } else {
      append(c);
    }
  }

  private void append(char c) {
    try {
      sink.append(c);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private void append(String text) {
    try {
      sink.append(text);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static final class Level {
    private final char close;
    private boolean filled;

    Level(char close) {
      this.close = close;
    }
  }
}
