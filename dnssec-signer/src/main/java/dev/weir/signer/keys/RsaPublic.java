package dev.weir.signer.keys;

import dev.weir.dns.octets.OctetBuffer;
import dev.weir.dns.octets.Octets;
import dev.weir.signer.KeyFault;
import java.math.BigInteger;

/// An RSA public key as DNSKEY records hold it (RFC 3110 §2): the exponent's length in one octet,
/// or in three when it is over 255, then exponent and modulus without leading zeros.
///
/// @param exponent the public exponent
/// @param modulus the modulus
public record RsaPublic(BigInteger exponent, BigInteger modulus) {

  /// Takes the key octets of a DNSKEY record apart.
  ///
  /// @throws KeyFault if they are cut short, or exponent or modulus is zero or even
  public static RsaPublic read(Octets key) {
    if (key.length() < 3) {
      throw new KeyFault("an RSA public key of " + key.length() + " octets is cut short");
    }
    int at = 1;
    int exponentOctets = key.u8(0);
    if (exponentOctets == 0) {
      exponentOctets = key.u16(1);
      at = 3;
    }
    if (exponentOctets == 0 || key.length() <= at + exponentOctets) {
      throw new KeyFault("an RSA public key of " + key.length() + " octets is cut short");
    }
    BigInteger exponent = new BigInteger(1, key.array(), key.offset() + at, exponentOctets);
    int modulusOctets = key.length() - at - exponentOctets;
    BigInteger modulus =
        new BigInteger(1, key.array(), key.offset() + at + exponentOctets, modulusOctets);
    if (!exponent.testBit(0) || !modulus.testBit(0)) {
      throw new KeyFault("exponent and modulus of an RSA key are odd; these are not");
    }
    return new RsaPublic(exponent, modulus);
  }

  /// The key octets of a DNSKEY record.
  public byte[] toBytes() {
    byte[] e = unsigned(exponent);
    OctetBuffer out = new OctetBuffer(600);
    if (e.length < 256) {
      out.u8(e.length);
    } else {
      out.u8(0).u16(e.length);
    }
    return out.bytes(e).bytes(unsigned(modulus)).toBytes();
  }

  /// The octets of a positive number without leading zeros.
  static byte[] unsigned(BigInteger number) {
    byte[] octets = number.toByteArray();
    return octets.length > 1 && octets[0] == 0
        ? java.util.Arrays.copyOfRange(octets, 1, octets.length)
        : octets;
  }
}
