package dev.weir.signer.hsm;

import dev.weir.signer.EngineFault;
import dev.weir.signer.keys.SigningAlgorithm;
import dev.weir.signer.keys.TokenKey;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jspecify.annotations.Nullable;

/// A private key of a token: which one, and how it signs.
///
/// ECDSA is asked for the signature of a digest made here, since few tokens hash; RSA and the
/// Edwards curves get the whole message. What tokens return has the form of RRSIG records already.
record TokenPrivateKey(
    Cryptoki cryptoki, long slot, long handle, SigningAlgorithm algorithm, String label)
    implements TokenKey {

  /// The same key under another number of the same kind, such as RSASHA512.
  TokenPrivateKey with(SigningAlgorithm other) {
    return new TokenPrivateKey(cryptoki, slot, handle, other, label);
  }

  @Override
  public Session open() {
    return new TokenSession(this);
  }

  @Override
  public String toString() {
    return label;
  }

  private static final class TokenSession implements Session {
    private static final int SIGNATURE_OCTETS = 1024;

    private final TokenPrivateKey key;
    private final long session;
    private final Arena arena = Arena.ofAuto();
    private final MemorySegment mechanism;
    private final MemorySegment signature = arena.allocate(SIGNATURE_OCTETS);
    private final MemorySegment room = arena.allocate(ValueLayout.JAVA_LONG);
    private final @Nullable MessageDigest digest;
    private final byte[] hash = new byte[64];
    private MemorySegment data = arena.allocate(4096);

    TokenSession(TokenPrivateKey key) {
      this.key = key;
      session = key.cryptoki.openSession(key.slot);
      mechanism = arena.allocate(3 * 8, 8);
      mechanism.set(ValueLayout.JAVA_LONG, 0, mechanismOf(key.algorithm));
      digest = digest(key.algorithm);
    }

    private static long mechanismOf(SigningAlgorithm algorithm) {
      return switch (algorithm) {
        case RSASHA256 -> 0x40;
        case RSASHA512 -> 0x42;
        case ECDSAP256SHA256, ECDSAP384SHA384 -> 0x1041;
        case ED25519, ED448 -> 0x1057;
        case RSASHA1, RSASHA1_NSEC3_SHA1, MLDSA44 ->
            throw new EngineFault("tokens are not asked to sign with " + algorithm);
      };
    }

    private static @Nullable MessageDigest digest(SigningAlgorithm algorithm) {
      String name =
          switch (algorithm) {
            case ECDSAP256SHA256 -> "SHA-256";
            case ECDSAP384SHA384 -> "SHA-384";
            case RSASHA1, RSASHA1_NSEC3_SHA1, RSASHA256, RSASHA512, ED25519, ED448, MLDSA44 -> "";
          };
      try {
        return name.isEmpty() ? null : MessageDigest.getInstance(name);
      } catch (NoSuchAlgorithmException e) {
        throw new EngineFault("this Java runtime has no " + name, e);
      }
    }

    @Override
    public void sign(byte[] message, int from, int to, byte[] target, int at) {
      long length = load(message, from, to);
      room.set(ValueLayout.JAVA_LONG, 0, SIGNATURE_OCTETS);
      key.cryptoki.sign(session, mechanism, key.handle, data, length, signature, room);
      int made = Math.toIntExact(room.get(ValueLayout.JAVA_LONG, 0));
      if (made > target.length - at) {
        throw new EngineFault(key.label + " made a signature of " + made + " octets, too long");
      }
      MemorySegment.copy(signature, ValueLayout.JAVA_BYTE, 0, target, at, made);
    }

    /// Puts what the token is to sign into native memory, and returns its length.
    private long load(byte[] message, int from, int to) {
      if (digest == null) {
        int length = to - from;
        if (length > data.byteSize()) {
          data = arena.allocate(Math.max(length, 2 * data.byteSize()));
        }
        MemorySegment.copy(message, from, data, ValueLayout.JAVA_BYTE, 0, length);
        return length;
      }
      try {
        digest.update(message, from, to - from);
        int length = digest.digest(hash, 0, hash.length);
        MemorySegment.copy(hash, 0, data, ValueLayout.JAVA_BYTE, 0, length);
        return length;
      } catch (DigestException e) {
        throw new EngineFault("hashing failed: " + e.getMessage(), e);
      }
    }
  }
}
