package dev.weir.bgp.rib;

import dev.weir.bgp.octets.Octets;
import dev.weir.bgp.path.AttributeType;
import dev.weir.bgp.path.RawAttribute;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The attributes of a set without the values that were taken out, see [AttributeSplitter].
///
/// @param octets a zero, then the attributes
/// @param path the value of AS_PATH
/// @param communities the values of the community attributes
/// @param hop the value of NEXT_HOP
record Frame(Octets octets, Octets path, Octets communities, Octets hop) {

  /// Returns the value of an attribute; null if there is none.
  @Nullable Octets value(int type) {
    if (type == AttributeType.AS_PATH || type == AttributeType.NEXT_HOP) {
      return has(type) ? (type == AttributeType.AS_PATH ? path : hop) : null;
    }
    if (isCommunities(type)) {
      return has(type) ? communities(communities, type) : null;
    }
    for (int at = 1; at < octets.length(); at = next(at)) {
      if (octets.u8(at + 1) == type) {
        return octets.slice(value(octets, at), length(at));
      }
    }
    return null;
  }

  private boolean has(int type) {
    for (int at = 1; at < octets.length(); at = next(at)) {
      if (octets.u8(at + 1) == type) {
        return true;
      }
    }
    return false;
  }

  /// Returns the value of a community attribute in a community set; empty if there is none.
  static Octets communities(Octets set, int type) {
    for (int at = 0; at < set.length(); at += 3 + set.u16(at + 1)) {
      if (set.u8(at) == type) {
        return set.slice(at + 3, set.u16(at + 1));
      }
    }
    return Octets.EMPTY;
  }

  /// Puts the attributes together, in the order in which they came.
  Octets assemble() {
    byte[] into = new byte[octets.length() + path.length() + communities.length() + 32];
    int end = 0;
    for (int at = 1; at < octets.length(); at = next(at)) {
      int type = octets.u8(at + 1);
      if (isTakenOut(type)) {
        Octets value = value(type);
        end = write(into, end, octets.u8(at), type, value == null ? Octets.EMPTY : value);
      } else {
        end = octets.slice(at, next(at) - at).copyTo(into, end);
      }
    }
    return Octets.of(Arrays.copyOf(into, end));
  }

  private static int write(byte[] into, int start, int flags, int type, Octets value) {
    int at = start;
    boolean wide = value.length() > 255 || (flags & RawAttribute.EXTENDED_LENGTH) != 0;
    into[at++] = (byte) (wide ? flags | RawAttribute.EXTENDED_LENGTH : flags);
    into[at++] = (byte) type;
    if (wide) {
      into[at++] = (byte) (value.length() >>> 8);
    }
    into[at++] = (byte) value.length();
    return value.copyTo(into, at);
  }

  private int next(int at) {
    return isTakenOut(octets.u8(at + 1)) ? at + 2 : value(octets, at) + length(at);
  }

  private static int value(Octets octets, int at) {
    return at + ((octets.u8(at) & RawAttribute.EXTENDED_LENGTH) != 0 ? 4 : 3);
  }

  private int length(int at) {
    boolean wide = (octets.u8(at) & RawAttribute.EXTENDED_LENGTH) != 0;
    return wide ? octets.u16(at + 2) : octets.u8(at + 2);
  }

  private static boolean isTakenOut(int type) {
    return type == AttributeType.AS_PATH || type == AttributeType.NEXT_HOP || isCommunities(type);
  }

  private static boolean isCommunities(int type) {
    return type == AttributeType.COMMUNITIES
        || type == AttributeType.EXTENDED_COMMUNITIES
        || type == AttributeType.IPV6_EXTENDED_COMMUNITIES
        || type == AttributeType.LARGE_COMMUNITIES;
  }
}
