package dev.weir.dns.tsig;

import dev.weir.dns.MalformedText;
import dev.weir.dns.name.Name;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// A shared secret, its name and its algorithm (RFC 8945 §2).
///
/// Printing a key by accident does not show the secret; [#print] does.
public final class TsigKey {
  private final Name name;
  private final TsigAlgorithm algorithm;
  private final byte[] secret;
  private final int macOctets;

  private TsigKey(Name name, TsigAlgorithm algorithm, byte[] secret, int macOctets) {
    this.name = name;
    this.algorithm = algorithm;
    this.secret = secret;
    this.macOctets = macOctets;
  }

  /// A key that signs in full length.
  ///
  /// @param secret at least one octet; it is copied
  /// @throws IllegalArgumentException if the secret is empty
  public static TsigKey of(Name name, TsigAlgorithm algorithm, byte[] secret) {
    return of(name, algorithm, secret, algorithm.octets());
  }

  /// A key that signs with the leading octets of the hash.
  ///
  /// @param secret at least one octet; it is copied
  /// @param macOctets octets of a signature: what is sent, and the least that is accepted
  /// @throws IllegalArgumentException if the secret is empty or the length is not one of RFC 8945
  ///   §5.2.2.1
  public static TsigKey of(Name name, TsigAlgorithm algorithm, byte[] secret, int macOctets) {
    if (secret.length == 0) {
      throw new IllegalArgumentException("the secret of key " + name + " is empty");
    }
    if (macOctets < algorithm.minimumOctets() || macOctets > algorithm.octets()) {
      throw new IllegalArgumentException(
          "a signature of "
              + algorithm
              + " has "
              + algorithm.minimumOctets()
              + " to "
              + algorithm.octets()
              + " octets, not "
              + macOctets
              + " (RFC 8945 §5.2.2.1)");
    }
    return new TsigKey(name, algorithm, secret.clone(), macOctets);
  }

  /// Reads `algorithm:name:secret`, or `name:secret` for hmac-sha256: the form of command lines.
  ///
  /// @throws MalformedText if it is neither
  public static TsigKey parse(String text) {
    String[] parts = text.split(":", -1);
    if (parts.length < 2 || parts.length > 3) {
      throw new MalformedText(
          "a key is written algorithm:name:secret, such as hmac-sha256:k.:c2VjcmV0");
    }
    String algorithm = parts.length == 3 ? parts[0] : "hmac-sha256";
    return parse(algorithm, parts[parts.length - 2], parts[parts.length - 1]);
  }

  /// Reads the parts of a key.
  ///
  /// @param algorithm a mnemonic, with a signature length in bits behind it if it is shortened:
  ///   `hmac-sha256`, `hmac-sha256-128`
  /// @param name the name of the key
  /// @param secret the secret in base 64
  /// @throws MalformedText if one of them is not what it should be; the secret is not repeated
  public static TsigKey parse(String algorithm, String name, String secret) {
    Name keyName = Name.parse(name);
    byte[] octets;
    try {
      octets = Base64.getDecoder().decode(secret.replaceAll("\\s", ""));
    } catch (IllegalArgumentException e) {
      throw new MalformedText("the secret of key " + keyName + " is not base 64");
    }
    int bits = 0;
    String mnemonic = algorithm.toLowerCase(Locale.ROOT);
    if (mnemonic.matches("hmac-(md5|sha\\d{1,3})-\\d{1,3}")) {
      int dash = mnemonic.lastIndexOf('-');
      bits = Integer.parseInt(mnemonic.substring(dash + 1));
      mnemonic = mnemonic.substring(0, dash);
    }
    TsigAlgorithm known =
        TsigAlgorithm.of(mnemonic)
            .orElseThrow(() ->
                new MalformedText(
                    "'"
                        + algorithm
                        + "' is no algorithm of key "
                        + keyName
                        + "; hmac-sha256 is one"));
    try {
      if (bits % 8 != 0) {
        throw new IllegalArgumentException("a signature has whole octets, not " + bits + " bits");
      }
      return of(keyName, known, octets, bits == 0 ? known.octets() : bits / 8);
    } catch (IllegalArgumentException e) {
      throw new MalformedText(String.valueOf(e.getMessage()));
    }
  }

  /// The name of the key.
  public Name name() {
    return name;
  }

  /// The algorithm.
  public TsigAlgorithm algorithm() {
    return algorithm;
  }

  /// Octets of a signature: what is sent, and the least that is accepted.
  public int macOctets() {
    return macOctets;
  }

  /// Whether the secret is shorter than the hash, which makes it easier to guess than to break (RFC
  /// 8945 §8).
  public boolean weak() {
    return secret.length < algorithm.octets();
  }

  /// A keyed hash that is ready to be fed.
  Mac mac() {
    try {
      Mac mac = Mac.getInstance(algorithm.engine());
      mac.init(new SecretKeySpec(secret, algorithm.engine()));
      return mac;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java runtime has no " + algorithm.engine(), e);
    }
  }

  /// Prints the key, secret included, as a `key` clause of BIND's configuration.
  public String print() {
    return "key \""
        + name
        + "\" {\n\talgorithm "
        + mnemonic()
        + ";\n\tsecret \""
        + Base64.getEncoder().encodeToString(secret)
        + "\";\n};\n";
  }

  /// Prints algorithm and name; the secret stays hidden.
  @Override
  public String toString() {
    return mnemonic() + ":" + name;
  }

  private String mnemonic() {
    return macOctets == algorithm.octets() ? algorithm.toString() : algorithm + "-" + macOctets * 8;
  }
}
