package dev.weir.signer.hsm;

import dev.weir.dns.octets.OctetBuffer;
import dev.weir.signer.KeyFault;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A PKCS #11 URI (RFC 7512), such as
/// `pkcs11:token=zones;object=example-ksk?module-path=/usr/lib/softhsm/libsofthsm2.so&pin-source=file:/etc/pin`.
///
/// Used are, of the path, `token`, `serial`, `manufacturer`, `model`, `object`, `id` and `type`, of
/// the query, `module-path`, `pin-value` and `pin-source`. Other attributes that the standard names
/// are accepted and ignored, as it asks (§2.3).
final class TokenUri {
  static final String SCHEME = "pkcs11:";

  private final Map<String, byte[]> path;
  private final Map<String, byte[]> query;

  private TokenUri(Map<String, byte[]> path, Map<String, byte[]> query) {
    this.path = path;
    this.query = query;
  }

  /// Takes a URI apart.
  ///
  /// @throws KeyFault if it is no such URI, an attribute appears twice, or an escape is broken
  static TokenUri parse(String text) {
    if (!text.startsWith(SCHEME)) {
      throw new KeyFault("'" + text + "' does not begin with " + SCHEME);
    }
    int mark = text.indexOf('?');
    String path = text.substring(SCHEME.length(), mark < 0 ? text.length() : mark);
    return new TokenUri(
        attributes(path, ";"), mark < 0 ? Map.of() : attributes(text.substring(mark + 1), "&"));
  }

  private static Map<String, byte[]> attributes(String text, String separator) {
    Map<String, byte[]> attributes = new HashMap<>();
    for (String part : text.split(separator, -1)) {
      if (part.isEmpty()) {
        continue;
      }
      int equals = part.indexOf('=');
      if (equals < 1) {
        throw new KeyFault("'" + part + "' in the PKCS #11 URI is no attribute=value");
      }
      String name = part.substring(0, equals);
      if (attributes.put(name, octets(part.substring(equals + 1))) != null) {
        throw new KeyFault("'" + name + "' appears twice in the PKCS #11 URI (RFC 7512 §2.3)");
      }
    }
    return attributes;
  }

  private static byte[] octets(String text) {
    OctetBuffer out = new OctetBuffer(text.length() + 1);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != '%') {
        out.bytes(String.valueOf(c).getBytes(StandardCharsets.UTF_8));
        continue;
      }
      int high = i + 2 < text.length() ? Character.digit(text.charAt(i + 1), 16) : -1;
      int low = i + 2 < text.length() ? Character.digit(text.charAt(i + 2), 16) : -1;
      if (high < 0 || low < 0) {
        throw new KeyFault("a '%' in the PKCS #11 URI is not followed by two hexadecimal digits");
      }
      out.u8((high << 4) | low);
      i += 2;
    }
    return out.toBytes();
  }

  /// A path attribute as octets, or null.
  byte @Nullable [] octetsOf(String name) {
    return path.get(name);
  }

  /// A path attribute as text, or null.
  @Nullable String text(String name) {
    byte[] octets = path.get(name);
    return octets == null ? null : new String(octets, StandardCharsets.UTF_8);
  }

  /// A query attribute as text, or null; BIND writes some of them into the path.
  @Nullable String anywhere(String name) {
    byte[] octets = query.get(name);
    return octets == null ? text(name) : new String(octets, StandardCharsets.UTF_8);
  }

  /// Prints token and object, and never the PIN.
  @Override
  public String toString() {
    StringBuilder out = new StringBuilder(SCHEME);
    String separator = "";
    for (String name : new String[] {"token", "serial", "object", "id"}) {
      byte[] value = path.get(name);
      if (value != null) {
        out.append(separator).append(name).append('=');
        for (byte octet : value) {
          boolean plain =
              (octet >= '0' && octet <= '9')
                  || (octet >= 'A' && octet <= 'Z')
                  || (octet >= 'a' && octet <= 'z')
                  || "-._~ ".indexOf(octet) >= 0;
          out.append(plain ? String.valueOf((char) octet) : "%%%02x".formatted(octet & 0xff));
        }
        separator = ";";
      }
    }
    return out.toString();
  }
}
