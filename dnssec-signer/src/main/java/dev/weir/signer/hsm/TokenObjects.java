package dev.weir.signer.hsm;

import dev.weir.dns.octets.Octets;
import dev.weir.dns.type.Algorithm;
import dev.weir.signer.KeyFault;
import dev.weir.signer.keys.PublicKeyRecord;
import dev.weir.signer.keys.RsaPublic;
import dev.weir.signer.keys.SigningAlgorithm;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// A private key object of a token and the public numbers that belong to it.
final class TokenObjects {
  private static final long CLASS = 0;
  private static final long LABEL = 3;
  private static final long KEY_TYPE = 0x100;
  private static final long ID = 0x102;
  private static final long MODULUS = 0x120;
  private static final long PUBLIC_EXPONENT = 0x122;
  private static final long EC_PARAMS = 0x180;
  private static final long EC_POINT = 0x181;

  private static final long PUBLIC_KEY = 2;
  private static final long PRIVATE_KEY = 3;

  private static final int RSA = 0;
  private static final int EC = 3;
  private static final int EDWARDS = 0x40;

  private static final String P256 = "06082a8648ce3d030107";
  private static final String P384 = "06052b81040022";
  private static final int ATTRIBUTE_OCTETS = 24;
  private static final int MAX_FOUND = 64;

  private final Cryptoki cryptoki;
  private final long session;
  private final TokenUri uri;
  private final long privateHandle;
  private final long publicHandle;

  private TokenObjects(
      Cryptoki cryptoki, long session, TokenUri uri, long privateHandle, long publicHandle) {
    this.cryptoki = cryptoki;
    this.session = session;
    this.uri = uri;
    this.privateHandle = privateHandle;
    this.publicHandle = publicHandle;
  }

  /// Finds the one private key that fits a URI, and its public key.
  ///
  /// @throws KeyFault if there is none, or more than one
  static TokenObjects find(Cryptoki cryptoki, long session, TokenUri uri) {
    byte[] label = uri.octetsOf("object");
    byte[] id = uri.octetsOf("id");
    long[] found = search(cryptoki, session, PRIVATE_KEY, label, id);
    if (found.length == 0) {
      throw new KeyFault(
          uri
              + ": there is no such private key in the token, or not without the PIN (pin-value,"
              + " pin-source)");
    }
    if (found.length > 1) {
      throw new KeyFault(
          uri
              + ": there are "
              + found.length
              + " such private keys; say which with object= and id=");
    }
    TokenObjects alone = new TokenObjects(cryptoki, session, uri, found[0], found[0]);
    byte[] ownId = alone.value(found[0], ID);
    byte[] ownLabel = alone.value(found[0], LABEL);
    boolean identified = ownId != null && ownId.length > 0;
    long[] publics =
        search(
            cryptoki, session, PUBLIC_KEY, identified ? null : ownLabel, identified ? ownId : null);
    if (publics.length > 1) {
      publics = search(cryptoki, session, PUBLIC_KEY, ownLabel, ownId);
    }
    long handle = publics.length == 1 ? publics[0] : found[0];
    return new TokenObjects(cryptoki, session, uri, found[0], handle);
  }

  private static long[] search(
      Cryptoki cryptoki,
      long session,
      long objectClass,
      byte @Nullable [] label,
      byte @Nullable [] id) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment template = arena.allocate(3 * ATTRIBUTE_OCTETS, 8);
      MemorySegment number = arena.allocate(ValueLayout.JAVA_LONG);
      number.set(ValueLayout.JAVA_LONG, 0, objectClass);
      int count = put(template, 0, CLASS, number);
      if (label != null) {
        count = put(template, count, LABEL, copy(arena, label));
      }
      if (id != null) {
        count = put(template, count, ID, copy(arena, id));
      }
      return cryptoki.find(session, template, count, MAX_FOUND);
    }
  }

  private static MemorySegment copy(Arena arena, byte[] octets) {
    return arena.allocateFrom(ValueLayout.JAVA_BYTE, octets);
  }

  private static int put(MemorySegment template, int index, long type, MemorySegment value) {
    long at = (long) index * ATTRIBUTE_OCTETS;
    template.set(ValueLayout.JAVA_LONG, at, type);
    template.set(ValueLayout.ADDRESS, at + 8, value);
    template.set(ValueLayout.JAVA_LONG, at + 16, value.byteSize());
    return index + 1;
  }

  /// The handle of the private key object.
  long privateHandle() {
    return privateHandle;
  }

  /// The DNSKEY record data of the pair.
  ///
  /// @throws KeyFault if the key is of a kind that DNSSEC does not have, or the public half is not
  ///   in the token
  PublicKeyRecord publicKey(int flags) {
    byte[] type = value(privateHandle, KEY_TYPE);
    int kind = type == null || type.length < 4 ? -1 : type[0] & 0xff;
    return switch (kind) {
      case RSA -> rsa(flags);
      case EC, EDWARDS -> curve(flags);
      default -> throw new KeyFault(uri + ": its key is neither RSA nor of an elliptic curve");
    };
  }

  private PublicKeyRecord rsa(int flags) {
    BigInteger modulus = new BigInteger(1, needed(MODULUS));
    BigInteger exponent = new BigInteger(1, needed(PUBLIC_EXPONENT));
    return PublicKeyRecord.of(
        flags, Algorithm.RSASHA256, new RsaPublic(exponent, modulus).toBytes());
  }

  private PublicKeyRecord curve(int flags) {
    String parameters = HexFormat.of().formatHex(needed(EC_PARAMS));
    SigningAlgorithm algorithm =
        switch (parameters) {
          case P256 -> SigningAlgorithm.ECDSAP256SHA256;
          case P384 -> SigningAlgorithm.ECDSAP384SHA384;
          case "06032b6570", "130c656477617264733235353139" -> SigningAlgorithm.ED25519;
          case "06032b6571", "130a65647761726473343438" -> SigningAlgorithm.ED448;
          default ->
              throw new KeyFault(uri + ": its curve (" + parameters + ") is none that DNSSEC has");
        };
    byte[] point = needed(EC_POINT);
    int from = point.length - algorithm.keyOctets();
    if (from < 0) {
      throw new KeyFault(uri + ": its public point is too short for " + algorithm);
    }
    return PublicKeyRecord.of(
        flags, algorithm.algorithm(), Arrays.copyOfRange(point, from, point.length));
  }

  private byte[] needed(long attribute) {
    byte[] value = value(publicHandle, attribute);
    if (value == null || value.length == 0) {
      throw new KeyFault(
          uri + ": its public key object is not in the token; import it with the same id");
    }
    return value;
  }

  private byte @Nullable [] value(long object, long attribute) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment template = arena.allocate(ATTRIBUTE_OCTETS, 8);
      template.set(ValueLayout.JAVA_LONG, 0, attribute);
      if (cryptoki.attributes(session, object, template, 1) != 0) {
        return null;
      }
      long length = template.get(ValueLayout.JAVA_LONG, 16);
      if (length < 0 || length > 65_536) {
        return null;
      }
      MemorySegment room = arena.allocate(Math.max(length, 1));
      template.set(ValueLayout.ADDRESS, 8, room);
      Cryptoki.check("C_GetAttributeValue", cryptoki.attributes(session, object, template, 1));
      return Octets.of(room.toArray(ValueLayout.JAVA_BYTE)).slice(0, (int) length).toBytes();
    }
  }
}
