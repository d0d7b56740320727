package dev.weir.dns.tsig;

import dev.weir.dns.octets.OctetBuffer;
import dev.weir.dns.octets.Octets;
import dev.weir.dns.type.Rcode;
import org.jspecify.annotations.Nullable;

/// What came of looking at a message's signature (RFC 8945 §5.2, §5.4).
public sealed interface TsigOutcome {
  /// The message has no TSIG record. For a request that is a request without a signature; in answer
  /// to a signed one, the message must not be believed.
  record Unsigned() implements TsigOutcome {}

  /// The signature holds: the message is from somebody who has the key, unchanged and in time.
  ///
  /// @param key the key
  /// @param record the fields of the TSIG record
  record Verified(TsigKey key, TsigRecord record) implements TsigOutcome {
    /// A signer for the response.
    public TsigSigner responder() {
      return TsigSigner.response(key, record.mac());
    }
  }

  /// A message of a stream came without a signature, which a later one must cover.
  ///
  /// @param unsigned how many in a row by now, 1 to 99
  record Pending(int unsigned) implements TsigOutcome {}

  /// The signature does not hold, or could not be checked.
  ///
  /// @param error FORMERR for a TSIG record that is malformed; else BADKEY, BADSIG, BADTIME or
  ///   BADTRUNC, to be answered with NOTAUTH
  /// @param record the fields of the TSIG record, unless it is malformed
  /// @param key the key, if the signature itself is right (BADTIME, BADTRUNC)
  /// @param reason what is wrong, for a log
  record Refused(Rcode error, @Nullable TsigRecord record, @Nullable TsigKey key, String reason)
      implements TsigOutcome {
    /// The response code of the answer: FORMERR or NOTAUTH.
    public Rcode rcode() {
      return error.equals(Rcode.FORMERR) ? error : Rcode.NOTAUTH;
    }

    /// Appends the TSIG record that answers a refused request (RFC 8945 §5.2, §5.3.2): signed where
    /// the asker proved to have the key, without a signature where not, none at all with FORMERR.
    ///
    /// @param buffer ends in the finished answer
    /// @param start where the answer begins in the buffer
    /// @param now seconds since 1970
    public void answer(OctetBuffer buffer, int start, long now) {
      TsigRecord request = record;
      if (request == null || error.equals(Rcode.FORMERR)) {
        return;
      }
      boolean late = error.equals(Rcode.BADTIME);
      Octets other = late ? Octets.of(new OctetBuffer(6).u48(now).toBytes()) : Octets.EMPTY;
      if (key != null) {
        TsigTime own = new TsigTime(now, request.time().fudge());
        TsigSigner.response(key, request.mac())
            .sign(buffer, start, late ? request.time() : own, error, other);
        return;
      }
      Octets message = new Octets(buffer.array(), start, buffer.length() - start);
      int id = message.u16(0);
      int additionals = message.u16(10);
      new TsigRecord(
              request.key(),
              request.algorithm(),
              request.time(),
              Octets.EMPTY,
              id,
              error,
              Octets.EMPTY)
          .write(buffer);
      buffer.putU16(start + 10, additionals + 1);
    }
  }

  /// The other side refused what was sent, and says why in its TSIG record.
  ///
  /// @param error the error of the record: BADKEY, BADSIG, BADTIME, BADTRUNC or another
  /// @param authentic whether the refusal itself is signed; one that is not may be anybody's
  /// @param peerTime with BADTIME, the other side's time in seconds since 1970; else -1
  record PeerRefused(Rcode error, boolean authentic, long peerTime) implements TsigOutcome {}
}
