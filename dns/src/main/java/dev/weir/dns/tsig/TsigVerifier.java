package dev.weir.dns.tsig;

import dev.weir.dns.MalformedWire;
import dev.weir.dns.name.Name;
import dev.weir.dns.octets.Octets;
import dev.weir.dns.type.Rcode;
import dev.weir.dns.wire.MessageView;
import dev.weir.dns.wire.RecordView;
import java.security.MessageDigest;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

// The order of the checks is that of RFC 8945 §5.2: form, key, signature, time, length of the
// signature. It matters: who does not have the key learns nothing of the clock or the policy, and
// an
// answer is signed only where the signature was right.
//
// A shortened signature (§5.2.2.1) is compared in its length. One longer than the hash, or shorter
// than half of it or than ten octets, is malformed; one shorter than the key's own is BADTRUNC.

/// Verifies the signatures of one exchange (RFC 8945 §5.2, §5.4).
///
/// A request is verified by [#request], in one call. The messages that answer a signed request go
/// through [#next] of a verifier made by [#response], in their order; [#settled] tells after the
/// last one whether everything is covered.
public final class TsigVerifier {
  private final TsigKey key;
  private final TsigPolicy policy;
  private final TsigDigest digest;
  private final boolean response;
  private boolean signed;
  private int unsigned;

  private TsigVerifier(TsigKey key, TsigPolicy policy, boolean response) {
    this.key = key;
    this.policy = policy;
    this.response = response;
    this.digest = new TsigDigest(key);
  }

  /// Verifies a request.
  ///
  /// @param message the message as it came
  /// @param keys the keys by name
  /// @param policy which algorithms count
  /// @param now seconds since 1970
  public static TsigOutcome request(
      MessageView message, Map<Name, TsigKey> keys, TsigPolicy policy, long now) {
    Optional<RecordView> found = message.tsig();
    if (found.isEmpty()) {
      return new TsigOutcome.Unsigned();
    }
    RecordView view = found.get();
    TsigRecord record;
    try {
      record = TsigRecord.read(view);
    } catch (MalformedWire e) {
      return malformed(e);
    }
    TsigKey known = keys.get(record.key());
    if (known == null) {
      return refused(Rcode.BADKEY, record, null, "there is no key " + record.key());
    }
    return new TsigVerifier(known, policy, false).check(message, view, record, now);
  }

  /// A verifier of what answers a signed request.
  ///
  /// @param key the key that the request was signed with
  /// @param requestMac the signature of the request: [TsigSigner#mac]
  /// @param policy which algorithms count
  public static TsigVerifier response(TsigKey key, Octets requestMac, TsigPolicy policy) {
    TsigVerifier verifier = new TsigVerifier(key, policy, true);
    verifier.digest.prior(requestMac);
    return verifier;
  }

  /// Verifies the next message of a response.
  ///
  /// @param now seconds since 1970
  public TsigOutcome next(MessageView message, long now) {
    Optional<RecordView> found = message.tsig();
    if (found.isEmpty()) {
      return withoutSignature(message);
    }
    RecordView view = found.get();
    TsigRecord record;
    try {
      record = TsigRecord.read(view);
    } catch (MalformedWire e) {
      return malformed(e);
    }
    if (record.mac().length() == 0 && !record.error().equals(Rcode.NOERROR)) {
      return new TsigOutcome.PeerRefused(record.error(), false, -1);
    }
    if (!record.key().equals(key.name())) {
      return refused(
          Rcode.BADKEY, record, null, "the answer is signed with another key, " + record.key());
    }
    return check(message, view, record, now);
  }

  /// Whether at least one message was signed and none is left uncovered: what must hold at the end
  /// of a response (RFC 8945 §5.3.1).
  public boolean settled() {
    return signed && unsigned == 0;
  }

  private TsigOutcome withoutSignature(MessageView message) {
    if (!signed) {
      return new TsigOutcome.Unsigned();
    }
    if (unsigned == TsigSigner.MAX_UNSIGNED) {
      return refused(
          Rcode.BADSIG, null, null, "100 messages in a row without a signature (RFC 8945 §5.3.1)");
    }
    digest.message(message.octets());
    return new TsigOutcome.Pending(++unsigned);
  }

  private TsigOutcome check(MessageView message, RecordView view, TsigRecord record, long now) {
    TsigAlgorithm algorithm = key.algorithm();
    if (!algorithm.wireName().equals(record.algorithm()) || !policy.allows(algorithm)) {
      return refused(
          Rcode.BADKEY, record, null, "key " + key.name() + " is not for " + record.algorithm());
    }
    int octets = record.mac().length();
    if (octets > algorithm.octets() || octets < algorithm.minimumOctets()) {
      return refused(
          Rcode.FORMERR,
          record,
          null,
          "a signature of " + octets + " octets is none of " + algorithm + " (RFC 8945 §5.2.2.1)");
    }
    Octets whole = message.octets();
    digest.message(
        whole.slice(0, view.offset()), record.originalId(), message.additionals().count() - 1);
    Octets expected = TsigDigest.cut(digest.sign(record), octets);
    if (!MessageDigest.isEqual(expected.toBytes(), record.mac().toBytes())) {
      return refused(Rcode.BADSIG, record, null, "the signature of " + key.name() + " is wrong");
    }
    digest.next(record.mac());
    signed = true;
    unsigned = 0;
    return judge(record, now);
  }

  /// What follows from a right signature.
  private TsigOutcome judge(TsigRecord record, long now) {
    if (response && !record.error().equals(Rcode.NOERROR)) {
      long peerTime = record.other().length() == 6 ? record.other().u48(0) : -1;
      return new TsigOutcome.PeerRefused(record.error(), true, peerTime);
    }
    if (!record.time().covers(now)) {
      return refused(
          Rcode.BADTIME,
          record,
          key,
          "signed at "
              + record.time().seconds()
              + ", here it is "
              + now
              + ", fudge is "
              + record.time().fudge());
    }
    if (record.mac().length() < key.macOctets()) {
      return refused(
          Rcode.BADTRUNC,
          record,
          key,
          "a signature of " + record.mac().length() + " octets, " + key.macOctets() + " are asked");
    }
    return new TsigOutcome.Verified(key, record);
  }

  private static TsigOutcome malformed(MalformedWire e) {
    return refused(Rcode.FORMERR, null, null, String.valueOf(e.getMessage()));
  }

  private static TsigOutcome refused(
      Rcode error, @Nullable TsigRecord record, @Nullable TsigKey key, String reason) {
    return new TsigOutcome.Refused(error, record, key, reason);
  }
}
