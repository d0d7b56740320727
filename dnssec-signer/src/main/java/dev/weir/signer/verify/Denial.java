package dev.weir.signer.verify;

import dev.weir.dns.check.Findings;
import dev.weir.dns.octets.Octets;
import dev.weir.dns.zone.Zone;
import dev.weir.dns.zone.ZoneCursor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which chains of denial a zone has, and what all their records have in common.
///
/// @param nsec whether there is a chain of NSEC records
/// @param chains the chains of NSEC3 records, one for each set of parameters
/// @param ttl the TTL that denial records should have (RFC 9077 §3), -1 if the zone has no SOA
///   record
record Denial(boolean nsec, List<Nsec3Parameters> chains, int ttl) {
  private static final int SHA_1 = 1;
  private static final int FLAGS_KNOWN = 1;

  /// Looks at the apex, and where that says nothing, for the first denial record there is.
  static Denial of(Zone zone, Findings findings) {
    ZoneCursor apex = zone.find(new byte[0]);
    boolean nsec = apex != null && apex.findSet(Types.NSEC, 0);
    List<Nsec3Parameters> announced = Nsec3Parameters.of(zone);
    announced.forEach(parameters -> judge(zone, parameters, findings));
    List<Nsec3Parameters> chains =
        announced.stream().filter(parameters -> parameters.algorithm() == SHA_1).toList();
    if (!nsec && announced.isEmpty()) {
      ZoneCursor first = first(zone);
      if (first == null) {
        findings.add(
            DnssecRule.DENIAL_MISSING,
            zone.apex(),
            -1,
            () -> "the zone has neither NSEC nor NSEC3 records");
      } else if (first.type() == Types.NSEC) {
        nsec = true;
      } else {
        first.nextRecord();
        chains = List.of(Nsec3Parameters.read(first.rdata()));
        findings.add(
            DnssecRule.NSEC3_PARAMETERS,
            zone.apex(),
            Types.NSEC3PARAM,
            () -> "the zone has NSEC3 records, but no NSEC3PARAM record");
      }
    }
    if (nsec && !chains.isEmpty()) {
      findings.add(
          DnssecRule.DENIAL_TWICE, zone.apex(), -1, () -> "the zone has NSEC and NSEC3 records");
    }
    return new Denial(nsec, chains, ttl(apex, zone, findings));
  }

  private static void judge(Zone zone, Nsec3Parameters parameters, Findings findings) {
    int type = Types.NSEC3PARAM;
    if (parameters.algorithm() != SHA_1) {
      findings.add(
          DnssecRule.NSEC3_HASH_UNKNOWN,
          zone.apex(),
          type,
          () -> "hash algorithm " + parameters.algorithm() + " cannot be computed");
    }
    if (parameters.flags() != 0) {
      findings.add(
          DnssecRule.NSEC3PARAM_FLAGS,
          zone.apex(),
          type,
          () -> "flags " + parameters.flags() + ", so that no server uses the chain");
    }
    if (parameters.iterations() > 0) {
      findings.add(
          DnssecRule.NSEC3_ITERATIONS,
          zone.apex(),
          type,
          () ->
              parameters.iterations()
                  + " additional iterations, for which validators may treat the zone as insecure");
    }
    if (parameters.salt().length() > 0) {
      findings.add(DnssecRule.NSEC3_SALT, zone.apex(), type, () -> "salt, which protects nothing");
    }
  }

  private static @Nullable ZoneCursor first(Zone zone) {
    ZoneCursor cursor = zone.cursor();
    while (cursor.next()) {
      while (cursor.nextSet()) {
        if (cursor.type() == Types.NSEC || (cursor.type() == Types.NSEC3 && wellFormed(cursor))) {
          return cursor;
        }
      }
    }
    return null;
  }

  private static boolean wellFormed(ZoneCursor set) {
    boolean some = set.nextRecord() && set.rdataLength() > Nsec3Parameters.HEADER;
    set.firstRecord();
    return some;
  }

  private static int ttl(@Nullable ZoneCursor apex, Zone zone, Findings findings) {
    boolean some = apex != null && apex.findSet(Types.SOA, 0) && apex.nextRecord();
    if (apex == null || !some) {
      findings.add(DnssecRule.SOA, zone.apex(), Types.SOA, () -> "the zone has no SOA record");
      return -1;
    }
    if (apex.records() > 1) {
      int count = apex.records();
      findings.add(DnssecRule.SOA, zone.apex(), Types.SOA, () -> count + " SOA records");
    }
    int minimum = Octets.i32(apex.page(), apex.rdataFrom() + apex.rdataLength() - 4);
    return minimum < 0 ? apex.ttl() : Math.min(apex.ttl(), minimum);
  }

  /// The word for which chains there are.
  String word() {
    if (nsec) {
      return chains.isEmpty() ? "NSEC" : "NSEC and NSEC3";
    }
    return chains.isEmpty() ? "none" : "NSEC3";
  }

  /// Whether NSEC3 flags are known.
  static boolean knownFlags(int flags) {
    return (flags & ~FLAGS_KNOWN) == 0;
  }
}
