package dev.weir.signer.verify;

import dev.weir.dns.octets.Octets;
import dev.weir.dns.zone.Zone;
import dev.weir.dns.zone.ZoneCursor;
import java.util.ArrayList;
import java.util.List;

/// How the names of a chain are hashed (RFC 5155 §4).
///
/// @param algorithm the number of the hash algorithm
/// @param flags the flags of the record
/// @param iterations additional rounds
/// @param salt appended in every round
record Nsec3Parameters(int algorithm, int flags, int iterations, Octets salt) {
  /// Octets before the salt, its length octet among them, in both NSEC3 and NSEC3PARAM data.
  static final int HEADER = 5;

  /// The parameters at the start of NSEC3 or NSEC3PARAM data.
  static Nsec3Parameters read(Octets rdata) {
    int length = Math.min(rdata.u8(4), rdata.length() - HEADER);
    return new Nsec3Parameters(rdata.u8(0), rdata.u8(1), rdata.u16(2), rdata.slice(HEADER, length));
  }

  /// The NSEC3PARAM records of the apex.
  static List<Nsec3Parameters> of(Zone zone) {
    List<Nsec3Parameters> all = new ArrayList<>();
    ZoneCursor apex = zone.find(new byte[0]);
    if (apex != null && apex.findSet(Types.NSEC3PARAM, 0)) {
      while (apex.nextRecord()) {
        all.add(read(apex.rdata()));
      }
    }
    return all;
  }

  /// Whether NSEC3 data belongs to this chain: algorithm, iterations and salt are the same.
  boolean match(byte[] page, int from, int length) {
    if (length < HEADER
        || (page[from] & 0xff) != algorithm
        || Octets.u16(page, from + 2) != iterations
        || (page[from + 4] & 0xff) != salt.length()
        || length < HEADER + salt.length()) {
      return false;
    }
    for (int i = 0; i < salt.length(); i++) {
      if (page[from + HEADER + i] != salt.array()[salt.offset() + i]) {
        return false;
      }
    }
    return true;
  }

  /// Prints algorithm, iterations and salt as a zone file has them.
  @Override
  public String toString() {
    return algorithm + " " + iterations + " " + (salt.length() == 0 ? "-" : salt.toString());
  }
}
