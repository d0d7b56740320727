package dev.weir.signer.sign;

import dev.weir.dns.name.NameKey;
import dev.weir.dns.octets.OctetBuffer;
import dev.weir.dns.octets.Octets;
import dev.weir.dns.rdata.CanonicalRdata;
import dev.weir.dns.zone.PageBuilder;
import dev.weir.dns.zone.Zone;
import dev.weir.dns.zone.ZoneCursor;
import dev.weir.signer.engine.BatchSigner;
import dev.weir.signer.engine.SigningBatch;
import dev.weir.signer.sign.Authority.Standing;
import java.util.List;
import org.jspecify.annotations.Nullable;

// The idea: a node is written with room for its signatures, whose length is known, and what they
// sign
// is put into a batch, one for each key. When the page is full the batches are signed straight into
// it. So an engine sees some two hundred messages of one key at a time, and nothing is written
// twice.
//
// The signed data of a set (RFC 4034 §3.1.8.1) is the RRSIG record data without the signature,
// followed by each record in canonical form. Several keys share the latter.

/// Writes nodes with their signatures; one thread.
final class NodeSigner {
  private static final int IN = 1;
  private static final int DS = 43;
  private static final int RRSIG = 46;
  private static final int ZONEMD = 63;

  private final Zone zone;
  private final KeyRing ring;
  private final int jitterSeconds;
  private final List<SignatureTemplate> templates;
  private final List<BatchSigner> signers;
  private final @Nullable Reuse reuse;
  private final boolean digestLater;
  private final List<SigningBatch> batches;
  private final PageBuilder pages = new PageBuilder(this::flush);
  private final OctetBuffer owner = new OctetBuffer();
  private final OctetBuffer records = new OctetBuffer(4096);
  private int labels;
  private int earlier;
  private boolean apex;
  private long signatures;
  private long reused;
  private long strandedDs;
  private byte[] key = new byte[0];
  private int keyFrom;
  private int keyLength;

  /// Writes nodes of a zone.
  ///
  /// @param digestLater whether the ZONEMD set at the apex is a placeholder, which is not signed
  NodeSigner(
      Zone zone,
      KeyRing ring,
      int jitterSeconds,
      List<SignatureTemplate> templates,
      List<BatchSigner> signers,
      @Nullable Reuse reuse,
      boolean digestLater) {
    this.zone = zone;
    this.ring = ring;
    this.jitterSeconds = jitterSeconds;
    this.templates = templates;
    this.signers = signers;
    this.reuse = reuse;
    this.digestLater = digestLater;
    this.batches = signers.stream().map(_ -> new SigningBatch()).toList();
  }

  /// The pages written so far go on here.
  PageBuilder pages() {
    return pages;
  }

  /// Signatures made so far.
  long signatures() {
    return signatures;
  }

  /// Signatures taken over so far.
  long reused() {
    return reused;
  }

  /// DS sets seen so far where there is no delegation.
  long strandedDs() {
    return strandedDs;
  }

  /// Writes a node that is not signed, as it is.
  void copy(ZoneCursor at) {
    begin(at);
    at.rewind();
    while (at.nextSet()) {
      pages.copySet(at.page(), at.setFrom(), at.setLength());
    }
    pages.endNode();
  }

  /// Writes a node with its signatures and, if there is one, its denial record.
  void sign(ZoneCursor at, Standing standing, DenialSet denial) {
    begin(at);
    owner(at.page(), at.keyFrom(), at.keyLength());
    copySets(at, 0, RRSIG);
    at.rewind();
    boolean denied = denial.type() == 0;
    while (at.nextSet()) {
      if (!denied && at.type() > denial.type()) {
        signDenial(denial);
        denied = true;
      }
      if (Authority.signs(standing, at.type()) && !(digestLater && apex && at.type() == ZONEMD)) {
        sign(at);
        strandedDs += at.type() == DS && standing == Standing.AUTHORITATIVE ? 1 : 0;
      }
    }
    if (!denied) {
      signDenial(denial);
    }
    copySets(at, RRSIG + 1, denial.type());
    if (denial.type() != 0) {
      writeDenial(denial);
    }
    copySets(at, Math.max(RRSIG, denial.type()) + 1, 0x10000);
    pages.endNode();
  }

  /// Writes a node that holds nothing but its denial record.
  ///
  /// @param key holds the node's key from its first octet
  void sign(byte[] key, int keyLength, DenialSet denial) {
    pages.beginNode(key, 0, keyLength, -1);
    owner(key, 0, keyLength);
    signDenial(denial);
    writeDenial(denial);
    pages.endNode();
  }

  private void begin(ZoneCursor at) {
    int spelling = at.spelled() ? at.spellingFrom() : -1;
    pages.beginNode(at.page(), at.keyFrom(), at.keyLength(), spelling);
  }

  private void owner(byte[] key, int from, int length) {
    owner.clear();
    NameKey.labels(key, from, from + length, owner);
    boolean wildcard = owner.length() > 1 && owner.array()[0] == 1 && owner.array()[1] == '*';
    owner.octets(zone.canonicalApex());
    labels = NameKey.labelCount(key, from, from + length) + zone.apex().labels();
    labels -= wildcard || (length == 0 && zone.apex().wildcard()) ? 1 : 0;
    apex = length == 0;
    this.key = key;
    keyFrom = from;
    keyLength = length;
    if (reuse != null) {
      reuse.moveTo(key, from, length);
    }
    earlier = jitterSeconds == 0 ? 0 : spread(key, from, length);
  }

  /// A number from 0 to the jitter that depends on the name alone.
  private int spread(byte[] key, int from, int length) {
    long hash = 0x9e3779b97f4a7c15L;
    for (int i = from; i < from + length; i++) {
      hash = (hash ^ (key[i] & 0xff)) * 0x100000001b3L;
    }
    hash ^= hash >>> 29;
    return (int) Long.remainderUnsigned(hash * 0xbf58476d1ce4e5b9L >>> 1, jitterSeconds + 1L);
  }

  private void copySets(ZoneCursor at, int fromType, int toType) {
    if (fromType >= toType) {
      return;
    }
    at.rewind();
    while (at.nextSet()) {
      if (at.type() >= fromType && at.type() < toType) {
        pages.copySet(at.page(), at.setFrom(), at.setLength());
      }
    }
  }

  private void sign(ZoneCursor at) {
    records.clear();
    int type = at.type();
    int ttl = at.ttl();
    boolean folds = at.folds();
    while (at.nextRecord()) {
      header(type, ttl, at.rdataLength());
      if (folds) {
        CanonicalRdata.append(type, at.page(), at.rdataFrom(), at.rdataLength(), records);
      } else {
        records.bytes(at.page(), at.rdataFrom(), at.rdataLength());
      }
    }
    sign(type, ttl);
  }

  private void signDenial(DenialSet denial) {
    records.clear();
    OctetBuffer rdata = denial.rdata();
    header(denial.type(), denial.ttl(), rdata.length());
    records.bytes(rdata.array(), 0, rdata.length());
    sign(denial.type(), denial.ttl());
  }

  private void writeDenial(DenialSet denial) {
    pages.beginSet(denial.type(), 0, denial.ttl(), false);
    pages.record(denial.rdata().array(), 0, denial.rdata().length());
  }

  private void header(int type, int ttl, int length) {
    records.bytes(owner.array(), 0, owner.length());
    records.u16(type).u16(IN).i32(ttl).u16(length);
  }

  /// Writes the set of signatures over the records gathered.
  private void sign(int type, int ttl) {
    pages.beginSet(RRSIG, type, ttl, false);
    for (int index : ring.signers(type, apex)) {
      SignatureTemplate template = templates.get(index);
      SigningBatch batch = batches.get(index);
      OctetBuffer messages = batch.messages();
      int start = messages.length();
      template.prefix(type, labels, ttl, earlier, messages);
      int prefix = template.prefixLength();
      if (kept(index, new Octets(messages.array(), start, prefix))) {
        messages.truncate(start);
      } else {
        int at = pages.room(template.length());
        System.arraycopy(messages.array(), start, pages.array(), at, prefix);
        messages.bytes(records.array(), 0, records.length());
        batch.end(pages.array(), at + prefix);
        signatures++;
      }
    }
  }

  /// Takes over a signature of the zone as it was read, if there is one that may be kept.
  private boolean kept(int index, Octets wanted) {
    if (reuse == null) {
      return false;
    }
    Octets old = reuse.find(index, key, keyFrom, keyLength, wanted, records);
    if (old.length() == 0) {
      return false;
    }
    pages.record(old.array(), old.offset(), old.length());
    reused++;
    return true;
  }

  /// Signs what waits, into the page that is about to be sealed.
  private void flush() {
    for (int i = 0; i < batches.size(); i++) {
      SigningBatch batch = batches.get(i);
      if (batch.count() > 0) {
        batch.retarget(pages.array());
        signers.get(i).sign(batch);
        batch.clear();
      }
    }
  }

  /// The denial record of a node, filled anew for each.
  static final class DenialSet {
    private final OctetBuffer rdata = new OctetBuffer();
    private final int type;
    private final int ttl;

    /// A record of NSEC (47) or NSEC3 (50) with its TTL in seconds.
    DenialSet(int type, int ttl) {
      this.type = type;
      this.ttl = ttl;
    }

    /// No record.
    static DenialSet none() {
      return new DenialSet(0, 0);
    }

    int type() {
      return type;
    }

    int ttl() {
      return ttl;
    }

    OctetBuffer rdata() {
      return rdata;
    }
  }
}
