package dev.weir.dns.check;

import dev.weir.dns.name.Name;
import dev.weir.dns.name.NameKey;
import dev.weir.dns.octets.OctetBuffer;
import dev.weir.dns.zone.Zone;
import dev.weir.dns.zone.ZoneCursor;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Finds out what the zone itself knows of the addresses of a name that some record points to; for
/// one thread.
final class Target {
  /// What is known of a name's addresses.
  enum Reach {
    /// It lies outside the zone.
    OUTSIDE,
    /// It has addresses, perhaps by a wildcard.
    ADDRESS,
    /// It lies below a delegation and has addresses there.
    GLUE,
    /// It lies below a delegation and has none.
    DELEGATED,
    /// It is in the zone's own data and has none.
    MISSING,
    /// It is an alias.
    CNAME,
    /// It lies below a DNAME record.
    DNAME
  }

  private static final int A = 1;
  private static final int NS = 2;
  private static final int CNAME = 5;
  private static final int AAAA = 28;
  private static final int DNAME = 39;

  private final Zone zone;
  private final byte[] apex;
  private final OctetBuffer key = new OctetBuffer(NameKey.MAX_OCTETS);
  private final boolean apexRedirects;
  private int cutLength;

  Target(Zone zone) {
    this.zone = zone;
    this.apex = zone.canonicalApex().toBytes();
    ZoneCursor top = zone.find(new byte[0]);
    this.apexRedirects = top != null && top.findSet(DNAME, 0);
  }

  /// Looks up a name that a delegation names as its server: mostly it lies below the delegation,
  /// and its glue is near.
  ///
  /// @param delegation stands at the delegation
  /// @param wire holds the name, uncompressed, in any case
  /// @param from where it begins
  /// @param to where it ends, the root label included
  Reach find(ZoneCursor delegation, byte[] wire, int from, int to) {
    if (!inside(wire, from, to)) {
      return Reach.OUTSIDE;
    }
    key.clear();
    NameKey.append(wire, from, to - apex.length, true, key);
    cutLength = delegation.keyLength();
    if (cutLength == 0 || cutLength > key.length() || !belowOwn(delegation)) {
      return find();
    }
    ZoneCursor glue = delegation.findAhead(key.toBytes());
    return glue != null && addressed(glue) ? Reach.GLUE : Reach.DELEGATED;
  }

  /// Looks a name up.
  ///
  /// @param wire holds the name, uncompressed, in any case
  /// @param from where it begins
  /// @param to where it ends, the root label included
  Reach find(byte[] wire, int from, int to) {
    if (!inside(wire, from, to)) {
      return Reach.OUTSIDE;
    }
    key.clear();
    NameKey.append(wire, from, to - apex.length, true, key);
    return find();
  }

  private Reach find() {
    cutLength = -1;
    byte[] wanted = key.toBytes();
    if (wanted.length > 0 && apexRedirects) {
      return Reach.DNAME;
    }
    for (int length = wanted.length == 0 ? 0 : 1; length <= wanted.length; length++) {
      if (length > 0 && wanted[length - 1] != 0) {
        continue;
      }
      boolean itself = length == wanted.length;
      ZoneCursor at = zone.find(Arrays.copyOf(wanted, length));
      if (at == null) {
        if (!below(wanted, length)) {
          return wildcard(wanted, length);
        }
        continue;
      }
      if (length > 0 && at.findSet(NS, 0)) {
        cutLength = length;
        ZoneCursor glue = itself ? at : zone.find(wanted);
        return glue != null && addressed(glue) ? Reach.GLUE : Reach.DELEGATED;
      }
      if (!itself && at.findSet(DNAME, 0)) {
        return Reach.DNAME;
      }
      if (itself) {
        return reach(at);
      }
    }
    return Reach.MISSING;
  }

  /// Whether the name that was last looked up lies at or below the delegation where a cursor
  /// stands.
  boolean belowOwn(ZoneCursor delegation) {
    return cutLength == delegation.keyLength()
        && Arrays.equals(
            delegation.page(),
            delegation.keyFrom(),
            delegation.keyFrom() + cutLength,
            key.array(),
            0,
            cutLength);
  }

  private boolean inside(byte[] wire, int from, int to) {
    int start = to - apex.length;
    if (start < from) {
      return false;
    }
    for (int i = 0; i < apex.length; i++) {
      if (Name.fold(wire[start + i]) != apex[i]) {
        return false;
      }
    }
    int at = from;
    while (at < start) {
      at += wire[at] + 1;
    }
    return at == start;
  }

  /// Whether the zone has names below `key[0, length)`, so that it exists though it has no data.
  private boolean below(byte[] wanted, int length) {
    ZoneCursor next = zone.cursor(Arrays.copyOf(wanted, length));
    return next.next() && next.under(Arrays.copyOf(wanted, length));
  }

  /// What a wildcard gives for a name whose ancestor `key[0, length)` does not exist.
  private Reach wildcard(byte[] wanted, int length) {
    int encloser = NameKey.lastLabel(wanted, 0, length);
    byte[] source = Arrays.copyOf(wanted, encloser + 2);
    source[encloser] = '*';
    source[encloser + 1] = 0;
    ZoneCursor at = zone.find(source);
    return at == null ? Reach.MISSING : reach(at);
  }

  private static Reach reach(ZoneCursor at) {
    if (addressed(at)) {
      return Reach.ADDRESS;
    }
    return at.findSet(CNAME, 0) ? Reach.CNAME : Reach.MISSING;
  }

  private static boolean addressed(ZoneCursor at) {
    return at.findSet(A, 0) || at.findSet(AAAA, 0);
  }

  /// What is wrong with a reach, in words; null if nothing is.
  static @Nullable String fault(Reach reach) {
    return switch (reach) {
      case OUTSIDE, ADDRESS, GLUE, DELEGATED -> null;
      case MISSING -> "has no address in the zone";
      case CNAME -> "is an alias (CNAME)";
      case DNAME -> "lies below a DNAME record";
    };
  }
}
