package dev.weir.dns.tsig;

import dev.weir.dns.MalformedText;
import java.util.ArrayList;
import java.util.List;

/// Keys in the syntax of BIND's configuration: `key "name" { algorithm a; secret "s"; };`.
///
/// Comments are `#`, `//` and `/* */`; quotes may be left out; clauses of other kinds are refused.
public final class TsigKeyFile {
  private final String text;
  private int at;

  private TsigKeyFile(String text) {
    this.text = text;
  }

  /// Reads all keys of a text.
  ///
  /// @throws MalformedText if it is anything but `key` clauses; the message names the line
  public static List<TsigKey> parse(String text) {
    TsigKeyFile file = new TsigKeyFile(text);
    List<TsigKey> keys = new ArrayList<>();
    for (String word = file.next(); !word.isEmpty(); word = file.next()) {
      if (!word.equals("key")) {
        throw file.fault("'" + word + "' where a key clause must begin");
      }
      keys.add(file.clause());
    }
    return List.copyOf(keys);
  }

  private TsigKey clause() {
    String name = next();
    expect("{");
    String algorithm = "";
    String secret = "";
    for (String word = next(); !word.equals("}"); word = next()) {
      switch (word) {
        case "algorithm" -> algorithm = next();
        case "secret" -> secret = next();
        case "" -> throw fault("the key clause has no end");
        default -> throw fault("'" + word + "' in a key clause; it has an algorithm and a secret");
      }
      expect(";");
    }
    expect(";");
    if (algorithm.isEmpty() || secret.isEmpty()) {
      throw fault("the key '" + name + "' needs an algorithm and a secret");
    }
    try {
      return TsigKey.parse(algorithm, name, secret);
    } catch (MalformedText e) {
      throw fault(String.valueOf(e.getMessage()));
    }
  }

  private void expect(String word) {
    String found = next();
    if (!found.equals(word)) {
      throw fault(
          "'" + word + "' must stand here" + (found.isEmpty() ? "" : ", not '" + found + "'"));
    }
  }

  /// The next word, without its quotes; empty at the end.
  private String next() {
    skip();
    if (at == text.length()) {
      return "";
    }
    int start = at;
    char c = text.charAt(at);
    if (c == '"') {
      int end = text.indexOf('"', at + 1);
      if (end < 0) {
        throw fault("a quoted word has no end");
      }
      at = end + 1;
      return text.substring(start + 1, end);
    }
    if (punctuation(c)) {
      at++;
      return String.valueOf(c);
    }
    while (at < text.length() && !Character.isWhitespace(text.charAt(at))) {
      char d = text.charAt(at);
      if (punctuation(d) || d == '"') {
        break;
      }
      at++;
    }
    return text.substring(start, at);
  }

  private static boolean punctuation(char c) {
    return c == '{' || c == '}' || c == ';';
  }

  private void skip() {
    while (at < text.length()) {
      if (Character.isWhitespace(text.charAt(at))) {
        at++;
      } else if (text.charAt(at) == '#' || text.startsWith("//", at)) {
        int end = text.indexOf('\n', at);
        at = end < 0 ? text.length() : end;
      } else if (text.startsWith("/*", at)) {
        int end = text.indexOf("*/", at + 2);
        if (end < 0) {
          throw fault("a comment has no end");
        }
        at = end + 2;
      } else {
        return;
      }
    }
  }

  private MalformedText fault(String what) {
    long line = 1 + text.substring(0, at).chars().filter(c -> c == '\n').count();
    return new MalformedText("line " + line + ": " + what);
  }
}
