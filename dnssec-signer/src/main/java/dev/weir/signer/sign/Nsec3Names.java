package dev.weir.signer.sign;

import dev.weir.dns.dnssec.Nsec3Hash;
import dev.weir.dns.name.NameKey;
import dev.weir.dns.octets.OctetBuffer;
import dev.weir.dns.zone.Zone;
import dev.weir.dns.zone.ZoneCursor;
import dev.weir.dns.zone.ZoneRange;
import dev.weir.signer.sign.Authority.Standing;
import java.util.Arrays;

/// The names of a range that need an NSEC3 record, hashed, each with its bitmap (RFC 5155 §7.1).
///
/// These are the names the zone speaks for, its delegations (with opt-out, the secure ones alone),
/// and the empty non-terminals above them. A non-terminal above names of two ranges may be found in
/// both; the chain drops the second. Few different bitmaps occur in a zone: each is kept once.
final class Nsec3Names {
  private static final int RRSIG = 46;
  private static final int FIRST_ROOM = 1024;

  private final Zone zone;
  private final Denial.Nsec3 parameters;
  private final byte[] salt;
  private final Nsec3Hash hash = new Nsec3Hash();
  private final OctetBuffer wire = new OctetBuffer();
  private final TypeBitmap types = new TypeBitmap();
  private final OctetBuffer bitmap = new OctetBuffer();
  private final BitmapTable bitmaps = new BitmapTable();
  private final OctetBuffer hashes = new OctetBuffer(FIRST_ROOM * Nsec3Hash.OCTETS);
  private int[] bitmapOf = new int[FIRST_ROOM];
  private int count;
  private byte[] previous = new byte[0];
  private boolean first = true;

  private Nsec3Names(Zone zone, Denial.Nsec3 parameters) {
    this.zone = zone;
    this.parameters = parameters;
    this.salt = parameters.salt().toBytes();
  }

  static Nsec3Names of(Zone zone, ZoneRange range, Denial.Nsec3 parameters) {
    Nsec3Names names = new Nsec3Names(zone, parameters);
    Authority authority = Authority.before(zone, range.from());
    ZoneCursor at = zone.cursor(range);
    while (at.next()) {
      Standing standing = authority.standing(at);
      if (needsRecord(standing, parameters.optOut())) {
        names.addNonTerminals(at);
        names.add(at, standing);
      }
    }
    return names;
  }

  /// Whether a name of this standing has an NSEC3 record.
  static boolean needsRecord(Standing standing, boolean optOut) {
    return switch (standing) {
      case AUTHORITATIVE, SECURE_DELEGATION -> true;
      case INSECURE_DELEGATION -> !optOut;
      case OCCLUDED -> false;
    };
  }

  /// Names found.
  int count() {
    return count;
  }

  /// All hashes, 20 octets each.
  byte[] hashes() {
    return hashes.array();
  }

  /// The bitmap of a name, in the form of the record.
  byte[] bitmap(int index) {
    return bitmaps.get(bitmapOf[index]);
  }

  /// Adds the names above the cursor's that hold no data and were not added for the name before.
  private void addNonTerminals(ZoneCursor at) {
    byte[] page = at.page();
    int from = at.keyFrom();
    int length = at.keyLength();
    int shared = commonPrefix(page, from, length);
    for (int end = shared + 1; end < length; end++) {
      if (page[from + end - 1] == 0) {
        addNonTerminal(page, from, end);
      }
    }
    previous = at.key();
    first = false;
  }

  /// Octets of the longest common prefix of the name before and this one. The first name of a range
  /// knows no name before: what is above it counts as not yet added.
  private int commonPrefix(byte[] page, int from, int length) {
    if (first) {
      return 0;
    }
    int mismatch = Arrays.mismatch(page, from, from + length, previous, 0, previous.length);
    return mismatch < 0 ? length : mismatch;
  }

  private void addNonTerminal(byte[] page, int from, int length) {
    if (first && zone.find(Arrays.copyOfRange(page, from, from + length)) != null) {
      return;
    }
    types.clear();
    add(page, from, length);
  }

  private void add(ZoneCursor at, Standing standing) {
    types.clear();
    boolean signed = false;
    at.rewind();
    while (at.nextSet()) {
      if (Authority.shows(standing, at.type())) {
        types.add(at.type());
      }
      signed |= Authority.signs(standing, at.type());
    }
    if (signed) {
      types.add(RRSIG);
    }
    add(at.page(), at.keyFrom(), at.keyLength());
  }

  private void add(byte[] key, int from, int length) {
    wire.clear();
    NameKey.labels(key, from, from + length, wire);
    wire.octets(zone.canonicalApex());
    if (count == bitmapOf.length) {
      bitmapOf = Arrays.copyOf(bitmapOf, count * 2);
    }
    hashes.reserve(Nsec3Hash.OCTETS);
    hash.hash(
        wire.array(),
        0,
        wire.length(),
        salt,
        parameters.iterations(),
        hashes.array(),
        hashes.length());
    hashes.advance(Nsec3Hash.OCTETS);
    bitmap.clear();
    types.write(bitmap);
    bitmapOf[count++] = bitmaps.number(bitmap);
  }

  /// Bitmaps by number; the first few dozen that differ, which is all that most zones have, are
  /// kept once and the others as often as they come.
  private static final class BitmapTable {
    private static final int SHARED = 64;

    private byte[][] table = new byte[16][];
    private int size;

    int number(OctetBuffer wanted) {
      for (int i = 0; i < Math.min(size, SHARED); i++) {
        if (Arrays.equals(table[i], 0, table[i].length, wanted.array(), 0, wanted.length())) {
          return i;
        }
      }
      if (size == table.length) {
        table = Arrays.copyOf(table, size * 2);
      }
      table[size] = wanted.toBytes();
      return size++;
    }

    byte[] get(int number) {
      return table[number];
    }
  }
}
