package dev.weir.signer.sign;

import dev.weir.dns.octets.OctetBuffer;
import dev.weir.dns.zone.Zone;
import dev.weir.dns.zone.ZoneCursor;
import dev.weir.dns.zone.ZoneRange;
import dev.weir.signer.sign.Authority.Standing;
import dev.weir.signer.sign.NodeSigner.DenialSet;

/// Signs a range of a zone with NSEC (RFC 4034 §4, RFC 4035 §2.3).
///
/// A second cursor runs ahead to the next name of the chain, over the end of the range if need be,
/// so that ranges do not wait for one another. The last name points to the apex.
final class NsecPass {
  private static final int NSEC = 47;
  private static final int RRSIG = 46;

  private final ZoneCursor at;
  private final Authority authority;
  private final ZoneCursor ahead;
  private final Authority aheadAuthority;
  private boolean more = true;
  private final OctetBuffer apex;
  private final DenialSet denial;
  private final TypeBitmap bitmap = new TypeBitmap();

  NsecPass(Zone zone, ZoneRange range, int denialTtl) {
    at = zone.cursor(range);
    authority = Authority.before(zone, range.from());
    ahead = zone.cursor(range.from());
    aheadAuthority = Authority.before(zone, range.from());
    apex = new OctetBuffer().octets(zone.apex().wire());
    denial = new DenialSet(NSEC, denialTtl);
  }

  void run(NodeSigner out) {
    stepAhead();
    while (at.next()) {
      Standing standing = authority.standing(at);
      if (standing == Standing.OCCLUDED) {
        out.copy(at);
      } else {
        stepAhead();
        fill(standing);
        out.sign(at, standing, denial);
      }
    }
  }

  /// Moves the cursor ahead to the next name of the chain.
  private void stepAhead() {
    do {
      more = more && ahead.next();
    } while (more && aheadAuthority.standing(ahead) == Standing.OCCLUDED);
  }

  private void fill(Standing standing) {
    OctetBuffer rdata = denial.rdata();
    rdata.clear();
    if (more) {
      ahead.owner(false, rdata);
    } else {
      rdata.bytes(apex.array(), 0, apex.length());
    }
    bitmap.clear();
    bitmap.add(RRSIG);
    bitmap.add(NSEC);
    at.rewind();
    while (at.nextSet()) {
      if (Authority.shows(standing, at.type())) {
        bitmap.add(at.type());
      }
    }
    bitmap.write(rdata);
  }
}
