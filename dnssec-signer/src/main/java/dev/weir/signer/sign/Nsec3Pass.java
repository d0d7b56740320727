package dev.weir.signer.sign;

import dev.weir.dns.zone.Zone;
import dev.weir.dns.zone.ZoneCursor;
import dev.weir.dns.zone.ZoneRange;
import dev.weir.signer.sign.Authority.Standing;
import dev.weir.signer.sign.NodeSigner.DenialSet;
import java.util.Arrays;

/// Signs a range of a zone together with the NSEC3 records whose owners fall into it.
///
/// The owners of NSEC3 records are names of the zone like any others: a name may even carry both
/// its own data and the record of another (RFC 5155 §7.1).
final class Nsec3Pass {
  private final Zone zone;
  private final ZoneRange range;
  private final Nsec3Chain chain;
  private final DenialSet denial;
  private final byte[] key = new byte[Nsec3Chain.KEY_OCTETS];
  private int place;
  private int end;

  Nsec3Pass(Zone zone, ZoneRange range, Nsec3Chain chain, int denialTtl) {
    this.zone = zone;
    this.range = range;
    this.chain = chain;
    this.denial = Nsec3Chain.record(denialTtl);
  }

  void run(NodeSigner out) {
    place = range.from().length == 0 ? 0 : chain.search(range.from());
    byte[] until = range.until();
    end = until == null ? chain.size() : chain.search(until);
    load();
    ZoneCursor at = zone.cursor(range);
    Authority authority = Authority.before(zone, range.from());
    while (at.next()) {
      while (place < end && at.compareKey(key) > 0) {
        writeChain(out);
      }
      Standing standing = authority.standing(at);
      if (place < end && at.compareKey(key) == 0) {
        chain.fill(place, denial);
        out.sign(at, standing, denial);
        place++;
        load();
      } else if (signsNothing(standing)) {
        out.copy(at);
      } else {
        out.sign(at, standing, DenialSet.none());
      }
    }
    while (place < end) {
      writeChain(out);
    }
  }

  private static boolean signsNothing(Standing standing) {
    return standing == Standing.OCCLUDED || standing == Standing.INSECURE_DELEGATION;
  }

  private void writeChain(NodeSigner out) {
    chain.fill(place, denial);
    out.sign(key, key.length, denial);
    place++;
    load();
  }

  private void load() {
    if (place < end) {
      chain.key(place, key);
    } else {
      Arrays.fill(key, (byte) 0xff);
    }
  }
}
