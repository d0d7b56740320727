package dev.weir.signer.sign;

import dev.weir.dns.zone.Zone;
import dev.weir.dns.zone.ZoneCursor;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Tells, walking down a zone in canonical order, which names the zone speaks for.
///
/// A name below a delegation (NS away from the apex) or below a DNAME is occluded: neither signed
/// nor in the chain (RFC 4035 §2.2, RFC 6672 §2.4). Since everything below a name follows it in
/// order, the last cut seen is all there is to remember.
final class Authority {
  private static final int NS = 2;
  private static final int DNAME = 39;
  private static final int DS = 43;

  /// What a name is to the zone.
  enum Standing {
    /// Data of the zone: everything is signed.
    AUTHORITATIVE,
    /// A delegation with a DS set: DS and denial are signed.
    SECURE_DELEGATION,
    /// A delegation without: only denial is signed, if there is any.
    INSECURE_DELEGATION,
    /// Below a cut: glue and the like.
    OCCLUDED
  }

  private byte @Nullable [] cut;

  private Authority(byte @Nullable [] cut) {
    this.cut = cut;
  }

  /// Starts before the name with key `from`, finding the cut that it lies below.
  static Authority before(Zone zone, byte[] from) {
    for (int end = 0; end < from.length; end++) {
      if (end == 0 || from[end - 1] == 0) {
        byte[] ancestor = Arrays.copyOf(from, end);
        ZoneCursor at = zone.find(ancestor);
        if (at != null && ((end > 0 && at.findSet(NS, 0)) || at.findSet(DNAME, 0))) {
          return new Authority(ancestor);
        }
      }
    }
    return new Authority(null);
  }

  /// The standing of the cursor's node; nodes must be given in order, none left out.
  Standing standing(ZoneCursor at) {
    if (cut != null && at.under(cut)) {
      return Standing.OCCLUDED;
    }
    cut = null;
    boolean delegated = false;
    boolean secure = false;
    boolean redirected = false;
    at.rewind();
    while (at.nextSet()) {
      switch (at.type()) {
        case NS -> delegated = at.keyLength() > 0;
        case DNAME -> redirected = true;
        case DS -> secure = true;
        default -> {}
      }
    }
    if (delegated || redirected) {
      cut = at.key();
    }
    if (!delegated) {
      return Standing.AUTHORITATIVE;
    }
    return secure ? Standing.SECURE_DELEGATION : Standing.INSECURE_DELEGATION;
  }

  /// Whether a set of the node's is signed.
  static boolean signs(Standing standing, int type) {
    return switch (standing) {
      case AUTHORITATIVE -> true;
      case SECURE_DELEGATION, INSECURE_DELEGATION -> type == DS;
      case OCCLUDED -> false;
    };
  }

  /// Whether a type of the node's shows in its bitmap.
  static boolean shows(Standing standing, int type) {
    return switch (standing) {
      case AUTHORITATIVE -> true;
      case SECURE_DELEGATION, INSECURE_DELEGATION -> type == DS || type == NS;
      case OCCLUDED -> false;
    };
  }
}
