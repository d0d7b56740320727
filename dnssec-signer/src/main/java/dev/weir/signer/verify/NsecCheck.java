package dev.weir.signer.verify;

import dev.weir.dns.check.Findings;
import dev.weir.dns.name.Name;
import dev.weir.dns.name.NameKey;
import dev.weir.dns.octets.OctetBuffer;
import dev.weir.dns.zone.Zone;
import dev.weir.dns.zone.ZoneCursor;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

// The idea: if every name of the zone has one NSEC record and each leads to the very next name, the
// last to the apex, the records form exactly one ring over exactly these names; nothing else need
// be
// checked. A range checks the links inside it and hands out its seam: the first name it has, and
// where its last record leads. Seams are joined in order when all ranges are done.

/// Checks the NSEC records of a range of names (RFC 4034 §4, RFC 4035 §2.3).
final class NsecCheck {
  /// The open ends of a range.
  ///
  /// @param first the key of its first name; null if it has none
  /// @param last the key of its last name
  /// @param next the key that the last name's record leads to; null if it has none that can be
  ///   followed, which is a finding already
  record Seam(byte @Nullable [] first, byte[] last, byte @Nullable [] next) {}

  private final byte[] apex;
  private final int ttl;
  private final Findings findings;
  private final TypeBitmap bitmap = new TypeBitmap();
  private final OctetBuffer last = new OctetBuffer(NameKey.MAX_OCTETS);
  private final OctetBuffer next = new OctetBuffer(NameKey.MAX_OCTETS);
  private final Zone zone;
  private byte @Nullable [] first;
  private boolean followed;

  /// A check of one range.
  ///
  /// @param ttl the TTL that denial records must have, -1 if it is not known
  NsecCheck(Zone zone, int ttl, Findings findings) {
    this.zone = zone;
    this.apex = zone.canonicalApex().toBytes();
    this.ttl = ttl;
    this.findings = findings;
  }

  /// Takes the next node of the walk.
  void node(NodeWalk node) {
    ZoneCursor cursor = node.cursor();
    if (!node.chained()) {
      if (node.nsec()) {
        findings.add(
            DnssecRule.NSEC_UNWANTED, cursor, Types.NSEC, () -> "no NSEC record belongs here");
      }
      return;
    }
    if (first == null) {
      first = cursor.key();
    } else if (followed && !leadsTo(cursor)) {
      byte[] wrong = last.toBytes();
      byte[] here = cursor.key();
      byte[] there = next.toBytes();
      findings.add(
          DnssecRule.NSEC_NEXT, name(zone, wrong), Types.NSEC, () -> leads(zone, there, here));
    }
    last.clear();
    last.bytes(cursor.page(), cursor.keyFrom(), cursor.keyLength());
    followed = false;
    if (cursor.findSet(Types.NSEC, 0)) {
      record(node);
    } else {
      findings.add(
          DnssecRule.NSEC_MISSING, cursor, Types.NSEC, () -> "the name has no NSEC record");
    }
    cursor.rewind();
  }

  private boolean leadsTo(ZoneCursor cursor) {
    return Arrays.equals(
        next.array(),
        0,
        next.length(),
        cursor.page(),
        cursor.keyFrom(),
        cursor.keyFrom() + cursor.keyLength());
  }

  private void record(NodeWalk node) {
    ZoneCursor cursor = node.cursor();
    if (ttl >= 0 && cursor.ttl() != ttl) {
      int has = cursor.ttl();
      findings.add(
          DnssecRule.DENIAL_TTL,
          cursor,
          Types.NSEC,
          () -> "TTL " + has + " where it should be " + ttl);
    }
    if (cursor.records() > 1) {
      int count = cursor.records();
      findings.add(
          DnssecRule.NSEC_SEVERAL, cursor, Types.NSEC, () -> count + " NSEC records at one name");
    }
    cursor.nextRecord();
    byte[] page = cursor.page();
    int from = cursor.rdataFrom();
    int to = from + cursor.rdataLength();
    int nameEnd = from + Name.measure(page, from, to);
    followed = key(page, from, nameEnd);
    if (!followed) {
      findings.add(
          DnssecRule.NSEC_NEXT, cursor, Types.NSEC, () -> "the next name is not in the zone");
    }
    bitmap.ofNsec(node);
    if (!bitmap.equal(page, nameEnd, to)) {
      findings.add(
          DnssecRule.NSEC_TYPES, cursor, Types.NSEC, () -> bitmap.difference(page, nameEnd, to));
    }
  }

  /// Makes the key of the next name; false if it does not lie under the apex.
  private boolean key(byte[] page, int from, int to) {
    next.clear();
    int labels = to - apex.length;
    int at = from;
    while (at < labels) {
      at += page[at] + 1;
    }
    if (at != labels) {
      return false;
    }
    for (int i = 0; i < apex.length; i++) {
      if (Name.fold(page[labels + i]) != apex[i]) {
        return false;
      }
    }
    NameKey.append(page, from, labels, true, next);
    return true;
  }

  /// The open ends, when all nodes were taken.
  Seam seam() {
    return new Seam(first, last.toBytes(), followed ? next.toBytes() : null);
  }

  /// Joins the seams of all ranges, in order, and closes the ring.
  static void join(Zone zone, List<Seam> seams, Findings findings) {
    Seam open = null;
    for (Seam seam : seams) {
      byte[] here = seam.first();
      if (here == null) {
        continue;
      }
      if (open != null) {
        link(zone, open, here, findings);
      }
      open = seam;
    }
    if (open != null) {
      link(zone, open, new byte[0], findings);
    }
  }

  private static void link(Zone zone, Seam seam, byte[] here, Findings findings) {
    byte[] there = seam.next();
    if (there != null && !Arrays.equals(there, here)) {
      findings.add(
          DnssecRule.NSEC_NEXT,
          name(zone, seam.last()),
          Types.NSEC,
          () -> leads(zone, there, here));
    }
  }

  private static String leads(Zone zone, byte[] there, byte[] here) {
    return "leads to " + name(zone, there) + ", but the next name is " + name(zone, here);
  }

  private static Name name(Zone zone, byte[] key) {
    return NameKey.name(key, zone.apex());
  }
}
