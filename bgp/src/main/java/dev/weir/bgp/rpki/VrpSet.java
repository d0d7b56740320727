package dev.weir.bgp.rpki;

import dev.weir.inet.Asn;
import dev.weir.inet.Prefix;
import dev.weir.inet.Prefix4;
import dev.weir.inet.Prefix6;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// Validated ROA payloads at one moment: an immutable set that judges the origins of routes (RFC
/// 6811, RFC 8481, RFC 8893).
///
/// **Representation.** The payloads of a family are dealt to blocks by their leading bits (12 of an
/// IPv4 address, 16 of an IPv6 one); those with fewer bits have a block of their own. A block is
/// one array of integers, 12 octets a payload of IPv4 and 24 of IPv6, see [VrpBlock]. A judgement
/// looks into two blocks: a binary search, and a step back for each payload that covers the prefix.
/// It allocates nothing.
///
/// **Change.** A set is never changed. [#with] makes the next one, which shares every block that
/// nothing changes in, so the cost of a change is that of the few blocks it touches and of one
/// array of references. [#changesTo] compares two sets and skips what they share.
public final class VrpSet {
  /// The set of no payloads: every route is not found.
  public static final VrpSet EMPTY = new VrpSet(VrpFamily.empty(12), VrpFamily.empty(16));

  /// No payload covers the prefix, see [RovState].
  public static final int NOT_FOUND = 0;

  /// A payload matches.
  public static final int VALID = 1;

  /// Payloads cover the prefix and none matches.
  public static final int INVALID = 2;

  /// The origin of a route that has none: its path is empty or does not end in a sequence.
  public static final long NO_ORIGIN = -1;

  private final VrpFamily four;
  private final VrpFamily six;

  private VrpSet(VrpFamily four, VrpFamily six) {
    this.four = four;
    this.six = six;
  }

  /// Makes the set of some payloads, in any order; duplicates count once.
  public static VrpSet of(Collection<Vrp> vrps) {
    return EMPTY.with(vrps, List.of());
  }

  /// Returns how many payloads there are.
  public int size() {
    return four.size() + six.size();
  }

  /// Returns whether a payload is in the set.
  public boolean contains(Vrp vrp) {
    return (vrp.prefix() instanceof Prefix4 ? four : six).contains(vrp);
  }

  /// Judges the origin of an IPv4 route.
  ///
  /// @param bits the first address
  /// @param length the length of the prefix, 0 to 32
  /// @param origin the AS number, or [#NO_ORIGIN], which no payload matches (RFC 6811 section 2)
  /// @return [#NOT_FOUND], [#VALID] or [#INVALID]
  public int validate4(int bits, int length, long origin) {
    return four.validate((long) bits << 32, 0, length, origin);
  }

  /// Judges the origin of an IPv6 route.
  ///
  /// @param high the first 64 bits of the first address
  /// @param low the last 64 bits
  /// @param length the length of the prefix, 0 to 128
  /// @param origin the AS number, or [#NO_ORIGIN], which no payload matches (RFC 6811 section 2)
  /// @return [#NOT_FOUND], [#VALID] or [#INVALID]
  public int validate6(long high, long low, int length, long origin) {
    return six.validate(high, low, length, origin);
  }

  /// Judges the origin of a route.
  ///
  /// @param origin the AS number, or [#NO_ORIGIN]
  public RovState validate(Prefix prefix, long origin) {
    return RovState.of(
        switch (prefix) {
          case Prefix4 p -> validate4(p.bits(), p.length(), origin);
          case Prefix6 p -> validate6(p.high(), p.low(), p.length(), origin);
        });
  }

  /// Judges the origin of a route and says why: with every payload that covers the prefix, and what
  /// about each does not match.
  ///
  /// @param origin the AS number, or [#NO_ORIGIN]
  public RovVerdict explain(Prefix prefix, long origin) {
    return RovVerdict.of(prefix, origin, covering(prefix));
  }

  /// Returns the payloads that cover a prefix, those with the longest prefix first.
  public List<Vrp> covering(Prefix prefix) {
    List<Vrp> covering = new ArrayList<>();
    (prefix instanceof Prefix4 ? four : six).covering(prefix, covering);
    return covering;
  }

  /// Returns this set with more payloads and without others. Who is in both lists is in the set;
  /// adding what is there and removing what is not changes nothing.
  public VrpSet with(Collection<Vrp> announced, Collection<Vrp> withdrawn) {
    VrpFamily nextFour = four.with(family(announced, true), family(withdrawn, true));
    VrpFamily nextSix = six.with(family(announced, false), family(withdrawn, false));
    return nextFour == four && nextSix == six ? this : new VrpSet(nextFour, nextSix);
  }

  private static List<Vrp> family(Collection<Vrp> vrps, boolean isFour) {
    return vrps.stream().filter(vrp -> vrp.prefix() instanceof Prefix4 == isFour).toList();
  }

  /// Returns this set with one more payload: what would be if an AS were authorised.
  public VrpSet plus(Prefix prefix, int maxLength, Asn origin) {
    return with(List.of(new Vrp(prefix, maxLength, origin)), List.of());
  }

  /// Returns what makes another set out of this one.
  public VrpChanges changesTo(VrpSet next) {
    List<Vrp> announced = new ArrayList<>();
    List<Vrp> withdrawn = new ArrayList<>();
    four.changes(next.four, announced, withdrawn);
    six.changes(next.six, announced, withdrawn);
    announced.sort(null);
    withdrawn.sort(null);
    return new VrpChanges(announced, withdrawn);
  }

  /// Returns all payloads in their order.
  public List<Vrp> list() {
    List<Vrp> all = new ArrayList<>(size());
    four.list(all);
    six.list(all);
    all.sort(null);
    return all;
  }

  /// Returns about how much memory the set takes, in octets; blocks shared with other sets count in
  /// each.
  public long octets() {
    return four.octets() + six.octets();
  }

  @Override
  public boolean equals(Object other) {
    if (!(other instanceof VrpSet set)) {
      return false;
    }
    return this == set || (size() == set.size() && changesTo(set).isEmpty());
  }

  @Override
  public int hashCode() {
    return list().hashCode();
  }

  /// Returns how many payloads there are.
  @Override
  public String toString() {
    return size() + " VRPs";
  }
}
