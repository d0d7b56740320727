package dev.weir.signer.keys;

import dev.weir.dns.octets.Octets;
import dev.weir.signer.KeyFault;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/// Private keys in PEM (RFC 7468): `PRIVATE KEY` (PKCS #8), and OpenSSL's older `EC PRIVATE KEY`
/// (RFC 5915) and `RSA PRIVATE KEY` (RFC 8017 §A.1.2). Encrypted keys are refused.
///
/// A PEM file knows neither zone nor flags; they come from a `.key` file beside it or from the
/// command line.
public final class PemText {
  private static final String BEGIN = "-----BEGIN ";
  private static final String DASHES = "-----";

  private PemText() {}

  /// Prints a private key as `PRIVATE KEY`.
  ///
  /// @throws KeyFault if the key stays in a token
  public static String print(SigningKey key) {
    Base64.Encoder lines = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));
    return BEGIN
        + "PRIVATE KEY-----\n"
        + lines.encodeToString(KeyInfo.encode(key))
        + "\n-----END PRIVATE KEY-----\n";
  }

  /// Reads the first private key of a PEM file.
  ///
  /// @throws KeyFault if there is none, it is encrypted, broken, or of an unknown algorithm
  public static PlainKey read(String text) {
    int at = text.indexOf(BEGIN);
    while (at >= 0) {
      int labelEnd = text.indexOf(DASHES, at + BEGIN.length());
      if (labelEnd < 0) {
        break;
      }
      String label = text.substring(at + BEGIN.length(), labelEnd);
      String closing = "-----END " + label + DASHES;
      int end = text.indexOf(closing, labelEnd);
      if (end < 0) {
        throw new KeyFault("its block '" + label + "' has no end");
      }
      if (label.endsWith("PRIVATE KEY")) {
        return decode(label, text.substring(labelEnd + DASHES.length(), end));
      }
      at = text.indexOf(BEGIN, end);
    }
    throw new KeyFault("there is no '-----BEGIN PRIVATE KEY-----' in it");
  }

  private static PlainKey decode(String label, String body) {
    if (label.startsWith("ENCRYPTED") || body.contains("Proc-Type:")) {
      throw new KeyFault("its private key is encrypted; decrypt it first (openssl pkey)");
    }
    Octets der;
    try {
      der = Octets.of(Base64.getMimeDecoder().decode(body));
    } catch (IllegalArgumentException e) {
      throw new KeyFault("its block '" + label + "' is not base 64", e);
    }
    return switch (label) {
      case "PRIVATE KEY" -> KeyInfo.decode(der);
      case "EC PRIVATE KEY" -> KeyInfo.decodeEc(der);
      case "RSA PRIVATE KEY" -> KeyInfo.decodeRsa(der);
      default -> throw new KeyFault("a '" + label + "' cannot be read; convert it to PKCS #8");
    };
  }
}
