package dev.weir.dns.zone;

import dev.weir.dns.name.Name;
import dev.weir.dns.name.NameKey;
import dev.weir.dns.octets.OctetBuffer;
import dev.weir.dns.octets.Octets;
import dev.weir.dns.rdata.CanonicalRdata;
import java.util.Arrays;

// What one stretch of a zone file became, in file order:
//
//   data    group*
//   group   keyLength(u16) key spelled(u8) [spelling] record*      records of one owner in a row
//   record  type(u16) covered(u16) ttl(i32) folds(u8) length(u16) rdata
//
// `groups` holds where each begins. Nothing is sorted while records come in, but it is noticed
// whether they came sorted, as they mostly do.

/// Records in the order they were read, keyed by owner: what a [ZoneBuilder] sorts and merges.
///
/// One thread fills a run; runs of one zone file are numbered in the order of the file.
public final class RecordRun {
  /// Octets of a record before its data.
  static final int RECORD_HEADER = 11;

  private static final int RRSIG = 46;
  private static final int USUAL_OCTETS = 64 * 1024;

  private final Name apex;
  private int sequence;
  private OctetBuffer data;
  private int[] groups = new int[1024];
  private int groupCount;
  private long records;
  private boolean sorted = true;
  private final byte[] lastOwner = new byte[Name.MAX_OCTETS];
  private int lastOwnerLength = -1;

  /// An empty run.
  ///
  /// @param apex the name under which all owners must lie
  /// @param sequence where the run stands in the file; earlier runs have lower numbers
  public RecordRun(Name apex, int sequence) {
    this(apex, sequence, new OctetBuffer(USUAL_OCTETS));
  }

  /// An empty run that writes into a buffer of its maker's until [#trim].
  ///
  /// @param scratch is emptied, and is the run's alone until then
  public RecordRun(Name apex, int sequence, OctetBuffer scratch) {
    this.apex = apex;
    this.sequence = sequence;
    scratch.clear();
    data = scratch;
  }

  /// Takes the records into an array of exactly their size; more may be added all the same.
  public void trim() {
    data = data.trimmed();
    groups = Arrays.copyOf(groups, Math.max(1, groupCount));
  }

  /// Adds a record.
  ///
  /// @param owner holds, from its first octet, the owner's name in wire form, uncompressed
  /// @param ownerLength octets of the name, the root label included
  /// @param type the record type
  /// @param ttl seconds
  /// @param rdata holds the record's data, uncompressed and valid
  /// @param rdataFrom where the data begins
  /// @param rdataLength its octets, at most 65535
  /// @return false, and nothing is added, if the owner does not lie under the apex
  public boolean add(
      byte[] owner,
      int ownerLength,
      int type,
      int ttl,
      byte[] rdata,
      int rdataFrom,
      int rdataLength) {
    if (!sameOwner(owner, ownerLength) && !beginGroup(owner, ownerLength)) {
      return false;
    }
    int covered = type == RRSIG && rdataLength >= 2 ? Octets.u16(rdata, rdataFrom) : 0;
    boolean folds = !CanonicalRdata.canonical(type, rdata, rdataFrom, rdataLength);
    data.reserve(RECORD_HEADER + rdataLength);
    int at = data.length();
    byte[] array = data.array();
    array[at] = (byte) (type >> 8);
    array[at + 1] = (byte) type;
    array[at + 2] = (byte) (covered >> 8);
    array[at + 3] = (byte) covered;
    array[at + 4] = (byte) (ttl >> 24);
    array[at + 5] = (byte) (ttl >> 16);
    array[at + 6] = (byte) (ttl >> 8);
    array[at + 7] = (byte) ttl;
    array[at + 8] = (byte) (folds ? 1 : 0);
    array[at + 9] = (byte) (rdataLength >> 8);
    array[at + 10] = (byte) rdataLength;
    System.arraycopy(rdata, rdataFrom, array, at + RECORD_HEADER, rdataLength);
    data.advance(RECORD_HEADER + rdataLength);
    records++;
    return true;
  }

  /// Gives the run another place in the file than it was made with.
  public void renumber(int newSequence) {
    sequence = newSequence;
  }

  /// Records added so far.
  public long records() {
    return records;
  }

  private boolean sameOwner(byte[] owner, int length) {
    return length == lastOwnerLength && Arrays.equals(owner, 0, length, lastOwner, 0, length);
  }

  private boolean beginGroup(byte[] owner, int length) {
    int labelsEnd = apexAt(owner, length);
    if (labelsEnd < 0) {
      return false;
    }
    System.arraycopy(owner, 0, lastOwner, 0, length);
    lastOwnerLength = length;
    int keyAt = data.length() + 2;
    data.u16(0);
    boolean spelled = NameKey.append(owner, 0, labelsEnd, true, data);
    int keyLength = data.length() - keyAt;
    data.putU16(keyAt - 2, keyLength);
    if (groupCount == groups.length) {
      groups = Arrays.copyOf(groups, groupCount * 2);
    }
    if (groupCount > 0 && sorted) {
      int last = groups[groupCount - 1];
      byte[] array = data.array();
      int lastEnd = last + 2 + Octets.u16(array, last);
      sorted =
          Arrays.compareUnsigned(array, last + 2, lastEnd, array, keyAt, keyAt + keyLength) <= 0;
    }
    groups[groupCount++] = keyAt - 2;
    data.u8(spelled ? 1 : 0);
    if (spelled) {
      NameKey.append(owner, 0, labelsEnd, false, data);
    }
    return true;
  }

  /// Where the apex begins in the owner's wire form, or -1 if the owner is not under it.
  private int apexAt(byte[] owner, int length) {
    byte[] top = apex.wire().array();
    int at = length - top.length;
    if (at < 0) {
      return -1;
    }
    for (int i = 0; i < top.length; i++) {
      if (Name.fold(owner[at + i]) != Name.fold(top[i])) {
        return -1;
      }
    }
    int label = 0;
    while (label < at) {
      label += owner[label] + 1;
    }
    return label == at ? at : -1;
  }

  int sequence() {
    return sequence;
  }

  int groupCount() {
    return groupCount;
  }

  int groupAt(int group) {
    return groups[group];
  }

  int groupEnd(int group) {
    return group + 1 < groupCount ? groups[group + 1] : data.length();
  }

  byte[] array() {
    return data.array();
  }

  boolean sorted() {
    return sorted;
  }
}
