package dev.weir.dns.tsig;

import dev.weir.dns.octets.OctetBuffer;
import dev.weir.dns.octets.Octets;
import dev.weir.dns.type.Rcode;

/// One side's signatures in one exchange (RFC 8945 §5.1, §5.3): of a request, of its response, or
/// of a response of many messages.
///
/// A signer appends a TSIG record to a finished message and counts it in the header. It remembers
/// the signature, because the next message of the stream builds on it. Not every message of a
/// stream needs one, but the first, the last and one of every hundred do (RFC 8945 §5.3.1).
public final class TsigSigner {
  /// The most messages of a stream that may go unsigned between two signed ones.
  public static final int MAX_UNSIGNED = 99;

  private final TsigKey key;
  private final TsigDigest digest;
  private final int macOctets;
  private Octets mac = Octets.EMPTY;
  private boolean signed;
  private int unsigned;

  private TsigSigner(TsigKey key, int macOctets) {
    this.key = key;
    this.digest = new TsigDigest(key);
    this.macOctets = macOctets;
  }

  /// A signer of one request.
  public static TsigSigner request(TsigKey key) {
    return new TsigSigner(key, key.macOctets());
  }

  /// A signer of the response to a request, of one message or of many.
  ///
  /// The signatures are no shorter than the request's was.
  ///
  /// @param requestMac the signature of the request, as it came
  public static TsigSigner response(TsigKey key, Octets requestMac) {
    int octets = Math.min(key.algorithm().octets(), requestMac.length());
    TsigSigner signer = new TsigSigner(key, Math.max(key.macOctets(), octets));
    signer.digest.prior(requestMac);
    return signer;
  }

  /// Signs the message that `buffer` ends in.
  ///
  /// @param start where the message begins; it ends where the buffer does
  /// @param time when it is signed
  public void sign(OctetBuffer buffer, int start, TsigTime time) {
    sign(buffer, start, time, Rcode.NOERROR, Octets.EMPTY);
  }

  /// Signs a message that tells of an error: BADTRUNC, or BADTIME with the own time (RFC 8945
  /// §5.2.3).
  ///
  /// @param start where the message begins; it ends where the buffer does
  /// @param time when it is signed; with BADTIME, the time of the request
  /// @param error the error
  /// @param other with BADTIME, the own time in 6 octets; else empty
  public void sign(OctetBuffer buffer, int start, TsigTime time, Rcode error, Octets other) {
    Octets message = new Octets(buffer.array(), start, buffer.length() - start);
    int id = message.u16(0);
    int additionals = message.u16(10);
    TsigRecord bare =
        new TsigRecord(
            key.name(), key.algorithm().wireName(), time, Octets.EMPTY, id, error, other);
    digest.message(message, id, additionals);
    mac = TsigDigest.cut(digest.sign(bare), macOctets);
    TsigRecord record = new TsigRecord(bare.key(), bare.algorithm(), time, mac, id, error, other);
    record.write(buffer);
    buffer.putU16(start + 10, additionals + 1);
    digest.next(mac);
    signed = true;
    unsigned = 0;
  }

  /// Passes over a message of a stream that goes without a signature; the next one covers it.
  ///
  /// @throws IllegalStateException if no message was signed yet, or 99 have gone without already
  public void skip(Octets message) {
    if (!signed || unsigned == MAX_UNSIGNED) {
      throw new IllegalStateException(
          "the first message of a stream and one of every hundred are signed (RFC 8945 §5.3.1)");
    }
    digest.message(message);
    unsigned++;
  }

  /// The last signature: what the verifier of the response needs.
  public Octets mac() {
    return mac;
  }

  /// Octets that a signature takes in a message, to set aside before the message is written.
  ///
  /// @param error whether it may carry the other data of BADTIME
  public int length(boolean error) {
    return key.name().length()
        + key.algorithm().wireName().length()
        + 26
        + macOctets
        + (error ? 6 : 0);
  }
}
