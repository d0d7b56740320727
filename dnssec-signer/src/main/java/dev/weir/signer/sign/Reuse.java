package dev.weir.signer.sign;

import dev.weir.dns.octets.OctetBuffer;
import dev.weir.dns.octets.Octets;
import dev.weir.dns.zone.Zone;
import dev.weir.dns.zone.ZoneCursor;
import dev.weir.signer.engine.SignatureVerifier;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/// Finds signatures of the zone as it was read that may be kept; one thread, names in order.
///
/// A signature is kept if it would be made again but for its times, begins before now, ends late
/// enough, and verifies over the set as it is now. The last is the point: nothing else tells that
/// neither the data nor the TTL has changed since it was made.
final class Reuse {
  private static final int RRSIG = 46;
  private static final int EXPIRATION_AT = 8;
  private static final int INCEPTION_AT = 12;
  private static final int TAG_AT = 16;
  private static final int FIXED_OCTETS = 18;

  private final ZoneCursor old;
  private final int now;
  private final int notBefore;
  private final List<SignatureVerifier> verifiers;
  private final OctetBuffer message = new OctetBuffer(4096);
  private boolean more;

  /// Signatures of a zone.
  ///
  /// @param old the zone as it was read
  /// @param from the key of the first name that will be asked for
  /// @param now the present
  /// @param notBefore a signature that ends earlier is not kept
  /// @param verifiers one for each key of the ring
  Reuse(Zone old, byte[] from, Instant now, Instant notBefore, List<SignatureVerifier> verifiers) {
    this.old = old.cursor(from);
    this.now = (int) now.getEpochSecond();
    this.notBefore = (int) notBefore.getEpochSecond();
    this.verifiers = verifiers;
    more = this.old.next();
  }

  /// Moves to a name; names must come in canonical order.
  void moveTo(byte[] key, int from, int length) {
    while (more && old.compareKey(key, from, length) < 0) {
      more = old.next();
    }
  }

  /// The record data of a signature to keep, or the empty view.
  ///
  /// @param index the place of the key in the ring
  /// @param wanted the record data that a fresh signature would have, without the signature
  /// @param records the set in canonical form, as it is signed
  Octets find(
      int index, byte[] key, int keyFrom, int keyLength, Octets wanted, OctetBuffer records) {
    if (!more || old.compareKey(key, keyFrom, keyLength) != 0) {
      return Octets.EMPTY;
    }
    if (!old.findSet(RRSIG, wanted.u16(0))) {
      return Octets.EMPTY;
    }
    while (old.nextRecord()) {
      Octets candidate = old.rdata();
      if (alike(candidate, wanted) && timely(candidate)) {
        message.clear();
        message.bytes(candidate.array(), candidate.offset(), wanted.length());
        message.bytes(records.array(), 0, records.length());
        int signature = candidate.offset() + wanted.length();
        int octets = candidate.length() - wanted.length();
        if (verifiers
            .get(index)
            .verify(message.array(), 0, message.length(), candidate.array(), signature, octets)) {
          return candidate;
        }
      }
    }
    return Octets.EMPTY;
  }

  /// Whether all but the times and the signature are the same.
  private static boolean alike(Octets candidate, Octets wanted) {
    return candidate.length() > wanted.length()
        && candidate.slice(0, EXPIRATION_AT).equals(wanted.slice(0, EXPIRATION_AT))
        && candidate.u16(TAG_AT) == wanted.u16(TAG_AT)
        && Arrays.equals(
            candidate.array(),
            candidate.offset() + FIXED_OCTETS,
            candidate.offset() + wanted.length(),
            wanted.array(),
            wanted.offset() + FIXED_OCTETS,
            wanted.offset() + wanted.length());
  }

  /// Compares as serial numbers do (RFC 4034 §3.1.5).
  private boolean timely(Octets candidate) {
    return now - candidate.i32(INCEPTION_AT) >= 0 && candidate.i32(EXPIRATION_AT) - notBefore >= 0;
  }
}
