package dev.weir.dns.tsig;

import dev.weir.dns.octets.OctetBuffer;
import dev.weir.dns.octets.Octets;
import dev.weir.dns.type.RecordClass;
import java.util.Arrays;
import javax.crypto.Mac;

// What a signature covers (RFC 8945 §4.3, §5.3.1), in this order:
//
//   request          message, variables
//   first response   MAC of the request, message, variables
//   later ones       MAC before, unsigned messages since, message, timers
//
// A MAC goes in with its length before it. A message goes in as it was before its TSIG record was
// added: with the original ID, and ARCOUNT without the TSIG record. The variables are key name,
// class, TTL, algorithm name, time, fudge, error and other data, names in canonical form; the
// timers
// are time and fudge.

/// The running hash of one signed exchange, the same for signing and verifying.
final class TsigDigest {
  private final Mac mac;
  private final OctetBuffer scratch = new OctetBuffer(640);
  private boolean later;

  TsigDigest(TsigKey key) {
    mac = key.mac();
  }

  /// Puts in the signature that came before; what follows builds on it.
  void prior(Octets signature) {
    scratch.clear();
    scratch.u16(signature.length()).octets(signature);
    mac.update(scratch.array(), 0, scratch.length());
  }

  /// Puts in a message that carries no signature.
  void message(Octets message) {
    mac.update(message.array(), message.offset(), message.length());
  }

  /// Puts in a message as it was before it was signed.
  ///
  /// @param message the message without its TSIG record
  /// @param id the original identifier
  /// @param additionals ARCOUNT without the TSIG record
  void message(Octets message, int id, int additionals) {
    scratch.clear();
    scratch.u16(id).octets(message.slice(2, 8)).u16(additionals);
    mac.update(scratch.array(), 0, scratch.length());
    mac.update(message.array(), message.offset() + 12, message.length() - 12);
  }

  /// Puts in variables or timers, and takes the whole signature out.
  byte[] sign(TsigRecord record) {
    scratch.clear();
    if (later) {
      record.time().write(scratch);
    } else {
      scratch.bytes(record.key().canonicalWire());
      scratch.u16(RecordClass.ANY.code()).i32(0);
      scratch.bytes(record.algorithm().canonicalWire());
      record.time().write(scratch);
      scratch.u16(record.error().code());
      scratch.u16(record.other().length()).octets(record.other());
    }
    mac.update(scratch.array(), 0, scratch.length());
    return mac.doFinal();
  }

  /// Goes on to the next message of a stream: it builds on `signature`, and has timers only.
  void next(Octets signature) {
    later = true;
    mac.reset();
    prior(signature);
  }

  /// The leading octets of a signature.
  static Octets cut(byte[] signature, int octets) {
    return Octets.of(octets == signature.length ? signature : Arrays.copyOf(signature, octets));
  }
}
