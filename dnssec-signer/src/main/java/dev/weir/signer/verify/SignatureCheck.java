package dev.weir.signer.verify;

import dev.weir.dns.check.Findings;
import dev.weir.dns.check.Severity;
import dev.weir.dns.name.Name;
import dev.weir.dns.name.NameKey;
import dev.weir.dns.octets.OctetBuffer;
import dev.weir.dns.octets.Octets;
import dev.weir.dns.rdata.CanonicalRdata;
import dev.weir.dns.type.Algorithm;
import dev.weir.dns.zone.Zone;
import dev.weir.dns.zone.ZoneCursor;
import dev.weir.signer.SignerException;
import dev.weir.signer.engine.SignatureVerifier;
import dev.weir.signer.keys.PublicKeyRecord;
import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

// The idea: a set is judged in two walks over its signatures. The first computes, silently, what
// became of each; then it is known by which algorithms the set is well signed, and the second walk,
// only needed if something is amiss, says how bad it is: an expired signature beside a good one of
// the same algorithm is litter, alone it makes the set bogus.
//
// The message of a signature (RFC 4034 §3.1.8.1) is its own data up to the signature, signer in
// small letters, and then each record of the set: owner, type, class, original TTL, length, data,
// all in canonical form. It is built in one buffer that is used again for every set of the zone.

/// Checks the signatures of record sets; for one thread at a time, reused for many sets.
final class SignatureCheck {
  /// Octets of RRSIG data before the signer's name (RFC 4034 §3.1).
  private static final int HEADER = 18;

  private static final int CLASS_IN = 1;

  /// Keys of one algorithm and tag that are tried for a signature; more are an attack (KeyTrap).
  private static final int MOST_TRIES = 4;

  /// What became of one signature.
  private enum Outcome {
    GOOD,
    UNKNOWN_ALGORITHM,
    FORM,
    SIGNER,
    LABELS,
    WINDOW,
    EXPIRED,
    EARLY,
    KEY,
    INVALID
  }

  private final byte[] apex;
  private final int apexLabels;
  private final boolean wildcardApex;
  private final int at;
  private final ZoneKeys keys;
  private final VerifierSource source;
  private final @Nullable SignatureVerifier[] verifiers;
  private final boolean[] unusable;
  private final OctetBuffer message = new OctetBuffer(4096);
  private final OctetBuffer owner = new OctetBuffer(Name.MAX_OCTETS);
  private final BitSet goodAlgorithms = new BitSet();
  private final BitSet triedAlgorithms = new BitSet();
  private final BitSet signers = new BitSet();
  private Outcome[] outcomes = new Outcome[8];
  private long computed;

  SignatureCheck(Zone zone, ZoneKeys keys, long at, VerifierSource source) {
    this.apex = zone.canonicalApex().toBytes();
    this.apexLabels = zone.apex().labels();
    this.wildcardApex = zone.apex().wildcard();
    this.at = (int) at;
    this.keys = keys;
    this.source = source;
    this.verifiers = new SignatureVerifier[keys.size()];
    this.unusable = new boolean[keys.size()];
  }

  /// Signatures computed so far.
  long computed() {
    return computed;
  }

  /// The numbers of the keys by which the last set that was checked is validly signed.
  BitSet signers() {
    return signers;
  }

  /// Checks the signatures of one set.
  ///
  /// @param set stands at the set; left after its last record
  /// @param signatures another cursor at the same node; left anywhere in it
  void check(ZoneCursor set, ZoneCursor signatures, Findings findings) {
    goodAlgorithms.clear();
    triedAlgorithms.clear();
    signers.clear();
    int type = set.type();
    int count = 0;
    boolean amiss = false;
    if (signatures.findSet(Types.RRSIG, type)) {
      owner.clear();
      set.owner(true, owner);
      if (signatures.ttl() != set.ttl()) {
        int ttl = signatures.ttl();
        findings.add(
            DnssecRule.SIGNATURE_TTL,
            set,
            type,
            () -> "the signatures have TTL " + ttl + ", the set has " + set.ttl());
      }
      int labels = labels(set);
      while (signatures.nextRecord()) {
        Outcome outcome = judge(set, signatures, labels);
        if (count == outcomes.length) {
          outcomes = Arrays.copyOf(outcomes, 2 * count);
        }
        outcomes[count++] = outcome;
        amiss |= outcome != Outcome.GOOD || originalTtl(signatures) != set.ttl();
      }
    }
    if (amiss) {
      report(set, signatures, findings);
    }
    for (int algorithm : keys.algorithms()) {
      if (!goodAlgorithms.get(algorithm) && !triedAlgorithms.get(algorithm)) {
        boolean some = count > 0;
        findings.add(
            DnssecRule.SIGNATURE_MISSING,
            set,
            type,
            () ->
                some
                    ? "no signature by algorithm " + new Algorithm(algorithm)
                    : "the set is not signed");
      }
    }
  }

  private static int originalTtl(ZoneCursor signature) {
    return signature.rdataLength() > HEADER
        ? Octets.i32(signature.page(), signature.rdataFrom() + 4)
        : signature.ttl();
  }

  /// Labels of the owner as an RRSIG record counts them (RFC 4034 §3.1.3).
  private int labels(ZoneCursor node) {
    byte[] page = node.page();
    int from = node.keyFrom();
    int to = from + node.keyLength();
    if (from == to) {
      return apexLabels - (wildcardApex ? 1 : 0);
    }
    boolean wildcard = page[to - 2] == '*' && NameKey.lastLabel(page, from, to) == to - 2;
    return apexLabels + NameKey.labelCount(page, from, to) - (wildcard ? 1 : 0);
  }

  private Outcome judge(ZoneCursor set, ZoneCursor signature, int labels) {
    byte[] page = signature.page();
    int from = signature.rdataFrom();
    int length = signature.rdataLength();
    if (length <= HEADER) {
      return Outcome.FORM;
    }
    int algorithm = page[from + 2] & 0xff;
    int signerEnd = signerEnd(page, from + HEADER, from + length);
    if (signerEnd < 0) {
      return Outcome.SIGNER;
    }
    if ((page[from + 3] & 0xff) != labels) {
      return Outcome.LABELS;
    }
    int expiration = Octets.i32(page, from + 8);
    int inception = Octets.i32(page, from + 12);
    if (expiration - inception < 0) {
      return Outcome.WINDOW;
    }
    Outcome outcome = verify(set, signature, signerEnd);
    if (outcome == Outcome.GOOD || outcome == Outcome.UNKNOWN_ALGORITHM) {
      if (expiration - at < 0) {
        return Outcome.EXPIRED;
      }
      if (at - inception < 0) {
        return Outcome.EARLY;
      }
      goodAlgorithms.set(algorithm);
    }
    return outcome;
  }

  /// Where the signer's name ends if it is the apex, else -1.
  private int signerEnd(byte[] page, int from, int to) {
    if (to - from < apex.length) {
      return -1;
    }
    for (int i = 0; i < apex.length; i++) {
      if (Name.fold(page[from + i]) != apex[i]) {
        return -1;
      }
    }
    return from + apex.length;
  }

  private Outcome verify(ZoneCursor set, ZoneCursor signature, int signatureFrom) {
    byte[] page = signature.page();
    int from = signature.rdataFrom();
    int algorithm = page[from + 2] & 0xff;
    int tag = Octets.u16(page, from + 16);
    boolean keySet = set.type() == Types.DNSKEY;
    Outcome outcome = Outcome.KEY;
    int tries = 0;
    for (int i = 0; i < keys.size() && tries < MOST_TRIES; i++) {
      if (keys.tag(i) != tag
          || keys.algorithm(i) != algorithm
          || (!keySet && keys.keys().get(i).revoked())) {
        continue;
      }
      SignatureVerifier verifier = verifier(i);
      if (verifier == null) {
        return Outcome.UNKNOWN_ALGORITHM;
      }
      if (tries++ == 0) {
        build(set, page, from);
      }
      computed++;
      int signatureLength = from + signature.rdataLength() - signatureFrom;
      if (verifier.verify(
          message.array(), 0, message.length(), page, signatureFrom, signatureLength)) {
        signers.set(i);
        return Outcome.GOOD;
      }
      outcome = Outcome.INVALID;
    }
    return outcome;
  }

  private @Nullable SignatureVerifier verifier(int index) {
    SignatureVerifier verifier = verifiers[index];
    if (verifier == null && !unusable[index]) {
      PublicKeyRecord key = keys.keys().get(index);
      try {
        verifier = key.known() == null ? null : source.verifier(key);
      } catch (SignerException _) {
        verifier = null;
      }
      verifiers[index] = verifier;
      unusable[index] = verifier == null;
    }
    return verifier;
  }

  /// Builds what is signed (RFC 4034 §3.1.8.1).
  private void build(ZoneCursor set, byte[] page, int rrsig) {
    message.clear();
    message.bytes(page, rrsig, HEADER).bytes(apex);
    int type = set.type();
    int ttl = Octets.i32(page, rrsig + 4);
    boolean folds = set.folds();
    set.firstRecord();
    while (set.nextRecord()) {
      message.bytes(owner.array(), 0, owner.length()).u16(type).u16(CLASS_IN).i32(ttl);
      message.u16(set.rdataLength());
      if (folds) {
        CanonicalRdata.append(type, set.page(), set.rdataFrom(), set.rdataLength(), message);
      } else {
        message.bytes(set.page(), set.rdataFrom(), set.rdataLength());
      }
    }
  }

  private void report(ZoneCursor set, ZoneCursor signatures, Findings findings) {
    signatures.findSet(Types.RRSIG, set.type());
    for (int i = 0; signatures.nextRecord(); i++) {
      Octets rrsig = signatures.rdata();
      if (rrsig.length() <= HEADER) {
        triedAlgorithms.set(rrsig.length() > 2 ? rrsig.u8(2) : 0);
        findings.add(DnssecRule.SIGNATURE_FORM, set, set.type(), () -> "a signature is cut short");
        continue;
      }
      int algorithm = rrsig.u8(2);
      if (rrsig.i32(4) != set.ttl()) {
        findings.add(
            DnssecRule.SIGNATURE_ORIGINAL_TTL,
            set,
            set.type(),
            () -> by(rrsig) + "original TTL " + rrsig.u32(4) + ", but the set has " + set.ttl());
      }
      DnssecRule rule = rule(outcomes[i]);
      if (rule != null) {
        triedAlgorithms.set(algorithm);
        Outcome outcome = outcomes[i];
        findings.add(
            rule, severity(outcome, algorithm), set, set.type(), () -> text(outcome, rrsig, set));
      }
    }
  }

  /// An error, unless the set is well signed without this signature.
  private Severity severity(Outcome outcome, int algorithm) {
    boolean litter =
        switch (outcome) {
          case EXPIRED, EARLY -> goodAlgorithms.get(algorithm) || !asked(algorithm);
          case KEY -> goodAlgorithms.get(algorithm) || !asked(algorithm);
          case GOOD, UNKNOWN_ALGORITHM, FORM, SIGNER, LABELS, WINDOW, INVALID -> false;
        };
    return litter ? Severity.WARNING : Severity.ERROR;
  }

  private boolean asked(int algorithm) {
    return Arrays.binarySearch(keys.algorithms(), algorithm) >= 0;
  }

  private static @Nullable DnssecRule rule(Outcome outcome) {
    return switch (outcome) {
      case GOOD, UNKNOWN_ALGORITHM -> null;
      case FORM -> DnssecRule.SIGNATURE_FORM;
      case SIGNER -> DnssecRule.SIGNATURE_SIGNER;
      case LABELS -> DnssecRule.SIGNATURE_LABELS;
      case WINDOW -> DnssecRule.SIGNATURE_WINDOW;
      case EXPIRED -> DnssecRule.SIGNATURE_EXPIRED;
      case EARLY -> DnssecRule.SIGNATURE_EARLY;
      case KEY -> DnssecRule.SIGNATURE_KEY;
      case INVALID -> DnssecRule.SIGNATURE_INVALID;
    };
  }

  private String text(Outcome outcome, Octets rrsig, ZoneCursor set) {
    String what =
        switch (outcome) {
          case GOOD, UNKNOWN_ALGORITHM -> "good";
          case FORM -> "cut short";
          case SIGNER -> "the signer is not " + Name.of(apex);
          case LABELS -> "label count " + rrsig.u8(3) + " where it must be " + labels(set);
          case WINDOW ->
              "expiration "
                  + Times.text(rrsig.i32(8))
                  + " is not after inception "
                  + Times.text(rrsig.i32(12))
                  + " by less than 2^31 seconds";
          case EXPIRED -> "expired at " + Times.text(rrsig.i32(8));
          case EARLY -> "not valid before " + Times.text(rrsig.i32(12));
          case KEY -> "the zone publishes no such key";
          case INVALID -> "the signature is not that of the key over this set";
        };
    return by(rrsig) + what;
  }

  private static String by(Octets rrsig) {
    return "signature by key " + rrsig.u16(16) + " (" + new Algorithm(rrsig.u8(2)) + "): ";
  }
}
