package dev.weir.roto;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads JSON (RFC 8259): objects as maps in the order written, arrays as lists, numbers as
/// `BigDecimal`, null as null.
final class Json {
  private final String text;
  private int at;

  private Json(String text) {
    this.text = text;
  }

  static @Nullable Object parse(String text) {
    Json json = new Json(text);
    Object value = json.value();
    json.space();
    if (json.at != text.length()) {
      throw json.wrong();
    }
    return value;
  }

  private IllegalArgumentException wrong() {
    return new IllegalArgumentException("no JSON at " + at);
  }

  private void space() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private boolean take(char c) {
    space();
    if (at < text.length() && text.charAt(at) == c) {
      at++;
      return true;
    }
    return false;
  }

  private boolean word(String word) {
    if (text.startsWith(word, at)) {
      at += word.length();
      return true;
    }
    return false;
  }

  private @Nullable Object value() {
    space();
    if (take('{')) {
      return object();
    }
    if (take('[')) {
      return array();
    }
    if (at < text.length() && text.charAt(at) == '"') {
      return string();
    }
    if (word("null")) {
      return null;
    }
    if (word("true")) {
      return true;
    }
    return word("false") ? (Object) false : number();
  }

  private Map<String, @Nullable Object> object() {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    while (!take('}')) {
      if (!object.isEmpty() && !take(',')) {
        throw wrong();
      }
      space();
      String name = string();
      if (!take(':')) {
        throw wrong();
      }
      object.put(name, value());
    }
    return object;
  }

  private List<@Nullable Object> array() {
    List<@Nullable Object> array = new ArrayList<>();
    while (!take(']')) {
      if (!array.isEmpty() && !take(',')) {
        throw wrong();
      }
      array.add(value());
    }
    return array;
  }

  private BigDecimal number() {
    int from = at;
    while (at < text.length() && "+-.eE0123456789".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    if (from == at) {
      throw wrong();
    }
    return new BigDecimal(text.substring(from, at));
  }

  private String string() {
    if (!take('"')) {
      throw wrong();
    }
    StringBuilder content = new StringBuilder();
    while (text.charAt(at) != '"') {
      char c = text.charAt(at++);
      content.append(c == '\\' ? escape() : c);
    }
    at++;
    return content.toString();
  }

  private char escape() {
    char c = text.charAt(at++);
    return switch (c) {
      case 'n' -> '\n';
      case 't' -> '\t';
      case 'r' -> '\r';
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'u' -> {
        at += 4;
        yield (char) Integer.parseInt(text.substring(at - 4, at), 16);
      }
      default -> c;
    };
  }
}
