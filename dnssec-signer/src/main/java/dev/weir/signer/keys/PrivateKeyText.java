package dev.weir.signer.keys;

import dev.weir.signer.KeyFault;
import java.math.BigInteger;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The private half of BIND's key files: lines of a label, a colon and a value, in base 64 where it
/// is a number. Format v1.3 is written; v1.2, which has no times, and later v1 are read.
public final class PrivateKeyText {
  private static final String FORMAT = "Private-key-format";
  private static final String ALGORITHM = "Algorithm";
  private static final String SECRET = "PrivateKey";

  private static final String LABEL = "Label";

  private PrivateKeyText() {}

  /// What a private key file says.
  ///
  /// @param algorithm the algorithm
  /// @param material the private half
  /// @param times its timing lines, and any other that is not known here
  public record PrivateFile(SigningAlgorithm algorithm, PrivateMaterial material, KeyTimes times) {}

  /// Prints the private file of a key.
  ///
  /// @throws KeyFault if the key stays in a token
  public static String print(SigningKey key, KeyTimes times) {
    SigningAlgorithm algorithm = key.publicKey().signing();
    StringBuilder out = new StringBuilder();
    line(out, FORMAT, "v1.3");
    line(out, ALGORITHM, algorithm.code() + " (" + algorithm + ")");
    switch (key.privateMaterial()) {
      case PrivateMaterial.Rsa rsa -> {
        RsaPublic pub = RsaPublic.read(key.publicKey().key());
        number(out, "Modulus", pub.modulus());
        number(out, "PublicExponent", pub.exponent());
        number(out, "PrivateExponent", rsa.exponent());
        number(out, "Prime1", rsa.prime1());
        number(out, "Prime2", rsa.prime2());
        number(out, "Exponent1", rsa.exponent1());
        number(out, "Exponent2", rsa.exponent2());
        number(out, "Coefficient", rsa.coefficient());
      }
      case PrivateMaterial.Scalar(byte[] octets) -> line(out, SECRET, base64(octets));
      case PrivateMaterial.MlDsa(byte[] expanded) -> line(out, SECRET, base64(expanded));
      case PrivateMaterial.Token(TokenKey token) ->
          throw new KeyFault("the private key of " + token.label() + " does not leave its token");
    }
    times.entries().forEach((label, text) -> line(out, label, text));
    return out.toString();
  }

  private static void line(StringBuilder out, String label, String value) {
    out.append(label).append(": ").append(value).append('\n');
  }

  private static void number(StringBuilder out, String label, BigInteger value) {
    line(out, label, base64(RsaPublic.unsigned(value)));
  }

  private static String base64(byte[] octets) {
    return Base64.getEncoder().encodeToString(octets);
  }

  /// The PKCS #11 URI in a private key file whose key is in a token (`Label: pkcs11:...`, as
  /// `dnssec-keyfromlabel` writes it), or null if the key is in the file itself.
  public static @Nullable String token(String text) {
    return fields(text).get(LABEL);
  }

  /// Reads a private key file that belongs to `publicKey`.
  ///
  /// The two are compared as far as that costs nothing: algorithm, and for RSA modulus and
  /// exponent. The rest is proved by the first signature.
  ///
  /// @throws KeyFault if the format is not v1, a field is missing or broken, or the file is another
  ///   key's
  public static PrivateFile read(String text, PublicKeyRecord publicKey) {
    Map<String, String> fields = fields(text);
    String format = take(fields, FORMAT);
    if (!format.startsWith("v1.")) {
      throw new KeyFault("its format is " + format + "; v1.2 and v1.3 can be read");
    }
    String number = take(fields, ALGORITHM).split(" ", 2)[0];
    if (!number.matches("[0-9]{1,3}")) {
      throw new KeyFault("its algorithm is '" + number + "', which is no number");
    }
    SigningAlgorithm algorithm = SigningAlgorithm.of(Integer.parseInt(number));
    if (algorithm.code() != publicKey.algorithm().code()) {
      throw new KeyFault(
          "it is a key of " + algorithm + ", but the .key file has " + publicKey.algorithm());
    }
    if (fields.containsKey(LABEL)) {
      throw new KeyFault("its private key is in a token: " + fields.get(LABEL));
    }
    PrivateMaterial material = material(algorithm, fields, publicKey);
    return new PrivateFile(algorithm, material, new KeyTimes(fields));
  }

  private static PrivateMaterial material(
      SigningAlgorithm algorithm, Map<String, String> fields, PublicKeyRecord publicKey) {
    return switch (algorithm.family()) {
      case RSA -> rsa(fields, publicKey);
      case ECDSA, EDWARDS ->
          new PrivateMaterial.Scalar(secret(fields, algorithm.secretOctets(), algorithm));
      case ML_DSA -> new PrivateMaterial.MlDsa(secret(fields, 2560, algorithm));
    };
  }

  private static PrivateMaterial rsa(Map<String, String> fields, PublicKeyRecord publicKey) {
    RsaPublic expected = RsaPublic.read(publicKey.key());
    BigInteger modulus = number(fields, "Modulus");
    BigInteger exponent = number(fields, "PublicExponent");
    if (!modulus.equals(expected.modulus()) || !exponent.equals(expected.exponent())) {
      throw new KeyFault(
          "its modulus is not that of the .key file; the halves do not belong together");
    }
    return new PrivateMaterial.Rsa(
        number(fields, "PrivateExponent"),
        number(fields, "Prime1"),
        number(fields, "Prime2"),
        number(fields, "Exponent1"),
        number(fields, "Exponent2"),
        number(fields, "Coefficient"));
  }

  private static BigInteger number(Map<String, String> fields, String label) {
    return new BigInteger(1, octets(fields, label));
  }

  /// A secret of fixed length; writers that drop leading zeros are forgiven.
  private static byte[] secret(Map<String, String> fields, int length, SigningAlgorithm algorithm) {
    byte[] octets = octets(fields, SECRET);
    if (octets.length == length) {
      return octets;
    }
    if (octets.length > length || algorithm.family() != SigningAlgorithm.Family.ECDSA) {
      throw new KeyFault(
          "its private key has " + octets.length + " octets; " + algorithm + " has " + length);
    }
    byte[] padded = new byte[length];
    System.arraycopy(octets, 0, padded, length - octets.length, octets.length);
    return padded;
  }

  private static byte[] octets(Map<String, String> fields, String label) {
    String text = take(fields, label);
    try {
      return Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      throw new KeyFault("its field " + label + " is not base 64", e);
    }
  }

  private static String take(Map<String, String> fields, String label) {
    String value = fields.remove(label);
    if (value == null) {
      throw new KeyFault("it has no line '" + label + ":'");
    }
    return value;
  }

  private static Map<String, String> fields(String text) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (String line : text.split("\n", -1)) {
      int colon = line.indexOf(':');
      if (colon > 0 && line.charAt(0) != ';') {
        fields.put(line.substring(0, colon).strip(), line.substring(colon + 1).strip());
      }
    }
    return fields;
  }
}
