package dev.weir.signer.keys;

import dev.weir.dns.octets.Octets;
import dev.weir.signer.KeyFault;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// Keys in the wrappings that every crypto library reads: SubjectPublicKeyInfo (RFC 5280) and PKCS
/// #8 (RFC 5208, RFC 5958), and through them the key objects of Java's providers.
///
/// The wrapping is a few fixed octets around what DNSSEC has anyway, so that no library is needed
/// to make it.
public final class KeyInfo {
  private static final byte[] RSA = HexFormat.of().parseHex("300d06092a864886f70d0101010500");
  private static final byte[] P256 =
      HexFormat.of().parseHex("301306072a8648ce3d020106082a8648ce3d030107");
  private static final byte[] P384 =
      HexFormat.of().parseHex("301006072a8648ce3d020106052b81040022");
  private static final byte[] ED25519 = HexFormat.of().parseHex("300506032b6570");
  private static final byte[] ED448 = HexFormat.of().parseHex("300506032b6571");
  private static final byte[] ML_DSA_44 = HexFormat.of().parseHex("300b0609608648016503040311");

  private static final int ML_DSA_OCTETS = 2560;

  private KeyInfo() {}

  /// The AlgorithmIdentifier of an algorithm's keys, in DER.
  static byte[] identifier(SigningAlgorithm algorithm) {
    return switch (algorithm) {
      case RSASHA1, RSASHA1_NSEC3_SHA1, RSASHA256, RSASHA512 -> RSA;
      case ECDSAP256SHA256 -> P256;
      case ECDSAP384SHA384 -> P384;
      case ED25519 -> ED25519;
      case ED448 -> ED448;
      case MLDSA44 -> ML_DSA_44;
    };
  }

  /// The SubjectPublicKeyInfo of a public key, in DER.
  ///
  /// @throws KeyFault if Weir cannot compute the algorithm
  public static byte[] encode(PublicKeyRecord key) {
    SigningAlgorithm algorithm = key.signing();
    byte[] octets =
        switch (algorithm.family()) {
          case RSA -> {
            RsaPublic rsa = RsaPublic.read(key.key());
            yield Der.sequence(Der.integer(rsa.modulus()), Der.integer(rsa.exponent()));
          }
          case ECDSA -> uncompressed(key);
          case EDWARDS, ML_DSA -> key.key().toBytes();
        };
    return Der.sequence(identifier(algorithm), Der.bitString(octets));
  }

  /// The PKCS #8 form of a private key, in DER.
  ///
  /// @throws KeyFault if the key stays in a token
  public static byte[] encode(SigningKey key) {
    SigningAlgorithm algorithm = key.publicKey().signing();
    byte[] inner =
        switch (key.privateMaterial()) {
          case PrivateMaterial.Rsa rsa -> rsa(RsaPublic.read(key.publicKey().key()), rsa);
          case PrivateMaterial.Scalar(byte[] octets) ->
              algorithm.family() == SigningAlgorithm.Family.ECDSA
                  ? Der.sequence(
                      Der.integer(1),
                      Der.octetString(octets),
                      Der.element(Der.CONTEXT_1, Der.bitString(uncompressed(key.publicKey()))))
                  : Der.octetString(octets);
          case PrivateMaterial.MlDsa(byte[] expanded) -> Der.octetString(expanded);
          case PrivateMaterial.Token(TokenKey token) ->
              throw new KeyFault(
                  "the private key of " + token.label() + " does not leave its token");
        };
    return Der.sequence(Der.integer(0), identifier(algorithm), Der.octetString(inner));
  }

  private static byte[] rsa(RsaPublic pub, PrivateMaterial.Rsa rsa) {
    return Der.sequence(
        Der.integer(BigInteger.ZERO),
        Der.integer(pub.modulus()),
        Der.integer(pub.exponent()),
        Der.integer(rsa.exponent()),
        Der.integer(rsa.prime1()),
        Der.integer(rsa.prime2()),
        Der.integer(rsa.exponent1()),
        Der.integer(rsa.exponent2()),
        Der.integer(rsa.coefficient()));
  }

  /// Takes a PKCS #8 private key apart.
  ///
  /// @throws KeyFault if it is broken or of an algorithm that Weir cannot compute
  public static PlainKey decode(Octets der) {
    Der info = Der.of(der.toBytes()).enter(Der.SEQUENCE);
    info.integer();
    byte[] identifier = Der.sequence(info.enter(Der.SEQUENCE).rest());
    Octets inner = Octets.of(info.enter(Der.OCTET_STRING).rest());
    if (Arrays.equals(identifier, RSA)) {
      return decodeRsa(inner);
    }
    for (SigningAlgorithm algorithm : SigningAlgorithm.values()) {
      if (Arrays.equals(identifier, identifier(algorithm))) {
        return switch (algorithm.family()) {
          case RSA -> decodeRsa(inner);
          case ECDSA -> ec(algorithm, Der.of(inner.toBytes()).enter(Der.SEQUENCE));
          case EDWARDS ->
              new PlainKey(
                  algorithm,
                  new PrivateMaterial.Scalar(
                      sized(algorithm, octets(inner), algorithm.secretOctets())),
                  null);
          case ML_DSA ->
              new PlainKey(
                  algorithm,
                  new PrivateMaterial.MlDsa(sized(algorithm, octets(inner), ML_DSA_OCTETS)),
                  null);
        };
      }
    }
    throw new KeyFault(
        "its key is of a kind that DNSSEC does not have (AlgorithmIdentifier "
            + HexFormat.of().formatHex(identifier)
            + ")");
  }

  /// The last octet string of an element: ML-DSA may have a seed before it (RFC 9881 §6).
  private static byte[] octets(Octets inner) {
    Der der = Der.of(inner.toBytes());
    if (der.peek() == Der.SEQUENCE) {
      der = der.enter(Der.SEQUENCE);
      der.enter(Der.OCTET_STRING);
    }
    if (der.peek() != Der.OCTET_STRING) {
      throw new KeyFault("its key has only a seed; expanded keys can be read");
    }
    return der.enter(Der.OCTET_STRING).rest();
  }

  private static byte[] sized(SigningAlgorithm algorithm, byte[] octets, int length) {
    if (octets.length != length) {
      throw new KeyFault(
          "a private key of " + algorithm + " has " + length + " octets, not " + octets.length);
    }
    return octets;
  }

  /// Takes an ECPrivateKey (RFC 5915 §3) that names its curve apart.
  ///
  /// @throws KeyFault if it is broken, or of another curve than P-256 and P-384
  static PlainKey decodeEc(Octets der) {
    Der parts = Der.of(der.toBytes()).enter(Der.SEQUENCE);
    byte[] secret = Der.of(parts.remaining()).skipInteger().enter(Der.OCTET_STRING).rest();
    return ec(
        secret.length > 32 ? SigningAlgorithm.ECDSAP384SHA384 : SigningAlgorithm.ECDSAP256SHA256,
        parts);
  }

  private static PlainKey ec(SigningAlgorithm algorithm, Der parts) {
    parts.integer();
    byte[] secret = parts.enter(Der.OCTET_STRING).rest();
    byte[] scalar = new byte[algorithm.secretOctets()];
    if (secret.length > scalar.length) {
      throw new KeyFault("its private key is too long for " + algorithm);
    }
    System.arraycopy(secret, 0, scalar, scalar.length - secret.length, secret.length);
    if (parts.peek() == Der.CONTEXT_0) {
      byte[] curve = parts.enter(Der.CONTEXT_0).rest();
      byte[] identifier = identifier(algorithm);
      int from = identifier.length - curve.length;
      if (from < 0 || !Arrays.equals(identifier, from, identifier.length, curve, 0, curve.length)) {
        throw new KeyFault("its curve is neither P-256 nor P-384");
      }
    }
    byte[] point = null;
    if (parts.peek() == Der.CONTEXT_1) {
      byte[] bits = parts.enter(Der.CONTEXT_1).enter(Der.BIT_STRING).rest();
      if (bits.length == 2 + algorithm.keyOctets() && bits[1] == 4) {
        point = Arrays.copyOfRange(bits, 2, bits.length);
      }
    }
    return new PlainKey(algorithm, new PrivateMaterial.Scalar(scalar), point);
  }

  /// Takes an RSAPrivateKey (RFC 8017 §A.1.2) apart.
  ///
  /// @throws KeyFault if it is broken
  static PlainKey decodeRsa(Octets der) {
    Der parts = Der.of(der.toBytes()).enter(Der.SEQUENCE);
    parts.integer();
    BigInteger modulus = parts.integer();
    BigInteger exponent = parts.integer();
    PrivateMaterial material =
        new PrivateMaterial.Rsa(
            parts.integer(),
            parts.integer(),
            parts.integer(),
            parts.integer(),
            parts.integer(),
            parts.integer());
    return new PlainKey(
        SigningAlgorithm.RSASHA256, material, new RsaPublic(exponent, modulus).toBytes());
  }

  private static byte[] uncompressed(PublicKeyRecord key) {
    byte[] point = new byte[1 + key.key().length()];
    point[0] = 4;
    System.arraycopy(key.key().toBytes(), 0, point, 1, point.length - 1);
    return point;
  }

  /// The public key as an object of `provider`, or of the first provider that has it.
  ///
  /// @throws KeyFault if Weir cannot compute the algorithm, or the provider refuses the key
  public static PublicKey publicKey(PublicKeyRecord key, @Nullable Provider provider) {
    byte[] encoded = encode(key);
    try {
      return factory(key.signing(), provider).generatePublic(new X509EncodedKeySpec(encoded));
    } catch (GeneralSecurityException e) {
      throw new KeyFault(
          "the public key with tag " + key.keyTag() + " is no " + key.signing() + " key", e);
    }
  }

  /// The private key as an object of `provider`, or of the first provider that has it.
  ///
  /// @throws KeyFault if the key stays in a token, or the provider refuses it
  public static PrivateKey privateKey(SigningKey key, @Nullable Provider provider) {
    byte[] encoded = encode(key);
    try {
      return factory(key.publicKey().signing(), provider)
          .generatePrivate(new PKCS8EncodedKeySpec(encoded));
    } catch (GeneralSecurityException e) {
      throw new KeyFault(
          "the private key of " + key + " is no " + key.publicKey().signing() + " key", e);
    }
  }

  /// A provider without the factory (Corretto's has none for Ed25519) takes the keys of Java's own.
  private static KeyFactory factory(SigningAlgorithm algorithm, @Nullable Provider provider)
      throws GeneralSecurityException {
    String name = algorithm.keyName();
    return provider == null || provider.getService("KeyFactory", name) == null
        ? KeyFactory.getInstance(name)
        : KeyFactory.getInstance(name, provider);
  }
}
