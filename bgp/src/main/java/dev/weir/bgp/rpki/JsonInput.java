package dev.weir.bgp.rpki;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.weir.bgp.octets.Octets;
import dev.weir.inet.Asn;
import dev.weir.inet.MalformedInet;
import dev.weir.inet.Prefix;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;

/// A JSON document, read member by member without keeping it. What does not fit is a
/// [MalformedRpki] with its place; members nobody asks for are passed over.
final class JsonInput implements AutoCloseable {
  private static final JsonFactory FACTORY = new JsonFactory();

  private final JsonParser parser;

  /// Begins to read; JSON is UTF-8 (RFC 8259 section 8.1), and its encoding is not guessed.
  JsonInput(InputStream in) throws IOException {
    Reader text = new InputStreamReader(in, StandardCharsets.UTF_8);
    this.parser = FACTORY.createParser(text).disable(JsonParser.Feature.AUTO_CLOSE_SOURCE);
  }

  /// What to do with a member whose name has just been read: read its value, or leave it.
  interface Member {
    /// Reads the value if the name is known; returns whether it was.
    boolean read(String name) throws IOException;
  }

  /// What to do with one element of an array.
  interface Element {
    /// Reads the element.
    void read() throws IOException;
  }

  /// Reads the whole document, which must be an object.
  void document(Member member) throws IOException {
    next();
    object(member);
    JsonToken more = next();
    if (more != null) {
      throw fault("nothing may follow the document");
    }
  }

  /// Reads an object whose first token is current.
  void object(Member member) throws IOException {
    expect(JsonToken.START_OBJECT, "an object");
    while (next() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      next();
      if (!member.read(name)) {
        skip();
      }
    }
    whole();
  }

  /// Reads an array whose first token is current.
  void array(Element element) throws IOException {
    expect(JsonToken.START_ARRAY, "an array");
    while (true) {
      JsonToken token = next();
      if (token == JsonToken.END_ARRAY) {
        return;
      }
      whole();
      element.read();
    }
  }

  private void whole() {
    if (parser.currentToken() == null) {
      throw fault("the document ends too early");
    }
  }

  private void skip() throws IOException {
    try {
      parser.skipChildren();
    } catch (JsonProcessingException malformed) {
      throw syntax(malformed);
    }
    whole();
  }

  private void expect(JsonToken token, String what) {
    whole();
    if (parser.currentToken() != token) {
      throw fault("expected " + what);
    }
  }

  @SuppressWarnings("NullAway") // null at the end of the document, which whole() finds
  private JsonToken next() throws IOException {
    try {
      return parser.nextToken();
    } catch (JsonProcessingException malformed) {
      throw syntax(malformed);
    }
  }

  private static MalformedRpki syntax(JsonProcessingException malformed) {
    JsonLocation at = malformed.getLocation();
    return new MalformedRpki(
        at == null ? 1 : Math.max(1, at.getLineNr()),
        at == null ? 1 : Math.max(1, at.getColumnNr()),
        "no JSON: " + malformed.getOriginalMessage());
  }

  /// Whether the current value is `null`.
  boolean isNull() {
    return parser.currentToken() == JsonToken.VALUE_NULL;
  }

  /// Whether the current value is an array.
  boolean isArray() {
    return parser.currentToken() == JsonToken.START_ARRAY;
  }

  String text() throws IOException {
    expect(JsonToken.VALUE_STRING, "a text in quotes");
    try {
      return parser.getText();
    } catch (JsonProcessingException malformed) {
      throw syntax(malformed);
    }
  }

  int number(int most) throws IOException {
    expect(JsonToken.VALUE_NUMBER_INT, "a whole number");
    return (int) bounded(most);
  }

  private long bounded(long most) throws IOException {
    if (parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
        || parser.getLongValue() < 0
        || parser.getLongValue() > most) {
      throw fault("expected a number of 0 to " + most + ", not " + parser.getText());
    }
    return parser.getLongValue();
  }

  /// Reads an AS number: `65000`, `"AS65000"` or `"65000"`.
  Asn asn() throws IOException {
    if (parser.currentToken() == JsonToken.VALUE_NUMBER_INT) {
      return Asn.of(bounded(0xffff_ffffL));
    }
    expect(JsonToken.VALUE_STRING, "an AS number, as 65000 or \"AS65000\"");
    try {
      return Asn.parse(text());
    } catch (MalformedInet malformed) {
      throw fault("expected an AS number: " + malformed.getMessage());
    }
  }

  Prefix prefix() throws IOException {
    try {
      return Prefix.parse(text());
    } catch (MalformedInet malformed) {
      throw fault("expected a prefix: " + malformed.getMessage());
    }
  }

  Octets hex() throws IOException {
    try {
      return Octets.of(HexFormat.of().parseHex(text()));
    } catch (IllegalArgumentException malformed) {
      throw fault("expected hexadecimal digits");
    }
  }

  /// Reads Base64, of the alphabet with `+` and `/` or of that with `-` and `_`, padded or not.
  Octets base64() throws IOException {
    String text = text().replace('-', '+').replace('_', '/');
    try {
      return Octets.of(Base64.getDecoder().decode(text));
    } catch (IllegalArgumentException malformed) {
      throw fault("expected Base64");
    }
  }

  /// What to throw about the current token.
  MalformedRpki fault(String problem) {
    JsonLocation at = parser.currentTokenLocation();
    return new MalformedRpki(Math.max(1, at.getLineNr()), Math.max(1, at.getColumnNr()), problem);
  }

  @Override
  public void close() throws IOException {
    parser.close();
  }
}
