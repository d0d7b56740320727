package dev.weir.bgp.wire;

import dev.weir.bgp.octets.Octets;
import dev.weir.bgp.type.AfiSafi;
import dev.weir.inet.IpAddress;
import dev.weir.inet.Ipv4Address;
import dev.weir.inet.Ipv6Address;
import dev.weir.inet.Prefix;
import dev.weir.inet.Prefix4;
import dev.weir.inet.Prefix6;

/// Steps over plain prefixes, one behind another (RFC 4271 section 4.3 and RFC 4760 section 5, with
/// the path identifiers of RFC 7911). Belongs to the loop that made it, so that it costs no
/// allocation.
///
/// ```
/// [ path identifier, 4 octets ]  length in bits, 1 octet   as many octets as the bits need
/// ```
///
/// Bits behind the length are dropped: senders may leave anything there. At a prefix that is longer
/// than its address or than what is left, [#next] returns false and [#isTorn] true.
public final class PrefixCursor {
  private final byte[] array;
  private final int end;
  private final int width;
  private final boolean pathIds;
  private int start;
  private int next;
  private int pathId;
  private int length;
  private long high;
  private long low;
  private boolean torn;

  private PrefixCursor(Octets nlri, int addressOctets, boolean pathIds) {
    this.array = nlri.array();
    this.next = nlri.offset();
    this.start = next;
    this.end = nlri.end();
    this.width = addressOctets;
    this.pathIds = pathIds;
  }

  /// Begins before the first prefix.
  ///
  /// @param family a plain one, see [AfiSafi#isPlain]
  /// @param pathIds whether each prefix has a path identifier before it
  public static PrefixCursor over(Octets nlri, AfiSafi family, boolean pathIds) {
    return new PrefixCursor(nlri, family.addressOctets(), pathIds);
  }

  /// Begins before the first prefix of IPv4.
  public static PrefixCursor over4(Octets nlri, boolean pathIds) {
    return new PrefixCursor(nlri, 4, pathIds);
  }

  /// Begins before the first prefix of IPv6.
  public static PrefixCursor over6(Octets nlri, boolean pathIds) {
    return new PrefixCursor(nlri, 16, pathIds);
  }

  /// Moves to the next prefix; false behind the last and at a torn one.
  public boolean next() {
    start = next;
    int at = next;
    if (at == end) {
      return false;
    }
    if (pathIds) {
      if (end - at < 5) {
        return tear();
      }
      pathId = Octets.i32(array, at);
      at += 4;
    }
    length = array[at++] & 0xff;
    int octets = length + 7 >>> 3;
    if (octets > width || length > width << 3 || octets > end - at) {
      return tear();
    }
    next = at + octets;
    if (width == 4) {
      high = bits(array, at, octets) & mask(length);
    } else if (octets <= 8) {
      high = bits(array, at, octets) & mask(length);
      low = 0;
    } else {
      high = Octets.i64(array, at);
      low = bits(array, at + 8, octets - 8) & mask(length - 64);
    }
    return true;
  }

  private boolean tear() {
    torn = true;
    return false;
  }

  /// Up to eight octets at the high end of a number. Where the array goes on for eight octets they
  /// are read in one go, and the mask of the length drops what does not belong. Static, so that the
  /// cursor never leaves the loop that owns it, even where this is not compiled into it.
  private static long bits(byte[] array, int at, int octets) {
    if (at + 8 <= array.length) {
      return Octets.i64(array, at);
    }
    long bits = 0;
    for (int i = 0; i < octets; i++) {
      bits |= (array[at + i] & 0xffL) << 56 - 8 * i;
    }
    return bits;
  }

  private static long mask(int length) {
    return length == 0 ? 0 : -1L << 64 - length;
  }

  /// Returns where this prefix begins in the backing array, its path identifier included; behind
  /// the last whole one, where the walk ended.
  public int start() {
    return start;
  }

  /// Returns the path identifier, unsigned; 0 where there are none.
  public int pathId() {
    return pathId;
  }

  /// Returns how many leading bits the addresses share.
  public int length() {
    return length;
  }

  /// Returns the first 64 bits of the address; an IPv4 address stands in the first 32 of them.
  public long high() {
    return high;
  }

  /// Returns the last 64 bits of the address; 0 for IPv4.
  public long low() {
    return low;
  }

  /// Returns whether addresses have four octets.
  public boolean isIpv4() {
    return width == 4;
  }

  /// Returns the prefix as a value.
  public Prefix prefix() {
    return width == 4 ? new Prefix4((int) (high >>> 32), length) : new Prefix6(high, low, length);
  }

  /// Returns the first address of the prefix as a value.
  public IpAddress address() {
    return width == 4 ? new Ipv4Address((int) (high >>> 32)) : new Ipv6Address(high, low);
  }

  /// Returns whether the walk ended at a prefix that cannot be.
  public boolean isTorn() {
    return torn;
  }
}
