package dev.weir.signer.sign;

import dev.weir.dns.dnssec.DigestHash;
import dev.weir.dns.dnssec.ZoneDigest;
import dev.weir.dns.name.Name;
import dev.weir.dns.type.Serial;
import dev.weir.dns.workers.Workers;
import dev.weir.dns.zone.Zone;
import dev.weir.dns.zone.ZoneCursor;
import dev.weir.dns.zone.ZonePart;
import dev.weir.dns.zone.ZoneRange;
import dev.weir.signer.SigningFault;
import dev.weir.signer.engine.BatchSigner;
import dev.weir.signer.engine.EngineChoice;
import dev.weir.signer.engine.SignatureVerifier;
import dev.weir.signer.keys.SigningKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

// The idea: first the apex is made what it shall be, keys and parameters included, so that all the
// rest is one rule for every name. Then the zone is cut into ranges of pages, and each is signed by
// itself into pages of the signed zone: which cut its first name lies below and which name follows
// its last are looked up in the snapshot. NSEC3 needs one more pass before, which hashes and sorts.
// ZONEMD comes last: the digest replaces a placeholder, and its signature is made after all others.
//
// The cost: a signed page is written once; beside the zone itself, memory is that of the signed
// zone and, for NSEC3, 28 octets a name.

/// Signs a zone on all cores.
public final class ZoneSigner {
  private static final int RANGE_PAGES = 8;

  private final SigningPolicy policy;
  private final List<SigningKey> keys;
  private final EngineChoice engines;
  private final Workers workers;

  /// A signer.
  ///
  /// @param engines choose the engine for each key
  public ZoneSigner(
      SigningPolicy policy, List<SigningKey> keys, EngineChoice engines, Workers workers) {
    this.policy = policy;
    this.keys = List.copyOf(keys);
    this.engines = engines;
    this.workers = workers;
  }

  /// Signs a zone; one that is signed already is stripped first.
  ///
  /// @throws dev.weir.signer.SigningFault if zone, policy and keys do not go together
  public SignedZone sign(Zone input) {
    return sign(input, null);
  }

  /// Signs a zone again, and keeps those of its signatures that are still right.
  ///
  /// @param notBefore a signature that ends earlier is made anew; null to keep none
  /// @throws dev.weir.signer.SigningFault if zone, policy and keys do not go together
  public SignedZone sign(Zone input, @Nullable Instant notBefore) {
    List<String> notes = new ArrayList<>();
    KeyRing ring = KeyRing.of(input.apex(), keys, policy.allKeys());
    checkRoom(input.apex());
    boolean wasSigned = DnssecStripper.signed(input);
    boolean strays = wasSigned || DnssecStripper.strays(input, workers);
    Zone bare = strays ? DnssecStripper.strip(input, workers) : input;
    Apex apex = prepare(bare, wasSigned, notes);
    Zone prepared = apex.toZone();
    Pass pass = new Pass(prepared, ring, apex.denialTtl());
    if (wasSigned && notBefore != null) {
      pass.reuseFrom(input, notBefore);
    }
    Zone signed = pass.run();
    if (policy.zonemd() != null) {
      signed = digested(signed, pass, policy.zonemd());
    }
    if (wasSigned && policy.serial() == SerialPolicy.KEEP && pass.signatures.get() > 0) {
      notes.add(
          "the signed zone has the serial "
              + apex.serial()
              + " of the signed input; if that was published, --serial counter makes servers fetch"
              + " the new one");
    }
    if (pass.strandedDs.get() > 0) {
      notes.add(
          pass.strandedDs
              + " DS sets stand where the zone has no delegation, and mean nothing there (RFC 4035"
              + " §2.4); remove them");
    }
    return new SignedZone(
        signed, apex.serial(), pass.signatures.get(), pass.reused.get(), List.copyOf(notes));
  }

  /// The owner of an NSEC3 record has a label of 32 octets before the apex (RFC 5155 §3).
  private void checkRoom(Name apex) {
    int most = Name.MAX_OCTETS - Nsec3Chain.KEY_OCTETS;
    if (policy.denial() instanceof Denial.Nsec3 && apex.length() > most) {
      throw new SigningFault(
          "the name of zone "
              + apex
              + " is too long for NSEC3: it may have "
              + most
              + " octets, for a hash goes before it (RFC 5155 §3); sign with NSEC");
    }
  }

  private Apex prepare(Zone bare, boolean wasSigned, List<String> notes) {
    Apex apex = Apex.of(bare);
    Serial old = apex.serial();
    apex.serial(policy.serial().next(old, policy.now()));
    apex.keys(keys, wasSigned, policy.dnskeyTtl());
    apex.parameters(policy.denial());
    boolean hadDigest = apex.removeDigest();
    if (policy.zonemd() != null) {
      apex.digest(policy.zonemd(), new byte[policy.zonemd().octets()]);
    } else if (hadDigest) {
      notes.add(
          "the ZONEMD record of the input was dropped, for signing makes it wrong;"
              + " --zonemd makes a new one");
    }
    return apex;
  }

  /// Puts the digest in place of its placeholder, and signs it; no other signature changes, for the
  /// digest covers them.
  private Zone digested(Zone signed, Pass pass, DigestHash hash) {
    Apex apex = Apex.of(signed);
    apex.digest(hash, ZoneDigest.compute(signed, hash, workers));
    apex.adoptSignatures(pass.signAlone(apex.digestAlone()));
    return apex.toZone();
  }

  /// One signing of one prepared zone.
  private final class Pass {
    private final Zone zone;
    private final KeyRing ring;
    private final int denialTtl;
    private final List<SignatureTemplate> templates = new ArrayList<>();
    private final ThreadLocal<List<BatchSigner>> signers;
    private final AtomicLong signatures = new AtomicLong();
    private final AtomicLong reused = new AtomicLong();
    private final AtomicLong strandedDs = new AtomicLong();
    private final ThreadLocal<List<SignatureVerifier>> verifiers;
    private @Nullable Zone old;
    private Instant notBefore = Instant.MAX;
    private @Nullable Nsec3Chain chain;

    Pass(Zone zone, KeyRing ring, int denialTtl) {
      this.zone = zone;
      this.ring = ring;
      this.denialTtl = denialTtl;
      for (SigningKey key : ring.keys()) {
        templates.add(SignatureTemplate.of(zone, key, policy, key.publicKey().signatureLength()));
      }
      signers = ThreadLocal.withInitial(() -> ring.keys().stream().map(engines::open).toList());
      verifiers =
          ThreadLocal.withInitial(
              () -> ring.keys().stream().map(key -> engines.verifier(key.publicKey())).toList());
    }

    void reuseFrom(Zone signed, Instant end) {
      old = signed;
      notBefore = end;
    }

    private @Nullable Reuse reuse(byte[] from) {
      return old == null ? null : new Reuse(old, from, policy.now(), notBefore, verifiers.get());
    }

    Zone run() {
      if (policy.denial() instanceof Denial.Nsec3 nsec3) {
        List<ZoneRange> ranges = zone.ranges(RANGE_PAGES);
        List<Nsec3Names> names =
            workers.map(ranges.size(), i -> Nsec3Names.of(zone, ranges.get(i), nsec3));
        chain = Nsec3Chain.of(names, nsec3, workers);
      }
      List<ZoneRange> ranges = zone.ranges(RANGE_PAGES);
      List<ZonePart> parts = workers.map(ranges.size(), i -> sign(ranges.get(i)));
      return Zone.of(zone.apex(), parts);
    }

    private NodeSigner nodeSigner(byte[] from, boolean digestLater) {
      int jitter = policy.validity().jitterSeconds();
      return new NodeSigner(zone, ring, jitter, templates, signers.get(), reuse(from), digestLater);
    }

    private ZonePart finish(NodeSigner out) {
      ZonePart part = out.pages().finish();
      signatures.addAndGet(out.signatures());
      reused.addAndGet(out.reused());
      strandedDs.addAndGet(out.strandedDs());
      return part;
    }

    /// Signs the sets of a zone that is one node at the apex, without a denial record.
    Zone signAlone(Zone node) {
      NodeSigner out = nodeSigner(new byte[0], false);
      ZoneCursor at = node.cursor();
      if (at.next()) {
        out.sign(at, Authority.Standing.AUTHORITATIVE, NodeSigner.DenialSet.none());
      }
      return Zone.of(zone.apex(), List.of(finish(out)));
    }

    private ZonePart sign(ZoneRange range) {
      NodeSigner out = nodeSigner(range.from(), policy.zonemd() != null);
      if (chain == null) {
        new NsecPass(zone, range, denialTtl).run(out);
      } else {
        new Nsec3Pass(zone, range, chain, denialTtl).run(out);
      }
      return finish(out);
    }
  }
}
