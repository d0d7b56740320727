package dev.weir.bgp.mrt;

import dev.weir.bgp.octets.Octets;

/// One record of an archive as a view over its octets (RFC 6396 sections 2 and 3).
///
/// ```
///  0                   1                   2                   3
///  0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1
/// +---------------------------------------------------------------+
/// |                      seconds since 1970                       |
/// +-------------------------------+-------------------------------+
/// |             type              |            subtype            |
/// +-------------------------------+-------------------------------+
/// |                   octets behind this header                   |
/// +---------------------------------------------------------------+
/// |            microseconds (only in types ending in _ET)         |
/// +---------------------------------------------------------------+
/// |                           message ...                         |
/// ```
///
/// @param octets the record with its header, and nothing behind it
/// @param position where it begins in the archive, in octets of the uncompressed data
public record MrtRecord(Octets octets, long position) {
  /// Octets of the header all records have.
  public static final int HEADER = 12;

  /// Checks that there is a header.
  ///
  /// @throws IllegalArgumentException if the octets are fewer than a header
  public MrtRecord {
    if (octets.length() < HEADER) {
      throw new IllegalArgumentException("a record has at least 12 octets: " + octets.length());
    }
  }

  /// Returns when it was written, in seconds since 1970 (unsigned, until 2106).
  public long seconds() {
    return octets.u32(0);
  }

  /// Returns the type, see [MrtType].
  public int type() {
    return octets.u16(4);
  }

  /// Returns the subtype, see [MrtSubtype].
  public int subtype() {
    return octets.u16(6);
  }

  /// Returns whether the record has room for microseconds, and its type says that they are there.
  public boolean hasMicroseconds() {
    return MrtType.hasMicroseconds(type()) && octets.length() >= HEADER + 4;
  }

  /// Returns the microseconds of the time, or 0 where the type has none.
  public long microseconds() {
    return hasMicroseconds() ? octets.u32(HEADER) : 0;
  }

  /// Returns what stands behind header and microseconds.
  public Octets message() {
    return octets.from(hasMicroseconds() ? HEADER + 4 : HEADER);
  }

  /// Returns type and subtype.
  public MrtSubtype kind() {
    return new MrtSubtype(type(), subtype());
  }

  @Override
  public String toString() {
    return kind() + " of " + octets.length() + " octets at " + position;
  }
}
