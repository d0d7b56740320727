package dev.weir.signer.keys;

import dev.weir.dns.name.Name;
import dev.weir.dns.octets.Octets;
import dev.weir.signer.KeyFault;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.NamedParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/// Makes key pairs whose tags collide with no key of the zone, revoked or not.
///
/// A tag has sixteen bits and validators give up on zones where many keys share one
/// (CVE-2023-50387), so that a pair is thrown away if its tag, or the tag it would have once
/// revoked, is one that an existing key has or would have.
public final class KeyGenerator {
  private static final int ATTEMPTS = 1_000;

  private final SecureRandom random;

  /// A generator that draws from `random`.
  public KeyGenerator(SecureRandom random) {
    this.random = random;
  }

  /// Makes a key pair.
  ///
  /// @param bits of the modulus for RSA, 0 for the usual 2,048; 0 for all others
  /// @param existing the keys of the zone, of any algorithm
  /// @throws KeyFault if the algorithm does not sign, or `bits` does not fit it
  public SigningKey generate(
      Name zone,
      SigningAlgorithm algorithm,
      KeyRole role,
      int bits,
      Collection<PublicKeyRecord> existing) {
    if (!algorithm.signs()) {
      throw new KeyFault(
          algorithm + " hashes with SHA-1 and is no longer signed with (RFC 9905); take 13");
    }
    int modulusBits = modulusBits(algorithm, bits);
    Set<Integer> taken = new HashSet<>();
    for (PublicKeyRecord other : existing) {
      taken.add(other.keyTag());
      taken.add(other.revokedKeyTag());
    }
    for (int i = 0; i < ATTEMPTS; i++) {
      SigningKey key = pair(zone, algorithm, role.flags(), modulusBits);
      PublicKeyRecord made = key.publicKey();
      if (!taken.contains(made.keyTag()) && !taken.contains(made.revokedKeyTag())) {
        return key;
      }
    }
    throw new KeyFault(
        "no key of " + zone + " with a free tag in " + ATTEMPTS + " attempts; remove old keys");
  }

  private static int modulusBits(SigningAlgorithm algorithm, int bits) {
    if (algorithm.family() != SigningAlgorithm.Family.RSA) {
      if (bits != 0) {
        throw new KeyFault("keys of " + algorithm + " have one size; leave --bits away");
      }
      return 0;
    }
    int chosen = bits == 0 ? SigningAlgorithm.USUAL_RSA_BITS : bits;
    if (chosen < SigningAlgorithm.MIN_RSA_BITS
        || chosen > SigningAlgorithm.MAX_RSA_BITS
        || chosen % 8 != 0) {
      throw new KeyFault("an RSA modulus has 1024 to 4096 bits, a multiple of 8, not " + bits);
    }
    return chosen;
  }

  private SigningKey pair(Name zone, SigningAlgorithm algorithm, int flags, int bits) {
    try {
      return switch (algorithm.family()) {
        case RSA -> rsa(zone, algorithm, flags, bits);
        case ECDSA -> curve(zone, algorithm, flags);
        case EDWARDS, ML_DSA -> named(zone, algorithm, flags);
      };
    } catch (GeneralSecurityException e) {
      throw new KeyFault("this Java runtime cannot make keys of " + algorithm, e);
    }
  }

  private SigningKey curve(Name zone, SigningAlgorithm algorithm, int flags)
      throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    String curve = algorithm == SigningAlgorithm.ECDSAP256SHA256 ? "secp256r1" : "secp384r1";
    generator.initialize(new ECGenParameterSpec(curve), random);
    return unwrapped(zone, algorithm, flags, generator.generateKeyPair());
  }

  private SigningKey named(Name zone, SigningAlgorithm algorithm, int flags)
      throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm.keyName());
    generator.initialize(new NamedParameterSpec(algorithm.keyName()), random);
    return unwrapped(zone, algorithm, flags, generator.generateKeyPair());
  }

  /// The public key ends its wrapping as DNSKEY records hold it; the private one is taken apart.
  private static SigningKey unwrapped(
      Name zone, SigningAlgorithm algorithm, int flags, KeyPair made) {
    byte[] info = made.getPublic().getEncoded();
    byte[] key = Arrays.copyOfRange(info, info.length - algorithm.keyOctets(), info.length);
    PrivateMaterial material = KeyInfo.decode(Octets.of(made.getPrivate().getEncoded())).material();
    return new SigningKey(zone, PublicKeyRecord.of(flags, algorithm.algorithm(), key), material);
  }

  private SigningKey rsa(Name zone, SigningAlgorithm algorithm, int flags, int bits)
      throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(new RSAKeyGenParameterSpec(bits, RSAKeyGenParameterSpec.F4), random);
    RSAPrivateCrtKey made = (RSAPrivateCrtKey) generator.generateKeyPair().getPrivate();
    BigInteger modulus = made.getModulus();
    byte[] key = new RsaPublic(made.getPublicExponent(), modulus).toBytes();
    return new SigningKey(
        zone,
        PublicKeyRecord.of(flags, algorithm.algorithm(), key),
        new PrivateMaterial.Rsa(
            made.getPrivateExponent(),
            made.getPrimeP(),
            made.getPrimeQ(),
            made.getPrimeExponentP(),
            made.getPrimeExponentQ(),
            made.getCrtCoefficient()));
  }
}
